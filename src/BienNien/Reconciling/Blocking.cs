using System.Collections.Immutable;
using System.Globalization;
using BienNien.Reconciling.Corroborating;
using BienNien.Reconciling.Linking;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Reconciling;

/// <summary>
/// Which statements are held against each other: those that share a typed key (who, where, when, what). A cheap filter before any comparison, as
/// in the linking of records and of events over documents (Ahmed et al. 2023, arXiv 2305.05672).
/// </summary>
internal static class Blocking
{
    private const int MostEntities = 6;
    private const int MostNear = 4;
    private const int MostYears = 3;
    private const int MostWords = 4;
    private const int MostSigns = 8;
    private const int MostFigureWords = 6;
    private const int WordsOfOffice = 2;

    /// <summary>The keys of a statement: each once. None for what is not asserted.</summary>
    internal static ImmutableArray<BlockKey> KeysOf(in LinkedStatement statement)
    {
        // Plans are held against results as well, to say that they are plans.
        if (!statement.Statement.IsTold && !(statement.Statement is FigureStatement && statement.Statement.Status == ClaimStatus.Planned))
        {
            return [];
        }

        HashSet<BlockKey> keys = [];
        switch (statement.Statement)
        {
            case EventStatement told:
                AddEvent(statement, told, keys);
                break;
            case FactStatement fact:
                AddFact(statement, fact, keys);
                break;
            case FigureStatement figure:
                AddFigure(statement, figure, keys);
                break;
            default:
                break;
        }

        return [.. keys.Order()];
    }

    private static void AddEvent(in LinkedStatement statement, EventStatement told, HashSet<BlockKey> keys)
    {
        // What singles out most comes first.
        List<(string Entity, double Weight)> entities = [];
        foreach (StatedPart part in told.Parts)
        {
            string entity = statement.Entity(part.Local);
            if (!entities.Exists(known => known.Entity == entity))
            {
                entities.Add((entity, EventSimilarity.Weight(statement.Local(part.Local))));
            }
        }

        foreach (int local in told.Near.AddRange(told.Context.Setting))
        {
            string entity = statement.Entity(local);
            double weight = EventSimilarity.Weight(statement.Local(local));
            if (weight >= 1 && !entities.Exists(known => known.Entity == entity))
            {
                entities.Add((entity, weight - 0.25));
            }
        }

        entities.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(a.Entity, b.Entity));
        int most = Math.Min(entities.Count, MostEntities);
        for (int i = 0; i < most; i++)
        {
            for (int j = i + 1; j < most && entities[i].Weight >= 1; j++)
            {
                bool inOrder = string.CompareOrdinal(entities[i].Entity, entities[j].Entity) < 0;
                keys.Add(BlockKey.Of("event", "two", entities[inOrder ? i : j].Entity, entities[inOrder ? j : i].Entity));
            }

            if (entities[i].Weight >= 2)
            {
                keys.Add(BlockKey.Of("event", "type", told.Type.Code(), entities[i].Entity));
            }

            foreach (string year in Years(told.Date.Value))
            {
                keys.Add(BlockKey.Of("event", "year", year, entities[i].Weight >= 1 ? "" : told.Type.Code(), entities[i].Entity));
            }
        }

        // “lập Tỉnh ủy lâm thời”: what it happened to, where nobody is named.
        foreach (string year in Years(told.Date.Value))
        {
            foreach (uint word in told.Object.AsSpan()[..Math.Min(told.Object.Length, MostWords)])
            {
                keys.Add(BlockKey.Of("event", "object", year, word.ToString("x", CultureInfo.InvariantCulture)));
            }
        }

        // A body that was founded twice, a post that was taken twice: of whatever year.
        ReadOnlySpan<uint> words = told.Object.AsSpan()[..Math.Min(told.Object.Length, MostWords)];
        for (int i = 0; i < words.Length && (EventSimilarity.IsUnique(told.Type) || told.Type is EventType.Meeting or EventType.Battle); i++)
        {
            for (int j = i + 1; j < words.Length; j++)
            {
                keys.Add(BlockKey.Of("event", "words", told.Type.Code(), words[i].ToString("x", CultureInfo.InvariantCulture), words[j].ToString("x", CultureInfo.InvariantCulture)));
            }
        }

        foreach (uint sign in Telling(told.Context.Passage))
        {
            keys.Add(BlockKey.Of("event", "passage", sign.ToString("x", CultureInfo.InvariantCulture)));
        }

        foreach (Topic topic in told.Context.Topics.Concat(told.Context.Around))
        {
            keys.Add(BlockKey.Of("event", "topic", told.Type.Code(), TopicKey(topic)));
        }

        if (told.Date.Span.Length > 0)
        {
            // What stands in one sentence, to see whether two dates name one day.
            keys.Add(BlockKey.Of(
                "event", "sentence", statement.Document.ToString(CultureInfo.InvariantCulture), told.Sentence.Start.ToString(CultureInfo.InvariantCulture)));
        }

