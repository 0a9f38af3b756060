using BienNien.Text;

namespace BienNien.Reading.Papers;

/// <summary>Reads the form of a paper, as Nghị định 30/2020/NĐ-CP and Hướng dẫn 36-HD/VPTW and the forms before them prescribe it. Immutable, safe to share.</summary>
/// <remarks>
/// It looks at the first lines, and from there on for the signature, which ends the paper; what stands behind it (annexes, other papers) is not looked at.
/// The quốc hiệu may stand beside the issuer (a table, or columns drawn with spaces) or above or under it.
/// </remarks>
public sealed class PaperHeaderReader
{
    private const int BlocksOfHead = 40;
    private const int PiecesOfHead = 160;

    // A signature farther on is not looked for: no paper with a form has so many paragraphs.
    private const int MostBlocks = 6_000;
    private const int LongestBlockOfFoot = 1_200;

    private readonly PaperLexicon _lexicon;

    private PaperHeaderReader(PaperLexicon lexicon) => _lexicon = lexicon;

    /// <summary>A reader with the words of <c>data/</c>.</summary>
    public static PaperHeaderReader Create() => new(new PaperLexicon());

    /// <summary>The header of the first paper of a document; null when it has no form and nothing says what kind of document it is.</summary>
    public PaperHeader? Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        PieceCutter cutter = new(document);
        List<PaperPiece> pieces = [];
        for (int i = 0, seen = 0; i < document.Blocks.Length && seen < BlocksOfHead && pieces.Count < PiecesOfHead; i++)
        {
            Block block = document.Blocks[i];
            if (IsPrinted(document, block))
            {
                seen++;
                cutter.Cut(block, pieces);
            }
        }

        PaperHead head = new(document, _lexicon, cutter, pieces);
        PaperHeader header = head.Read();
        if (!header.HasForm)
        {
            return header.Kind == PaperKind.Unknown ? null : header;
        }

        return head.End > 0 ? WithFoot(document, cutter, header, head.End) : header;
    }

    private PaperHeader WithFoot(Document document, PieceCutter cutter, PaperHeader header, int from)
    {
        PaperSignature signature = new(document.Text, _lexicon, cutter);
        List<PaperPiece> pieces = [];
        int seen = 0;
        foreach (Block block in document.Blocks)
        {
            if (block.Span.End <= from || block.Span.Length > LongestBlockOfFoot || !IsPrinted(document, block))
            {
                continue;
            }

            if (++seen > MostBlocks)
            {
                break;
            }

            pieces.Clear();
            cutter.Cut(block, pieces);
            if (pieces.Exists(piece => piece.Start >= from && !signature.Take(piece)))
            {
                break;
            }
        }

        return header with
        {
            Signer = signature.Signer,
            Recipients = signature.Recipients,
            Place = header.Date is null && signature.Date?.Place is { } place ? PaperHead.Part(document.Text, place) : header.Place,
            Date = header.Date ?? (signature.Date is { } date ? new PaperPart<string>(date.Edtf, [date.Date]) : null),
        };
    }

    // Rules between lines are furniture, too, and separate; page numbers and running heads say nothing here.
    private static bool IsPrinted(Document document, Block block) =>
        block.Kind.IsSaid() && block.Kind != BlockKind.Footnote
        || (block.Kind == BlockKind.Furniture && block.Span.Length <= 200 && document.Text.AsSpan(block.Span.Start, block.Span.Length).IndexOfAny("-_*=—") >= 0
            && !document.Surface(block.Span).Any(char.IsLetterOrDigit));
}
