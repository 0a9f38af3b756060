using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Telling.Chronicles;

/// <summary>One document's telling of a happening.</summary>
/// <param name="Place">The words that carry it, with their sentence.</param>
/// <param name="Type">What kind of happening it is there.</param>
/// <param name="Date">EDTF; empty without one.</param>
/// <param name="Mod">The shade of the date's words.</param>
/// <param name="Parts">Who and where, in reading order.</param>
public sealed record EventTelling(QuotedPlace Place, EventType Type, string Date, TimexMod Mod, ImmutableArray<EventPartView> Parts)
{
    /// <summary>Where the date stands; null when it has none or takes it from elsewhere.</summary>
    public TextSpan? DateSpan { get; init; }

    /// <summary>All dates of its sentence.</summary>
    public ImmutableArray<TextSpan> Times { get; init; } = [];

    /// <summary>The days that the date can mean; null without one.</summary>
    internal DayRange? Days => Edtf.TryParse(Date) is { } date ? TimexBounds.Of(date, Mod) : null;
}

/// <summary>An entity's part in a telling.</summary>
/// <param name="Entity">The id of the entity.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Role">agent, patient, office or other; <c>where</c>.</param>
/// <param name="Span">The mention.</param>
public readonly record struct EventPartView(string Entity, EntityKind Kind, string Role, TextSpan Span);

/// <summary>A happening with all who tell it, ready to be shown.</summary>
/// <param name="Id">See <see cref="StableName"/>: of its first telling.</param>
/// <param name="Type">What kind of happening most tellings make of it.</param>
/// <param name="Date">EDTF: the most exact date that most independent tellings hold; empty without one.</param>
/// <param name="Mod">Its shade.</param>
/// <param name="What">In the words of the most exact telling: an extract, on one line.</param>
/// <param name="Who">Ids of those who take part, those of that telling first.</param>
/// <param name="Where">Ids of the places.</param>
/// <param name="Tellings">By document's name and place; never empty.</param>
/// <param name="Independent">How many tellings are no copies of each other; two places of one document are one.</param>
public sealed record EventView(
    string Id, EventType Type, string Date, TimexMod Mod, string What, ImmutableArray<string> Who, ImmutableArray<string> Where,
    ImmutableArray<EventTelling> Tellings, int Independent)
{
    /// <summary>In how many documents it is told.</summary>
    public int Documents => Tellings.Select(static telling => telling.Place.Document).Distinct().Count();

    /// <summary>How many sentences tell it.</summary>
    public int Sentences => Tellings.Select(static telling => (telling.Place.Document, telling.Place.Sentence)).Distinct().Count();

    /// <summary>Makes one happening of its tellings, in whatever order they come.</summary>
    /// <param name="tellings">At least one.</param>
    /// <param name="copies">Which passages are copies.</param>
    public static EventView Of(IEnumerable<EventTelling> tellings, CopiedPassages copies)
    {
        ArgumentNullException.ThrowIfNull(copies);
        EventTelling[] all = [.. tellings.OrderBy(static telling => telling.Place.Document).ThenBy(static telling => telling.Place.Span)];
        int[] witness = copies.Witnesses([.. all.Select(static telling => telling.Place)]);
        EventTelling best = MostExact(all, witness);
        EventType type = all.GroupBy(static telling => telling.Type)
            .OrderByDescending(static group => group.Key == EventType.Other ? 0 : group.Count()).ThenByDescending(group => group.Key == best.Type).ThenBy(static group => group.Key).First().Key;
        EventTelling[] order = [best, .. all.Where(telling => !ReferenceEquals(telling, best))];
        return new EventView(
            StableName.Of("event", (all[0].Place.Document, all[0].Place.Span)), type, best.Date, best.Mod, Gist(best),
            Ids(order, static part => part.Role != "where" && (part.Kind != EntityKind.Paper || part.Role is "agent" or "patient")),
            Ids(order, static part => part.Role == "where"),
            [.. all.OrderBy(static telling => telling.Place.Name, StringComparer.Ordinal).ThenBy(static telling => telling.Place.Document).ThenBy(static telling => telling.Place.Span)],
            witness.Distinct().Count());
    }

    /// <summary>The days that the date can mean, for sorting; <see cref="LocalDate.MaxIsoValue"/> without a date.</summary>
    public DayRange Days => Edtf.TryParse(Date) is { } date ? TimexBounds.Of(date, Mod) : new DayRange(LocalDate.MaxIsoValue, LocalDate.MaxIsoValue);

    private static ImmutableArray<string> Ids(EventTelling[] order, Func<EventPartView, bool> belongs) =>
        [.. order.SelectMany(static telling => telling.Parts).Where(belongs).Select(static part => part.Entity).Where(static id => id.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string Gist(EventTelling telling)
    {
        TextSpan sentence = telling.Place.Sentence;
        TextSpan Inside(TextSpan span) => new(span.Start - sentence.Start, span.Length);
        string label = EventLabel.Of(
            telling.Place.SentenceText, Inside(telling.Place.Span),
            [.. telling.Times.Where(time => sentence.Contains(time)).Select(Inside)],
            [.. telling.Parts.Where(part => part.Kind is EntityKind.Person or EntityKind.Organisation && sentence.Contains(part.Span)).Select(part => Inside(part.Span))],
            date: telling.DateSpan is { } date && sentence.Contains(date) ? Inside(date) : null);
        return label.Length > 0 ? label : telling.Place.Quote;
    }

    // The date that most witnesses allow; of those the narrowest, then the one that stands in the sentence itself.
    private static EventTelling MostExact(EventTelling[] all, int[] witness)
    {
        Dictionary<DayRange, HashSet<int>> dates = [];
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Days is { } days)
            {
                dates.TryAdd(days, []);
                dates[days].Add(witness[i]);
            }
        }

        Dictionary<DayRange, int> support = dates.Keys.ToDictionary(
            static mine => mine, mine => dates.Where(its => mine.Intersect(its.Key) is not null).SelectMany(static its => its.Value).Distinct().Count());

        // A date that holds another one is held by more for being vague: it stands back behind the one it holds.
        HashSet<DayRange> vague = [.. dates.Keys.Where(mine => dates.Keys.Any(its => its != mine && mine.Contains(its)))];
        return all.OrderBy(telling => telling.Days is { } days && !vague.Contains(days) ? 0 : 1).ThenByDescending(telling => telling.Days is { } days ? support[days] : 0).ThenBy(static telling => Width(telling.Days))
            .ThenBy(static telling => telling.DateSpan is null ? 1 : 0).ThenByDescending(static telling => telling.Parts.Length).First();
    }

    private static int Width(DayRange? days) => days is { IsBounded: true } range ? Period.DaysBetween(range.First, range.Last) : int.MaxValue;
}
