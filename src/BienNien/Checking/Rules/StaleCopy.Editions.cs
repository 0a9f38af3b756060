using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Which congress, session or term a text is of, the years it tells of, the slogans and names that it quotes.
internal sealed partial class StaleCopy
{
    private const int LongestEvent = 14;
    private const int LeastSpan = 15;
    private const int NearTerm = 4;
    private const int LongestQuote = 40;

    private void CheckEditions(MentionView view, int end, List<int> years, DiagnosticSink found)
    {
        for (int at = 0; at < end; at++)
        {
            if (EditionAt(view, at) is not { } title)
            {
                continue;
            }

            bool alone = true;
            for (int other = 0; other < end; other++)
            {
                alone &= other == at || EditionAt(view, other) is not { } second || !IsSameEvent(view, title, second);
            }

            for (int below = end; alone && below < view.Tokens.Length; below++)
            {
                if (EditionAt(view, below) is { } said && title.Value - said.Value is 1 or 2 && IsSameEvent(view, title, said) && IsOwn(view, end, said, years, title.Value - said.Value))
                {
                    ReportTitle(view, found, view.SpanOf(said.Figure, said.End), view.SpanOf(title.First, title.End), DiagnosticConfidence.Likely);
                }
            }
        }
    }

    // “lần thứ XXIII”, “kỳ họp thứ mười hai”, “khóa XI”, with the word of the thing that is held.
    private Edition? EditionAt(MentionView view, int at)
    {
        if (_editions.Terms.Contains(view[at]))
        {
            return _ordinals.Read(view, at + 1, out int after) is > 1 and < 1000 and var term && !view.Tokens[at + 1].IsWord ? new Edition(at, at + 1, after, at, term) : null;
        }

        if (view[at].Word != _titles.Ordinal || _ordinals.Read(view, at + 1, out int end) is not (> 1 and < 1000 and var value))
        {
            return null;
        }

        bool time = view[at - 1].Word == _titles.Time;
        for (int i = at - 1; i >= 0 && i >= at - LongestEvent; i--)
        {
            if (_editions.Events.Contains(view[i]))
            {
                return time || i == at - 1 ? new Edition(time ? at - 1 : at, at + 1, end, i, value) : null;
            }
        }

        return null;
    }

    private bool IsSameEvent(MentionView view, Edition one, Edition other) =>
        view[one.Event].Word == view[other.Event].Word && (_editions.Terms.Contains(view[one.Event]) || view.IsSameWord(one.Event - 1, other.Event - 1)
            || (view[one.Event + 2].IsWord && view.IsSameWord(one.Event + 1, other.Event + 1) && view.IsSameWord(one.Event + 2, other.Event + 2)));

    // Whether the words speak of the text's own congress or session: its years follow, or the sentence says “this”, “today”.
    private bool IsOwn(MentionView view, int titleEnd, Edition said, List<int> years, int less)
    {
        for (int at = said.End; at < said.End + NearTerm; at++)
        {
            if (view.At(at) is { } mention && Told.Date(mention) is { IsInterval: true, Start: { Year: { } from, Month: null } } term)
            {
                return HasTerm(view, titleEnd, from, term.End.Year);
            }
        }

        (int start, int stop) = view.SentenceOf(said.Figure);
        // “Nghị quyết này đã được …, kỳ họp thứ mười thông qua”
        bool itself = _frames.Papers.Contains(view[start]) && _editions.This.Contains(view[start + 2]);
        if (less == 2 && !itself)
        {
            return false;
        }

        // “Lễ khai mạc Đại hội … lần thứ VIII diễn ra ngày 26/3/2025”: a date of the year that the title names.
        bool present = itself || ((years.Count == 1 ? years[0] : OnlyYear(view, titleEnd)) is { } year && !HasPast(view, start, stop) && TellsDay(view, said.End, stop, year));
        for (int at = start; at < said.First; at++)
        {
            bool that = _editions.This.Contains(view[at]);
            present |= that || _editions.Opens.Contains(view[at]);
            if (_editions.Before.Contains(view[at]) && !_editions.This.Contains(view[at + 1]))
            {
                return false;
            }
        }

        return present;
    }

    private static bool HasTerm(MentionView view, int end, int from, int? to)
    {
        for (int at = 0; at < end; at++)
        {
            if (view.At(at) is { } mention && Told.Date(mention) is { Start.Year: { } first } term && first == from && term.End.Year == to)
            {
                return true;
            }
        }

        return false;
    }

    // “Danh sách Bí thư (1930 - 2022)” over a part of the book of 1930 - 2023
    private void CheckCovered(MentionView view, int end, DiagnosticSink found)
    {
        Mention? own = null;
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Kind != MentionKind.Time || mention.Value is not TimeValue { Implicit: false }
                || Told.Date(mention) is not { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known, Start: { Year: { } from, Month: null }, End: { Year: { } to, Month: null } })
            {
                continue;
            }

