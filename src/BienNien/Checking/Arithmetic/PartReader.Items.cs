using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

// Totals over and under lists of items.
internal sealed partial class PartReader
{
    // A line that ends with a colon or “gồm”, and the list items below it.
    private void InItems(DocumentAnalysis analysis, AmountLines amounts, int lead, List<PartSum> sums)
    {
        ImmutableArray<SentenceRange> sentences = analysis.Tokens.Sentences;
        SentenceRange line = sentences[lead];
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        Amount? total = amounts.Before(line.End, line.First);
        if (total is not { IsExact: true } || total.IsPercent || !_colon.Contains(tokens[line.End - 1]))
        {
            return;
        }

        bool listed = false;
        for (int at = total.End; at < line.End; at++)
        {
            listed |= _lists.Contains(tokens[at]) || (_split.Contains(tokens[at]) && _splitEnds.Contains(tokens[at + 1]));
            if (Has(tokens, at, _among))
            {
                return;
            }
        }

        // Without “gồm” the parts must come near the total, and be counted alike.
        bool loose = !listed && line.End - total.End > 3;

        List<Amount> parts = [];
        int level = -1;
        for (int s = lead + 1; s < sentences.Length; s++)
        {
            if (sentences[s].Block == sentences[s - 1].Block)
            {
                continue;
            }

            Block block = analysis.Document.Blocks[sentences[s].Block];
            if (block.Kind != BlockKind.ListItem)
            {
                break;
            }

            level = level < 0 ? block.Level : level;
            if (block.Level > level)
            {
                continue;
            }

            Amount? part = null;
            foreach (Amount amount in amounts.Within(sentences[s].First, sentences[s].End))
            {
                if (AmountReader.Alike(total, amount) && amount.IsExact && !amount.IsPercent)
                {
                    part = amount;
                    break;
                }

                if (!amount.Unit.StartsWith("tuổi", StringComparison.Ordinal))
                {
                    return;
                }
            }

            if (part is null)
            {
                return;
            }

            parts.Add(part);
        }

        decimal sum = parts.Sum(static part => part.Value);
        if (parts.Count is >= 2 and <= MostParts && (!loose || (Math.Abs(sum - total.Value) <= total.Value * 0.25m && parts.TrueForAll(part => part.Base == total.Base || part.Class == "person"))))
        {
            sums.Add(new PartSum(total, parts, IsOpen: false, IsAway: false));
        }
    }

    // A line “Cộng: 110 người” right under the items that it sums, as an item or as a line of its own.
    private void UnderItems(DocumentAnalysis analysis, AmountLines amounts, int lead, List<PartSum> sums)
    {
        ImmutableArray<SentenceRange> sentences = analysis.Tokens.Sentences;
        List<Amount> parts = [];
        int level = -1;
        for (int s = lead + 1; s < sentences.Length; s++)
        {
            if (sentences[s].Block == sentences[s - 1].Block)
            {
                continue;
            }

            Block block = analysis.Document.Blocks[sentences[s].Block];
            ReadOnlySpan<Amount> told = amounts.Within(sentences[s].First, sentences[s].End);
            if (IsSum(analysis, sentences[s], told, parts))
            {
                Amount total = told[0];
                if (parts.Count is >= 2 and <= MostParts && !sums.Exists(sum => sum.Parts.Count == parts.Count && sum.Parts[0] == parts[0]) && !SuffixMakes(parts, total))
                {
                    sums.Add(new PartSum(total, parts, IsOpen: false, IsAway: false));
                }

                return;
            }

            if (block.Kind != BlockKind.ListItem)
            {
                return;
            }

            level = level < 0 ? block.Level : level;
            if (block.Level > level)
            {
                continue;
            }

            if (told.Length == 0 || !told[0].IsExact || told[0].IsPercent || (parts.Count > 0 && !AmountReader.Alike(parts[0], told[0])))
            {
                return;
            }

            parts.Add(told[0]);
        }
    }

    // “Tổng cộng: 110 người”, alike what the items count.
    private bool IsSum(DocumentAnalysis analysis, SentenceRange line, ReadOnlySpan<Amount> told, List<Amount> parts)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        int first = line.First;
        while (first < line.End && !tokens[first].IsWord)
        {
            first++;
        }

        if (first >= line.End || !_sumHeads.Contains(tokens[first]) || told.Length == 0 || !told[0].IsExact || told[0].First - first > 6 || parts.Count < 2 || !AmountReader.Alike(parts[0], told[0]) || told[0].IsPercent)
        {
            return false;
        }

        for (int at = first; at < told[0].First; at++)
        {
            if (_wide.Contains(tokens[at]) && at > first)
            {
                return false;
            }
        }

        return true;
    }
}
