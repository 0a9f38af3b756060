using System.Collections.Immutable;
using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using NodaTime;
using Amount = BienNien.Checking.Arithmetic.Amount;

namespace BienNien.Checking.Rules;

// Plans and dates.
internal sealed partial class DirectionMismatch
{
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

    private static int? Days(string duration) =>
        duration.StartsWith('P') && duration.EndsWith('D') && int.TryParse(duration.AsSpan(1, duration.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? days : null;
}
