using BienNien.Text;
using BienNien.Text.Syllables;

namespace BienNien.Checking.Layout;

/// <summary>White space where none belongs, and none where it does: “tâm,chăm”, “trong  tình hình”, “xã ,huyện”.</summary>
internal static class Spacing
{
    // Where doubled spaces are the rule, a program set the lines to one width, and no one of them is a slip.
    private const int MostDoubled = 8;
    private const int DoubledInWords = 120;

    /// <summary>The longest run of spaces that is a slip; a longer one sets columns.</summary>
    private const int LongestSlip = 3;

    private const string Tight = ",;:.!?)”»";

    /// <summary>Reports the faults of a document.</summary>
    public static void Check(Document document, LayoutSink found)
    {
        List<TextSpan> doubled = [];
        int words = 0;
        foreach (Block block in document.Blocks)
        {
            if (!block.Kind.IsSaid())
            {
                continue;
            }

            foreach (TextSpan part in block.Parts)
            {
                words += Scan(document.Text, block, part, found, doubled);
            }
        }

        if (doubled.Count <= Math.Max(MostDoubled, words / DoubledInWords))
        {
            foreach (TextSpan run in doubled)
            {
                found.Report(
                    LayoutSink.Around(document.Text, run), new TextEdit(run, " "), DiagnosticConfidence.Certain,
                    "thừa dấu cách", "doubled space");
            }
        }
    }

    private static int Scan(string text, Block block, TextSpan part, LayoutSink found, List<TextSpan> doubled)
    {
        int words = 0;
        bool inCell = block.Kind is BlockKind.TableCell or BlockKind.Verse;
        for (int at = part.Start; at < part.End; at++)
        {
            char c = text[at];
            if (c is ' ' or '\u00A0')
            {
                int start = at;
                while (at + 1 < part.End && text[at + 1] is ' ' or '\u00A0')
                {
                    at++;
                }

                words++;
                int length = at + 1 - start;
                if (start == part.Start || at + 1 >= part.End || IsLineStart(text, start, part.Start))
                {
                    continue;
                }

                char before = text[start - 1];
                char after = text[at + 1];
                if (after is '\n' or '\r' or '\t' || before is '\t' or '\n')
                {
                    continue;
                }

                if (length == 1 && IsTight(text, at + 1, before, part.End))
                {
                    TextSpan run = new(start, length);
                    found.Report(
                        LayoutSink.Around(text, run), new TextEdit(run, ""), DiagnosticConfidence.Certain,
                        $"thừa dấu cách trước “{after}”", $"space before “{after}”");
                }
                else if (length is > 1 and <= LongestSlip && !inCell && before != '.' | text[Math.Max(0, start - 2)] != '.' && !IsLabel(text, start, part.Start) && !IsColumnar(text, start, part) && char.IsLetterOrDigit(after) | (after is '(' or '“' or '"'))
                {
                    doubled.Add(new TextSpan(start, length));
                }
                else if (length == 1 && before is '(' or '“' && char.IsLetter(after) && !IsLineStart(text, start - 1, part.Start))
                {
                    TextSpan run = new(start, length);
                    found.Report(
                        LayoutSink.Around(text, run), new TextEdit(run, ""), DiagnosticConfidence.Certain,
                        $"thừa dấu cách sau “{before}”", $"space after “{before}”");
                }
            }
            else if (at > part.Start && at + 1 < part.End && LacksSpace(text, at, part))
            {
                TextSpan mark = new(at, 1);
                bool opens = c == '(';
                found.Report(
                    LayoutSink.Around(text, mark), new TextEdit(new TextSpan(opens ? at : at + 1, 0), " "), DiagnosticConfidence.Certain,
                    $"thiếu dấu cách {(opens ? "trước" : "sau")} “{c}”", $"no space {(opens ? "before" : "after")} “{c}”");
            }
        }

        return words;
    }

    // A closing mark behind a space; “ ...”, “ .5”, “ :)” and rows of dots are something else.
    private static bool IsTight(string text, int at, char before, int end)
    {
        char mark = text[at];
        if (!Tight.Contains(mark, StringComparison.Ordinal) || !(char.IsLetterOrDigit(before) || before is ')' or '”' or '"'))
        {
            return false;
        }

        char after = at + 1 < end ? text[at + 1] : ' ';
        return mark switch
        {
            '.' => after is ' ' or '\n' or '\r' && !(at + 2 < end && text[at + 2] == '.'),
            ',' or ';' or ':' or '!' or '?' => !char.IsDigit(after) && after != mark && after is not ('.' or ')' or '-'),
            _ => true,
        };
    }

