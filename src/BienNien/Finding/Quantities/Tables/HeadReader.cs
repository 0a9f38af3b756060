using System.Globalization;
using System.Text;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Tables;

/// <summary>Reads what a head cell says: label, unit, time, kind of comparison. Immutable.</summary>
internal sealed class HeadReader(HeadWords words, UnitReader units)
{
    private const int MostTokens = 128;
    private const int FirstYear = 1800;
    private const int LastYear = 2100;

    /// <summary>The words that heads are told by.</summary>
    public HeadWords Words => words;

    /// <summary>Reads units.</summary>
    public UnitReader Units => units;

    /// <summary>Whether a number may be a year.</summary>
    public static bool IsYear(in Token token) => token is { IsNumber: true, Length: 4, Number: >= FirstYear and <= LastYear };

    /// <summary>Whether a cell holds a year, or two that are compared: <c>2018/2017</c>.</summary>
    public static bool IsYears(Sentence words) =>
        IsYear(words[0]) && (words.Count == 1 || (words.Count == 3 && words.Surface(1) is "/" or "-" or "–" && IsYear(words[2])));

    /// <summary>Reads a head.</summary>
    /// <param name="document">The document.</param>
    /// <param name="all">All words of the cell.</param>
    /// <param name="mentions">The mentions of the document.</param>
    public Head Read(TokenizedDocument document, Sentence all, CellMentions mentions)
    {
        Sentence head = all.Count <= MostTokens ? all : new Sentence(document, new SentenceRange(all.FirstToken, all.FirstToken + MostTokens, all.BlockIndex));
        Span<bool> taken = stackalloc bool[head.Count];
        int depth = Numbering(head, taken);
        (string period, string compared, bool slash, int periodAt) = Times(head, mentions, taken);
        (TableUnit unit, bool percent) = UnitOf(document, head, taken);

        // Which roles its words have; the first of them tells what kind of column it is.
        HeadRoles roles = HeadRoles.None;
        HeadRoles leading = HeadRoles.None;
        int first = Free(head, taken, 0);
        int leadingEnd = first;
        bool axis = true;
        int comparesAt = -1;
        for (int i = 0; i < head.Count;)
        {
            int length = taken[i] ? 0 : words.At(head, i, out HeadRoles role) is var found and > 0 && Given(role, ref roles) ? found : 0;
            if (length > 0 && comparesAt < 0 && (roles & HeadRoles.Compare) != 0)
            {
                comparesAt = i;
            }

            if (i == first && length > 0)
            {
                (leading, leadingEnd) = (roles, first + length);
            }

            int end = i + Math.Max(1, length);
            for (; i < end && i < head.Count; i++)
            {
                slash |= !taken[i] && head[i].IsMark && head.Surface(i) is "/";
                axis &= taken[i] || (head[i].IsWord ? words.IsAxis(head[i]) : !head[i].IsNumber);
            }
        }

        if (axis && head[first].Word == words.Area && unit.IsKnown && units.IsMeasure(unit) && unit.Text is not ("đồng" or "USD" or "%"))
        {
            (axis, roles, leading) = (false, HeadRoles.None, HeadRoles.None);
        }

        if ((leading & HeadRoles.Part) != 0)
        {
            taken[first..leadingEnd].Fill(true);
            depth = depth == Head.Ordinary ? Head.Dashed : depth;
        }

        // “So với năm 2021”: the only time is the one that is compared with.
        if (compared.Length == 0 && comparesAt >= 0 && comparesAt < periodAt)
        {
            (period, compared) = ("", period);
        }

        (string label, int count, bool upper, int labelFirst, int labelEnd) = Label(head, taken);
        bool only = labelEnd <= leadingEnd && (leading & HeadRoles.Part) == 0 && leadingEnd > first;
        bool place = label.Length > 0 && IsPlace(head, mentions, labelFirst, labelEnd);
        bool names = label.Length > 0 && !axis && !place && (leading & (HeadRoles.Generic | HeadRoles.Total | HeadRoles.Whole)) == 0;
        return new Head
        {
            Label = axis ? "" : label,
            LabelWords = axis ? 0 : count,
            Span = all.Span(0, all.Count),
            Roles = roles,
            Leading = leading,
            IsOnlyLeading = only,
            IsAxis = axis,
            HasPercent = percent,
            HasSlash = slash,
            Period = period,
            Base = compared,
            Unit = unit,
            Counted = label.Length > 0 && !axis ? Counted(head, labelFirst) : default,
            Named = names ? units.Named(document, head, labelFirst, labelEnd) : default,
            IsPlace = place,
            IsAllUpper = upper,
            Depth = depth,
        };
    }

    private static bool Given(HeadRoles role, ref HeadRoles roles)
    {
        roles |= role;
        return true;
    }

