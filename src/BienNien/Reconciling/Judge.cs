using System.Collections.Immutable;
using BienNien.Finding.Quantities;
using BienNien.Gazetteers;
using BienNien.Reconciling.Conflicts;
using BienNien.Reconciling.Reuse;

namespace BienNien.Reconciling;

/// <summary>Holds the statements of a block against each other. Built once, immutable, safe to share between threads.</summary>
public sealed class Judge
{
    /// <summary>Up to so many members of a block are compared each with each; of more, each with its neighbours by <see cref="PlaceOf"/>, then document and ordinal.</summary>
    public const int MostInFull = 40;

    /// <summary>How many neighbours on.</summary>
    public const int Neighbours = 12;

    /// <summary>
    /// A key that more statements share tells nothing of any two of them, and nobody is held against anybody for it: whoever speaks of one thing shares
    /// rarer keys as well. So what one more document costs does not grow with the library.
    /// </summary>
    public const int MostMembers = 400;

    private readonly IStatementJudge _facts;
    private readonly IStatementJudge _events;
    private readonly IStatementJudge _figures;
    private readonly CopyJudge _copies;

    private Judge(IStatementJudge facts, IStatementJudge events, IStatementJudge figures, CopyJudge copies) =>
        (_facts, _events, _figures, _copies) = (facts, events, figures, copies);

    /// <summary>With the gazetteer that says which places lie in which, and became which.</summary>
    /// <param name="gazetteer">Loaded when two places are first compared.</param>
    public static Judge Create(Lazy<Gazetteer> gazetteer)
    {
        PlaceComparison places = new(gazetteer);
        NumberComparison numbers = new(UnitTable.Load());
        return new Judge(new FactJudge(places, OfficeComparison.Create()), new EventJudge(places, numbers), new FigureJudge(numbers), new CopyJudge(places, numbers));
    }

    /// <summary>The keys under which a statement meets others.</summary>
    public static ImmutableArray<BlockKey> KeysOf(in LinkedStatement statement) => Blocking.KeysOf(statement);

    /// <summary>What comes of a block: it depends on its members alone, in whatever order they come.</summary>
    /// <param name="members">Statements that share a key, and so are of one kind.</param>
    /// <param name="known">What came of pairs of other blocks: two statements that share several keys are compared once. Null to compare all.</param>
    public BlockFindings Compare(IEnumerable<LinkedStatement> members, Dictionary<(long, int, long, int), PairFindings>? known = null)
    {
        List<PairFindings> pairs = [];
        foreach (IGrouping<Type, LinkedStatement> kind in members.GroupBy(static member => member.Statement.GetType()).OrderBy(static kind => kind.Key.Name, StringComparer.Ordinal))
        {
            LinkedStatement[] sorted = [.. kind.OrderBy(static member => member.Document).ThenBy(static member => member.Ordinal)];
            if (sorted.Length > MostMembers)
            {
                continue;
            }

            if (sorted.Length > MostInFull)
            {
                sorted = [.. sorted.OrderBy(static member => PlaceOf(member.Statement), StringComparer.Ordinal).ThenBy(static member => member.Document).ThenBy(static member => member.Ordinal)];
            }

            int reach = sorted.Length > MostInFull ? Neighbours : sorted.Length;
            for (int i = 0; i < sorted.Length; i++)
            {
                for (int j = i + 1; j < sorted.Length && j <= i + reach; j++)
                {
                    PairFindings pair;
                    if (known is null)
                    {
                        pair = ComparePair(sorted[i], sorted[j]);
                    }
                    else if (!known.TryGetValue((sorted[i].Document, sorted[i].Ordinal, sorted[j].Document, sorted[j].Ordinal), out pair!))
                    {
                        known.Add((sorted[i].Document, sorted[i].Ordinal, sorted[j].Document, sorted[j].Ordinal), pair = ComparePair(sorted[i], sorted[j]));
                    }

                    pairs.Add(pair);
                }
            }
        }

        return Conclude(pairs);
    }

    /// <summary>What comes of two statements that meet, whatever else is in their block.</summary>
    /// <param name="one">A statement.</param>
    /// <param name="other">Another of the same kind.</param>
    public PairFindings ComparePair(in LinkedStatement one, in LinkedStatement other)
    {
        Findings found = new();
        IStatementJudge judge = one.Statement switch
        {
            FactStatement => _facts,
            EventStatement => _events,
            _ => _figures,
        };
        bool inOrder = (one.Document, one.Ordinal).CompareTo((other.Document, other.Ordinal)) < 0;
        judge.Judge(inOrder ? one : other, inOrder ? other : one, found);
        return found.Ties.Count + found.Judgements.Count + found.Agreements.Count == 0
            ? PairFindings.None
            : new PairFindings([.. found.Ties], [.. found.Judgements], [.. found.Agreements]);
    }

    /// <summary>What comes of a block whose pairs were compared.</summary>
    /// <param name="pairs">All pairs of the block that meet, in the order of <see cref="Compare"/>: by the first of each, then by the second; those of which nothing came may be left out.</param>
    public static BlockFindings Conclude(IEnumerable<PairFindings> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        Findings found = new();
        foreach (PairFindings pair in pairs)
        {
            found.Ties.AddRange(pair.Ties);
            found.Judgements.AddRange(pair.Judgements);
            found.Agreements.AddRange(pair.Agreements);
        }

        found.TakeBackWhatAgreesElsewhere();
        return new BlockFindings(
            [.. found.Ties.Distinct().Order()],
            [.. found.Judgements.Distinct().OrderBy(static judgement => judgement.A).ThenBy(static judgement => judgement.B).ThenBy(static judgement => judgement.Kind)],
            [.. Conclusions.Spanning(found.Agreements)]);
    }

    /// <summary>What is to be said of the edits of passages that two documents share.</summary>
    /// <param name="a">The document that the passages' side A is of.</param>
    /// <param name="b">The other.</param>
    /// <param name="passages">The passages.</param>
    public ImmutableArray<Judgement> CompareCopies(LinkedTestimony a, LinkedTestimony b, IEnumerable<ReusedPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        Findings found = new();
        foreach (ReusedPassage passage in passages)
        {
            _copies.Judge(a, b, passage, found);
        }

        return [.. found.Judgements];
    }

    /// <summary>What is to be said of the spellings of one entity's names.</summary>
    /// <param name="members">All entities of documents that are it.</param>
    /// <param name="near">All that are those which it <see cref="LinkedEntity.MayBe"/>, as far as their ids come behind its own, so that each two are judged once.</param>
    public static ImmutableArray<Judgement> CompareNames(IEnumerable<FiledEntity> members, IEnumerable<FiledEntity> near) => NameJudge.Judge(Sorted(members), Sorted(near));

    private static ImmutableArray<FiledEntity> Sorted(IEnumerable<FiledEntity> members) => [.. members.OrderBy(static member => member.Document).ThenBy(static member => member.Local)];

    /// <summary>Where a statement stands among the many of a block: ordinal order.</summary>
    public static string PlaceOf(Statement statement) => statement switch
    {
        EventStatement told => told.Date.Value,
        FactStatement fact => fact.Date.Value,
        FigureStatement figure => $"{figure.Period.Value}|{figure.Number.Value?.ToString("00000000000000000.######", System.Globalization.CultureInfo.InvariantCulture)}",
        _ => "",
    };
}
