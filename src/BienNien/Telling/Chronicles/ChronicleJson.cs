using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Telling.Chronicles;

/// <summary>What a library says, as JSON: one object each.</summary>
public static class ChronicleJson
{
    private const int Digits = 4;

    /// <summary>
    /// Writes <c>{"id","kind","verdict","reason","severity","why","a":{"doc","start","end","quote","line","sentence"},"b":{…},"about","subject","independent","confidence","ruling"}</c>;
    /// verdict is conflict or compatible, subject the id of an entity or null, ruling null where there is none.
    /// </summary>
    /// <param name="json">Where to write.</param>
    /// <param name="conflict">What to write.</param>
    /// <param name="language">The language of the reason, as a BCP 47 tag.</param>
    public static void Write(Utf8JsonWriter json, ConflictView conflict, string language)
    {
        Judgement judgement = conflict.Judgement;
        json.WriteStartObject();
        json.WriteString("id", conflict.Id);
        json.WriteString("kind", judgement.Kind.Code());
        json.WriteString("verdict", judgement.IsConflict ? "conflict" : "compatible");
        json.WriteString("reason", judgement.Reason.Code());
        json.WriteString("severity", judgement.Severity.Code());
        json.WriteString("why", conflict.Why.In(language));
        WriteSide(json, "a", conflict.A);
        WriteSide(json, "b", conflict.B);
        json.WriteString("about", judgement.About);
        json.WriteString("subject", conflict.Subject.Length == 0 ? null : conflict.Subject);
        json.WriteBoolean("independent", conflict.Independent);
        json.WriteNumber("confidence", Math.Round(judgement.Confidence, Digits));
        json.WritePropertyName("ruling");
        if (conflict.Ruling is { } ruling)
        {
            Write(json, ruling);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes <c>{"id","kind","name","aliases":[…],"mentions":[{"doc","start","end","surface","line"}]}</c>; kinds as mentions name them.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="entity">What to write.</param>
    public static void Write(Utf8JsonWriter json, EntityView entity)
    {
        json.WriteStartObject();
        WriteEntity(json, entity);
        json.WriteEndObject();
    }

    /// <summary>
    /// Writes an entity with all that is known of it: the object of <see cref="Write(Utf8JsonWriter, EntityView)"/> with
    /// <c>"names":[{"doc","names","reason","confidence","evidence"}]</c>, <c>"facts":[{"property","value","date","doc","start","end","quote","line","sentence"}]</c>,
    /// <c>"events"</c> and <c>"conflicts"</c>.
    /// </summary>
    /// <param name="json">Where to write.</param>
    /// <param name="dossier">What to write.</param>
    /// <param name="language">The language of reasons, as a BCP 47 tag.</param>
    public static void Write(Utf8JsonWriter json, EntityDossier dossier, string language)
    {
        json.WriteStartObject();
        WriteEntity(json, dossier.Entity);
        json.WriteStartArray("names");
        foreach (EntityNameView name in dossier.Entity.Names)
        {
            json.WriteStartObject();
            json.WriteString("doc", name.Document);
            WriteStrings(json, "names", name.Names);
            json.WriteString("reason", name.Reason.Code());
            json.WriteNumber("confidence", Math.Round(name.Confidence, Digits));
            json.WriteString("evidence", name.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("facts");
        foreach (FactView fact in dossier.Facts)
        {
            json.WriteStartObject();
            json.WriteString("property", JsonNamingPolicy.CamelCase.ConvertName(fact.Property.ToString()));
            json.WriteString("value", fact.Value);
            json.WriteString("date", fact.Date);
            WriteQuote(json, fact.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (EventView told in dossier.Events)
        {
            Write(json, told);
        }

        json.WriteEndArray();
        json.WriteStartArray("conflicts");
        foreach (ConflictView conflict in dossier.Conflicts)
        {
            Write(json, conflict, language);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>
    /// Writes <c>{"id","type","date","what","who":[ids],"where":[ids],"claims":[{"doc","start","end","date","quote","line","sentence"}],"independent"}</c>;
    /// a claim's place is the words that carry it.
    /// </summary>
    /// <param name="json">Where to write.</param>
    /// <param name="told">What to write.</param>
    public static void Write(Utf8JsonWriter json, EventView told)
    {
        json.WriteStartObject();
        json.WriteString("id", told.Id);
        json.WriteString("type", told.Type.Code());
        json.WriteString("date", told.Date);
        json.WriteString("what", told.What);
        WriteStrings(json, "who", told.Who);
        WriteStrings(json, "where", told.Where);
        json.WriteStartArray("claims");
        foreach (EventTelling telling in told.Tellings)
        {
            json.WriteStartObject();
            WriteQuote(json, telling.Place);
            json.WriteString("date", telling.Date);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("independent", told.Independent);
        json.WriteEndObject();
    }

    /// <summary>Writes <c>{"a":{"doc","start","end","line"},"b":{…},"similarity","edits":[{"a","b"}]}</c>; the sides of an edit are its words, empty where a side has none.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="reuse">What to write.</param>
    public static void Write(Utf8JsonWriter json, ReuseView reuse)
    {
        json.WriteStartObject();
        foreach ((string side, QuotedPlace place) in new[] { ("a", reuse.A), ("b", reuse.B) })
        {
            json.WriteStartObject(side);
            WritePlace(json, place);
            json.WriteNumber("line", place.Line);
            json.WriteEndObject();
        }

        json.WriteNumber("similarity", Math.Round(reuse.Similarity, Digits));
        json.WriteStartArray("edits");
        foreach ((TextSpan A, TextSpan B) edit in reuse.Edits)
        {
            json.WriteStartObject();
            json.WriteString("a", reuse.WordsOfA(edit));
            json.WriteString("b", reuse.WordsOfB(edit));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes <c>{"id","kind","subject","object","by","when","reason","withdrawn":{"by","when","reason"}}</c>; withdrawn is null while it stands.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="ruling">What to write.</param>
    public static void Write(Utf8JsonWriter json, RulingView ruling)
    {
        json.WriteStartObject();
        json.WriteNumber("id", ruling.Id);
        json.WriteString("kind", ruling.Kind);
        json.WriteString("subject", ruling.Subject);
        json.WriteString("object", ruling.Object);
        json.WriteString("by", ruling.By);
        json.WriteString("when", ruling.When);
        json.WriteString("reason", ruling.Reason);
        if (ruling.Stands)
        {
            json.WriteNull("withdrawn");
        }
        else
        {
            json.WriteStartObject("withdrawn");
            json.WriteString("by", ruling.WithdrawnBy);
            json.WriteString("when", ruling.WithdrawnWhen);
            json.WriteString("reason", ruling.WithdrawnReason);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteEntity(Utf8JsonWriter json, EntityView entity)
    {
        json.WriteString("id", entity.Id);
        json.WriteString("kind", entity.Kind.Code());
        json.WriteString("name", entity.Name);
        WriteStrings(json, "aliases", entity.Aliases);
        json.WriteStartArray("mentions");
        foreach (QuotedPlace mention in entity.Mentions)
        {
            json.WriteStartObject();
            WritePlace(json, mention);
            json.WriteString("surface", mention.Quote);
            json.WriteNumber("line", mention.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, QuotedPlace place)
    {
        json.WriteStartObject(name);
        WriteQuote(json, place);
        json.WriteEndObject();
    }

    private static void WriteQuote(Utf8JsonWriter json, QuotedPlace place)
    {
        WritePlace(json, place);
        json.WriteString("quote", place.Quote);
        json.WriteNumber("line", place.Line);
        json.WriteString("sentence", place.SentenceText);
    }

    private static void WritePlace(Utf8JsonWriter json, QuotedPlace place)
    {
        json.WriteString("doc", place.Name);
        json.WriteNumber("start", place.Span.Start);
        json.WriteNumber("end", place.Span.End);
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
