using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>Reads a line that says how many items follow, and counts the items: “Hội đồng có 5 ủy viên:”. Immutable.</summary>
internal sealed class CountedItems
{
    private const int Most = 30;

    private readonly WordSet _colon;
    private readonly WordSet _some;
    private readonly WordSet _open;

    public CountedItems(Vocabulary.Builder words)
    {
        _colon = words.AddSet(":");
        _open = words.AddSet("gồm", "là", "có", "sau", "đây", "như", "dưới", "lớn", "chính", "cơ", "bản", "chủ", "yếu", "trực", "thuộc", "cụ", "thể", "mới", "đồng", "chí", "ông", "bà", "trọng", "tâm", ",", ":", "nêu", "các", "với", "tên", "được", "bầu");
        _some = words.AddSet("trong", "một", "số", "vài", "như", "ngoài", "hơn");
    }

    /// <summary>The numbers that the items under them do not bear out.</summary>
    public List<NameCount> Read(DocumentAnalysis analysis, AmountLines amounts)
    {
        List<NameCount> counts = [];
        ImmutableArray<SentenceRange> sentences = analysis.Tokens.Sentences;
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int s = 0; s + 1 < sentences.Length; s++)
        {
            SentenceRange line = sentences[s];
            if (sentences[s + 1].Block == line.Block || analysis.Document.Blocks[sentences[s + 1].Block].Kind != BlockKind.ListItem || analysis.Document.Blocks[line.Block].Kind is not BlockKind.Paragraph || !_colon.Contains(tokens[line.End - 1])
                || amounts.Before(line.End, line.First) is not { IsExact: true, IsMeasure: false, IsPercent: false, IsTimes: false, Unit.Length: > 0 } said || said.Value is < 2 or > Most || said.Value != decimal.Truncate(said.Value)
                || (said.First > line.First && _some.Contains(tokens[said.First - 1])) || !Leads(tokens, said.End, line.End - 1))
            {
                continue;
            }

            if (Count(analysis, amounts, s, said) is { } items && items.Count >= 2 && items.Count != said.Value && Math.Abs(items.Count - said.Value) <= 3)
            {
                counts.Add(new NameCount(said, items.Span, items.Count));
            }
        }

        return counts;
    }

    // Nothing but words that lead to a list.
    private bool Leads(ImmutableArray<Token> tokens, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (!_open.Contains(tokens[at]))
            {
                return false;
            }
        }

        return to - from <= 5;
    }

    // The items of the first level; null where they count the same things, or a line among them is none.
    private static (int Count, TextSpan Span)? Count(DocumentAnalysis analysis, AmountLines amounts, int lead, Amount said)
    {
        ImmutableArray<SentenceRange> sentences = analysis.Tokens.Sentences;
        int count = 0;
        int level = -1;
        int first = -1;
        int last = -1;
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
            if (block.Level < level)
            {
                return null;
            }

            foreach (Amount amount in amounts.Within(sentences[s].First, sentences[s].End))
            {
                if (amount.Base == said.Base || amount.Noun.Equals(said.Noun, StringComparison.OrdinalIgnoreCase) || (amount.Class == "person" && said.Class == "person"))
                {
                    return null;
                }
            }

            if (block.Level == level)
            {
                count++;
                first = first < 0 ? analysis.Tokens.Tokens[sentences[s].First].Start : first;
            }

            last = block.Span.End;
        }

        return count > 0 ? (count, TextSpan.Between(first, last)) : null;
    }
}
