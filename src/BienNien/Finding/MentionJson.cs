using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BienNien.Finding.Awards;
using BienNien.Finding.DocumentReferences;
using BienNien.Finding.OrganisationChanges;
using BienNien.Finding.Organisations;
using BienNien.Finding.People;
using BienNien.Finding.Places;
using BienNien.Finding.Quantities;
using BienNien.Finding.Quantities.Tables;
using BienNien.Finding.Quotes;
using BienNien.Finding.Times;
using BienNien.Reading;
using BienNien.Text;
using BienNien.Time;
using NodaTime;
using NodaTime.Text;

namespace BienNien.Finding;

/// <summary>Mentions as JSON, with the kinds and attributes of the annotation standard.</summary>
public static class MentionJson
{
    /// <summary>Letters as themselves, no indentation: one mention a line.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = false };

    /// <summary>Writes <c>{"doc","kind","start","end","text","line","page","boxes","rule","attrs"}</c>; boxes only for a document with fixed pages, <c>"read_as"</c> only where a scan has damaged words,
    /// <c>"anchor":{"from","start","end","certainty"}</c> only where part of the value comes from other words (<see cref="MentionAnchor"/>).</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="document">The document that the mention was found in.</param>
    /// <param name="mention">What to write.</param>
    public static void Write(Utf8JsonWriter json, Document document, Mention mention)
    {
        json.WriteStartObject();
        json.WriteString("doc", document.Name);
        json.WriteString("kind", mention.Kind.Name());
        json.WriteNumber("start", mention.Span.Start);
        json.WriteNumber("end", mention.Span.End);
        json.WriteString("text", document.Surface(mention.Span));
        if (mention.ReadAs is { } reading)
        {
            json.WriteString("read_as", reading);
        }

        json.WriteNumber("line", document.LineOf(mention.Span.Start));
        if (document.PageOf(mention.Span.Start) is int page)
        {
            json.WriteNumber("page", page);
        }
        else
        {
            json.WriteNull("page");
        }

        LayoutJson.WriteBoxes(json, document, mention.Span);
        json.WriteString("rule", mention.Rule.ToString());
        json.WritePropertyName("attrs");
        WriteAttributes(json, mention.Value);
        if (mention.Anchor is { } anchor)
        {
            WriteAnchor(json, anchor);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes <c>"anchor":{"from","start","end","certainty"}</c> into the object that is open.</summary>
    public static void WriteAnchor(Utf8JsonWriter json, MentionAnchor anchor)
    {
        json.WriteStartObject("anchor");
        json.WriteString("from", anchor.SourceCode);
        json.WriteNumber("start", anchor.Span.Start);
        json.WriteNumber("end", anchor.Span.End);
        json.WriteString("certainty", anchor.CertaintyCode);
        json.WriteEndObject();
    }

    /// <summary>The value alone, as the text of its <c>attrs</c> object: two values that mean the same have the same text.</summary>
    public static string Attributes(MentionValue value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, WriterOptions))
        {
            WriteAttributes(json, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the value alone: the <c>attrs</c> object.</summary>
    public static void WriteAttributes(Utf8JsonWriter json, MentionValue value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case TimeValue time:
                json.WriteString("type", time.Type.Code());
                json.WriteString("value", time.Value);
                WriteMod(json, time.Mod, time.Order);
                WriteFlag(json, "lunar", time.Lunar);
                WriteFlag(json, "implicit", time.Implicit);
                WriteFlag(json, "invalid", time.Invalid);
                WriteFlag(json, "disagrees", time.Disagrees);
                WriteText(json, "part", time.Part);
                WriteText(json, "anchored", time.Anchored);
                WriteDays(json, time.Days);
                break;
            case QuantityValue quantity:
                WriteAmount(json, quantity, quantity.Unit);
                WriteText(json, "dress", quantity.DepartsInDress ? quantity.Dress.Code() : null);
                WriteCell(json, quantity.Cell);
                break;
            case PersonValue person:
                json.WriteString("id", person.Id);
                WriteText(json, "title", person.Title);
                WriteText(json, "link", person.Link?.Code());
                break;
            case AliasValue alias:
                json.WriteString("of", alias.Of);
                break;
            case PlaceValue place:
                json.WriteString("level", place.Level);
                WriteText(json, "in", place.In);
                WriteLink(json, place.Link);
                break;
            case RenamedValue renamed:
                json.WriteString("to", renamed.To);
                json.WriteString("type", renamed.Type);
                break;
            case OrganisationValue body:
                WriteText(json, "full", body.Full);
                WriteText(json, "in", body.In);
                break;
            case OrganisationChangeValue change:
                json.WriteString("type", change.Type);
                WriteList(json, "from", change.From);
                WriteList(json, "to", change.To);
                WriteText(json, "date", change.Date);
                break;
            case DocumentReferenceValue paper:
                json.WriteString("type", paper.Type);
                WriteText(json, "number", paper.Number);
                WriteText(json, "title", paper.Title);
                WriteText(json, "date", paper.Date);
                WriteText(json, "issuer", paper.Issuer);
                WriteText(json, "provision", paper.Provision);
                break;
            case AwardValue award:
                WriteText(json, "to", award.To);
                WriteText(json, "date", award.Date);
                WriteText(json, "status", award.Status);
                break;
            case QuoteValue quote:
                json.WriteString("by", quote.By);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "A value without attributes in JSON.");
        }

        json.WriteEndObject();
    }

    /// <summary>Writes <c>"value","to","of","unit","mod","order"</c> into the object that is open.</summary>
    internal static void WriteAmount(Utf8JsonWriter json, QuantityValue quantity, string unit)
    {
        WriteNumber(json, "value", quantity.Value, always: true);
        WriteNumber(json, "to", quantity.To, always: false);
        WriteNumber(json, "of", quantity.Of, always: false);
        json.WriteString("unit", unit);
        WriteMod(json, quantity.Mod, quantity.Order);
    }

    /// <summary>Writes <c>"cell":{"table","row","column"}</c> into the object that is open.</summary>
    internal static void WritePlace(Utf8JsonWriter json, TableCell cell)
    {
        json.WriteStartObject("cell");
        json.WriteNumber("table", cell.Table);
        json.WriteNumber("row", cell.Row);
        json.WriteNumber("column", cell.Column);
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, CellContext? told)
    {
        if (told is not { } cell)
        {
            return;
        }

        json.WriteString("indicator", cell.Indicator);
        json.WriteString("scope", cell.Scope);
        json.WriteString("period", cell.Period);
        json.WriteString("measure", cell.Measure.Code());
        WriteText(json, "base", cell.Base.Length > 0 ? cell.Base : null);
        WriteFlag(json, "total", cell.IsTotal);
        WriteFlag(json, "planned", cell.IsPlanned);
        WritePlace(json, cell.Place);
    }

    private static void WriteMod(Utf8JsonWriter json, TimexMod mod, long? order)
    {
        if (mod != TimexMod.None)
        {
            json.WriteString("mod", mod.Code());
        }

        if (order is long magnitude)
        {
            json.WriteNumber("order", magnitude);
        }
    }

    // An open end is left out.
    private static void WriteDays(Utf8JsonWriter json, DayRange? told)
    {
        if (told is not { } days)
        {
            return;
        }

        if (days.First != LocalDate.MinIsoValue)
        {
            json.WriteString("earliest", LocalDatePattern.Iso.Format(days.First));
        }

        if (days.Last != LocalDate.MaxIsoValue)
        {
            json.WriteString("latest", LocalDatePattern.Iso.Format(days.Last));
        }
    }

    // "units", and "now" when none of them is there any more, "assumed" and "out_of_time" where they apply.
    private static void WriteLink(Utf8JsonWriter json, PlaceLink? link)
    {
        if (link is null)
        {
            return;
        }

        WriteList(json, "units", [.. link.Units.Select(static unit => unit.Key)]);
        if (!link.Now.IsEmpty)
        {
            WriteList(json, "now", link.Now);
        }

        WriteText(json, "assumed", link.Assumed);
        WriteFlag(json, "out_of_time", link.OutOfTime);
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool set)
    {
        if (set)
        {
            json.WriteBoolean(name, true);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number, bool always)
    {
        if (number is decimal known)
        {
            // “2.400” is 2400, not 2400.00: trailing zeros say nothing here.
            json.WriteNumber(name, known / 1.000000000000000000000000000m);
        }
        else if (always)
        {
            json.WriteNull(name);
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, System.Collections.Immutable.ImmutableArray<string> items)
    {
        json.WriteStartArray(name);
        foreach (string item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
