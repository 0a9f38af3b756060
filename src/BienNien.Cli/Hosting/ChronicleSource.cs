using System.Collections.Immutable;
using BienNien.Cli.Drawing;
using BienNien.Keeping;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Telling.Chronicles;
using BienNien.Text;

namespace BienNien.Cli.Hosting;

/// <summary>What a library says together, with the words of its documents: rows in, views out. For one thread.</summary>
internal sealed class ChronicleSource
{
    private readonly ImmutableDictionary<long, string> _names;
    private readonly Dictionary<long, Document> _texts = [];
    private readonly Lazy<CopiedPassages> _copies;
    private readonly Lazy<ILookup<string, EntityLinkRow>> _links;
    private readonly Lazy<ImmutableArray<EntityRow>> _rows;
    private readonly Lazy<ImmutableArray<EntityView>> _entities;
    private readonly ChronicleTeller _teller;

    internal ChronicleSource(Library library)
    {
        Library = library;
        ImmutableArray<DocumentRow> rows = library.Documents();
        Documents = rows.Length;
        _names = DocumentNames.Of(rows.Select(static row => (row.Id, row.Name, row.Path)));
        _copies = new Lazy<CopiedPassages>(() => new CopiedPassages(library.Reuse().Select(static row => (row.DocumentA, row.A, row.DocumentB, row.B))));
        _links = new Lazy<ILookup<string, EntityLinkRow>>(() => library.Links().ToLookup(static link => link.Entity, StringComparer.Ordinal));
        _rows = new Lazy<ImmutableArray<EntityRow>>(() => [.. library.Entities(new EntityFilter()).OrderBy(static row => row.Id, StringComparer.Ordinal)]);
        _entities = new Lazy<ImmutableArray<EntityView>>(ReadEntities);
        _teller = new ChronicleTeller(DocumentOf);
    }

    internal Library Library { get; }

    /// <summary>How many documents the library holds.</summary>
    internal int Documents { get; }