    private static bool LacksSpace(string text, int at, TextSpan part)
    {
        char before = text[at - 1];
        char after = text[at + 1];
        switch (text[at])
        {
            case ',' or ';':
                return char.IsLetter(after) && char.IsLetterOrDigit(before) | (before is ')' or '”') && !IsCode(text, at, part);
            case ':':
                return char.IsLetter(after) && char.IsLower(before) && IsSyllable(text, at, part) && !IsCode(text, at, part);
            case '.':
                return char.IsUpper(after) && ((char.IsLower(before) && IsSyllable(text, at, part) && WordLength(text, at, part) > 3 - (HasMark(text, at, part) ? 2 : 0)) || IsYear(text, at, part))
                    && !IsCode(text, at, part);
            case '(':
                return char.IsLower(before) && char.IsLetter(after) && IsSyllable(text, at, part) && !IsCode(text, at, part);
            case ')':
                return char.IsLetter(after) && char.IsLower(after) && !IsEnumeration(text, at, part) && !IsCode(text, at, part);
            default:
                return false;
        }
    }

    // An address of the net, of mail, a file: no sentence.
    private static bool IsCode(string text, int at, TextSpan part)
    {
        int start = at;
        while (start > part.Start && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        int end = at;
        while (end < part.End && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        return word.Contains('@') || word.Contains("//", StringComparison.Ordinal) || word.Contains("www", StringComparison.OrdinalIgnoreCase) || word.Contains('_') || word.Contains('=');
    }

    private static bool IsSyllable(string text, int end, TextSpan part)
    {
        int length = WordLength(text, end, part);
        return length is > 1 and <= SyllableGrammar.LongestSyllable && SyllableGrammar.IsPossible(text.AsSpan(end - length, length));
    }

    private static bool HasMark(string text, int end, TextSpan part)
    {
        foreach (char c in text.AsSpan(end - WordLength(text, end, part), WordLength(text, end, part)))
        {
            if (Letters.Fold(c) != char.ToLowerInvariant(c))
            {
                return true;
            }
        }

        return false;
    }

    private static int WordLength(string text, int end, TextSpan part)
    {
        int start = end;
        while (start > part.Start && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return end - start;
    }

    private static bool IsYear(string text, int end, TextSpan part)
    {
        int start = end;
        while (start > part.Start && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return end - start == 4 && start > part.Start && text[start - 1] is ' ' or '/' && !IsLineStart(text, start, part.Start);
    }

    // “a)”, “1)”: the number of an item.
    private static bool IsEnumeration(string text, int at, TextSpan part)
    {
        int start = at;
        while (start > part.Start && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return at - start <= 2 && (start == part.Start || char.IsWhiteSpace(text[start - 1]));
    }

    // “1.  Kế hoạch”, “-  Trường”: what sets an item's number off is no slip.
    private static bool IsLabel(string text, int end, int from)
    {
        int start = end;
        while (start > from && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return end - start <= 5 && IsLineStart(text, start, from) && (text[end - 1] is '.' or ')' or ':' or '-' or '+' or '*' or '•' or '–' or '/' or '|' || end - start == 1);
    }

    // A line with several gaps, or a wide one, is set in columns.
    private static bool IsColumnar(string text, int at, TextSpan part)
    {
        int start = at;
        while (start > part.Start && text[start - 1] is not ('\n' or '\r'))
        {
            start--;
        }

        int lineStart = start;
        while (lineStart > 0 && text[lineStart - 1] is ' ' or '\t')
        {
            lineStart--;
        }

        while (start < part.End && text[start] is ' ' or '\t')
        {
            start++;
        }

        int gaps = start - lineStart >= LongestSlip ? 1 : 0;
        for (int i = start; i < part.End && text[i] is not ('\n' or '\r'); i++)
        {
            int end = i;
            while (end < part.End && text[end] is ' ' or '\t')
            {
                end++;
            }

            gaps += end - i > LongestSlip ? 2 : end - i > 1 ? 1 : 0;
            i = Math.Max(i, end - 1);
        }

        return gaps > 1;
    }

    private static bool IsLineStart(string text, int at, int from)
    {
        while (at > from && text[at - 1] is ' ' or '\u00A0' or '\t')
        {
            at--;
        }

        return at == from || text[at - 1] is '\n' or '\r';
    }
}
