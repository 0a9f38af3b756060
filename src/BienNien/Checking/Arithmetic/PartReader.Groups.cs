using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

// Parts by age, sex and rank.
internal sealed partial class PartReader
{
    // “Xét theo tuổi, dưới 35 tuổi có 41 …, từ 35 đến 50 tuổi có 118 …, trên 50 tuổi có 66 …”: bands that leave nothing out.
    private void By(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, int from, List<PartSum> sums)
    {
        bool below = false;
        bool above = false;
        foreach (Amount amount in amounts.Within(from, sentence.End))
        {
            below |= amount.Figure.Value.Mod == Time.TimexMod.LessThan && amount.Unit.StartsWith("tuổi", StringComparison.OrdinalIgnoreCase);
            above |= amount.Figure.Value.Mod == Time.TimexMod.MoreThan && amount.Unit.StartsWith("tuổi", StringComparison.OrdinalIgnoreCase);
        }

        if (below && above && TotalBefore(analysis, amounts, sentence) is { } total && Parts(analysis, amounts, from, sentence.End, total) is { IsOpen: false } parts)
        {
            sums.Add(new PartSum(total, parts.Parts, IsOpen: false, IsAway: true));
        }
    }

    // The number of people that the paragraph's first sentences tell: with “tổng số” before it, or the greatest.
    private Amount? TotalBefore(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence)
    {
        int first = sentence.First;
        for (int s = analysis.Tokens.SentenceOfToken(sentence.First); s >= 0 && analysis.Tokens.Sentences[s].Block == sentence.Block; s--)
        {
            first = analysis.Tokens.Sentences[s].First;
        }

        Amount? total = null;
        foreach (Amount amount in amounts.Within(first, sentence.First))
        {
            if (amount.Class == "person" && amount.IsExact)
            {
                bool said = false;
                for (int at = Math.Max(first, amount.First - 3); at < amount.First; at++)
                {
                    said |= _totalWords.Contains(analysis.Tokens.Tokens[at]);
                }

                if (said)
                {
                    return amount;
                }

                total = total is null || amount.Value > total.Value ? amount : total;
            }
        }

        return total;
    }

    // “có 148 nam và 67 nữ”: nobody is left out.
    private void Sexes(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, List<PartSum> sums)
    {
        ReadOnlySpan<Amount> within = amounts.Within(sentence.First, sentence.End);
        for (int i = 0; i + 1 < within.Length; i++)
        {
            Amount one = within[i];
            Amount other = within[i + 1];
            if (one.IsExact && other.IsExact && Sex(analysis, one) is var a and not 0 && Sex(analysis, other) is var b and not 0 && a != b && other.First - one.End <= 3)
            {
                Amount? total = i > 0 ? within[i - 1] : TotalBefore(analysis, amounts, sentence);
                if (total is { IsExact: true, Class: "person" } && Sex(analysis, total) == 0 && (i > 0 ? one.First - total.End <= 6 : total.Value >= Math.Max(one.Value, other.Value))
                    && !sums.Exists(sum => sum.Parts.Contains(one)))
                {
                    sums.Add(new PartSum(total, [one, other], IsOpen: false, IsAway: i == 0));
                }
            }
        }
    }

    private int Sex(DocumentAnalysis analysis, Amount amount)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int at = amount.End - 1; at > amount.First; at--)
        {
            if (_sexes.Contains(tokens[at]))
            {
                return tokens[at].Word;
            }
        }

        // “nam 28 đồng chí”, “nữ có 19”
        int before = amount.First - 1;
        before = before > 0 && _have.Contains(tokens[before]) ? before - 1 : before;
        return before >= 0 && _sexes.Contains(tokens[before]) && (amount.Unit.Length == 0 || amount.Class == "person") ? tokens[before].Word : 0;
    }

    // “45 đảng viên, trong đó có 54 nữ”: a part that is greater than the whole.
    private void Among(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, int at, List<PartSum> sums)
    {
        ReadOnlySpan<Amount> before = amounts.Within(sentence.First, at);
        ReadOnlySpan<Amount> after = amounts.Within(at, Math.Min(sentence.End, at + 12));
        if (before.Length == 0 || after.Length == 0 || !after[0].IsExact || after[0].IsPercent || after[0].Unit.Length == 0 || before[^1].Unit.Length == 0)
        {
            return;
        }

        Amount part = after[0];
        Amount total = before[^1];

        // Sums of money, areas and weights do not overlap as groups of people do.
        if (total is { IsMeasure: true, IsExact: true } && at - total.End <= 6 && Parts(analysis, amounts, at + 2, sentence.End, total) is { } listed)
        {
            sums.Add(new PartSum(total, listed.Parts, IsOpen: true, IsAway: false));
        }

        // “trong đó 9 người hạng 1/4, 18 người hạng 2/4, …”: ranks do not overlap, either.
        if (total is { IsMeasure: false, IsExact: true } && at - total.End <= 6 && Ranked(analysis, amounts, sentence, at, total) is { } ranked)
        {
            sums.Add(new PartSum(total, ranked, IsOpen: true, IsAway: false));
            return;
        }

        // Between the whole and its part nothing is counted, and the part stands first.
        // A thousand times too much is a matter of the unit.
        if ((part.IsMeasure && part.Value > total.Value * 100) || part.First - at > 6 || at - total.End > 10 || !total.IsExact || total.IsPercent || !AmountReader.Alike(total, part))
        {
            return;
        }

        foreach (Amount other in before)
        {
            if (AmountReader.Alike(other, part) && (other.Value >= part.Value || !other.IsSingle))
            {
                return;
            }
        }

        for (int i = part.First - 1; i > at; i--)
        {
            if (_comma.Contains(analysis.Tokens.Tokens[i]) || _halts.Contains(analysis.Tokens.Tokens[i]))
            {
                return;
            }
        }

        sums.Add(new PartSum(total, [part], IsOpen: true, IsAway: false, part));
    }

    // Three parts or more, each with the same word for a rank, a place or a kind behind it, up to the end of the sentence.
    private List<Amount>? Ranked(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, int at, Amount total)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        List<Amount> parts = [];
        int word = 0;
        foreach (Amount part in amounts.Within(at, sentence.End))
        {
            int rank = part.End;
            while (rank < part.End + 3 && rank < sentence.End && !_ranks.Contains(tokens[rank]))
            {
                rank++;
            }

            // The word may have been read as part of the unit: “9 người hạng”.
            rank = _ranks.Contains(tokens[part.End - 1]) ? part.End - 1 : rank;
            if (part.Unit.Length == 0 || !part.IsExact || rank >= sentence.End || !_ranks.Contains(tokens[rank]) || (word != 0 && tokens[rank].Word != word) || !AmountReader.Alike(total, part))
            {
                return null;
            }

            word = tokens[rank].Word;
            parts.Add(part);
        }

        return parts.Count is >= 3 and <= MostParts ? parts : null;
    }
}
