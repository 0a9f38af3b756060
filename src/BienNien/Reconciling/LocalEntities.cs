using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.DocumentReferences;
using BienNien.Finding.OrganisationChanges;
using BienNien.Finding.Organisations;
using BienNien.Finding.People;
using BienNien.Finding.Places;
using BienNien.Finding.Times;
using BienNien.Reading.Papers;
using BienNien.Reconciling.Linking;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Relating.Figures;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Reconciling;

/// <summary>The persons, places, bodies and papers of one document, each once.</summary>
internal sealed class LocalEntities
{
    private const int MostBeside = 32;
    private const int MostAround = 16;
    private const int MostLarger = 4;

    private readonly List<Gathered> _entities = [];
    private readonly Dictionary<string, Gathered> _byKey = new(StringComparer.Ordinal);
    private readonly int[] _ofMention;
    private readonly ImmutableArray<(TextSpan Span, int Mention)> _mentions;
    private readonly DocumentAnalysis _analysis;

    private LocalEntities(DocumentAnalysis analysis)
    {
        _analysis = analysis;
        _ofMention = new int[analysis.Mentions.Length];
        Array.Fill(_ofMention, -1);
        Gather();
        _mentions = [.. analysis.Mentions.Select(static (mention, index) => (mention.Span, index)).Where(mention => _ofMention[mention.index] >= 0)];
    }

    /// <summary>Gathers them.</summary>
    internal static LocalEntities Of(DocumentAnalysis analysis) => new(analysis);

    /// <summary>The paper that the document itself is, by its header; its place among the entities, or -1 where it has no number.</summary>
    internal int AddOwnPaper(PaperHeader? header)
    {
        if (header is not { Reference: { Value.Length: > 0 } reference, Number: not null })
        {
            return -1;
        }

        // A letter is the one paper that does not say what it is (Nghị định 30/2020/NĐ-CP).
        string words = header.Type is { Value.Length: > 1 } type ? FigureText.OneLine(type.Value) : "công văn";
        string typed = char.ToUpperInvariant(words[0]) + words[1..].ToLowerInvariant();
        Mention mention = new(
            MentionKind.DocumentReference, reference.Span, default, new DocumentReferenceValue(typed) { Number = reference.Value, Date = header.Date?.Value, Issuer = header.Issuer?.Value });
        string key = KeyOf(mention.Value, "");
        if (!_byKey.TryGetValue(key, out Gathered? entity))
        {
            entity = new Gathered(EntityKind.Paper, _entities.Count);
            _byKey.Add(key, entity);
            _entities.Add(entity);
        }

        entity.Add(mention, typed + " " + reference.Value);
        return entity.Index;
    }

    /// <summary>The entity of a mention, or -1.</summary>
    internal int OfMention(int mention) => _ofMention[mention];

    /// <summary>The entities that are mentioned in a stretch of text, in reading order, each once.</summary>
    internal ImmutableArray<int> In(TextSpan span)
    {
        int low = 0;
        int high = _mentions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _mentions[middle].Span.Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        List<int> found = [];
        for (; low < _mentions.Length && _mentions[low].Span.Start < span.End; low++)
        {
            int entity = _ofMention[_mentions[low].Mention];
            if (!found.Contains(entity))
            {
                found.Add(entity);
            }
        }

        return [.. found];
    }

    /// <summary>All of them, with what the document says of them.</summary>
    /// <param name="analysis">The document with its claims.</param>
    /// <param name="header">The form of an issued paper, where it has one.</param>
    internal ImmutableArray<LocalEntity> WithTraits(DocumentAnalysis analysis, PaperHeader? header)
    {
        foreach (FactClaim fact in analysis.Claims.OfType<FactClaim>())
        {
            AddFact(fact);
        }

        foreach (EventClaim told in analysis.Claims.OfType<EventClaim>().Where(static told => told.Status == ClaimStatus.Asserted))
        {
            AddEvent(told);
        }

        AddSigner(header);
        AddTerms();
        AddRenamings();
        AddBodyRenamings();
        AddLargerPlaces();
        AddCompany();
        return [.. _entities.Select(static entity => entity.ToEntity())];
    }

