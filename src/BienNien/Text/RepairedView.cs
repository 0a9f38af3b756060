using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace BienNien.Text;

/// <summary>A document as it probably read before a scan damaged it: what finders look into, so that a damaged date is still a date.</summary>
/// <remarks>Only a view: its places are led back to the document, whose text nothing changes. Immutable.</remarks>
public sealed class RepairedView
{
    /// <summary>Readings less sure than this are shown to people, but no finder takes them.</summary>
    public const double LeastConfidence = 0.9;

    private readonly ImmutableArray<Edit> _edits;

    private RepairedView(Document printed, Document repaired, ImmutableArray<Edit> edits) => (Printed, Repaired, _edits) = (printed, repaired, edits);

    /// <summary>The document itself.</summary>
    public Document Printed { get; }

    /// <summary>A document with the readings in place of the damaged words, and the same blocks; for finders alone.</summary>
    public Document Repaired { get; }

    /// <summary>The view on a document; null when it has no damage that is sure enough, so that there is nothing to repair.</summary>
    public static RepairedView? Of(Document document)
    {
        if (document.Damages.IsEmpty)
        {
            return null;
        }

        ImmutableArray<Edit>.Builder edits = ImmutableArray.CreateBuilder<Edit>();
        StringBuilder text = new(document.Text.Length + 16);
        int copied = 0;
        foreach (Damage damage in document.Damages)
        {
            if (!IsTaken(document, damage))
            {
                continue;
            }

            text.Append(document.Text, copied, damage.Span.Start - copied);
            edits.Add(new Edit(damage.Span, new TextSpan(text.Length, damage.Reading.Length)));
            text.Append(damage.Reading);
            copied = damage.Span.End;
        }

        if (edits.Count == 0)
        {
            return null;
        }

        text.Append(document.Text, copied, document.Text.Length - copied);
        ImmutableArray<Edit> all = edits.ToImmutable();
        ImmutableArray<Block> blocks =
        [
            .. document.Blocks.Select(block => block with
            {
                Parts = [.. block.Parts.Select(part => TextSpan.Between(ToRepaired(all, part.Start), ToRepaired(all, part.End)))],
            }),
        ];
        return new RepairedView(document, new Document(document.Name, text.ToString(), blocks, OffsetMap.Identity), all);
    }

    /// <summary>Whether finders take a reading: it is sure enough, and the word is no possible syllable with a capital, which may be a name that no table has.</summary>
    public static bool IsTaken(Document document, Damage damage) =>
        damage.Confidence >= LeastConfidence && !(damage.Reason == DamageReason.UnlikelySyllable && char.IsUpper(document.Text[damage.Span.Start]));

    /// <summary>Where a stretch of the repaired text stands in the document; one that begins or ends inside a repaired word takes in as much of it as there is.</summary>
    public TextSpan ToPrinted(TextSpan repaired) => TextSpan.Between(ToPrinted(repaired.Start, isEnd: false), ToPrinted(repaired.End, isEnd: true));

    /// <summary>Tokens of the repaired text as tokens of the document: they stand where the damaged words stand and mean what the readings mean.</summary>
    public TokenizedDocument ToPrinted(TokenizedDocument repaired)
    {
        Token[] tokens = new Token[repaired.Tokens.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            Token token = repaired.Tokens[i];
            TextSpan span = ToPrinted(token.Span);
            tokens[i] = token with { Start = span.Start, Length = span.Length };
        }

        return new TokenizedDocument(Printed, ImmutableCollectionsMarshal.AsImmutableArray(tokens), repaired.Sentences);
    }

    private int ToPrinted(int offset, bool isEnd)
    {
        int low = 0;
        int high = _edits.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _edits[middle].Repaired.Start < offset || (!isEnd && _edits[middle].Repaired.Start == offset) ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
        {
            return offset;
        }

        (TextSpan printed, TextSpan repaired) = (_edits[low - 1].Printed, _edits[low - 1].Repaired);
        return offset >= repaired.End ? printed.End + (offset - repaired.End)
            : printed.Length == repaired.Length ? printed.Start + (offset - repaired.Start)
            : isEnd ? printed.End
            : printed.Start;
    }

    // Only for the bounds of blocks, which no damage crosses.
    private static int ToRepaired(ImmutableArray<Edit> edits, int offset)
    {
        int low = 0;
        int high = edits.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = edits[middle].Printed.End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? offset : edits[low - 1].Repaired.End + (offset - edits[low - 1].Printed.End);
    }

    private readonly record struct Edit(TextSpan Printed, TextSpan Repaired);
}
