using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.DocumentReferences;
using BienNien.Finding.OrganisationChanges;
using BienNien.Finding.Organisations;
using BienNien.Finding.People;
using BienNien.Finding.Places;
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
    internal ImmutableArray<LocalEntity> WithTraits(DocumentAnalysis analysis)
    {
        foreach (Claim claim in analysis.Claims)
        {
            if (claim is FactClaim fact)
            {
                AddFact(fact);
            }
            else if (claim is EventClaim { Status: ClaimStatus.Asserted } told)
            {
                AddEvent(told);
            }
        }

        AddRenamings();
        AddLargerPlaces();
        AddCompany();
        return [.. _entities.Select(static entity => entity.ToEntity())];
    }

    private void Gather()
    {
        ImmutableArray<Mention> mentions = _analysis.Mentions;
        Dictionary<string, string> chains = ChainsOf(mentions);
        Dictionary<string, string> lastChain = new(StringComparer.Ordinal);
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
                break;
            case FactProperty.Alias when other.Length > 0 && fact.Object < 0:
                entity.NameOf(other);
                break;
            case FactProperty.Renamed or FactProperty.Lineage when other.Length > 0 && fact.Value is "renamed" or "":
                entity.Renamed.Add(other);
                break;
            default:
                break;
        }
    }

    private void AddEvent(EventClaim told)
    {
        if (Edtf.TryParse(told.Date) is not { StartKind: EdtfEnd.Known, Start.Year: { } year })
        {
            return;
        }

        foreach (Participant participant in told.Who)
        {
            if (_ofMention[participant.Mention] >= 0)
            {
                _entities[_ofMention[participant.Mention]].SeenIn((int)year);
            }
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
                AddOnce(_entities[entity].Renamed, FigureText.OneLine(renamed.To));
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

    // Who stands in the same sentence tells one namesake from another.
    private void AddCompany()
    {
        List<int> here = [];
        foreach (SentenceRange sentence in _analysis.Tokens.Sentences)
        {
            here.Clear();
            here.AddRange(In(TextSpan.Between(_analysis.Tokens.Tokens[sentence.First].Start, _analysis.Tokens.Tokens[sentence.End - 1].End)));
            if (here.Count > MostBeside)
            {
                continue;
            }

            foreach (int one in here)
            {
                foreach (int other in here)
                {
                    if (one != other && _entities[other].Tells)
                    {
                        _entities[one].Beside.Add(_entities[other].Names[0]);
                    }
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

        internal List<string> Names { get; } = [];

        internal string Begun { get; set; } = "";

        internal string Ended { get; set; } = "";

        internal List<string> In { get; } = [];

        internal List<string> Offices { get; } = [];

        internal List<string> Renamed { get; } = [];

        internal SortedSet<string> Beside { get; } = new(StringComparer.Ordinal);

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
        });
    }
}