    private static int Free(Sentence head, ReadOnlySpan<bool> taken, int at)
    {
        while (at < head.Count && (taken[at] || !head[at].IsWord))
        {
            at++;
        }

        return at;
    }

    // “I.”, “1.2.”, “a)”, “-”: what numbers a row is no part of its label.
    private static int Numbering(Sentence head, Span<bool> taken)
    {
        Token first = head[0];
        if (first.IsMark)
        {
            int depth = head.Surface(0) is "+" ? Head.Dashed + 1 : head.Surface(0) is "*" ? Head.Dashed - 1 : head.Surface(0) is "-" or "–" or "•" or "●" or "−" or "▪" ? Head.Dashed : -1;
            taken[0] = depth > 0;
            return depth > 0 ? depth : Head.Ordinary;
        }

        bool closed = head[1].IsMark && head.Surface(1) is "." or ")" or "/" && !head[1].SpaceBefore;
        if (!closed)
        {
            return Head.Ordinary;
        }

        if (first.IsWord && (first.IsRoman || (first.Length == 1 && first.Capitalised)))
        {
            taken[..2].Fill(true);
            return Head.Section;
        }

        if (first is { IsWord: true, Length: 1 })
        {
            taken[..2].Fill(true);
            return Head.Ordinary + 1;
        }

        if (!first.IsNumber || first.Length > 2)
        {
            return Head.Ordinary;
        }

        int end = 2;
        int deeper = 0;
        while (head[end] is { IsNumber: true, Length: <= 2, SpaceBefore: false })
        {
            deeper++;
            end += head[end + 1].IsMark && head.Surface(end + 1) is "." or ")" && !head[end + 1].SpaceBefore ? 2 : 1;
        }

        if (!head[end].IsWord)
        {
            return Head.Ordinary;
        }

        taken[..end].Fill(true);
        return Math.Min(Head.Ordinary + deeper, Head.Dashed - 1);
    }

    // The times in the head: one, or two of which the first is compared with the second.
    private (string Period, string Base, bool Slash, int At) Times(Sentence head, CellMentions mentions, Span<bool> taken)
    {
        string period = "";
        string compared = "";
        bool slash = false;
        int at = -1;
        int last = head.FirstToken + head.Count;
        int mention = mentions.From(head.FirstToken);
        for (int i = 0; i < head.Count; i++)
        {
            if (taken[i])
            {
                continue;
            }

            // “2022/2021”: the later over the earlier; “2003/2004” is a year of a school.
            if (IsYear(head[i]) && head[i + 1].IsMark && head.Surface(i + 1) is "/" or ":" && IsYear(head[i + 2]) && head[i + 2].Number < head[i].Number)
            {
                Take(YearOf(head[i]), ref period, ref compared);
                Take(YearOf(head[i + 2]), ref period, ref compared);
                at = at < 0 ? i : at;
                taken[i..(i + 3)].Fill(true);
                LeadIn(head, taken, i);
                slash = true;
                continue;
            }

            while (mention < mentions.Count && mentions[mention].FirstToken < head.FirstToken + i)
            {
                mention++;
            }

            int end = -1;
            for (int m = mention; m < mentions.Count && mentions[m].FirstToken == head.FirstToken + i && mentions[m].EndToken <= last; m++)
            {
                if (mentions[m].Mention.Value is TimeValue { Type: TimexType.Date, Invalid: false } time && time.Value != TimeValue.PresentReference)
                {
                    Take(time.Value, ref period, ref compared);
                    end = mentions[m].EndToken - head.FirstToken;
                }
            }

            if (end < 0 && IsYear(head[i]) && !(head[i - 1].IsMark && !head[i].SpaceBefore && i > 1 && head[i - 2].IsNumber))
            {
                Take(YearOf(head[i]), ref period, ref compared);
                end = i + 1;
            }

            if (end > i)
            {
                at = at < 0 ? i : at;
                taken[i..end].Fill(true);
                LeadIn(head, taken, i);
            }
        }

        return (period, compared, slash, at);

        static void Take(string value, ref string period, ref string compared)
        {
            if (period.Length == 0)
            {
                period = value;
            }
            else if (compared.Length == 0 && value != period)
            {
                compared = value;
            }
        }
    }

    private static string YearOf(in Token token) => token.Number.ToString("0000", CultureInfo.InvariantCulture);

    // “Giai đoạn 2016 - 2020”, “đến ngày 30/6”: the words before a time that belong to it.
    private void LeadIn(Sentence head, Span<bool> taken, int at)
    {
        for (int i = at - 1; i >= 0 && !taken[i] && words.LeadsTime(head[i]); i--)
        {
            taken[i] = true;
        }
    }