    /// <summary>Opens a library, reads something of its chronicle and tells it; says when there is nothing in it yet, or not all.</summary>
    /// <returns>The exit code.</returns>
    internal static async Task<int> UseAsync<T>(Session session, string path, Func<ChronicleSource, T> read, Action<ChronicleSource, T> tell)
    {
        using Library library = Library.OpenExisting(path);
        (ChronicleSource source, T found) = await Waiting.RunAsync(session, session.Texts.WorkingConflicts, () =>
        {
            ChronicleSource opened = new(library);
            return (opened, read(opened));
        });
        tell(source, found);
        if (source.Documents == 0)
        {
            await session.Terminal.Error.WriteLineAsync(session.Texts.EmptyLibrary);
        }

        int left = library.UnreconciledDocuments();
        if (left > 0)
        {
            await session.Terminal.Error.WriteLineAsync(Session.Fill(session.Texts.NotReconciledYet, left));
        }

        return left > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>All entities, by id.</summary>
    internal ImmutableArray<EntityView> Entities() => _entities.Value;

    /// <summary>All judgements with their subjects and rulings, in the order of <see cref="JudgementOrder"/>.</summary>
    internal ImmutableArray<ConflictView> Conflicts()
    {
        SharedSubjects subjects = new(_rows.Value.Select(SubjectOf));
        Dictionary<string, RulingView> rulings = [];
        foreach (RulingView ruling in RulingBook.Of(Library).Where(static ruling => ruling is { Kind: RulingBook.Accept, Stands: true }))
        {
            // The last one counts.
            rulings[ruling.Subject] = ruling;
        }

        // While a build is cut off, a document may be gone of which something is still said.
        return
        [
            .. Library.Judgements(all: true).Where(static row => row.A.Quote.Length > 0 && row.B.Quote.Length > 0).Select(row =>
            {
                ConflictView view = subjects.Tell(_teller.Tell(JudgementOf(row)));
                return view with { Independent = row.IsIndependent, Ruling = rulings.GetValueOrDefault(view.Id) };
            }),
        ];
    }

    /// <summary>All happenings that are asserted, by date; undated last.</summary>
    internal ImmutableArray<EventView> Events()
    {
        Dictionary<(long, TextSpan), (string Entity, EntityKind Kind)> entities = [];
        foreach (Subject entity in _rows.Value.Select(SubjectOf))
        {
            foreach ((long Document, TextSpan Span) mention in entity.Mentions)
            {
                entities[mention] = (entity.Id, entity.Kind);
            }
        }

        ImmutableArray<EventRow> rows = Library.Events(new EventFilter { Undated = true, Limit = int.MaxValue }).Events;
        Dictionary<EventAddress, int> groups = [];
        foreach ((EventGroupRow group, int number) in Library.EventGroups().Select(static (group, number) => (group, number)))
        {
            foreach (EventAddress telling in group.Tellings)
            {
                groups[telling] = number;
            }
        }

        return
        [
            .. rows.Select((row, at) => (Row: row, Group: groups.GetValueOrDefault(new EventAddress(row.Document, row.Ordinal), -1 - at)))
                .GroupBy(static pair => pair.Group)
                .Select(group => EventView.Of(group.Select(pair => TellingOf(pair.Row, entities)), _copies.Value))
                .OrderBy(static told => told.Days).ThenBy(static told => told.Tellings[0].Place.Name, StringComparer.Ordinal)
                .ThenBy(static told => told.Tellings[0].Place.Document).ThenBy(static told => told.Tellings[0].Place.Span),
        ];
    }

    /// <summary>All copied passages, by the names of both documents and their places; the first name in order is the first side.</summary>
    internal ImmutableArray<ReuseView> Reuse() =>
    [
        .. Library.Reuse().Select(row => string.CompareOrdinal(_names.GetValueOrDefault(row.DocumentA), _names.GetValueOrDefault(row.DocumentB)) <= 0
                ? _teller.Tell(row.DocumentA, row.A, row.DocumentB, row.B, row.Similarity, [.. row.Edits.Select(static edit => (edit.A, edit.B))])
                : _teller.Tell(row.DocumentB, row.B, row.DocumentA, row.A, row.Similarity, [.. row.Edits.Select(static edit => (edit.B, edit.A))]))
            .OrderBy(static view => view.A.Name, StringComparer.Ordinal).ThenBy(static view => view.B.Name, StringComparer.Ordinal).ThenBy(static view => view.A.Span).ThenBy(static view => view.B.Span),
    ];

    /// <summary>
    /// The entities with this id, or this name among their names, perhaps with the end of the id behind it (<c>Nguyễn Văn An~1904</c>); marks and case do not
    /// matter unless they tell two apart.
    /// </summary>
    internal ImmutableArray<EntityView> Find(string nameOrId)
    {
        string name = Library.OneLine(nameOrId.Normalize());
        int end = name.IndexOf('~', StringComparison.Ordinal);
        ImmutableArray<EntityView> exact =
        [
            .. Entities().Where(entity => entity.Id == name || (end > 0 && entity.Id.EndsWith(name[end..], StringComparison.Ordinal) && NameOf(entity, name[..end]) is not null)),
        ];
        exact = exact.IsEmpty ? [.. Entities().Where(entity => entity.Name == name || entity.Aliases.Contains(name))] : exact;
        return exact.IsEmpty ? [.. Entities().Where(entity => NameOf(entity, name) is not null)] : exact;
    }

    /// <summary>That of an entity's names which was typed with or without its marks; null when it is none of them.</summary>
    internal static string? NameOf(EntityView entity, string typed)
    {
        string folded = Letters.Fold(Library.OneLine(typed.Normalize()));
        return entity.Aliases.Prepend(entity.Name).FirstOrDefault(name => name == typed) ?? entity.Aliases.Prepend(entity.Name).FirstOrDefault(name => Letters.Fold(name) == folded);
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
        SharedSubjects subjects = new(found.Select(static entity => new Subject(entity.Id, entity.Kind, entity.Name, [.. entity.Mentions.Select(static mention => (mention.Document, mention.Span))])));
        return
        [
            .. found.Select(entity => new EntityDossier(
                entity, FactsOf(entity.Id), [.. events.Where(told => told.Who.Contains(entity.Id) || told.Where.Contains(entity.Id))],
                [.. conflicts.Where(conflict => subjects.AreAbout(entity.Id, conflict.Judgement))])),
        ];
    }

    /// <summary>The first mentions of an entity with their lines.</summary>
    internal ImmutableArray<QuotedPlace> InContext(EntityView entity, int limit) =>
        [.. entity.Mentions.Take(limit).Select(mention => QuotedPlace.Of(mention.Document, DocumentOf(mention.Document), mention.Span, mention.Span))];

    // What is left of a document that is gone while a build was cut off has no words.
    private Document DocumentOf(long id)
    {
        if (!_texts.TryGetValue(id, out Document? document))
        {
            _texts.Add(id, document = new Document(_names.GetValueOrDefault(id, ""), Library.TextOf(id) ?? "", [], OffsetMap.Identity));
        }

        return document;
    }

    private Subject SubjectOf(EntityRow row) =>
        new(row.Id, row.Kind, row.Name, [.. _links.Value[row.Id].SelectMany(static link => link.Mentions.Select(mention => (link.Document, mention.Span)))]);

    private ImmutableArray<EntityView> ReadEntities() =>
    [
        .. _rows.Value.Select(row => _teller.Tell(
            new LinkedEntity(row.Id, row.Kind, row.Name, row.Aliases, []),
            _links.Value[row.Id].Select(static link => (link.Document, link.Mentions, link.Names, link.Reason, link.Confidence, link.Evidence)))),
    ];

    private ImmutableArray<FactView> FactsOf(string entity)
    {
        Dictionary<string, string> names = _rows.Value.ToDictionary(static row => row.Id, static row => row.Name, StringComparer.Ordinal);
        return
        [
            .. Library.FactsOf(entity).Select(row =>
            {
                QuotedPlace place = QuotedPlace.Of(row.Document, DocumentOf(row.Document), row.Fact.Span, row.Fact.Sentence);
                string value = string.Join(", ", new[] { row.Fact.Value, row.Object == entity ? "" : names.GetValueOrDefault(row.Object, "") }.Where(static part => part.Length > 0));
                // An alias is an entity of its own to nobody: its words are the value.
                return new FactView(
                    row.Fact.Property, value.Length == 0 && row.Fact.Date.Value.Length == 0 ? Library.OneLine(place.Quote) : value, row.Fact.Date.Value, row.Fact.Date.Mod, place);
            })
                .OrderBy(static fact => fact.Property).ThenBy(static fact => fact.Date, StringComparer.Ordinal).ThenBy(static fact => fact.Value, StringComparer.Ordinal)
                .ThenBy(static fact => fact.Place.Name, StringComparer.Ordinal).ThenBy(static fact => fact.Place.Span),
        ];
    }

    private EventTelling TellingOf(EventRow row, Dictionary<(long, TextSpan), (string Entity, EntityKind Kind)> entities)
    {
        QuotedPlace place = row.Sentence.Contains(row.Trigger)
            ? new QuotedPlace(row.Document, _names.GetValueOrDefault(row.Document, row.DocumentName), row.Trigger, row.TriggerText, row.Line, row.Sentence, row.SentenceText)
            : QuotedPlace.Of(row.Document, DocumentOf(row.Document), row.Trigger, row.Sentence);
        return new EventTelling(
            place, row.Type, row.Date, row.DateMod,
            [
                .. row.Parts.Where(part => part.Role != EventPart.Figure && entities.ContainsKey((row.Document, part.Span)))
                    .Select(part => (part, entity: entities[(row.Document, part.Span)]))
                    .Select(static pair => new EventPartView(pair.entity.Entity, pair.entity.Kind, pair.part.Role, pair.part.Span)),
            ])
        {
            DateSpan = row.DateSpan,
            Times = row.Times,
        };
    }

    private static Judgement JudgementOf(JudgementRow row) => new(row.Kind, row.Reason, row.Severity, SideOf(row.A), SideOf(row.B), row.Confidence, row.About);

    private static Side SideOf(JudgementSide side) => new(side.Document, side.Span, side.Sentence);
}
