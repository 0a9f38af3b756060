using System.Collections.Immutable;
using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;
using NodaTime;
using Amount = BienNien.Checking.Arithmetic.Amount;

namespace BienNien.Checking.Rules;

/// <summary>CHK014. A word of rising or falling, of more or less, that the figures beside it contradict: “từ 120 hộ tăng lên 95 hộ”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: DirectionMismatch.md, beside this file.</remarks>
internal sealed class DirectionMismatch : ICheck
{
    private static readonly LocalDate _origin = new(1, 1, 1);

    private readonly AmountReader _amounts;
    private readonly DirectionWords _words;

    public DirectionMismatch(Vocabulary.Builder words, AmountReader amounts)
    {
        _amounts = amounts;
        _words = new DirectionWords(words);
    }

    /// <inheritdoc/>
    public RuleId Id { get; } = new("CHK014");

    /// <inheritdoc/>
    public string Slug => "direction-mismatch";

    /// <inheritdoc/>
    public DiagnosticSeverity Severity => DiagnosticSeverity.Error;

    /// <inheritdoc/>
    public void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        AmountLines amounts = new(analysis, WithLengths(analysis, _amounts.Read(analysis)));
        Reading reading = new(analysis, amounts, found, token => _amounts.IsCaveat(analysis.Tokens, token));
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            for (int at = sentence.First; at < sentence.End; at++)
            {
                if (amounts.At(at) is not null)
                {
                    continue;
                }

                if (_words.From.Contains(reading[at]))
                {
                    FromTo(reading, sentence, at);
                }
                else if (_words.TurnAt(reading.Tokens, at) is { Length: > 0, IsBare: false } turned)
                {
                    Turned(reading, sentence, at, turned);
                    Onward(reading, sentence, at, turned);
                    Series(reading, sentence, at, turned);
                    Difference(reading, sentence, at, turned);
                    Verdict(reading, sentence, at, turned);
                }

                Balance(reading, sentence, at);
                if (_words.Plan(reading.Tokens, at) is { Length: > 0 } exceeded)
                {
                    if (Exceeded(reading, sentence, at, exceeded))
                    {
                        continue;
                    }

                    if (exceeded.Length > 1)
                    {
                        Verdict(reading, sentence, at, exceeded);
                    }
                }

                if (_words.ComparisonAt(reading.Tokens, at) is { Length: > 0 } compared)
                {
                    if (!compared.IsTime)
                    {
                        Compared(reading, sentence, at, compared);
                    }

                    Deadline(reading, sentence, at, compared);
                    Named(reading, sentence, at, compared);
                    Difference(reading, sentence, at, compared);
                    Verdict(reading, sentence, at, compared);
                    Series(reading, sentence, at, compared);
                }
            }
        }

        Cells(reading);
        foreach (Claim claim in analysis.Claims)
        {
            if (claim is FigureClaim { Turn: not FigureTurn.None } figure)
            {
                Related(reading, figure);
            }
        }
    }

    // “xuất khẩu 45 triệu USD và nhập khẩu 52 triệu USD, tức xuất siêu 7 triệu USD”.
    private void Balance(Reading reading, SentenceRange sentence, int at)
    {
        foreach (BalanceWord word in _words.Balances)
        {
            if (!reading.View.Has(at, word.Says) || at + word.Says.Length > sentence.End)
            {
                continue;
            }

            Amount? one = null;
            Amount? other = null;
            foreach (Amount amount in reading.Amounts.Within(sentence.First, at))
            {
                bool more = Behind(reading, sentence, amount, word.More);
                bool less = Behind(reading, sentence, amount, word.Less);
                (one, other) = (more && !less ? amount : one, less && !more ? amount : other);
            }

            if (one is not null && other is not null && one.Base == other.Base && Sense(one, other) > 0)
            {
                reading.Report(at, at + word.Says.Length, one, other, -1);
            }

            return;
        }
    }

    // Whether words lead to a figure with nothing counted between.
    private static bool Behind(Reading reading, SentenceRange sentence, Amount amount, ImmutableArray<ImmutableArray<int>> words)
    {
        for (int at = amount.First - 1; at >= Math.Max(sentence.First, amount.First - 5) && !reading[at].IsMark && reading.Amounts.At(at) is null; at--)
        {
            foreach (ImmutableArray<int> phrase in words)
            {
                if (reading.View.Has(at, phrase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // “| 64 | 52 | Tăng 12 |”: a cell that tells the change between the two before it.
    private void Cells(Reading reading)
    {
        foreach (TableNumbers table in TableNumbers.Of(reading.Analysis.Document))
        {
            for (int row = table.HeadRows; row < table.Rows && !table.IsMerged; row++)
            {
                for (int column = 2; column < table.Columns; column++)
                {
                    if (table.Number(row, column) is null && table.Number(row, column - 1) is { } now && table.Number(row, column - 2) is { } then && table.Cell(row, column) is { } cell)
                    {
                        Cell(reading, cell, then, now);
                    }
                }
            }
        }
    }

    private void Cell(Reading reading, Block cell, CellNumber then, CellNumber now)
    {
        int first = reading.RangeOf(cell.Span).First;
        int end = reading.RangeOf(cell.Span).End;
        while (first < end && !reading[first].IsWord)
        {
            first++;
        }

        if (first >= end || _words.TurnAt(reading.Tokens, first) is not { Length: > 0 } turn || reading[first + turn.Length] is not { IsNumber: true } number
            || !Figure.TryReadWritten(reading.Words(TextSpan.Between(number.Start, cell.Span.End)), out decimal change, out _) || Math.Abs(now.Value - then.Value) != change || Math.Sign(now.Value - then.Value) != -turn.Sense)
        {
            return;
        }

        string right = turn.Sense > 0 ? "giảm" : "tăng";
        int last = first + turn.Length;
        reading.Tell(first, last + 1, reading.Words(then.Span), reading.Words(now.Span), right, turn.Sense > 0 ? "it fell" : "it rose", now.Span);
    }

    // “từ A tăng lên B”, “tăng từ A lên B”, “rút ngắn từ A xuống còn B”.
    private void FromTo(Reading reading, SentenceRange sentence, int from)
    {
        ReadOnlySpan<Amount> after = reading.Amounts.Within(from + 1, sentence.End);
        int first = 0;
        while (first < after.Length && after[first].First <= from + 3 && after[first].Unit.StartsWith("tuổi", StringComparison.Ordinal))
        {
            first++;
        }

        if (first + 1 >= after.Length || after[first].First > from + 3)
        {
            return;
        }

        Amount then = after[first];

        // “từ 42 đồng một tạ … lên 310 đồng một tạ”: what the price is for.
        bool priced = first + 2 < after.Length && after[first + 1].First == then.End && after[first + 1].Value <= after[first + 1].Scale && after[first + 1].Base != then.Base;
        Amount now = after[priced ? first + 2 : first + 1];
        if (!then.IsSingle || !now.IsSingle || now.First - then.End > 14 || !Comparable(then, now) || _words.Ranks.Contains(reading[then.First - 1]) || _words.Ranks.Contains(reading[now.First - 1]))
        {
            return;
        }

        // The words between lead to the second figure, and to nothing else.
        bool leads = false;
        bool ranges = true;
        List<(int First, int End, int Sense)> said = [];
        for (int at = priced ? after[first + 1].End : then.End; at < now.First; at++)
        {
            Token token = reading[at];
            leads |= _words.To.Contains(token);
            ranges &= !_words.To.Contains(token) || _words.Until.Contains(token);
            if (_words.TurnAt(reading.Tokens, at) is { Length: > 0 } turn)
            {
                said.Add((at, at + turn.Length, turn.Sense));
                leads |= turn.IsTo;
                ranges &= !turn.IsTo;
                at += turn.Length - 1;
            }
            else if (_words.Breaks.Contains(token))
            {
                return;
            }
        }

        for (int at = Math.Max(sentence.First, from - 5); at < from; at++)
        {
            if (_words.TurnAt(reading.Tokens, at) is { Length: > 0 } turn)
            {
                // Only the verb that “từ” belongs to: no figure, no mark between.
                if (reading.Plain(at, from) || (reading[from - 1].IsMark && _words.Onward.Contains(reading[from - 1]) && from - 1 - at - turn.Length <= 2 && reading.Plain(at, from - 1)))
                {
                    said.Insert(0, (at, at + turn.Length, turn.Sense));
                }

                at += turn.Length - 1;
            }
            else if (_words.Not.Contains(reading[at]))
            {
                return;
            }
        }

        // “tăng 120 ha, từ 1.450 ha còn 1.330 ha”
        if (reading.Amounts.Before(from, Math.Max(sentence.First, from - 8)) is { IsExact: true } change && change.Base == then.Base && change.Value == Math.Abs(then.Value - now.Value) && from - change.End <= 1)
        {
            for (int at = change.First - 2; at < change.First; at++)
            {
                if (at >= sentence.First && _words.TurnAt(reading.Tokens, at) is { Length: > 0, IsTo: false } turn && at + turn.Length == change.First)
                {
                    said.Insert(0, (at, change.First, turn.Sense));
                    leads = true;
                    break;
                }
            }
        }

        int sense = Sense(then, now);
        (int First, int End, int Sense) wrong = said.Find(word => word.Sense == -sense);
        // “giảm từ 5 đến 10%” may tell between what it fell.
        if (leads && sense != 0 && wrong.Sense != 0 && !(ranges && sense > 0))
        {
            int end = wrong.End;
            // “tăng” and “lên” one after the other are one word.
            foreach ((int next, int nextEnd, int nextSense) in said)
            {
                end = next == end && nextSense == wrong.Sense ? nextEnd : end;
            }

            reading.Report(wrong.First, end, then, now, sense);
        }
    }

    // “đạt 52 tạ/ha, cao hơn mức 55 tạ/ha”, “A (157 người) nhiều hơn B (103 người)”.
    private void Compared(Reading reading, SentenceRange sentence, int at, DirectionWord compared)
    {
        int end = at + compared.Length;
        if (reading.Amounts.Before(at, Math.Max(sentence.First, at - 10)) is not { IsSingle: true } mine || mine.IsTimes || !Follows(reading, mine.End, at) || _words.Not.Contains(reading[at - 1]))
        {
            return;
        }

        ReadOnlySpan<Amount> after = reading.Amounts.Within(end, Math.Min(sentence.End, end + 14));
        if (after.Length == 0 || !after[0].IsSingle || !Comparable(mine, after[0]) || (after[0].Unit.Length == 0) != (mine.Unit.Length == 0) || mine.Base.StartsWith("time:", StringComparison.Ordinal))
        {
            return;
        }

        // “cao hơn 25 con” tells the difference; a level stands behind “mức”, “con số”, “so với”, or in brackets behind what it is of.
        Amount other = after[0].First <= end + 1 && after.Length > 1 && Over(reading, after[0].End, after[1].First) && Comparable(mine, after[1]) ? after[1] : after[0];
        bool level = _words.Open.Contains(reading[other.First - 1]) && other.First - end >= 2;

        // “186 người, kém đợt trước tới 64 người (122 người)”: the difference, and what it is from.
        if (after.Length > 1 && _words.Open.Contains(reading[after[1].First - 1]) && after[1].First - after[0].End <= 2 && after[0].IsExact && after[1].IsExact && mine.IsExact && AmountReader.Alike(after[0], mine) && AmountReader.Alike(after[1], mine)
            && Math.Abs(mine.Value - after[1].Value) == after[0].Value)
        {
            (other, level) = (after[1], true);
        }

        // So great a figure behind a name is no difference.
        level |= other.First - end >= 2 && !other.IsPercent && mine.Value > 0 && other.Value / mine.Value is > 0.65m and < 1.6m && reading.Plain(end, other.First);
        for (int i = end; i < other.First; i++)
        {
            level |= _words.Levels.Contains(reading[i]) && other.First - i <= 3;
            if (_words.Breaks.Contains(reading[i]))
            {
                return;
            }
        }

        int sense = Sense(other, mine);
        if (level && sense == -compared.Sense)
        {
            reading.Report(at, end, mine, other, sense);
        }
    }

    // “Năm 1960 đạt 450 tấn. Năm 1961 đạt 480 tấn, giảm 30 tấn”: the change is just that of the two figures before it, the other way round.
    private void Difference(Reading reading, SentenceRange sentence, int at, DirectionWord says)
    {
        int end = at + says.Length;
        ReadOnlySpan<Amount> after = reading.Amounts.Within(end, Math.Min(sentence.End, end + 7));
        if (says.IsTo || says.IsTime || _words.Not.Contains(reading[at - 1]) || _words.Nouns.Contains(reading[at - 1]) || after.Length == 0 || after[0] is not { IsExact: true, IsTimes: false } change || !reading.Plain(end, change.First))
        {
            return;
        }

        int first = reading.FirstOfBlock(sentence);
        List<Amount> before = [];
        foreach (Amount amount in reading.Amounts.Within(Math.Max(first, at - 60), at))
        {
            if (!amount.Base.StartsWith("time:", StringComparison.Ordinal) || change.Base == amount.Base)
            {
                before.Add(amount);
            }
        }

        int last = before.Count - 1;
        if (last < 1 || !before[last].IsExact || before[last].IsTimes || at - before[last].End > 12 || !Follows(reading, before[last].End, at) || before[last].First < sentence.First)
        {
            return;
        }

        Amount now = before[last];
        Amount? then = null;
        for (int i = last - 1; i >= Math.Max(0, last - 3); i--)
        {
            Amount other = before[i];
            if (!other.IsExact || other.Base != now.Base || other.Value == now.Value || other.IsPercent != now.IsPercent || (!change.IsPercent && change.Base != now.Base && change.Unit.Length > 0 && !AmountReader.Alike(change, now)))
            {
                continue;
            }

            (Amount later, Amount earlier) = IsBase(reading, now, first) && !IsBase(reading, other, first) || Year(reading, now, sentence) is { } a && Year(reading, other, sentence) is { } b && a < b ? (other, now) : (now, other);
            decimal gap = later.Value - earlier.Value;
            bool fits = change.IsPercent && !now.IsPercent
                ? earlier.Value > 0 && change.Figure.Result is { } result && new FigureRange(Math.Abs(gap) / earlier.Value * 100, Math.Abs(gap) / earlier.Value * 100).Meets(result)
                : Math.Abs(gap) == change.Value;
            if (fits && Math.Sign(gap) == says.Sense)
            {
                return;
            }

            then ??= fits ? other : null;
        }

        if (then is not null)
        {
            reading.Report(at, change.First == end ? change.End : end, then, now, -says.Sense);
        }
    }

    // “25 đồng, đến năm 1987 đã tụt xuống 120 đồng”.
    private void Onward(Reading reading, SentenceRange sentence, int at, DirectionWord turned)
    {
        int end = at + turned.Length;
        if (!turned.IsTo || reading.Amounts.At(end) is not { IsSingle: true } now || now.First != end || now.Unit.Length == 0
            || reading.Amounts.Before(at, Math.Max(sentence.First, at - 16)) is not { IsSingle: true } then || then.Unit.Length == 0 || !Comparable(then, now) || then.IsTimes)
        {
            return;
        }

        for (int i = then.End; i < at; i++)
        {
            if (!_words.Onward.Contains(reading[i]) && reading.View.At(i) is null)
            {
                return;
            }
        }

        if (_words.From.Contains(reading[then.First - 1]) || Sense(then, now) is var sense && sense != -turned.Sense)
        {
            return;
        }

        reading.Report(at, end, then, now, -turned.Sense);
    }

    // “tăng dần: 1.200, 1.150, 1.100”.
    private void Series(Reading reading, SentenceRange sentence, int at, DirectionWord turned)
    {
        int end = at + turned.Length;
        bool steady = (turned.Length > 1 && reading.Has(end, "năm trước")) || _words.Steady.Contains(reading[end]) || _words.Steady.Contains(reading[at - 1]) || _words.Steady.Contains(reading[end + 1]);
        if (!steady || turned.IsTo || _words.Not.Contains(reading[at - 1]) || _words.Nouns.Contains(reading[at - 1]) || _words.TurnAt(reading.Tokens, end).Length > 0)
        {
            return;
        }

        ReadOnlySpan<Amount> figures = reading.Amounts.Within(end, sentence.End);
        if (figures.Length < 3 || figures[0].First - end > 8)
        {
            return;
        }

        for (int i = 0; i < figures.Length; i++)
        {
            if (!figures[i].IsSingle || !Comparable(figures[0], figures[i]) || (i > 0 && Sense(figures[i - 1], figures[i]) != -turned.Sense))
            {
                return;
            }
        }

        reading.Report(at, end, figures[0], figures[^1], -turned.Sense);
    }

    // “340 con so với 290 con, như vậy là giảm”, “kế hoạch 300 ha, thực hiện 285 ha, vượt kế hoạch”: what is made of two figures, without a third.
    private void Verdict(Reading reading, SentenceRange sentence, int at, DirectionWord says)
    {
        int end = at + says.Length;
        ReadOnlySpan<Amount> after = reading.Amounts.Within(end, Math.Min(sentence.End, end + 6));
        if (says.IsTo || says.IsTime || after.Length > 0 || _words.Not.Contains(reading[at - 1]) || _words.Nouns.Contains(reading[at - 1]))
        {
            return;
        }

        int first = reading.FirstOfBlock(sentence);
        ReadOnlySpan<Amount> before = reading.Amounts.Within(sentence.First, at);
        if (before.Length < 2 || before[^1] is not { IsSingle: true, IsTimes: false } now || before[^2] is not { IsSingle: true, IsTimes: false } then || now.Base != then.Base || now.IsPercent != then.IsPercent || now.Unit.Length == 0
            || at - now.End > 8 || now.First - then.End > 14)
        {
            return;
        }

        // “4 chỉ tiêu không đạt kế hoạch” counts plans; “mức giảm 31%, nhanh hơn” compares changes.
        if (_words.IsPlan(reading[now.End - 2]) && now.Unit.Contains("chỉ tiêu", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        for (int i = now.End; i < at; i++)
        {
            if (!_words.Verdict.Contains(reading[i]) && reading.View.At(i) is null)
            {
                return;
            }
        }

        // Which of the two is held against the other must be told: by years, by “so với”, by a plan.
        bool over = Over(reading, then.End, now.First);
        int? late = Year(reading, now, sentence);
        int? early = Year(reading, then, sentence);
        bool firstIsBase = IsBase(reading, then, first);
        bool secondIsBase = over || IsBase(reading, now, first);
        if (late is not null && early is not null && late != early)
        {
            secondIsBase = late < early;
        }
        else if (firstIsBase == secondIsBase)
        {
            return;
        }

        int sense = secondIsBase ? Sense(now, then) : Sense(then, now);
        if (sense == -says.Sense)
        {
            reading.Report(at, end, then, now, sense);
        }
    }

    private bool IsBase(Reading reading, Amount amount, int first)
    {
        for (int at = amount.First - 1; at >= Math.Max(first, amount.First - 6); at--)
        {
            if (reading[at].IsMark)
            {
                return false;
            }

            if (_words.Bases.Contains(reading[at]))
            {
                return true;
            }
        }

        return false;
    }

    // The year that a figure stands with: the nearest in its clause.
    private static int? Year(Reading reading, Amount amount, SentenceRange sentence)
    {
        for (int step = 1; step <= 10; step++)
        {
            foreach (int at in (ReadOnlySpan<int>)[amount.First - step, amount.End - 1 + step])
            {
                if (reading.View.At(at) is { Value: TimeValue { Type: TimexType.Date, Days: { IsBounded: true } days } })
                {
                    return days.First.Year;
                }
            }
        }

        return null;
    }

    // “148 nam, 112 nữ; nữ đông hơn nam”, “thôn Đông có 120 hộ, thôn Đoài có 150 hộ; thôn Đông đông hơn thôn Đoài”.
    private void Named(Reading reading, SentenceRange sentence, int at, DirectionWord compared)
    {
        int end = at + compared.Length;
        if (compared.IsTime || at == sentence.First || end >= sentence.End || reading.Amounts.At(end) is not null || compared.Length < 2)
        {
            return;
        }

        // What another year, term or class had is not compared.
        int first = HasLabel(reading, sentence.First, at) ? sentence.First : reading.FirstOfBlock(sentence);
        int left = at;
        while (left > sentence.First && at - left < 5 && !reading[left - 1].IsMark && reading.Amounts.At(left - 1) is null)
        {
            left--;
        }

        int right = end;
        while (right < sentence.End && right - end < 5 && !reading[right].IsMark && reading.Amounts.At(right) is null)
        {
            right++;
        }

        // The longest names that were told with a figure.
        (Amount Amount, int Words)? mine = null;
        for (int from = left; from < at && mine is null; from++)
        {
            mine = Told(reading, first, left, from, at);
        }

        (Amount Amount, int Words)? other = null;
        for (int to = right; to > end && other is null; to--)
        {
            other = Told(reading, first, left, end, to);
        }

        if (mine is { } a && other is { } b && a.Amount != b.Amount && Comparable(a.Amount, b.Amount) && (a.Amount.Base == b.Amount.Base || a.Amount.Class == b.Amount.Class) && Sense(b.Amount, a.Amount) is var sense && sense == -compared.Sense)
        {
            reading.Report(at, end, a.Amount, b.Amount, sense);
        }
    }

    // “Khóa III”, “Năm 1970”: the sentence speaks of one of several.
    private bool HasLabel(Reading reading, int from, int at)
    {
        for (int i = from; i + 1 < at; i++)
        {
            if ((_words.Ranks.Contains(reading[i]) && (reading[i + 1].IsNumber || reading[i + 1].IsRoman)) || reading.View.At(i) is { Value: TimeValue })
            {
                return true;
            }
        }

        return false;
    }

    // The one figure that the paragraph gave with these words: “148 nam”, “thôn Đông có 120 hộ”.
    private static (Amount Amount, int Words)? Told(Reading reading, int first, int before, int from, int to)
    {
        TextSpan name = TextSpan.Between(reading[from].Start, reading[to - 1].End);
        string words = reading.Words(name);
        Amount? found = null;
        foreach (Amount amount in reading.Amounts.Within(first, before))
        {
            bool said = amount.Unit.Equals(words, StringComparison.OrdinalIgnoreCase) && amount.IsExact;
            if (!said && words.Length > 3 && amount.IsExact && amount.Unit.Length > 0)
            {
                for (int start = Math.Max(first, amount.First - (to - from) - 3); start <= amount.First - (to - from) && !said; start++)
                {
                    said = reading.StartsWith(start, words) && reading.Plain(start, amount.First);
                }
            }

            if (said)
            {
                if (found is not null)
                {
                    return null;
                }

                found = amount;
            }
        }

        return found is null ? null : (found, to - from);
    }

    // Lengths of time that rise and fall as amounts do: “từ 15 ngày xuống còn 7 ngày”.
    private static ImmutableArray<Amount> WithLengths(DocumentAnalysis analysis, ImmutableArray<Amount> amounts)
    {
        List<Amount> all = [.. amounts];
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Value is TimeValue { Type: TimexType.Duration, Value: { Length: > 2 } length, Mod: TimexMod.None } && length[0] == 'P'
                && decimal.TryParse(length.AsSpan(length[1] == 'T' ? 2 : 1, length.Length - (length[1] == 'T' ? 3 : 2)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
            {
                string unit = length[^1] switch { 'D' => "ngày", 'H' => "giờ", 'M' => length[1] == 'T' ? "phút" : "tháng", 'Y' => "năm", 'W' => "tuần", _ => "" };
                int first = Math.Max(0, analysis.Tokens.TokenAt(mention.Span.Start));
                int end = Math.Max(first + 1, analysis.Tokens.TokenAt(mention.Span.End - 1) + 1);
                if (unit.Length > 0 && !all.Exists(amount => amount.First < end && first < amount.End))
                {
                    QuantityValue value = new(number, unit);
                    all.Add(new Amount(Figure.Of(new Mention(MentionKind.Quantity, mention.Span, mention.Rule, value), value, analysis.Document.Text.AsSpan(mention.Span.Start, mention.Span.Length)), first, end, "time:" + unit, 1, "", IsMeasure: true));
                }
            }
        }

        return all.Count == amounts.Length ? amounts : [.. all.OrderBy(static amount => amount.First)];
    }

    // “bàn giao ngày 20 tháng 8, chậm hơn 10 ngày so với hợp đồng”, where the contract says 30 tháng 8.
    private void Deadline(Reading reading, SentenceRange sentence, int at, DirectionWord compared)
    {
        if (!compared.IsTime)
        {
            return;
        }

        int days = 0;
        List<(int Day, Mention Mention)> dates = [];
        int first = reading.FirstOfBlock(sentence);
        foreach (Mention mention in reading.Analysis.Mentions)
        {
            if (mention.Value is TimeValue value)
            {
                (int from, int end) = reading.RangeOf(mention.Span);
                if (value.Type == TimexType.Duration && from >= at && from <= at + compared.Length + 5 && Days(value.Value) is { } said)
                {
                    days = said;
                }
                else if (value is { Type: TimexType.Date, Value.Length: 10, Days: { } day } && from >= first && end <= sentence.End)
                {
                    dates.Add((Period.DaysBetween(_origin, day.First), mention));
                }
            }
        }

        (int Day, Mention Mention) mine = dates.FindLast(date => date.Mention.Span.End <= reading[at].Start && date.Mention.Span.Start >= reading[sentence.First].Start);
        mine = mine.Mention is null ? dates.Find(date => date.Mention.Span.Start >= reading[at].End) : mine;
        if (days == 0 || mine.Mention is null)
        {
            return;
        }

        Mention? against = null;
        foreach ((int date, Mention mention) in dates)
        {
            if (mention != mine.Mention && mine.Day - date is var late)
            {
                // Counted with both ends or one.
                if (Math.Abs(late - (compared.Sense * days)) <= 1)
                {
                    return;
                }

                against = Math.Abs(late + (compared.Sense * days)) <= 1 ? mention : against;
            }
        }

        if (against is not null)
        {
            string a = reading.Words(mine.Mention.Span);
            string b = reading.Words(against.Span);
            reading.Tell(at, at + compared.Length, a, b, compared.Sense > 0 ? "sớm hơn" : "muộn hơn", compared.Sense > 0 ? "earlier" : "later", against.Span);
        }
    }

    // “đạt 95% kế hoạch, vượt chỉ tiêu”, “1.200 tấn, vượt kế hoạch (1.500 tấn)”, “đạt 104% kế hoạch, chưa hoàn thành chỉ tiêu”.
    private bool Exceeded(Reading reading, SentenceRange sentence, int at, DirectionWord exceeded)
    {
        int end = at + exceeded.Length;
        if (_words.Not.Contains(reading[at - 1]))
        {
            return false;
        }

        // The plan's own figure behind it, with the level before.
        ReadOnlySpan<Amount> after = reading.Amounts.Within(end, Math.Min(sentence.End, end + 7));
        Amount? before = reading.Amounts.Before(at, Math.Max(sentence.First, at - 12));
        if (after.Length > 0 && before is { IsSingle: true, IsPercent: false, IsTimes: false } && after[0] is { IsSingle: true, IsPercent: false } plan && Comparable(before, plan) && plan.Unit.Length > 0
            && exceeded.Length > 1 && (_words.Open.Contains(reading[plan.First - 1]) || _words.Levels.Contains(reading[plan.First - 1]) || _words.PlanTails.Contains(reading[plan.First - 1]))
            && Follows(reading, before.End, at) && Sense(plan, before) is var sense && sense == -exceeded.Sense)
        {
            reading.Report(at, end, before, plan, sense);
            return true;
        }

        // A percentage of the plan beside it.
        foreach (Amount amount in reading.Amounts.Within(Math.Max(sentence.First, at - 12), Math.Min(sentence.End, end + 10)))
        {
            bool first = amount.First < at;
            if (!amount.IsPercent || !amount.IsSingle || amount.Range is not { } range || !LinkOnly(reading, first ? amount.End : end, first ? at : amount.First))
            {
                continue;
            }

            bool reached = _words.Reached.Contains(reading[amount.First - 1]) && amount.First != end && (first ? _words.IsPlan(reading[amount.End]) || exceeded.Length > 1 : exceeded.Length > 1);
            if (reached && ((exceeded.Sense > 0 && range.Most < 100) || (exceeded.Sense < 0 && range.Least > 100)) && amount.Value is > 20 and < 400)
            {
                bool less = amount.Value < 100;
                reading.Tell(at, end, reading.Words(amount.Span), "100%", less ? "thấp hơn" : "cao hơn", less ? "less" : "more", amount.Span);
                return true;
            }
        }

        return false;
    }

    private bool LinkOnly(Reading reading, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (!_words.Links.Contains(reading[at]) && reading.View.At(at) is null)
            {
                return false;
            }
        }

        return true;
    }

    // Whether what stands at a place goes on with a figure: at most one comma, and right behind it.
    private bool Follows(Reading reading, int from, int to)
    {
        int commas = 0;
        int behind = 0;
        for (int at = from; at < to; at++)
        {
            if (_words.Stops.Contains(reading[at]))
            {
                return false;
            }

            if (reading[at].IsMark && reading.View.At(at) is null)
            {
                commas++;
                behind = 0;
            }
            else if (reading.View.At(at) is null)
            {
                behind++;
            }
        }

        return to - from <= 12 && commas <= 3 && (commas == 0 || behind <= 3);
    }

    // “1.260 học sinh so với 1.215 học sinh đầu năm, tức giảm 45 em”, “đạt 500 tấn, giảm 20% so với mức 400 tấn”, “tăng còn 95 hộ so với 120 hộ”.
    private void Turned(Reading reading, SentenceRange sentence, int at, DirectionWord turned)
    {
        int end = at + turned.Length;
        if (_words.Not.Contains(reading[at - 1]) || _words.Nouns.Contains(reading[at - 1]))
        {
            return;
        }

        ReadOnlySpan<Amount> after = reading.Amounts.Within(end, Math.Min(sentence.End, end + 22));
        Amount? beside = after.Length > 0 && after[0].First - end <= 2 && !reading.View.Has(end, _words.Compared) ? after[0] : null;
        Amount? now = turned.IsTo ? beside : reading.Amounts.Before(at, Math.Max(sentence.First, at - 16));
        if (now is null || (!turned.IsTo && !Follows(reading, now.End, at)))
        {
            return;
        }

        // “bằng 129% dự toán (186.500), tăng 12% so với năm trước (215.080)”: the figure in brackets is the plan's.
        if (!turned.IsTo && _words.Open.Contains(reading[now.First - 1]) && reading[now.End].IsMark && (_words.IsPlan(reading[now.First - 3]) || _words.PlanTails.Contains(reading[now.First - 2])))
        {
            return;
        }

        Amount? then = null;
        int past = beside?.End ?? end;
        int next = beside is null ? 0 : 1;
        if (next < after.Length && Over(reading, past, after[next].First))
        {
            then = after[next];
        }
        else if (!turned.IsTo && reading.Amounts.Before(now.First, sentence.First) is { } earlier && Over(reading, earlier.End, now.First) && now.First - earlier.End <= 8)
        {
            // “1.260 so với 1.215 …, giảm 45”: the base stands second.
            (now, then) = (earlier, now);
        }

        if (then is null || !now.IsSingle || !then.IsSingle || now.IsTimes || then.IsTimes || now.IsPercent != then.IsPercent || !Comparable(now, then) || (now.Unit.Length == 0 && then.Unit.Length == 0))
        {
            return;
        }

        int sense = Sense(then, now);
        if (sense == -turned.Sense)
        {
            reading.Report(at, beside is not null && beside != now ? beside.End : end, now, then, sense);
        }
    }

    // “so với mức 8 tỷ đồng”, “so với năm 2022 (15 tỷ đồng)”.
    private bool Over(Reading reading, int from, int to)
    {
        for (int at = from; at < Math.Min(to, from + 4); at++)
        {
            if (reading.View.Has(at, _words.Compared))
            {
                int gap = to - at - 2;
                bool level = gap == 0 || _words.Open.Contains(reading[to - 1]) || _words.Levels.Contains(reading[to - 1]) || _words.PlanTails.Contains(reading[to - 1]);
                for (int i = at + 2; i < to; i++)
                {
                    if (reading.View.At(i) is null && (_words.Breaks.Contains(reading[i]) || (reading[i].IsMark && !_words.Open.Contains(reading[i]))))
                    {
                        return false;
                    }
                }

                return level && gap <= 9;
            }

            if (reading[at].IsMark && reading.View.At(at) is null && at > from)
            {
                return false;
            }
        }

        return false;
    }

    // What relating has found: the figure of another sentence that the comparison counts from.
    private static void Related(Reading reading, FigureClaim figure)
    {
        foreach (FigureRelation relation in figure.Relations)
        {
            if (relation.Kind is FigureRelationKind.GrowthOver or FigureRelationKind.ChangeFrom && relation.Of >= 0 && relation.Over >= 0
                && reading.Amount(relation.Of) is { IsExact: true } now && reading.Amount(relation.Over) is { IsExact: true } then && now.Unit.Length > 0 && now.Base == then.Base
                && reading.Amount(figure.Figure) is { } change && change != now && change != then)
            {
                int turn = figure.Turn == FigureTurn.Rise ? 1 : -1;
                // The change itself must be that of the two figures, or they are not what is compared.
                decimal gap = Math.Abs(now.Value - then.Value);
                bool fits = change.IsPercent
                    ? then.Value > 0 && Math.Abs((gap / then.Value * 100) - change.Value) <= 1.5m
                    : change.Base == now.Base && change.Value == gap;
                if (fits && Sense(then, now) == -turn && change.First > 0)
                {
                    reading.Report(change.First, change.End, now, then, -turn);
                }
            }
        }
    }

    private static bool Comparable(Amount one, Amount other) =>
        one.IsPercent == other.IsPercent || one.Unit.Length == 0 || other.Unit.Length == 0
            ? AmountReader.Alike(one, other) || ((one.Unit.Length == 0 || other.Unit.Length == 0) && !one.IsTimes && !other.IsTimes)
            : false;

    // 1 where the second is greater for sure, -1 where it is less, 0 where both may be alike.
    private static int Sense(Amount from, Amount to) =>
        from.Figure.Range is not { } a || to.Figure.Range is not { } b ? 0
        : from.Base == to.Base && from.Range is { } low && to.Range is { } high ? (high.Least > low.Most ? 1 : high.Most < low.Least ? -1 : 0)
        : b.Least > a.Most ? 1 : b.Most < a.Least ? -1 : 0;

    private static int? Days(string duration) =>
        duration.StartsWith('P') && duration.EndsWith('D') && int.TryParse(duration.AsSpan(1, duration.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? days : null;

    /// <summary>The document while it is checked.</summary>
    private sealed class Reading(DocumentAnalysis analysis, AmountLines amounts, DiagnosticSink found, Func<int, bool> isCaveat)
    {
        private readonly HashSet<int> _told = [];

        public DocumentAnalysis Analysis => analysis;

        public AmountLines Amounts => amounts;

        public MentionView View { get; } = new(analysis, MentionKind.Time, MentionKind.Quantity);

        public ImmutableArray<Token> Tokens => analysis.Tokens.Tokens;

        public Token this[int token] => View[token];

        public (int First, int End) RangeOf(TextSpan span) => View.RangeOf(span);

        public string Words(TextSpan span) => analysis.Document.WordsAt(span);

        public Amount? Amount(int mention) => amounts.At(RangeOf(analysis.Mentions[mention].Span).First);

        /// <summary>The first token of the block that a sentence stands in.</summary>
        public int FirstOfBlock(SentenceRange sentence)
        {
            int index = analysis.Tokens.SentenceOfToken(sentence.First);
            while (index > 0 && analysis.Tokens.Sentences[index - 1].Block == sentence.Block)
            {
                index--;
            }

            return analysis.Tokens.Sentences[index].First;
        }

        /// <summary>Whether nothing but words stands between.</summary>
        public bool Plain(int from, int to)
        {
            for (int at = from; at < to; at++)
            {
                if (this[at].IsMark || amounts.At(at) is not null)
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Whether the words before a token are these.</summary>
        public bool EndsWith(int token, string words)
        {
            int end = this[token - 1].End;
            int start = end - words.Length;
            return start >= 0 && analysis.Document.Text.AsSpan(start, words.Length).Equals(words, StringComparison.OrdinalIgnoreCase) && (start == 0 || !char.IsLetterOrDigit(analysis.Document.Text[start - 1]));
        }

        /// <summary>Whether these words stand from a token on.</summary>
        public bool Has(int token, string words) => token < Tokens.Length && analysis.Document.Text.AsSpan(this[token].Start).StartsWith(words, StringComparison.OrdinalIgnoreCase);

        /// <summary>Whether these words stand from a token on, perhaps behind “số”.</summary>
        public bool StartsWith(int token, string words)
        {
            ReadOnlySpan<char> text = analysis.Document.Text.AsSpan(this[token].Start);
            text = text.StartsWith("số ", StringComparison.OrdinalIgnoreCase) ? text["số ".Length..] : text;
            return text.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (text.Length == words.Length || !char.IsLetterOrDigit(text[words.Length]));
        }

        /// <summary>Reports words that two figures contradict.</summary>
        /// <param name="first">Their first token.</param>
        /// <param name="end">One past their last token.</param>
        /// <param name="one">One figure.</param>
        /// <param name="other">The other.</param>
        /// <param name="sense">What the figures show: 1 for more.</param>
        public void Report(int first, int end, Amount one, Amount other, int sense)
        {
            TextSpan span = TextSpan.Between(this[first].Start, this[end - 1].End);
            if (IsTold(first, end) || isCaveat(first))
            {
                return;
            }

            (Amount early, Amount late) = one.First < other.First ? (one, other) : (other, one);
            BilingualText reason = new("Số liệu cho thấy ngược lại", "A figure that shows the contrary");
            found.Report(
                span,
                new BilingualText(
                    $"“{Words(span)}” trái với số liệu: “{Words(early.Span)}” và “{Words(late.Span)}”.",
                    $"“{Words(span)}” contradicts the figures: “{Words(early.Span)}” and “{Words(late.Span)}”."),
                expected: sense > 0 ? "tăng, cao hơn" : "giảm, thấp hơn",
                related: [.. new[] { early, late }.Where(amount => !amount.Span.Overlaps(span)).Select(amount => new RelatedPlace(amount.Span, reason))]);
        }

        // The same words, or the figure right behind them.
        private bool IsTold(int first, int end)
        {
            bool told = _told.Contains(first) || _told.Contains(first - 1);
            for (int at = first; at < end; at++)
            {
                _told.Add(at);
            }

            return told;
        }

        /// <summary>Reports words that something else contradicts.</summary>
        public void Tell(int first, int end, string one, string other, string expected, string english, TextSpan related)
        {
            TextSpan span = TextSpan.Between(this[first].Start, this[end - 1].End);
            if (!IsTold(first, end) && !isCaveat(first))
            {
                found.Report(
                    span,
                    new BilingualText($"“{Words(span)}” trái với “{one}” và “{other}”: phải là {expected}.", $"“{Words(span)}” contradicts “{one}” and “{other}”: {english}."),
                    expected: expected,
                    related: [new RelatedPlace(related, new BilingualText("Cho thấy ngược lại", "Shows the contrary"))]);
            }
        }
    }
}
