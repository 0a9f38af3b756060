using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Reading.Papers;
using BienNien.Relating.Events;
using BienNien.Relating.Events.Rules;
using BienNien.Relating.Facts;
using BienNien.Relating.Figures;
using BienNien.Relating.References;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating;

/// <summary>Reads from a document and its mentions what it claims. Built once, immutable, safe to share between threads.</summary>
/// <remarks>One pass over the sentences; what it costs is a small part of what finding costs.</remarks>
public sealed class Relater
{
    private readonly TriggerLexicon _lexicon;
    private readonly GrammarWords _grammar;
    private readonly ImmutableArray<IEventRule> _rules;
    private readonly FigureRelater _figures;
    private readonly ReferenceReader _references;
    private readonly FactRelater _facts;

    private Relater(TriggerLexicon lexicon, GrammarWords grammar, ImmutableArray<IEventRule> rules, FigureRelater figures, ReferenceReader references, FactRelater facts)
    {
        _references = references;
        _facts = facts;
        _figures = figures;
        _lexicon = lexicon;
        _grammar = grammar;
        _rules = rules;
    }

    /// <summary>All rules, in the order in which they are asked about a sentence.</summary>
    public ImmutableArray<IRule> Rules => [.. _rules, .. _figures.Rules, .. _references.Rules, .. _facts.Rules];

    /// <summary>A relater with the rules and lexicons that the engine carries.</summary>
    /// <param name="words">The vocabulary with which documents will be cut, not yet closed.</param>
    /// <param name="headers">Tells what a document says of itself.</param>
    public static Relater Create(Vocabulary.Builder words, PaperHeaderReader headers)
    {
        ImmutableArray<IEventRule> rules =
        [
            new Commemoration(),
            new ListedItem(),
            new OfficeTaken(),
            new PassiveVerb(),
            new ActiveVerb(),
            new NamedHappening(),
            new DatedClause(),
        ];
        return new Relater(TriggerLexicon.Create(words), new GrammarWords(words), rules, new FigureRelater(words), ReferenceReader.Create(words), new FactRelater(words, headers));
    }

    /// <summary>The claims of a document: by span; empty, never null. Happenings with a date, figures of indicators, facts of persons, bodies, places and papers.</summary>
    /// <param name="document">Cut with the vocabulary that this relater was created on.</param>
    /// <param name="mentions">What was found in it, by start.</param>
    public ImmutableArray<Claim> Relate(TokenizedDocument document, ImmutableArray<Mention> mentions)
    {
        EventScene scene = new(document, mentions, _lexicon, _grammar);
        EventContext context = new(scene);
        EventSink sink = new(scene, context);
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            scene.Load(s);
            context.Begin();
            sink.BeginSentence();
            if (context.MayTell)
            {
                scene.Parse();
                context.ReadManner();
                foreach (IEventRule rule in _rules)
                {
                    sink.Rule = rule.Id;
                    rule.Relate(scene, sink);
                }
            }

            context.End(sink.LastDate, ListedItem.LeadOf(scene));
        }

        // Stable: events of one span stay in the order in which their items stand.
        ReferenceMap references = References(document, mentions);
        ImmutableArray<EventClaim> events = [.. sink.Claims.OfType<EventClaim>().OrderBy(static claim => claim.Span)];
        return
        [
            .. _facts.Relate(document, mentions, references, events).Concat(_figures.Relate(document, mentions)).OrderBy(static claim => claim.Span),
        ];
    }

    /// <summary>What the words of a document stand for that name nothing themselves.</summary>
    internal ReferenceMap References(TokenizedDocument document, ImmutableArray<Mention> mentions) => _references.Read(document, mentions);

    /// <summary>Claims of a repaired text as claims of its document.</summary>
    internal static ImmutableArray<Claim> ToPrinted(RepairedView view, ImmutableArray<Claim> repaired) =>
        [.. repaired.Select(claim => ToPrinted(view, claim) with { Span = view.ToPrinted(claim.Span), Evidence = [.. claim.Evidence.Select(view.ToPrinted)] })];

    private static Claim ToPrinted(RepairedView view, Claim claim) => claim is FactClaim fact ? fact with { ValueSpan = view.ToPrinted(fact.ValueSpan) } : claim;
}