        if (told.Date.Value.Length == 10)
        {
            keys.Add(BlockKey.Of("event", "day", told.Date.Value));
        }
        else if (told.Date.Value.Length == 7)
        {
            keys.Add(BlockKey.Of("event", "month", told.Date.Value, told.Type.Code()));
        }
    }

    private static void AddFact(in LinkedStatement statement, FactStatement fact, HashSet<BlockKey> keys)
    {
        string property = fact.Property.ToString();
        keys.Add(BlockKey.Of("fact", property, statement.Entity(fact.Subject)));
        if (fact.Property == FactProperty.Issued && fact.Date.Value.Length == 10 && fact.Subject >= 0)
        {
            keys.Add(BlockKey.Of("fact", "issued", fact.Date.Value, Letters.Fold(statement.Local(fact.Subject).Traits.Type)));
        }

        if (fact.Property == FactProperty.Office)
        {
            AddHolder(statement, fact, keys);
        }
    }

    // Who else held the office: of the body, at the time, in what is told of one episode. The office by its first word, since “bí thư tỉnh ủy” is “bí thư”.
    private static void AddHolder(in LinkedStatement statement, FactStatement fact, HashSet<BlockKey> keys)
    {
        string office = string.Join(' ', NameForms.Exact(fact.Value).Split(' ').Take(WordsOfOffice));
        if (fact.Object >= 0)
        {
            keys.Add(BlockKey.Of("fact", "holder", office, statement.Entity(fact.Object)));
        }

        foreach (int local in fact.Near.AddRange(fact.Context.Setting))
        {
            if (statement.Local(local).Kind == EntityKind.Organisation)
            {
                keys.Add(BlockKey.Of("fact", "holder", office, statement.Entity(local)));
            }
        }

        foreach (string year in Years(fact.Date.Value))
        {
            keys.Add(BlockKey.Of("fact", "holder year", office, year));
        }

        foreach (uint sign in Telling(fact.Context.Passage))
        {
            keys.Add(BlockKey.Of("fact", "holder passage", office, sign.ToString("x", CultureInfo.InvariantCulture)));
        }
    }

    private static void AddFigure(in LinkedStatement statement, FigureStatement figure, HashSet<BlockKey> keys)
    {
        string unit = UnitKey(figure.Number.Unit);
        foreach (Topic topic in figure.Context.Topics.Concat(figure.Context.Around))
        {
            keys.Add(BlockKey.Of("figure", "topic", unit, TopicKey(topic)));
        }

        for (int i = 0; i < Math.Min(figure.Near.Length, MostNear); i++)
        {
            keys.Add(BlockKey.Of("figure", "near", unit, statement.Entity(figure.Near[i])));
        }

        foreach (string year in Years(figure.Period.Value))
        {
            keys.Add(BlockKey.Of("figure", "year", unit, year));
        }

        if (figure.Indicator.Length > 0)
        {
            keys.Add(BlockKey.Of("figure", "indicator", figure.Indicator, statement.Entity(figure.Scope)));
        }

        foreach (uint sign in Telling(figure.Context.Passage))
        {
            keys.Add(BlockKey.Of("figure", "passage", unit, sign.ToString("x", CultureInfo.InvariantCulture)));
        }

        // What is counted, where neither place nor time is told: “147 cán bộ, chiến sĩ hy sinh”, “174 người hy sinh”.
        foreach (uint word in figure.Words.AsSpan()[..Math.Min(figure.Words.Length, MostFigureWords)])
        {
            keys.Add(BlockKey.Of("figure", "word", unit, word.ToString("x", CultureInfo.InvariantCulture)));
        }

        // A number that nothing else is like: “5.700.000 ngày công” told without place and time.
        string exact = Letters.Fold(figure.Number.Unit);
        if (exact.Contains(' ', StringComparison.Ordinal))
        {
            keys.Add(BlockKey.Of("figure", "unit", exact));
        }
    }

    // The signs of a paragraph that few others have: numbers that are not round, days and named happenings.
    private static IEnumerable<uint> Telling(ImmutableArray<uint> passage) =>
        passage.Where(static sign => PassageSigns.KindOf(sign) is PassageSign.Number or PassageSign.Day or PassageSign.Happening).Take(MostSigns);

    private static string TopicKey(Topic topic) => FormattableString.Invariant($"{topic.Head:x}|{topic.Name:x}|{topic.Ordinal}");

    /// <summary>Persons are counted under many nouns (<c>người</c>, <c>cán bộ, chiến sĩ</c>, <c>tên</c>), so that all meet; other units by their words.</summary>
    private static string UnitKey(string unit) => CountedNouns.IsPerson(unit) ? "person" : Letters.Fold(CountedNouns.Measure(unit));

    /// <summary>The years that a date can mean; none when they are more than a few.</summary>
    private static IEnumerable<string> Years(string date)
    {
        if (Edtf.TryParse(date) is not { StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known, Start.Year: { } first } edtf || edtf.End.Year is not { } last || last - first >= MostYears)
        {
            yield break;
        }

        for (int year = first; year <= last; year++)
        {
            yield return year.ToString(CultureInfo.InvariantCulture);
        }
    }
}
