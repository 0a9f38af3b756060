using System.Collections.Immutable;
using BienNien.Cli.Drawing;
using BienNien.Keeping;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Telling.Chronicles;
using BienNien.Text;

namespace BienNien.Cli.Hosting;

/// <summary>What a library says together, with the words of its documents: rows in, views out.</summary>
internal sealed class ChronicleSource
{
    private readonly ImmutableArray<DocumentRow> _rows;
    private readonly Dictionary<long, Document> _documents = [];
    private readonly Chronicle _chronicle;
    private readonly Dictionary<long, Testimony> _testimonies = [];
    private readonly ChronicleTeller _teller;

    internal ChronicleSource(Session session, Library library)
    {
        Library = library;
        _rows = library.Documents();
        ImmutableDictionary<long, string> names = DocumentNames.Of(_rows.Select(static row => (row.Id, row.Name, row.Path)));
        foreach (DocumentRow row in _rows)
        {
            DocumentContent content = library.Document(row.Id)!;
            Document document = new(names[row.Id], content.Text, [.. content.Blocks.Select(static block => new Block(block.Kind, block.Parts, block.Level, block.Cell))], OffsetMap.Identity);
            _documents[row.Id] = document;
            _testimonies[row.Id] = session.Engine.Testify(session.Engine.Analyze(document));
        }

        _chronicle = session.Engine.Reconciler.Reconcile(_testimonies.Select(static pair => (pair.Key, pair.Value)), EntityRulings.None);
        _teller = new ChronicleTeller(id => _documents[id], CopiedPassages.None);
    }

    internal Library Library { get; }

    internal int Documents => _rows.Length;

    /// <summary>Opens a library, reads something of its chronicle and tells it; says when there is nothing in it yet, or not all.</summary>
    /// <returns>The exit code.</returns>
    internal static async Task<int> UseAsync<T>(Session session, string path, Func<ChronicleSource, T> read, Action<ChronicleSource, T> tell)
    {
        using Library library = Keeping.Library.OpenExisting(path);
        (ChronicleSource source, T found) = await Waiting.RunAsync(session, session.Texts.WorkingConflicts, () =>
        {
            ChronicleSource opened = new(session, library);
            return (opened, read(opened));
        });
        tell(source, found);
        if (source.Documents == 0)
        {
            await session.Terminal.Error.WriteLineAsync(session.Texts.EmptyLibrary);
        }

        if (source.Unreconciled > 0)
        {
            await session.Terminal.Error.WriteLineAsync(Session.Fill(session.Texts.NotReconciledYet, source.Unreconciled));
        }

        return source.Unreconciled > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    internal int Unreconciled => 0;

    internal ImmutableArray<EntityView> Entities() =>
        [.. _chronicle.Entities.Select(entity => _teller.Tell(entity, (document, local) => _testimonies[document].Entities[local]))];

    internal ImmutableArray<ConflictView> Conflicts()
    {
        SharedSubjects subjects = new(Entities());
        return [.. _chronicle.Judgements.Select(judgement => subjects.Tell(_teller.Tell(judgement)))];
    }

    internal ImmutableArray<EventView> Events() =>
        [.. _chronicle.Events.Select(_teller.Tell).OrderBy(static told => told.Days).ThenBy(static told => told.Tellings[0].Place.Name, StringComparer.Ordinal).ThenBy(static told => told.Tellings[0].Place.Span)];

    internal ImmutableArray<ReuseView> Reuse() => [];

    /// <summary>The entities with this id, or this name among their names; marks and case do not matter unless they tell two apart.</summary>
    internal ImmutableArray<EntityView> Find(string nameOrId)
    {
        ImmutableArray<EntityView> all = Entities();
        string name = Keeping.Library.OneLine(nameOrId.Normalize());
        string folded = Letters.Fold(name);
        ImmutableArray<EntityView> exact = [.. all.Where(entity => entity.Id == name)];
        exact = exact.IsEmpty ? [.. all.Where(entity => entity.Name == name || entity.Aliases.Contains(name))] : exact;
        return exact.IsEmpty ? [.. all.Where(entity => entity.Aliases.Add(entity.Name).Any(known => Letters.Fold(known) == folded))] : exact;
    }

    /// <summary>All that there is of the entities that are called so.</summary>
    internal ImmutableArray<EntityDossier> DossiersOf(string nameOrId)
    {
        ImmutableArray<EntityView> found = Find(nameOrId);
        if (found.IsEmpty)
        {
            return [];
        }

        ImmutableArray<EventView> events = Events();
        ImmutableArray<ConflictView> conflicts = [.. Conflicts().Where(static conflict => conflict.Judgement.IsConflict)];
        SharedSubjects subjects = new(found);
        return
        [
            .. found.Select(entity => new EntityDossier(
                entity, FactsOf(entity.Id), [.. events.Where(told => told.Who.Contains(entity.Id) || told.Where.Contains(entity.Id))],
                [.. conflicts.Where(conflict => subjects.AreAbout(entity.Id, conflict.Judgement))])),
        ];
    }

    /// <summary>The first mentions of an entity with their lines.</summary>
    internal ImmutableArray<QuotedPlace> InContext(EntityView entity, int limit) =>
        [.. entity.Mentions.Take(limit).Select(mention => QuotedPlace.Of(mention.Document, _documents[mention.Document], mention.Span, mention.Span))];

    private ImmutableArray<FactView> FactsOf(string entity)
    {
        Dictionary<(long, int), LinkedEntity> links = _chronicle.Entities.SelectMany(static linked => linked.Links.Select(link => (link.Document, link.Local, linked)))
            .ToDictionary(static link => (link.Document, link.Local), static link => link.linked);
        return
        [
            .. _testimonies.SelectMany(pair => pair.Value.Statements.OfType<FactStatement>()
                .Where(fact => links[(pair.Key, fact.Subject)].Id == entity)
                .Select(fact => new FactView(
                    fact.Property, fact.Object >= 0 ? links[(pair.Key, fact.Object)].Name : fact.Value, fact.Date.Value, fact.Date.Mod,
                    QuotedPlace.Of(pair.Key, _documents[pair.Key], fact.Span, fact.Sentence))))
                .OrderBy(static fact => fact.Property).ThenBy(static fact => fact.Date, StringComparer.Ordinal).ThenBy(static fact => fact.Value, StringComparer.Ordinal)
                .ThenBy(static fact => fact.Place.Name, StringComparer.Ordinal).ThenBy(static fact => fact.Place.Span),
        ];
    }

    internal ImmutableArray<RulingView> Rulings() => [];
}