    private void Gather()
    {
        ImmutableArray<Mention> mentions = _analysis.Mentions;
        Dictionary<string, string> chains = ChainsOf(mentions);
        Dictionary<string, string> lastChain = new(StringComparer.Ordinal);
        LocalNamesakes namesakes = LocalNamesakes.Of(_analysis, mention => KeyOf(mention.Value, ""));
        for (int kind = 0; kind < 4; kind++)
        {
            for (int m = 0; m < mentions.Length; m++)
            {
                Mention mention = mentions[m];
                if (KindOf(mention.Value) != (EntityKind)kind)
                {
                    continue;
                }

                string surface = FigureText.OneLine(_analysis.Document.Surface(mention.Span));
                string key = KeyOf(mention.Value, surface);
                if (mention.Value is PlaceValue place && chains.TryGetValue(key, out string? contested))
                {
                    // Two communes of one name in one document: each with its district, and a bare name is the one that was told last.
                    string larger = place.In is null ? "" : FigureText.OneLine(place.In);
                    string within = BareNames.TypeOf(larger).Level == contested ? NameForms.Exact(BareNames.Of(larger)) : lastChain.GetValueOrDefault(key, "");
                    lastChain[key] = within;
                    key += "|" + within;
                }

                key += namesakes.OrdinalOf(m) is > 0 and int ordinal ? $"|{ordinal}" : "";
                if (!_byKey.TryGetValue(key, out Gathered? entity))
                {
                    entity = new Gathered((EntityKind)kind, _entities.Count);
                    _byKey.Add(key, entity);
                    _entities.Add(entity);
                }

                _ofMention[m] = entity.Index;
                entity.Add(mention, surface);
            }
        }

        foreach (Mention mention in mentions)
        {
            if (mention.Value is AliasValue alias && _byKey.TryGetValue(KeyOfPerson(alias.Of), out Gathered? named))
            {
                named.NameOf(FigureText.OneLine(_analysis.Document.Surface(mention.Span)));
            }
        }
    }

    // Names that lie in two larger places of one level, with that level.
    private Dictionary<string, string> ChainsOf(ImmutableArray<Mention> mentions)
    {
        Dictionary<(string Key, string Level), string> first = [];
        Dictionary<string, string> contested = new(StringComparer.Ordinal);
        foreach (Mention mention in mentions)
        {
            if (mention.Value is PlaceValue { In: { } within } place && FigureText.OneLine(within) is var larger && BareNames.TypeOf(larger).Level is { Length: > 0 } level)
            {
                string key = KeyOf(place, FigureText.OneLine(_analysis.Document.Surface(mention.Span)));
                string name = NameForms.Exact(BareNames.Of(larger));
                if (!first.TryAdd((key, level), name) && first[(key, level)] != name)
                {
                    contested.TryAdd(key, level);
                }
            }
        }

        return contested;
    }

    private static EntityKind? KindOf(MentionValue value) => value switch
    {
        PersonValue => EntityKind.Person,
        PlaceValue => EntityKind.Place,
        OrganisationValue => EntityKind.Organisation,
        DocumentReferenceValue => EntityKind.Paper,
        _ => null,
    };

