using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Time;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BienNien.Keeping;

/// <summary>When an event was, and nothing else of it: what a drawing of many thousand needs.</summary>
/// <param name="Claim">For <see cref="Library.Events(IEnumerable{long})"/>; holds only until the next build.</param>
/// <param name="Date">EDTF; never empty.</param>
/// <param name="Mod">How the words shade it.</param>
public readonly record struct EventTime(long Claim, string Date, TimexMod Mod);

public sealed partial class Library
{
    /// <summary>The times of all dated events that a filter lets through, whatever its limit; in no order.</summary>
    public ImmutableArray<EventTime> EventTimes(EventFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (Arguments(filter with { Undated = false }) is not { } arguments)
        {
            return [];
        }

        using SqliteConnection connection = Connect();
        return [.. connection.Query<(long Claim, string Date, string? Mod)>(
            "select c.id, c.date, m.attrs ->> '$.mod' from claims c left join mentions m on m.document = c.document and m.ordinal = c.date_mention" + EventConditions,
            arguments).Select(static row => new EventTime(row.Claim, row.Date, TimexNames.ParseMod(row.Mod)))];
    }

    /// <summary>The events of these claims; in no order, those that are no longer there left out.</summary>
    public ImmutableArray<(long Claim, EventRow Event)> Events(IEnumerable<long> claims)
    {
        using SqliteConnection connection = Connect();
        return ReadEventsById(
            connection,
            SelectEvents + " where c.kind = 'event' and c.id in (select value from json_each(@claims))",
            new { claims = JsonSerializer.Serialize(claims) });
    }

    /// <summary>One event by its address, or null.</summary>
    public EventRow? Event(long document, int ordinal)
    {
        using SqliteConnection connection = Connect();
        return ReadEvents(
            connection,
            SelectEvents + " where c.kind = 'event' and c.document = @document and c.ordinal = @ordinal",
            new { document, ordinal }).FirstOrDefault();
    }
}
