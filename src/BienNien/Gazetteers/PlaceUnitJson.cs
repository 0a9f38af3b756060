using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace BienNien.Gazetteers;

/// <summary>Places of the gazetteer as JSON.</summary>
public static class PlaceUnitJson
{
    /// <summary>
    /// Writes <c>{"key","name","type","level","code","from","to","goes_on","in":[…],"begun_by","ended_by","predecessors":[…],"successors":[…],"location","note","today","source"}</c>:
    /// times are EDTF, containers go from the smallest on, predecessors and successors are all candidates, and what is not known is left out.
    /// </summary>
    /// <param name="json">Where to write.</param>
    /// <param name="gazetteer">The gazetteer that has the place.</param>
    /// <param name="unit">The place.</param>
    /// <param name="containers">What it lies in, at its own time or at another (<see cref="Gazetteer.ContainersOf(PlaceUnit, LocalDate)"/>).</param>
    public static void Write(Utf8JsonWriter json, Gazetteer gazetteer, PlaceUnit unit, ImmutableArray<PlaceUnit> containers)
    {
        json.WriteStartObject();
        WriteName(json, unit);
        WriteText(json, "code", unit.Code);
        WriteText(json, "from", unit.ValidFrom?.ToString() ?? "");
        WriteText(json, "to", unit.ValidTo?.ToString() ?? "");
        json.WriteBoolean("goes_on", unit.GoesOn);
        json.WriteStartArray("in");
        foreach (PlaceUnit container in containers)
        {
            json.WriteStartObject();
            WriteName(json, container);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteText(json, "begun_by", unit.LegalBasis);
        WriteText(json, "ended_by", unit.EndedBy);
        WriteChanges(json, "predecessors", gazetteer.PredecessorsOf(unit));
        WriteChanges(json, "successors", gazetteer.SuccessorsOf(unit));
        if (gazetteer.LocationOf(unit) is var (point, of))
        {
            json.WriteStartObject("location");
            json.WriteNumber("latitude", point.Latitude);
            json.WriteNumber("longitude", point.Longitude);
            json.WriteString("of", of.Key);
            json.WriteEndObject();
        }

        WriteText(json, "note", unit.Note);
        WriteText(json, "today", unit.Today);
        json.WriteString("source", unit.Source);
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, PlaceUnit unit)
    {
        json.WriteString("key", unit.Key);
        json.WriteString("name", unit.Name);
        WriteText(json, "type", unit.Type);
        json.WriteString("level", unit.Level.Name());
    }

    private static void WriteChanges(Utf8JsonWriter json, string name, ImmutableArray<Succession> changes)
    {
        json.WriteStartArray(name);
        foreach (Succession change in changes)
        {
            json.WriteStartObject();
            WriteName(json, change.Unit);
            if (change.Day != LocalDate.MinIsoValue)
            {
                json.WriteString("day", LocalDatePattern.Iso.Format(change.Day));
            }

            json.WriteNumber("steps", change.Steps);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }
}
