using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Relating.Facts.Rules;
using BienNien.Relating.References;
using BienNien.Text;

namespace BienNien.Relating.Facts;

/// <summary>Reads from a document and its mentions what it says of persons, bodies, places and papers. Built once, immutable.</summary>
/// <remarks>One pass over the sentences; those without a mention, and that go on from none, cost a look.</remarks>
internal sealed class FactRelater
{
    private readonly FactWords _words;

    public FactRelater(Vocabulary.Builder words)
    {
        _words = new FactWords(words);
        Rules =
        [
            new Born(), new LifeYears(), new Died(), new NativePlace(), new PeopleOf(), new OtherName(), new Joined(),
            new OfficeBehindName(), new OfficeTaken(), new OfficeBeforeName(),
            new PlaceRenamed(), new PartOfPlace(), new PaperIssued(), new PaperTopic(), new PaperRelation(),
        ];
    }

    /// <summary>All rules, in the order in which they are asked about a sentence.</summary>
    public ImmutableArray<IFactRule> Rules { get; }

    /// <summary>The facts of a document, in reading order.</summary>
    /// <param name="document">Cut with the vocabulary that this relater was created on.</param>
    /// <param name="mentions">What was found in it, by start.</param>
    /// <param name="references">What its words stand for.</param>
    /// <param name="events">Its events, by place.</param>
    public List<FactClaim> Relate(TokenizedDocument document, ImmutableArray<Mention> mentions, ReferenceMap references, ImmutableArray<EventClaim> events)
    {
        FactScene scene = new(document, mentions, references, _words);
        FactSink sink = new(scene) { Events = events };
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            if (!scene.MayTell(s))
            {
                continue;
            }

            scene.Load(s);
            sink.BeginSentence();
            foreach (IFactRule rule in Rules)
            {
                sink.Rule = rule.Id;
                rule.Relate(scene, sink);
            }
        }

        return sink.Claims;
    }
}
