using System.Collections.Immutable;
using System.Text;
using BienNien.Text;

namespace BienNien.Telling;

/// <summary>What an event is called in lists and drawings: the clause that tells it, in the words of its source.</summary>
/// <remarks>
/// An extract, never our own prose: words are left out, an omission inside is shown by “…”, none is added. The date that opens the clause
/// is left out, for it is shown beside the label. Places are offsets into the sentence.
/// </remarks>
public static class EventLabel
{
    private const string Omission = "…";

    // How much of a label is kept for the words behind the verb.
    private const int Tailroom = 14;

    // What stands between the start of a clause and its date, or goes with it.
    private static readonly ImmutableHashSet<string> _aroundDate = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "vào", "đến", "từ", "sang", "bước", "trong", "hồi", "khoảng", "rồi", "tới", "đúng", "những", "các", "giai", "đoạn", "thời", "kỳ", "kể", "và", "suốt",
        "riêng", "nhất", "đầu", "giữa", "cuối", "cùng", "là", "đặc", "biệt", "mãi", "cho", "gian", "trước", "ngay", "cũng", "chỉ", "tính", "tiếp", "đó", "sau", "tức");

    /// <summary>The label of an event.</summary>
    /// <param name="sentence">The sentence that tells it.</param>
    /// <param name="trigger">The words that carry it.</param>
    /// <param name="dates">The time expressions of the sentence, in any order.</param>
    /// <param name="subjects">Names of persons and bodies of the event, in any order.</param>
    /// <param name="longest">How many characters at most; the trigger itself is always shown whole.</param>
    /// <param name="date">The time expression that dates the event, where the sentence has it: in a list it leads to the item that is meant.</param>
    /// <returns>On one line; empty when the trigger lies outside the sentence.</returns>
    public static string Of(string sentence, TextSpan trigger, IReadOnlyList<TextSpan> dates, IReadOnlyList<TextSpan> subjects, int longest = 70, TextSpan? date = null)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(subjects);
        if (trigger.Length == 0 || trigger.Start < 0 || trigger.End > sentence.Length)
        {
            return "";
        }

        int start = ClauseStart(sentence, trigger.Start, dates);
        int end = ClauseEnd(sentence, trigger.End);
        if (date is { } own && own.Start > end && own.End <= sentence.Length)
        {
            return Item(sentence, sentence[trigger.Start..trigger.End], own, dates, longest);
        }

        string subject = Clean(sentence[start..trigger.Start]).Length == 0 ? Subject(sentence, start, subjects, dates) : "";
        string lead = subject.Length > 0 ? subject + " " + Omission + " " : "";
        int room = Math.Max(0, longest - lead.Length);

        string before = Lead(sentence[start..trigger.Start]);
        string words = Clean(sentence[trigger.Start..trigger.End]);
        if (before.Length > 0 && before.Length + 1 + words.Length > room - Tailroom)
        {
            before = Shorten(sentence, start, trigger.Start, room - words.Length - 1, subjects);
        }

        string label = (before.Length > 0 ? before + " " + words : words) + Tail(sentence[trigger.End..end]);
        return lead + Capital(Cut(label, Math.Max(room, before.Length + 1 + words.Length)), lead.Length == 0);
    }

    /// <summary>The label of an event whose verb was said once for a whole list: the verb, then the item.</summary>
    /// <param name="sentence">The sentence of the item.</param>
    /// <param name="verb">The words that carry it, from elsewhere in the document.</param>
    /// <param name="date">The time expression that dates the item.</param>
    /// <param name="dates">The time expressions of the sentence, in any order.</param>
    /// <param name="longest">How many characters at most; the verb is always shown whole.</param>
    /// <returns>On one line.</returns>
    public static string Item(string sentence, string verb, TextSpan date, IReadOnlyList<TextSpan> dates, int longest = 70)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(verb);
        ArgumentNullException.ThrowIfNull(dates);
        int end = ClauseEnd(sentence, date.End);
        int start = PartStart(sentence, date.Start);
        start = SkipDate(sentence, start, end, dates);

        // “- trường Tân Phú, năm 1951;”: the date that ends the item is left out too.
        int last = date.Start > start && Clean(sentence[date.End..end]).Length == 0 ? date.Start : end;
        string words = Clean(verb);
        string item = Clean(sentence[start..last]);
        foreach (string mark in (ReadOnlySpan<string>)[" cùng trong", " trong", " vào"])
        {
            item = item.EndsWith(mark, StringComparison.Ordinal) ? Clean(item[..^mark.Length]) : item;
        }

        return Capital(item.Length == 0 ? words : words + " " + Omission + " " + Cut(item, Math.Max(12, longest - words.Length - 3)), begins: true);
    }

    private static int PartStart(string sentence, int at)
    {
        int depth = 0;
        for (int i = at - 1; i >= 0; i--)
        {
            if (sentence[i] == '(' && depth > 0)
            {
                depth--;
                continue;
            }

            depth += sentence[i] == ')' ? 1 : 0;
            if (depth == 0 && (sentence[i] == ';' || (sentence[i] is ':' or '.' && char.IsWhiteSpace(sentence[i + 1]))))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static string Lead(string text) => Clean(text) is { Length: > 0 } clean ? clean + Comma(text.TrimEnd().EndsWith(',')) : "";

    // The subject stands nearer to the verb than what sets the scene: the clause from a name on; else the first name alone; else the words
    // before the verb that still fit.
    private static string Shorten(string sentence, int start, int trigger, int room, IReadOnlyList<TextSpan> subjects)
    {
        string first = "";
        foreach (TextSpan name in subjects.OrderBy(static span => span))
        {
            if (name.Start < start || name.End > trigger)
            {
                continue;
            }

            string from = Lead(sentence[name.Start..trigger]);
            if (from.Length + 1 <= room - Tailroom)
            {
                return first.Length > 0 ? first : (name.Start > start ? Omission : "") + from;
            }

            first = first.Length > 0 ? first : Clean(sentence[name.Start..name.End]) + " " + Omission;
        }

        if (first.Length > 0)
        {
            return first;
        }

        string before = Lead(sentence[start..trigger]);
        int cut = before.Length + 1 - Math.Max(0, room);
        cut = cut <= 0 ? 0 : cut >= before.Length ? before.Length : before.IndexOf(' ', cut) + 1;
        return cut == 0 ? before : before.Length - cut < 2 ? "" : Omission + before[cut..];
    }

    // “kỷ niệm 60 năm ngày thành lập …”: what is recalled begins behind the count.
    private static int SkipCount(string sentence, int start, int trigger)
    {
        int year = trigger > start ? sentence.LastIndexOf(" năm ", trigger - 1, trigger - start, StringComparison.Ordinal) : -1;
        if (year <= start || !char.IsDigit(sentence[year - 1]))
        {
            return start;
        }

        int past = year + " năm ".Length;
        bool day = string.CompareOrdinal(sentence, past, "ngày ", 0, 5) == 0 || string.CompareOrdinal(sentence, past, "Ngày ", 0, 5) == 0;
        past += day ? 5 : 0;
        return past <= trigger && (day || past == trigger) ? past : start;
    }

    private static string Tail(string text)
    {
        string clean = Clean(text);
        return clean.Length == 0 ? "" : Comma(text.TrimStart().StartsWith(',')) + " " + clean;
    }

    private static string Comma(bool stands) => stands ? "," : "";

    // Behind the mark that ends the clause before, the list mark and the date.
    private static int ClauseStart(string sentence, int trigger, IReadOnlyList<TextSpan> dates)
    {
        int start = 0;
        int depth = 0;
        for (int i = trigger - 1; i >= 0; i--)
        {
            if (sentence[i] == '(' && depth > 0)
            {
                depth--;
                continue;
            }

            depth += sentence[i] == ')' ? 1 : 0;
            if (depth == 0 && (sentence[i] is ';' or '(' or '\u201c' || (sentence[i] is ':' or '.' && i + 1 < sentence.Length && char.IsWhiteSpace(sentence[i + 1])) || EndsSetting(sentence, i, trigger, dates))
                && !IsInside(i, dates))
            {
                start = i + 1;
                break;
            }
        }

        return SkipCount(sentence, SkipDate(sentence, start, trigger, dates), trigger);
    }

    // “…, ngày 10/5/1930, ông …”: a comma behind which a date opens.
    private static bool EndsSetting(string sentence, int at, int trigger, IReadOnlyList<TextSpan> dates)
    {
        if (sentence[at] != ',')
        {
            return false;
        }

        foreach (TextSpan date in dates)
        {
            if (date.Start > at && date.End <= trigger && IsOnlyAround(sentence.AsSpan(at + 1, date.Start - at - 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipDate(string sentence, int start, int trigger, IReadOnlyList<TextSpan> dates)
    {
        int at = SkipMarks(sentence, start, trigger);
        bool moved = true;
        while (moved)
        {
            moved = false;
            foreach (TextSpan date in dates)
            {
                if (date.Start >= at && date.End <= trigger && IsOnlyAround(sentence.AsSpan(at, date.Start - at)))
                {
                    at = SkipMarks(sentence, SkipPointer(sentence, date.End), trigger);
                    moved = true;
                    break;
                }
            }

            // “(mùng 3 tháng 3 năm Canh Ngọ)” beside the date goes with it.
            if (moved && at < trigger && sentence[at] == '(' && sentence.IndexOf(')', at) is int close && close > at && close < trigger)
            {
                at = SkipMarks(sentence, close + 1, trigger);
            }
        }

        return Math.Min(at, trigger);
    }

    // “cùng năm đó”, “tháng ấy”
    private static int SkipPointer(string sentence, int at)
    {
        foreach (string pointer in (ReadOnlySpan<string>)[" đó", " ấy", " này"])
        {
            int past = at + pointer.Length;
            if (string.CompareOrdinal(sentence, at, pointer, 0, pointer.Length) == 0 && (past == sentence.Length || !char.IsLetter(sentence[past])))
            {
                return past;
            }
        }

        return at;
    }

    private static int SkipMarks(string sentence, int at, int trigger)
    {
        while (at < trigger && (char.IsWhiteSpace(sentence[at]) || sentence[at] is ',' or '.' or ':' or ';' or '-' or '–' or '—' or '+' or '*' or '•' or '#' or '|' or '>'))
        {
            at++;
        }

        // “a) …”, “1. …”
        int mark = at;
        while (mark < trigger && mark - at < 2 && char.IsLetterOrDigit(sentence[mark]))
        {
            mark++;
        }

        return mark > at && mark + 1 < trigger && sentence[mark] is '.' or ')' && mark + 1 < sentence.Length && sentence[mark + 1] == ' ' && (char.IsDigit(sentence[at]) || mark == at + 1)
            ? SkipMarks(sentence, mark + 1, trigger)
            : at;
    }

    private static bool IsOnlyAround(ReadOnlySpan<char> words)
    {
        foreach (Range range in words.SplitAny(' ', '\n', '\t', '\r', ','))
        {
            ReadOnlySpan<char> word = words[range];
            if (word.Length > 0 && !_aroundDate.Contains(word.ToString()))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInside(int at, IReadOnlyList<TextSpan> dates)
    {
        foreach (TextSpan date in dates)
        {
            if (at >= date.Start && at < date.End)
            {
                return true;
            }
        }

        return false;
    }

    private static int ClauseEnd(string sentence, int trigger)
    {
        int depth = 0;
        for (int i = trigger; i < sentence.Length; i++)
        {
            char c = sentence[i];
            if (c == ')' && depth == 0)
            {
                return i;
            }

            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            bool glued = i + 1 < sentence.Length && !char.IsWhiteSpace(sentence[i + 1]);
            if (depth == 0 && (c == ';' || (c is '.' or ':' or '!' or '?' && !glued) || (c == '.' && i == sentence.Length - 1)))
            {
                return i;
            }
        }

        return sentence.Length;
    }

    // The nearest name before the clause.
    private static string Subject(string sentence, int start, IReadOnlyList<TextSpan> subjects, IReadOnlyList<TextSpan> dates)
    {
        TextSpan? nearest = null;
        foreach (TextSpan span in subjects)
        {
            if (span.Start >= 0 && span.End <= start && !IsInside(span.Start, dates) && (nearest is not { } found || span.Start > found.Start))
            {
                nearest = span;
            }
        }

        return nearest is { } name ? Clean(sentence[name.Start..name.End]) : "";
    }

    // On one line, without marks of notes and without marks at its ends.
    private static string Clean(string text)
    {
        StringBuilder line = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '[' && i + 1 < text.Length && text[i + 1] == '^' && text.IndexOf(']', i) is int close && close > i)
            {
                i = close;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (c is not ('¹' or '²' or '³' or (>= '\u2070' and <= '\u2079') or '*' or '|'))
            {
                line.Append(c);
            }
        }

        return line.ToString().Trim(' ', ',', ';', ':', '-', '–', '—', '.');
    }

    private static string Cut(string line, int longest)
    {
        if (line.Length <= longest)
        {
            return line;
        }

        // At the end of a part where one is near, else at the end of a word.
        int comma = line.LastIndexOf(", ", longest, StringComparison.Ordinal);
        int space = line.LastIndexOf(' ', longest - 1);
        int at = comma > longest * 2 / 3 ? comma : space > 0 ? space : longest;
        string cut = line[..at];
        return cut.TrimEnd(' ', ',', ';', ':', '-', '–', '(') + Omission;
    }

    private static string Capital(string label, bool begins) =>
        begins && label.Length > 0 && char.IsLower(label[0]) ? char.ToUpperInvariant(label[0]) + label[1..] : label;
}
