using System.Collections.Immutable;
using BienNien.Finding.Times.Grammar;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>What the rules of TIME share: the grammar, where they open, and how a reading becomes a proposal.</summary>
internal abstract class TimeRule(string id, TimeGrammar grammar, ImmutableArray<int> openingWords, Openings openings) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new(id);

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = openingWords;

    /// <inheritdoc/>
    public Openings Openings { get; } = openings;

    /// <summary>The shared grammar.</summary>
    protected TimeGrammar Grammar { get; } = grammar;

    /// <inheritdoc/>
    public abstract void Find(Sentence sentence, int at, MentionSink found);

    /// <summary>What a token is to the grammar.</summary>
    protected TimeWord Word(Sentence sentence, int at) => Grammar.Lexicon[sentence[at]];

    /// <summary>Whether a token is of a class.</summary>
    protected bool Is(Sentence sentence, int at, TimeClass kind) => Grammar.Lexicon.Is(sentence[at], kind);

    /// <summary>Proposes what the grammar read from a place to the point's end.</summary>
    protected static void Propose(Sentence sentence, int first, TimePoint point, MentionSink found, int weight = 0) =>
        found.Add(sentence, MentionKind.Time, first, point.End, TimeReading.Value(point), weight);

    /// <summary>Proposes a value over <c>[first, end)</c>.</summary>
    protected static void Propose(Sentence sentence, int first, int end, TimeValue value, MentionSink found, int weight = 0) =>
        found.Add(sentence, MentionKind.Time, first, end, value, weight);
}
