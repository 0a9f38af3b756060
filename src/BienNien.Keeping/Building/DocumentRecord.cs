using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using BienNien.Finding;
using BienNien.Finding.DocumentReferences;
using BienNien.Finding.People;
using BienNien.Finding.Times;
using BienNien.Keeping.Chronicling;
using BienNien.Keeping.Queries;
using BienNien.Keeping.Searching;
using BienNien.Reading;
using BienNien.Reading.Papers;
using BienNien.Reconciling;
using BienNien.Reconciling.Reuse;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Telling;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Keeping.Building;

/// <summary>A document as it is written to the library: made by the workers, so that the one writer only writes.</summary>
internal sealed record DocumentRecord(
    long Id, string Hash, long Size, string Title, string Handling, string? Encoding, double? Confidence, string? Paper, string Text, string Pages, string Notes, string Damages,
    ImmutableArray<BlockRecord> Blocks, ImmutableArray<MentionRecord> Mentions, ImmutableArray<ClaimRecord> Claims, ImmutableArray<FigureRecord> Figures)
{
    /// <summary>Where its words stand on its pages; null for a file that has no fixed pages.</summary>
    public byte[]? Layout { get; private init; }

    /// <summary>What it brings to the chronicle, as <see cref="TestimonyCodec"/> writes it.</summary>
    public required byte[] Testimony { get; init; }

    /// <summary>What tells passages of it in others (<see cref="ReuseProfile"/>).</summary>
    public required byte[] Profile { get; init; }

    internal static DocumentRecord Of(string hash, long size, DocumentAnalysis analysis, PaperHeader? header, Testimony testimony)
    {
        Document document = analysis.Document;
        return new DocumentRecord(
            IdOf(hash), hash, size, DocumentTitle.Of(document, header), header?.Handling?.Value ?? "",
            document.Encoding?.Encoding.Name(), document.Encoding?.Confidence, header is null ? null : JsonOf(json => WriteHeader(json, header)), document.Text, JsonSerializer.Serialize(PageStarts(document)),
            JsonSerializer.Serialize(document.Notes.Select(static link => new[] { link.Mark.Start, link.Mark.End, link.Note })),
            JsonOf(json => DamageJson.WriteAll(json, document.Damages)),
            [.. document.Blocks.Select(block => BlockRecord.Of(document, block))],
            [.. MentionRecord.All(analysis)],
            [.. analysis.Claims.Select((claim, ordinal) => ClaimRecord.Of(analysis, claim, ordinal)).OfType<ClaimRecord>()],
            [.. analysis.Claims.Select((claim, ordinal) => claim is FigureClaim figure ? FigureRecord.Of(analysis, figure, ordinal) : null).OfType<FigureRecord>()])
        {
            Layout = LayoutCodec.Write(document.Layout),
            Testimony = TestimonyCodec.Write(testimony),
            Profile = ReuseProfiler.Profile(analysis.Tokens).ToBytes(),
        };
    }

    /// <summary>52 bits: JavaScript keeps them, and a million documents share one with a chance of 1 in 10,000.</summary>
    internal static long IdOf(string hash) => long.Parse(hash.AsSpan(0, 13), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    internal static string JsonOf(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, MentionJson.WriterOptions))
        {
            write(json);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteHeader(Utf8JsonWriter json, PaperHeader header)
    {
        json.WriteStartObject();
        PaperHeaderJson.WriteProperties(json, header);
        json.WriteEndObject();
    }

    // A document answers the page of an offset; the starts are where the answer changes.
    private static List<int> PageStarts(Document document)
    {
        List<int> starts = [];
        for (int page = 2, low = 0; page <= document.PageCount; page++)
        {
            int high = document.Text.Length;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = document.PageOf(middle) >= page ? (low, middle) : (middle + 1, high);
            }

            starts.Add(low);
        }

        return starts;
    }
}

/// <summary>A block as columns.</summary>
internal sealed record BlockRecord(string Kind, int Level, TextSpan Span, string? Parts, string? Cell, int Line, string Text, string Folded, string Exact, string Label)
{
    internal static BlockRecord Of(Document document, Block block)
    {
        TextSpan span = block.Span;
        string text = document.Surface(span);
        string words = block.Parts.Length == 1 ? text : WithoutGaps(text, block);
        return new BlockRecord(
            block.Kind.ToString(), block.Level, span,
            block.Parts.Length == 1 ? null : JsonSerializer.Serialize(block.Parts.Select(static part => new[] { part.Start, part.End })),
            block.Cell is { } cell ? JsonSerializer.Serialize(PlaceOf(cell)) : null,
            document.LineOf(span.Start), text, Letters.Fold(words), SearchWords.Exact(words), block.Label);
    }

    // [table, row, column, header], and [columns, rows] behind them where the cell takes more than one.
    private static int[] PlaceOf(TableCell cell) => cell is { Columns: 1, Rows: 1 }
        ? [cell.Table, cell.Row, cell.Column, cell.IsHeader ? 1 : 0]
        : [cell.Table, cell.Row, cell.Column, cell.IsHeader ? 1 : 0, cell.Columns, cell.Rows];

    // A page number between two halves of a sentence is no word of it, but places stay.
    private static string WithoutGaps(string text, Block block) => string.Create(text.Length, (text, block), static (room, state) =>
    {
        room.Fill(' ');
        foreach (TextSpan part in state.block.Parts)
        {
            int at = part.Start - state.block.Span.Start;
            state.text.AsSpan(at, part.Length).CopyTo(room[at..]);
        }
    });
}