            int first = view.RangeOf(mention.Span).First;
            if (first < end)
            {
                if (own is not null || to - from < LeastSpan)
                {
                    return;
                }

                own = mention;
            }
            else if (own is null)
            {
                return;
            }
            else if ((IsHeading(view, first) || IsQuoted(view, first) || IsSameName(view, own, mention)) && Told.Date(own) is { } title && from == title.Start.Year && title.End.Year - to is (1 or 2 or 5))
            {
                ReportTitle(view, found, mention.Span, own.Span, DiagnosticConfidence.Likely);
            }
        }
    }

    // “kỷ niệm 70 năm Chiến thắng …” where the text begins, and on the banner “kỷ niệm 65 năm Chiến thắng …”
    private void CheckBanners(MentionView view, int end, DiagnosticSink found)
    {
        int last = end > 0 ? end : view.Tokens.Length > 0 ? view.SentenceOf(0).End : 0;
        int count = -1;
        for (int at = 1; at < last && count < 0; at++)
        {
            count = IsCount(view, at) ? at : -1;
        }

        for (int at = last; count >= 0 && at < view.Tokens.Length; at++)
        {
            // Ten years and five are between the great anniversaries, whose texts are copied too.
            if (IsCount(view, at) && (view[count].Number - view[at].Number) is var less && (less is 2 or 3 or 5 or 10 || (less == 1 && end == 0)) && IsQuoted(view, at) && IsSameAfter(view, count, at)
                && !TellsYear(view, at))
            {
                ReportTitle(view, found, view.SpanOf(at, at + 2), view.SpanOf(count, count + 2), DiagnosticConfidence.Likely);
            }
        }
    }

    private bool IsCount(MentionView view, int at) =>
        view[at] is { IsNumber: true, Length: <= 3, Number: >= LeastYears } && view[at + 1].Word == _titles.Year && _editions.Keeps.Contains(view[at - 1]) && view[at + 2].IsWord;

    private static bool IsSameAfter(MentionView view, int one, int other)
    {
        for (int i = 2; i < SameWords + 2; i++)
        {
            if (!view[one + i].IsWord || !view.IsSameWord(one + i, other + i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TellsYear(MentionView view, int token)
    {
        (int from, int to) = view.SentenceOf(token);
        for (int at = from; at < to; at++)
        {
            if (view.At(at) is { } mention && Told.Date(mention) is { Start.Year: not null })
            {
                return true;
            }
        }

        return false;
    }

    // The papers of the meeting “…” of 2025 will be printed in those of the meeting “…” of 2024.
    private void CheckNamed(MentionView view, DiagnosticSink found)
    {
        for (int at = 1; at + 1 < view.Tokens.Length; at++)
        {
            if (YearOfName(view, at) is not { } said || Opening(view, at - 1) is not (>= 0 and var open) || !HasWill(view, view.SentenceOf(at).First, at))
            {
                continue;
            }

            for (int before = 1; before < open; before++)
            {
                if (YearOfName(view, before) is { } year && year - said == 1 && IsSameQuote(view, before - 1, at - 1, at - 1 - open))
                {
                    ReportTitle(view, found, view.SpanOf(at, at + 2), view.SpanOf(before, before + 2), DiagnosticConfidence.Likely);
                    break;
                }
            }
        }
    }

    private int? YearOfName(MentionView view, int at) =>
        view[at].Word == _titles.Year && _titles.Quotes.Contains(view[at - 1]) && view[at + 1] is { IsNumber: true, Length: 4 } year ? year.Number : null;

    private int Opening(MentionView view, int close)
    {
        for (int at = close - 1; at >= 0 && at >= close - LongestQuote; at--)
        {
            if (_titles.Quotes.Contains(view[at]))
            {
                return close - at > SameWords ? at : -1;
            }
        }

        return -1;
    }

    private static bool IsSameQuote(MentionView view, int one, int other, int length)
    {
        for (int i = 1; i < length; i++)
        {
            if (one - i < 0 || !view.IsSameWord(one - i, other - i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Which one of a row of meetings is told.</summary>
    private readonly record struct Edition(int First, int Figure, int End, int Event, int Value);

    /// <summary>The words of what is held again and again.</summary>
    private sealed class Editions(Vocabulary.Builder words)
    {
        public WordSet Events { get; } = words.AddSet("hội", "thi", "giải", "họp", "hoan", "diễn", "lãm", "trại", "thao", "nghị");

        public WordSet Terms { get; } = words.AddSet("khóa", "khoá");

        public WordSet This { get; } = words.AddSet("này", "nay");

        public WordSet Opens { get; } = words.AddSet("mời", "mừng", "chúc", "chức", "mạc");

        public WordSet Keeps { get; } = words.AddSet("niệm", "mừng");

        // What was decided, done or said at an earlier one.
        public WordSet Before { get; } = words.AddSet("hiện", "kết", "trước", "từ", "sau", "với", "qua", "thế", "số", "quyết", "theo", "tại", "tiếp", "nối", "cũ", "so", "công", "giám", "sửa", "bãi", "nhớ", "nếu", "khác");
    }
}
