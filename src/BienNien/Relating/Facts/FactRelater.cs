using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Reading.Papers;
using BienNien.Relating.Facts.Rules;
using BienNien.Relating.References;
using BienNien.Text;

namespace BienNien.Relating.Facts;

/// <summary>Reads from a document and its mentions what it says of persons, bodies, places and papers. Built once, immutable.</summary>
/// <remarks>One pass over the sentences; those without a mention, and that go on from none, cost a look.</remarks>
internal sealed class FactRelater
{
    private readonly FactGrammar _words;
    private readonly PaperHeaderReader _headers;
    private readonly TableOfPersons _tables = new();
    private readonly TableOfPapers _registers = new();

    public FactRelater(Vocabulary.Builder words, PaperHeaderReader headers)
    {
        _words = new FactGrammar(words);
        _headers = headers;
        Rules =
        [
            new Born(), new LifeYears(), new Died(), new NativePlace(), new PeopleOf(), new OtherName(), new Joined(),
            new OfficeBehindName(), new OfficeTaken(), new OfficeList(), new OfficeBeforeName(), _tables, new AwardGiven(), new BodyChange(), new MemberCount(),
            new PlaceRenamed(), new PartOfPlace(), new PaperIssued(), new PaperTopic(), new PaperRelation(), new OwnForm(), _registers,
        ];
    }

    /// <summary>All rules, in the order in which they are asked about a sentence.</summary>
    public ImmutableArray<IFactRule> Rules { get; }

    /// <summary>The facts of a document, and its events with those of whom they tell by a word such as <c>ông</c>; in no order.</summary>
    /// <param name="document">Cut with the vocabulary that this relater was created on.</param>
    /// <param name="mentions">What was found in it, by start.</param>
    /// <param name="references">What its words stand for.</param>
    /// <param name="events">Its events, by place.</param>
    public ImmutableArray<Claim> Relate(TokenizedDocument document, ImmutableArray<Mention> mentions, ReferenceMap references, ImmutableArray<EventClaim> events)
    {
        PaperHeader? header = _headers.Read(document.Document) is { HasForm: true } form ? form : null;
        ILookup<int, EventClaim> foundings = events.Where(static told => told is { Type: EventType.Founding, DateIsImplied: false, Date.Length: > 0 }).ToLookup(static told => told.Evidence[0].Start);
        FactScene scene = new(document, mentions, references, _words, foundings) { Header = header, HeaderEnd = EndOf(header) };
        FactSink sink = new(scene) { Events = events };
        EventSubjects subjects = new(scene, events);
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            if (!scene.MayTell(s))
            {
                continue;
            }

            scene.Load(s);
            sink.BeginSentence();
            BeginRow(sink, scene.Sentence.Block.Cell);
            subjects.Fill();
            foreach (IFactRule rule in Rules)
            {
                sink.Rule = rule.Id;
                rule.Relate(scene, sink);
            }
        }

        BeginRow(sink, cell: null);
        return [.. subjects.Events, .. sink.Claims];
    }

    private void BeginRow(FactSink sink, TableCell? cell)
    {
        if (!sink.Row.IsOther(cell))
        {
            return;
        }

        foreach (FactClaim claim in (IEnumerable<FactClaim>)[.. sink.Row.End(_tables.Id), .. sink.Papers.End(_registers.Id)])
        {
            sink.AddWhole(claim);
        }

        sink.Row.Begin(cell ?? new TableCell(-1, -1, -1, IsHeader: false));
        sink.Papers.Begin();
    }

    private static int EndOf(PaperHeader? header) => Math.Max(
        header?.Date?.Parts[0].End ?? -1, Math.Max(header?.Issuer?.Parts[0].End ?? -1, header?.Title?.Parts[0].End ?? -1));
}