    private static string KeyOf(MentionValue value, string surface) => value switch
    {
        PersonValue person => KeyOfPerson(person.Id),
        PlaceValue { Level: "country" or "region" or "province" or "district" or "commune" or "hamlet" } place => $"place|{place.Level}|{NameForms.Exact(BareNames.Of(surface))}",

        // A bridge and a market of one name are two.
        PlaceValue place => $"place|{place.Level}|{BareNames.TypeOf(surface).Word}|{NameForms.Exact(BareNames.Of(surface))}",
        OrganisationValue body => "body|" + NameForms.Exact(body.Full ?? surface),
        DocumentReferenceValue { Number: { Length: > 0 } number } paper => $"paper|{Letters.Fold(paper.Type)}|{Letters.Fold(number)}",
        DocumentReferenceValue paper => $"paper|{Letters.Fold(paper.Type)}|{NameForms.Exact(paper.Title ?? surface)}",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "A value that names no entity."),
    };

    private static string KeyOfPerson(string id) => "person|" + NameForms.Exact(id);

    private void AddFact(FactClaim fact)
    {
        if (fact.Certainty == FactCertainty.Low || fact.Status != ClaimStatus.Asserted || fact.Subject < 0 || _ofMention[fact.Subject] is < 0)
        {
            return;
        }

        Gathered entity = _entities[_ofMention[fact.Subject]];
        string other = fact.Object >= 0 ? FigureText.OneLine(_analysis.Document.Surface(_analysis.Mentions[fact.Object].Span)) : fact.Value;
        switch (fact.Property)
        {
            case FactProperty.Born or FactProperty.Founded or FactProperty.Issued:
                entity.Begun = entity.Begun.Length == 0 ? fact.Date : entity.Begun;
                break;
            case FactProperty.Died:
                entity.Ended = entity.Ended.Length == 0 ? fact.Date : entity.Ended;
                break;
            case FactProperty.NativePlace or FactProperty.PartOf when other.Length > 0:
                entity.In.Add(other);
                break;
            case FactProperty.Office when fact.Value.Length > 0:
                entity.Offices.Add(fact.Value);
                SeenIn(entity, fact.Date);
                break;
            case FactProperty.Joined:
                SeenIn(entity, fact.Date);
                break;
            case FactProperty.Alias when other.Length > 0 && (fact.Object < 0 || KindOf(_analysis.Mentions[fact.Object].Value) == KindOf(_analysis.Mentions[fact.Subject].Value)):
                entity.NameOf(other);
                break;
            case FactProperty.Renamed or FactProperty.Lineage when other.Length > 0 && fact.Value is "renamed" or "":
                entity.Renamed.Add(other);
                break;
            default:
                break;
        }
    }

    // What persons do in their lives; a monument is built to the dead.
    private void AddEvent(EventClaim told)
    {
        if (LocalNamesakes.DeathOf(_analysis, told) is { } dead && _ofMention[dead] >= 0)
        {
            Gathered person = _entities[_ofMention[dead]];
            bool isBirth = person.Begun.Length >= 4 && told.Date.StartsWith(person.Begun[..4], StringComparison.Ordinal);
            person.Ended = person.Ended.Length == 0 && !isBirth ? told.Date : person.Ended;
        }

        if (told.Type is EventType.Birth or EventType.Death or EventType.Ceremony or EventType.Construction or EventType.Award or EventType.Issue or EventType.Rename or EventType.Visit)
        {
            return;
        }

        foreach (Participant participant in told.Who)
        {
            if (_ofMention[participant.Mention] >= 0)
            {
                SeenIn(_entities[_ofMention[participant.Mention]], told.Date);
            }
        }
    }

    private static void SeenIn(Gathered entity, string date)
    {
        if (Edtf.TryParse(date) is not { StartKind: EdtfEnd.Known, Start.Year: { } year } edtf)
        {
            return;
        }

        entity.SeenIn(year);
        if (edtf is { EndKind: EdtfEnd.Known, End.Year: { } last } && last > year)
        {
            entity.SeenIn(last);
        }
    }

    // Who signs a paper lives on its day.
    private void AddSigner(PaperHeader? header)
    {
        if (header is { Signer.Name: { } name })
        {
            foreach (int entity in In(name.Span).Where(entity => _entities[entity].IsPerson))
            {
                AddOnce(_entities[entity].Offices, header.Signer.Office?.Value);
                SeenIn(_entities[entity], header.Date?.Value ?? "");
            }
        }
    }

    // A row of a table with a person and the time of his office: “| Bùi Thị Nhạn | Giám đốc Sở | 2008–2015 |”.
    private void AddTerms()
    {
        Dictionary<(int Table, int Row), (int Person, bool Several)> rows = [];
        List<((int Table, int Row) Row, string Date)> dates = [];
        for (int m = 0; m < _ofMention.Length; m++)
        {
            Mention mention = _analysis.Mentions[m];
            bool isPerson = mention.Value is PersonValue;
            if ((isPerson || mention.Value is TimeValue { Type: TimexType.Date, Implicit: false, Invalid: false }) && BlockAt(mention.Span).Cell is { } cell)
            {
                (int, int) row = (cell.Table, cell.Row);
                if (isPerson)
                {
                    rows[row] = (_ofMention[m], rows.TryGetValue(row, out (int Person, bool) other) && other.Person != _ofMention[m]);
                }
                else
                {
                    dates.Add((row, ((TimeValue)mention.Value).Value));
                }
            }
        }

        foreach (((int Table, int Row) row, string date) in dates)
        {
            if (rows.TryGetValue(row, out (int Person, bool Several) alone) && !alone.Several && _entities[alone.Person] is var person
                && date != person.Begun && date != person.Ended && date != $"{person.Begun}/{person.Ended}")
            {
                SeenIn(_entities[alone.Person], date);
            }
        }
    }

    private Block BlockAt(TextSpan span) => _analysis.Document.Blocks[_analysis.Tokens.Sentences[_analysis.Tokens.SentenceOfToken(_analysis.Tokens.TokenAt(span.Start))].Block];

    // “Ty Nông nghiệp đổi tên thành Sở Nông nghiệp”.
    private void AddBodyRenamings()
    {
        foreach (Mention mention in _analysis.Mentions)
        {
            if (mention.Value is OrganisationChangeValue { Type: "renamed", From: [{ } from], To: [{ } to] })
            {
                AddRenaming(FigureText.OneLine(from), FigureText.OneLine(to));
                AddRenaming(FigureText.OneLine(to), FigureText.OneLine(from));
            }
        }
    }

    private void AddRenaming(string name, string other)
    {
        // “cơ quan đổi tên thành …” names nobody.
        if (other.Any(char.IsUpper) && _byKey.TryGetValue("body|" + NameForms.Exact(name), out Gathered? body))
        {
            AddOnce(body.Renamed, other);
        }
    }

    // “Thạch Lũy (nay là làng Thạch Mỹ)”: the old name is a place's, the new one is said beside it.
    private void AddRenamings()
    {
        Dictionary<TextSpan, int> places = [];
        for (int m = 0; m < _ofMention.Length; m++)
        {
            if (_analysis.Mentions[m].Value is PlaceValue)
            {
                places[_analysis.Mentions[m].Span] = _ofMention[m];
            }
        }

        foreach (Mention mention in _analysis.Mentions)
        {
            if (mention.Value is RenamedValue { Type: "renamed" } renamed && places.TryGetValue(mention.Span, out int entity))
            {
                AddOnce(_entities[entity].Renamed, FigureText.OneLine(renamed.To.Split(',')[0]));
            }
        }
    }

    // What lies in a district lies in its province.
    private void AddLargerPlaces()
    {
        Dictionary<string, Gathered> byName = new(StringComparer.Ordinal);
        foreach (Gathered entity in _entities.Where(static entity => entity.IsPlace))
        {
            foreach (string name in entity.Names)
            {
                byName.TryAdd(NameForms.Exact(name), entity);
            }
        }

        foreach (Gathered entity in _entities)
        {
            for (int i = 0; i < entity.In.Count && i < MostLarger; i++)
            {
                if (byName.TryGetValue(NameForms.Exact(entity.In[i]), out Gathered? larger) && larger != entity)
                {
                    foreach (string name in larger.In.Take(MostLarger))
                    {
                        AddOnce(entity.In, name);
                    }
                }
            }
        }
    }

    private static void AddOnce(List<string> list, string? value)
    {
        if (value is { Length: > 0 } && !list.Contains(value))
        {
            list.Add(value);
        }
    }

    // Who stands in the same sentence, or in the same row of a table, tells one namesake from another.
    private void AddCompany()
    {
        ImmutableArray<SentenceRange> sentences = _analysis.Tokens.Sentences;
        for (int first = 0, end; first < sentences.Length; first = end)
        {
            (int, int)? row = RowOf(sentences[first]);
            for (end = first + 1; end < sentences.Length && row is not null && RowOf(sentences[end]) == row;)
            {
                end++;
            }

            Introduce(Between(sentences[first], sentences[end - 1]), static entity => entity.Beside);
        }

        for (int first = 0, end; first < sentences.Length; first = end)
        {
            for (end = first + 1; end < sentences.Length && sentences[end].Block == sentences[first].Block;)
            {
                end++;
            }

            Introduce(Between(sentences[first], sentences[end - 1]), static entity => entity.Around);
        }
    }

    private (int Table, int Row)? RowOf(SentenceRange sentence) => _analysis.Document.Blocks[sentence.Block].Cell is { } cell ? (cell.Table, cell.Row) : null;

    private ImmutableArray<int> Between(SentenceRange first, SentenceRange last) =>
        In(TextSpan.Between(_analysis.Tokens.Tokens[first.First].Start, _analysis.Tokens.Tokens[last.End - 1].End));

    private void Introduce(ImmutableArray<int> company, Func<Gathered, SortedSet<string>> list)
    {
        if (company.Length > MostBeside)
        {
            return;
        }

        foreach (int one in company)
        {
            foreach (int other in company)
            {
                if (one != other && _entities[other].Tells)
                {
                    list(_entities[one]).Add(_entities[other].Names[0]);
                }
            }
        }
    }

    private sealed class Gathered(EntityKind kind, int index)
    {
        private readonly Dictionary<string, int> _nameIndex = new(StringComparer.Ordinal);
        private readonly List<EntityMention> _mentions = [];
        private (int First, int Last) _years;
        private EntityTraits _said = EntityTraits.None;

        internal int Index => index;

        internal bool IsPlace => kind == EntityKind.Place;

        internal bool IsPerson => kind == EntityKind.Person;

        internal List<string> Names { get; } = [];

        internal string Begun { get; set; } = "";

        internal string Ended { get; set; } = "";

        internal List<string> In { get; } = [];

        internal List<string> Offices { get; } = [];

        internal List<string> Renamed { get; } = [];

        internal SortedSet<string> Beside { get; } = new(StringComparer.Ordinal);

        internal SortedSet<string> Around { get; } = new(StringComparer.Ordinal);

        /// <summary>Whether its company tells anything: a country or province goes with everybody.</summary>
        internal bool Tells => kind != EntityKind.Place || _said.Type is not ("country" or "region" or "province");

        internal int NameOf(string name)
        {
            if (!_nameIndex.TryGetValue(name, out int at))
            {
                at = Names.Count;
                _nameIndex.Add(name, at);
                Names.Add(name);
            }

            return at;
        }

        internal void SeenIn(int year) => _years = _years == default ? (year, year) : (Math.Min(_years.First, year), Math.Max(_years.Last, year));

        internal void Add(Mention mention, string surface)
        {
            switch (mention.Value)
            {
                case PersonValue person:
                    NameOf(person.Id);
                    AddOnce(Offices, person.Title);
                    break;
                case PlaceValue place:
                    AddOnce(In, place.In is null ? null : FigureText.OneLine(place.In));
                    _said = _said with
                    {
                        Type = place.Level,
                        Units = place.Link is { } link && _said.Units.IsEmpty ? [.. link.Units.Select(static unit => unit.Key).Order(StringComparer.Ordinal)] : _said.Units,
                    };
                    break;
                case OrganisationValue body:
                    AddOnce(In, body.In);
                    _said = _said with { Full = body.Full is { } full ? FigureText.OneLine(full) : _said.Full };
                    break;
                case DocumentReferenceValue paper:
                    Begun = Begun.Length == 0 ? paper.Date ?? "" : Begun;
                    _said = _said with { Type = paper.Type, Number = paper.Number ?? "", Issuer = _said.Issuer.Length == 0 ? paper.Issuer ?? "" : _said.Issuer };
                    break;
                default:
                    break;
            }

            _mentions.Add(new EntityMention(mention.Span, NameOf(kind == EntityKind.Paper && mention.Value is DocumentReferenceValue { Number: { Length: > 0 } number } cited ? $"{cited.Type} {number}" : surface)));
        }

        internal LocalEntity ToEntity() => new(kind, [.. Names], [.. _mentions], _said with
        {
            Begun = Begun,
            Ended = Ended,
            Years = _years,
            In = [.. In.Distinct(StringComparer.Ordinal)],
            Offices = [.. Offices.Distinct(StringComparer.Ordinal)],
            Renamed = [.. Renamed.Distinct(StringComparer.Ordinal)],
            Beside = [.. Beside.Take(MostBeside)],
            Around = [.. Around.Where(name => !Beside.Contains(name)).Take(MostAround)],
        });
    }
}
