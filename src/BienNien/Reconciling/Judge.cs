using System.Collections.Immutable;
using BienNien.Finding.Quantities;
using BienNien.Gazetteers;
using BienNien.Reconciling.Conflicts;
using BienNien.Reconciling.Reuse;

namespace BienNien.Reconciling;

/// <summary>Holds the statements of a block against each other. Built once, immutable, safe to share between threads.</summary>
public sealed class Judge
{
    /// <summary>Up to so many members of a block are compared each with each; of more, each with its neighbours in the order of their dates and figures.</summary>
    private const int MostInFull = 40;

    /// <summary>How many neighbours on.</summary>
    private const int Neighbours = 12;

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
        return new Judge(new FactJudge(places, new OfficeComparison()), new EventJudge(places, numbers), new FigureJudge(numbers), new CopyJudge(places, numbers));
    }

    /// <summary>The keys under which a statement meets others.</summary>
    public static ImmutableArray<BlockKey> KeysOf(in LinkedStatement statement) => Blocking.KeysOf(statement);

    /// <summary>What comes of a block: it depends on its members alone, in whatever order they come.</summary>
    public BlockFindings Compare(IEnumerable<LinkedStatement> members)
    {
        Findings found = new();
        foreach (IGrouping<Type, LinkedStatement> kind in members.GroupBy(static member => member.Statement.GetType()).OrderBy(static kind => kind.Key.Name, StringComparer.Ordinal))
        {
            IStatementJudge judge = kind.Key == typeof(FactStatement) ? _facts : kind.Key == typeof(EventStatement) ? _events : _figures;
            LinkedStatement[] sorted = [.. kind.OrderBy(static member => member.Document).ThenBy(static member => member.Ordinal)];
            if (sorted.Length > MostInFull)
            {
                sorted = [.. sorted.OrderBy(static member => SortKey(member.Statement), StringComparer.Ordinal).ThenBy(static member => member.Document).ThenBy(static member => member.Ordinal)];
            }

            int reach = sorted.Length > MostInFull ? Neighbours : sorted.Length;
            for (int i = 0; i < sorted.Length; i++)
            {
                for (int j = i + 1; j < sorted.Length && j <= i + reach; j++)
                {
                    bool inOrder = (sorted[i].Document, sorted[i].Ordinal).CompareTo((sorted[j].Document, sorted[j].Ordinal)) < 0;
                    judge.Judge(sorted[inOrder ? i : j], sorted[inOrder ? j : i], found);
                }
            }
        }

        found.TakeBackWhatAgreesElsewhere();
        found.SpreadOverAgreements();
        return new BlockFindings([.. found.Ties.Distinct().Order()], [.. found.Judgements.Distinct().OrderBy(static judgement => judgement.A).ThenBy(static judgement => judgement.B).ThenBy(static judgement => judgement.Kind)]);
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
    public static ImmutableArray<Judgement> CompareNames(IEnumerable<FiledEntity> members) =>
        NameJudge.Judge([.. members.OrderBy(static member => member.Document).ThenBy(static member => member.Local)]);

    private static string SortKey(Statement statement) => statement switch
    {
        EventStatement told => told.Date.Value,
        FactStatement fact => fact.Date.Value,
        FigureStatement figure => $"{figure.Period.Value}|{figure.Number.Value?.ToString("00000000000000000.######", System.Globalization.CultureInfo.InvariantCulture)}",
        _ => "",
    };
}
