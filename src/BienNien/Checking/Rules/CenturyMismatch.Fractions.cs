using BienNien.Checking.Arithmetic;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Text;

namespace BienNien.Checking.Rules;

// Quarters, thirds and decades of a century: “năm 1892, thuộc phần tư cuối của thế kỷ XIX”.
internal sealed partial class CenturyMismatch
{
    private void CheckParts(MentionView view, DiagnosticSink found)
    {
        for (int at = 0; at + 3 < view.Tokens.Length; at++)
        {
            CheckDecade(view, at, found);
            if (PartAt(view, at) is not { } part)
            {
                continue;
            }

            Mention? years = Beside(view, at, part.End);
            if (years is not null && Years(years) is { } said && (said.First > part.Years.Last || said.Last < part.Years.First))
            {
                TextSpan era = view.SpanOf(at, part.End);
                Report(found, view, era, years.Span, view.Both(era, years.Span), (said.First + said.Last) / 2);
            }
        }
    }

    // “những năm 1920 của thế kỷ XIX”
    private void CheckDecade(MentionView view, int at, DiagnosticSink found)
    {
        if (view[at] is not { IsNumber: true, Length: 4 } decade || decade.Number % 10 != 0 || !_fractions.Years.Contains(view[at - 1]))
        {
            return;
        }

        int next = view[at + 1].Word == _fractions.Of ? at + 2 : at + 1;
        next = view[next].Word == _fractions.Age ? next + 1 : next;
        if (_fractions.Centuries.Contains(view[next]) && view[next + 1] is { IsRoman: true, Number: > 0 and <= 21 } century && (decade.Number / 100) + 1 != century.Number && decade.Number != century.Number * 100)
        {
            Report(found, view, view.SpanOf(at + 1, next + 2), view.SpanOf(at, at + 1), view.SpanOf(at - 1, next + 2), decade.Number + 1);
        }
    }

    // “phần tư đầu của thế kỷ XX”, “một phần ba cuối thế kỷ XIX”, “thập niên thứ hai của thế kỷ XX”
    private (int End, Range Years)? PartAt(MentionView view, int at)
    {
        double length = !_fractions.Part.Contains(view[at]) ? 0 : view[at + 1].Word == _fractions.Quarter ? 25 : view[at + 1].Word == _fractions.Third ? 100 / 3.0
            : _fractions.Decade.Contains(view[at + 1]) ? 10 : 0;

        // “ba thập niên đầu”: thirty years.
        if (length == 0 || (length == 10 && (view[at - 1].IsNumber || _fractions.Several.Contains(view[at - 1]))))
        {
            return null;
        }

        int parts = (int)(100 / length);
        int which = _fractions.First.Contains(view[at + 2]) ? 1 : _fractions.Last.Contains(view[at + 2]) ? parts : 0;
        int next = view[at + 3].Word == _fractions.Very ? at + 4 : at + 3;
        if (which == 0 && view[at + 2].Word == _fractions.Ordinal)
        {
            which = _fractions.Ordinals.Read(view, at + 3, out next);
        }

        next = view[next].Word == _fractions.Of ? next + 1 : next;
        next = view[next].Word == _fractions.Age ? next + 1 : next;
        if (which < 1 || which > parts || !_fractions.Centuries.Contains(view[next]) || view[next + 1] is not { IsRoman: true, Number: > 0 and <= 21 } century)
        {
            return null;
        }

        double start = ((century.Number - 1) * 100) + ((which - 1) * length);
        return (next + 2, new Range((int)start - EdgeYears, (int)(start + length) + EdgeYears, true));
    }

    // The year in brackets after it, or the one placed there before it.
    private Mention? Beside(MentionView view, int first, int end)
    {
        for (int at = end; at < end + 4; at++)
        {
            if (view.At(at) is { } after)
            {
                if (_gloss.Between(view, end, view.RangeOf(after.Span).First) != GlossKind.None)
                {
                    return after;
                }

                break;
            }
        }

        // “Thập niên đầu của thế kỷ XX, phong trào Duy Tân (1906 - 1908) …”
        if (view[end].Word == _comma && _nouns.Contains(view[end + 1]) && first - view.SentenceOf(first).First <= 2)
        {
            for (int at = end + 2; at < end + LongestName; at++)
            {
                if (view.At(at) is { } named)
                {
                    return view[at - 1].Word == _open && IsNamed(view, end + 1, at - 1) ? named : null;
                }
            }
        }

        for (int at = first - 1; at >= 0 && at >= first - 6 && view.BlockOf(at) == view.BlockOf(first); at--)
        {
            if (view.At(at) is { } before)
            {
                return first - at > 1 ? before : null;
            }

            if (!_happens.Contains(view[at]))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The words of parts of a century.</summary>
    private sealed class Fractions(Vocabulary.Builder words)
    {
        public WordSet Part { get; } = words.AddSet("phần", "thập");

        public int Quarter { get; } = words.Add("tư");

        public int Third { get; } = words.Add("ba");

        public WordSet Decade { get; } = words.AddSet("niên", "kỷ");

        public WordSet First { get; } = words.AddSet("đầu");

        public WordSet Last { get; } = words.AddSet("cuối", "chót");

        public WordSet Years { get; } = words.AddSet("năm", "niên", "kỷ");

        // “thập niên đầu tiên”
        public int Very { get; } = words.Add("tiên");

        public int Ordinal { get; } = words.Add("thứ");

        public WordSet Several { get; } = words.AddSet("hai", "ba", "bốn", "năm", "sáu", "mấy", "vài", "những", "các", "nhiều");

        public int Age { get; } = words.Add("thế");

        public int Of { get; } = words.Add("của");

        public WordSet Centuries { get; } = words.AddSet("kỷ", "kỉ", "TK");

        public OrdinalReader Ordinals { get; } = new(words);
    }
}
