using System.Collections.Immutable;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Tables;

/// <summary>What the lines above a table, or its first row over all columns, say of all its figures.</summary>
/// <param name="Unit">The unit that they announce.</param>
/// <param name="Period">EDTF; empty without one.</param>
/// <param name="Scope">The place or body that they name; empty without one.</param>
internal sealed record TableCaption(TableUnit Unit, string Period, string Scope)
{
    private const int MostLines = 5;
    private const int MostHeadingLines = 12;
    private const int LongestLine = 240;

    public static TableCaption None { get; } = new(default, "", "");

    /// <summary>Where the unit's own words stand, among all tokens: a figure there is none.</summary>
    public ImmutableArray<(int First, int End)> Units { get; init; } = [];

    public TextSpan PeriodSpan { get; init; }

    public TextSpan ScopeSpan { get; init; }

    public TextSpan UnitSpan { get; init; }

    /// <summary>Reads the lines above a table.</summary>
    /// <param name="document">The document.</param>
    /// <param name="reader">Reads units.</param>
    /// <param name="mentions">The mentions of the document.</param>
    /// <param name="firstToken">The first token of the table.</param>
    /// <param name="previous">What was read above the table before; used when nothing but a unit stands between.</param>
    /// <param name="follows">Whether the table follows the one before without other words.</param>
    public static TableCaption Above(TokenizedDocument document, HeadReader reader, CellMentions mentions, int firstToken, TableCaption previous, out bool follows)
    {
        TableCaption caption = None;
        follows = false;
        bool near = true;
        int lines = 0;
        bool words = false;
        int s = document.SentenceOfToken(firstToken) - 1;
        while (s >= 0 && lines < MostHeadingLines)
        {
            int block = document.Sentences[s].Block;
            int end = document.Sentences[s].End;
            while (s > 0 && document.Sentences[s - 1].Block == block)
            {
                s--;
            }

            int first = document.Sentences[s].First;
            Block line = document.Document.Blocks[block];
            if (line.Kind == BlockKind.TableCell)
            {
                follows = !words;
                caption = words ? caption : caption.Or(previous);
                break;
            }

            near &= lines < MostLines && line.Span.Length <= LongestLine;
            if (!near && (caption.Period.Length > 0 || lines >= MostHeadingLines))
            {
                break;
            }

            if (near || line.Kind == BlockKind.Heading)
            {
                TableCaption read = Read(document, reader, mentions, new Sentence(document, new SentenceRange(first, end, block)));
                words |= !read.Unit.IsKnown || read.Period.Length > 0;
                // Far above only a heading tells of when the table is.
                caption = caption.Or(near ? read : None with { Period = read.Period, PeriodSpan = read.PeriodSpan });
            }
            else
            {
                words = true;
            }

            lines++;
            s--;
        }

        return caption;
    }

    /// <summary>Reads one line, or a row that is a title.</summary>
    public static TableCaption Read(TokenizedDocument document, HeadReader reader, CellMentions mentions, Sentence line)
    {
        TableCaption caption = None;
        for (int i = 0; i < line.Count && !caption.Unit.IsKnown; i++)
        {
            if (reader.Announced(line, i, line.Count) is var from and > 0
                && HeadReader.EndOfUnit(line, from, line.Count) is var end
                && reader.Units.Read(document, line, from, end, isTold: true) is { IsKnown: true } unit)
            {
                caption = caption with { Unit = unit, UnitSpan = line.Span(from, end), Units = [(line.FirstToken + from, line.FirstToken + end)] };
            }
        }

        // A sentence of running text above a table tells of other things.
        bool prose = line.Block.Kind is not (BlockKind.Caption or BlockKind.Heading or BlockKind.TableCell) && line.Surface(line.Count - 1) is ".";
        bool cites = prose;
        for (int m = mentions.From(line.FirstToken); m < mentions.Count && mentions[m].FirstToken < line.FirstToken + line.Count; m++)
        {
            Mention mention = mentions[m].Mention;
            cites |= mention.Kind == MentionKind.DocumentReference;
            if (mention.Value is TimeValue { Type: TimexType.Date, Invalid: false } time && !cites && caption.Period.Length == 0 && time.Value != TimeValue.PresentReference)
            {
                caption = caption with { Period = time.Value, PeriodSpan = mention.Span };
            }
            else if (mention.Kind is MentionKind.Place or MentionKind.Organisation && !cites && caption.Scope.Length == 0)
            {
                caption = caption with { Scope = document.Document.Surface(mention.Span), ScopeSpan = mention.Span };
            }
        }

        return caption;
    }

    /// <summary>This caption, completed by another.</summary>
    public TableCaption Or(TableCaption other) => this with
    {
        Unit = Unit.Or(other.Unit),
        UnitSpan = Unit.IsKnown ? UnitSpan : other.UnitSpan,
        Period = Period.Length > 0 ? Period : other.Period,
        PeriodSpan = Period.Length > 0 ? PeriodSpan : other.PeriodSpan,
        Scope = Scope.Length > 0 ? Scope : other.Scope,
        ScopeSpan = Scope.Length > 0 ? ScopeSpan : other.ScopeSpan,
        Units = [.. Units, .. other.Units],
    };
}