    private (TableUnit Unit, bool Percent) UnitOf(TokenizedDocument document, Sentence head, Span<bool> taken)
    {
        TableUnit unit = default;
        bool percent = false;
        for (int i = 0; i < head.Count; i++)
        {
            if (taken[i] || !head[i].IsMark)
            {
                continue;
            }

            ReadOnlySpan<char> mark = head.Surface(i);
            if (mark is "(" or "[")
            {
                int close = i + 1;
                while (close < head.Count && head.Surface(close) is not (")" or "]"))
                {
                    close++;
                }

                TableUnit read = InBrackets(document, head, i + 1, Math.Min(close, head.Count));
                if (read.IsKnown || SaysNothing(head, i + 1, close))
                {
                    unit = unit.Or(read);
                    taken[i..Math.Min(close + 1, head.Count)].Fill(true);
                }
            }
            else if (mark is "%" or "‰")
            {
                percent = true;
                taken[i] = true;
            }
            else if (mark is "," or "-" or "–" or ":" && !unit.IsKnown && units.Read(document, head, i + 1, head.Count, isTold: false) is { IsKnown: true } trailing && units.IsMeasure(trailing))
            {
                unit = trailing;
                taken[i..].Fill(true);
            }
        }

        return (unit.IsKnown || !percent ? unit : new TableUnit("%", 1), percent || unit.Text is "%" or "‰");
    }

    private TableUnit InBrackets(TokenizedDocument document, Sentence head, int first, int end)
    {
        int from = Announced(head, first, end);
        return units.Read(document, head, from > 0 ? from : first, EndOfUnit(head, from > 0 ? from : first, end), from > 0);
    }

    /// <summary>Where a unit begins that <c>Đơn vị tính:</c> announces; 0 when none is announced.</summary>
    public int Announced(Sentence head, int first, int end)
    {
        int length = words.At(head, first, out HeadRoles role);
        bool announces = length > 0 && (role & HeadRoles.Unit) != 0;
        if (!announces && head.Has(first, words.Unit.AsSpan()))
        {
            (announces, length) = (head[first + 2].IsMark, 2);
        }

        int at = first + length;
        while (at < end && head[at].IsMark && head.Surface(at) is ":" or "." or "-" or "(")
        {
            at++;
        }

        return announces && at < end ? at : 0;
    }

    /// <summary>Where a unit that may be followed by other words ends.</summary>
    public static int EndOfUnit(Sentence head, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (head[i].IsMark && head.Surface(i) is "," or ";" or "(" or ")" or "]" && i > first)
            {
                return i;
            }
        }

        return end;
    }

    // “(1)”, “(4 = 3/2)”, “(A)”, “(*)”: the number of a column or a note.
    private static bool SaysNothing(Sentence head, int first, int end)
    {
        for (int i = first; i < end && i < head.Count; i++)
        {
            if (head[i].IsWord && head[i].Length > 1)
            {
                return false;
            }
        }

        return true;
    }

    private TableUnit Counted(Sentence head, int at)
    {
        if (head[at].Word == words.Sum && head[at + 1].Word == words.Number)
        {
            at++;
        }

        return head[at].Word == words.Number ? units.Counted(head, at + 1) : default;
    }

    private static (string Label, int Words, bool Upper, int First, int End) Label(Sentence head, ReadOnlySpan<bool> taken)
    {
        int first = 0;
        int end = head.Count;
        while (first < end && (taken[first] || IsEdge(head, first)))
        {
            first++;
        }

        while (end > first && (taken[end - 1] || IsEdge(head, end - 1)))
        {
            end--;
        }

        StringBuilder label = new();
        int count = 0;
        bool upper = true;
        for (int i = first; i < end; i++)
        {
            if (taken[i] || head[i].Kind == TokenKind.NoteMark)
            {
                continue;
            }

            if (label.Length > 0 && head[i].SpaceBefore)
            {
                label.Append(' ');
            }

            label.Append(head.Surface(i));
            count += head[i].IsWord ? 1 : 0;
            upper &= !head[i].IsWord || head[i].AllUpper;
        }

        return (label.ToString(), count, upper && count > 1, first, end);
    }

    private static bool IsEdge(Sentence head, int at) =>
        head[at].Kind == TokenKind.NoteMark || (head[at].IsMark && head.Surface(at)[0] is not ('“' or '"' or '(' or ')' or '[' or ']' or '‘' or '’' or '”'));

    private static bool IsPlace(Sentence head, CellMentions mentions, int first, int end)
    {
        for (int m = mentions.From(head.FirstToken); m < mentions.Count && mentions[m].FirstToken <= head.FirstToken + first; m++)
        {
            if (mentions[m].Mention.Kind is MentionKind.Place or MentionKind.Organisation && mentions[m].FirstToken == head.FirstToken + first && mentions[m].EndToken >= head.FirstToken + end)
            {
                return true;
            }
        }

        return false;
    }
}
