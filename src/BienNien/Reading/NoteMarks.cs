using System.Buffers;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Finds marks of notes.</summary>
/// <remarks>A number in brackets is a mark when it hangs on the word before it or the sentence ends with it; otherwise it counts items: <c>gồm: (1) …; (2) …</c>.</remarks>
internal sealed class NoteMarks(string text)
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static readonly SearchValues<char> _raised = SearchValues.Create(Raised);
    private const int LongestName = 40;
    private static readonly SearchValues<char> _openings = SearchValues.Create("<[(*⁰¹²³⁴⁵⁶⁷⁸⁹0123456789");
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    /// <summary>The marks in a stretch of running text, ascending.</summary>
    public void FindIn(TextSpan span, List<NoteMark> found)
    {
        int at = span.Start;
        while (at < span.End)
        {
            int next = text.AsSpan(at, span.End - at).IndexOfAny(_openings);
            if (next < 0)
            {
                return;
            }

            at += next;
            int end = ReadMark(at, span, out NoteMark mark);
            if (end > at)
            {
                if (mark.Number != 0)
                {
                    found.Add(mark);
                }

                at = end;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>The mark that a note opens with; null when it has none.</summary>
    public NoteMark? Opening(TextSpan note)
    {
        int at = note.Start;
        if (ReadSigned(at, note, out NoteMark mark) > at)
        {
            return mark;
        }

        int end = at;
        while (end < note.End && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end > at && end - at <= 3)
        {
            return new NoteMark(NoteStyle.Glued, Number(at, end), TextSpan.Between(at, end));
        }

        while (end < note.End && text[end] == '*')
        {
            end++;
        }

        return end > at ? new NoteMark(NoteStyle.Star, end - at, TextSpan.Between(at, end)) : null;
    }

    /// <summary>The label of a note as written, without the tags around it; empty when it has none.</summary>
    public static string LabelOf(string text, TextSpan note)
    {
        if (new NoteMarks(text).Opening(note) is not { } mark)
        {
            return "";
        }

        ReadOnlySpan<char> label = text.AsSpan(mark.Span.Start, mark.Span.Length);
        return label.StartsWith("<sup>", StringComparison.OrdinalIgnoreCase) ? label[5..^6].Trim().ToString() : label.ToString();
    }

    // How far it was read; a mark of number 0 is to be skipped.
    private int ReadMark(int at, TextSpan span, out NoteMark mark)
    {
        int end = ReadSigned(at, span, out mark);
        if (end > at)
        {
            bool opens = at == span.Start;
            bool mistaken = mark.Style switch
            {
                NoteStyle.Raised => IsPower(at, span, mark),
                NoteStyle.Round or NoteStyle.Star => !Hangs(at, end, span),
                _ => false,
            };
            mark = opens || mistaken ? default : mark;
            return end;
        }

        if (!char.IsAsciiDigit(text[at]))
        {
            return at;
        }

        end = at;
        while (end < span.End && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',' or '/' && end + 1 < span.End && char.IsAsciiDigit(text[end + 1])))
        {
            end++;
        }

        mark = IsGlued(at, end, span) ? new NoteMark(NoteStyle.Glued, Number(at, end), TextSpan.Between(at, end)) : default;
        return end;
    }

    private int ReadSigned(int at, TextSpan span, out NoteMark mark)
    {
        mark = default;
        ReadOnlySpan<char> rest = text.AsSpan(at, span.End - at);
        int end;
        switch (rest[0])
        {
            case '<' when rest.StartsWith("<sup>", StringComparison.OrdinalIgnoreCase):
                end = rest[..Math.Min(rest.Length, LongestName)].IndexOf("</sup>", StringComparison.OrdinalIgnoreCase);
                if (end > 5 && ReadNumber(rest[5..end].Trim("[]() ")) is > 0 and int tagged)
                {
                    mark = new NoteMark(NoteStyle.Raised, tagged, new TextSpan(at, end + 6));
                    return at + end + 6;
                }

                return at;
            case '[' when rest.Length > 3 && rest[1] == '^':
                end = rest[..Math.Min(rest.Length, LongestName)].IndexOf(']');
                if (end > 2)
                {
                    mark = new NoteMark(NoteStyle.Named, NumberOf(rest[2..end]), new TextSpan(at, end + 1));
                    return at + end + 1;
                }

                return at;
            case '[' or '(':
                end = rest[..Math.Min(rest.Length, 6)].IndexOf(rest[0] == '[' ? ']' : ')');
                if (end < 2)
                {
                    return at;
                }

                ReadOnlySpan<char> inside = rest[1..end];
                int stars = inside.IndexOfAnyExcept('*') < 0 ? inside.Length : 0;
                int number = stars > 0 ? stars : ReadNumber(inside);
                if (number > 0)
                {
                    NoteStyle style = stars > 0 ? NoteStyle.Star
                        : Raised.Contains(inside[0], StringComparison.Ordinal) ? NoteStyle.Raised
                        : rest[0] == '[' ? NoteStyle.Square : NoteStyle.Round;
                    mark = new NoteMark(style, number, new TextSpan(at, end + 1));
                    return at + end + 1;
                }

                return at;
            case >= '⁰' and <= '⁹' or '¹' or '²' or '³':
                end = rest.IndexOfAnyExcept(_raised);
                end = end < 0 ? rest.Length : end;
                mark = end <= 3 ? new NoteMark(NoteStyle.Raised, ReadNumber(rest[..end]), new TextSpan(at, end)) : default;
                return at + end;
            default:
                return at;
        }
    }

    // “km²”, “10⁶”: powers.
    private bool IsPower(int at, TextSpan span, NoteMark mark)
    {
        if (at == span.Start || mark.Span.Length > 2 || !Raised.Contains(text[at], StringComparison.Ordinal))
        {
            return false;
        }

        int word = at;
        while (word > span.Start && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        return IsLengthUnit(text.AsSpan(word, at - word)) || (word == at && at - span.Start >= 2 && text.AsSpan(at - 2, 2) is "10" && (at - span.Start == 2 || !char.IsAsciiDigit(text[at - 3])));
    }

    private static bool IsLengthUnit(ReadOnlySpan<char> word) => word is "m" or "km" or "dm" or "cm" or "mm" or "hm" or "dam" or "M" or "KM" or "Km";

    private bool Hangs(int at, int end, TextSpan span)
    {
        bool hangs = at > span.Start && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not '(' and not '[';
        bool closes = end == span.End || text[end] is '.' or ',' or ';' or ')' or '”' or '"' || (char.IsWhiteSpace(text[end]) && IsEmpty(end, span.End));
        return hangs ? end == span.End || !char.IsLetterOrDigit(text[end]) : closes;
    }

    private bool IsEmpty(int from, int to) => text.AsSpan(from, Math.Min(to - from, 8)).IsWhiteSpace() && to - from <= 8;

    // “Đảng1”, “động”2”: behind a word in small letters, or behind what closes a sentence.
    private bool IsGlued(int at, int end, TextSpan span)
    {
        if (end - at > 2 || at - span.Start < 3 || text[at] == '0' || (end < span.End && (char.IsLetterOrDigit(text[end]) || text[end] is '%' or '-' or '–' or ':' or '²' or '³')))
        {
            return false;
        }

        char before = text[at - 1];
        if (before is '”' or '"' or '»')
        {
            return !char.IsWhiteSpace(text[at - 2]);
        }

        if (before is '.' or ',' or ')')
        {
            return char.IsLower(text[at - 2]) && !(before == '.' && text[at - 2] == 'r') && (end == span.End || char.IsWhiteSpace(text[end]));
        }

        int word = at;
        while (word > span.Start && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        return at - word >= 2 && char.IsLower(before) && (word == span.Start || !char.IsLetterOrDigit(text[word - 1])) && !IsLengthUnit(text.AsSpan(word, at - word));
    }

    private int Number(int from, int to) => ReadNumber(text.AsSpan(from, to - from));

    private static int ReadNumber(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char c in digits)
        {
            int digit = char.IsAsciiDigit(c) ? c - '0' : Raised.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0 || number > 99)
            {
                return 0;
            }

            number = (number * 10) + digit;
        }

        return number;
    }

    private int NumberOf(ReadOnlySpan<char> name)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!names.TryGetValue(name, out int number))
        {
            names[name] = number = _names.Count + 1;
        }

        return number;
    }
}