/// <summary>A mention as columns.</summary>
internal sealed record MentionRecord(
    string Kind, TextSpan Span, string Surface, string Rule, string Attributes, string Name, string Folded, int? Earliest, int? Latest, int? Block, int Line)
{
    internal static IEnumerable<MentionRecord> All(DocumentAnalysis analysis)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, MentionJson.WriterOptions);
        // By their parts: a block that a page's end cuts begins before others and ends after them.
        ImmutableArray<(TextSpan Part, int Block)> parts =
            [.. analysis.Document.Blocks.SelectMany(static (block, index) => block.Parts.Select(part => (part, index))).OrderBy(static part => part.part)];
        int next = 0;
        foreach (Mention mention in analysis.Mentions)
        {
            while (next < parts.Length && parts[next].Part.End <= mention.Span.Start)
            {
                next++;
            }

            buffer.ResetWrittenCount();
            json.Reset();
            MentionJson.WriteAttributes(json, mention.Value);
            json.Flush();
            string surface = analysis.Document.Surface(mention.Span);
            string name = Library.OneLine(mention.Value switch
            {
                PersonValue person => person.Id,
                DocumentReferenceValue { Number: { } number } => number,
                _ => surface,
            });
            (int? earliest, int? latest) = mention.Value is TimeValue { Days: { } days } ? (Codes.ToDays(days.First), Codes.ToDays(days.Last)) : ((int?)null, (int?)null);
            yield return new MentionRecord(
                mention.Kind.Name(), mention.Span, surface, mention.Rule.ToString(), Encoding.UTF8.GetString(buffer.WrittenSpan), name,
                Library.FoldName(name), earliest, latest,
                next < parts.Length && parts[next].Part.Start <= mention.Span.Start ? parts[next].Block : null,
                analysis.Document.LineOf(mention.Span.Start));
        }
    }
}

/// <summary>An event as columns.</summary>
internal sealed record ClaimRecord(
    int Ordinal, string Type, string Status, string Date, int? Earliest, int? Latest, TextSpan Trigger, string Surface, int Line, TextSpan Sentence,
    string SentenceText, string Evidence, int? DateMention, bool DateIsImplied, string Rule, ImmutableArray<(string Role, int Mention)> Mentions)
{
    internal static ClaimRecord? Of(DocumentAnalysis analysis, Claim claim, int ordinal)
    {
        if (claim is not EventClaim told)
        {
            return null;
        }

        (int? earliest, int? latest) = DayBounds.Of(told.Date);
        TextSpan sentence = told.Evidence[0];
        return new ClaimRecord(
            ordinal, Codes.Write(told.Type), Codes.Write(told.Status), told.Date, earliest, latest, told.Span, analysis.Document.Surface(told.Span),
            analysis.Document.LineOf(told.Span.Start), sentence, analysis.Document.Surface(sentence),
            JsonSerializer.Serialize(told.Evidence.Select(static span => new[] { span.Start, span.End })),
            told.DateMention >= 0 ? told.DateMention : null, told.DateIsImplied, told.Rule.ToString(),
            [
                .. told.Who.Select(static who => (who.Role, who.Mention)),
                .. told.Where.Select(static place => (EventPart.Where, place)),
                .. told.Figures.Select(static figure => (EventPart.Figure, figure)),
            ]);
    }
}

/// <summary>A figure as columns.</summary>
internal sealed record FigureRecord(int Ordinal, int Mention, int? Earliest, int? Latest, string Relations, string Evidence, FigureRow Row)
{
    internal static FigureRecord Of(DocumentAnalysis analysis, FigureClaim claim, int ordinal)
    {
        (int? earliest, int? latest) = DayBounds.Of(claim.Period.Value);
        return new FigureRecord(
            ordinal, claim.Figure, earliest, latest, DocumentRecord.JsonOf(json => WriteRelations(json, claim.Relations)),
            // Name and path are the document's own columns.
            JsonSerializer.Serialize(claim.Evidence.Select(static span => new[] { span.Start, span.End })), FigureRow.Of(analysis, claim, default));
    }

    private static void WriteRelations(Utf8JsonWriter json, ImmutableArray<FigureRelation> relations)
    {
        json.WriteStartArray();
        foreach (FigureRelation relation in relations)
        {
            json.WriteStartObject();
            json.WriteString("kind", relation.Kind.Code());
            WriteMention(json, "of", relation.Of);
            WriteMention(json, "over", relation.Over);
            WriteWords(json, "period", relation.Period);
            WriteWords(json, "whole", relation.Whole);
            if (!relation.Parts.IsEmpty)
            {
                json.WriteStartArray("parts");
                relation.Parts.ToList().ForEach(json.WriteNumberValue);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMention(Utf8JsonWriter json, string name, int mention)
    {
        if (mention >= 0)
        {
            json.WriteNumber(name, mention);
        }
    }

    private static void WriteWords(Utf8JsonWriter json, string name, string words)
    {
        if (words.Length > 0)
        {
            json.WriteString(name, words);
        }
    }
}

/// <summary>The first and last day that a value can mean, as columns.</summary>
internal static class DayBounds
{
    internal static (int? Earliest, int? Latest) Of(string value)
    {
        // XXXX-10-14 is a day of every year: it stands nowhere on a line of time.
        if (Edtf.TryParse(value) is not { } edtf || (edtf.Earliest == LocalDate.MinIsoValue && edtf.Latest == LocalDate.MaxIsoValue))
        {
            return (null, null);
        }

        return (Codes.ToDays(edtf.Earliest), Codes.ToDays(edtf.Latest));
    }
}
