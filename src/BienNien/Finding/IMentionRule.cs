using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding;

/// <summary>Where a rule wants to be asked.</summary>
[Flags]
public enum Openings
{
    /// <summary>At its opening words alone.</summary>
    None = 0,

    /// <summary>At each number.</summary>
    Numbers = 1,

    /// <summary>At each capitalised word.</summary>
    Capitals = 2,

    /// <summary>At each Roman numeral in capitals.</summary>
    RomanNumerals = 4,

    /// <summary>Once at the start of each sentence.</summary>
    Sentences = 8,
}

/// <summary>A rule that finds mentions of one kind. Immutable; asked only where its opening stands.</summary>
/// <remarks>A rule proposes and knows none of its rivals: <see cref="Overlaps"/> chooses.</remarks>
public interface IMentionRule : IRule
{
    /// <summary>The words at which <see cref="Find"/> is called (numbers of the vocabulary); empty, never default.</summary>
    ImmutableArray<int> OpeningWords { get; }

    /// <summary>Classes of tokens at which <see cref="Find"/> is called, besides the words.</summary>
    Openings Openings { get; }

    /// <summary>Proposes the mentions that open at a token. Must look only a bounded number of tokens ahead and back.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The place of the opening token in it.</param>
    /// <param name="found">Where to propose.</param>
    void Find(Sentence sentence, int at, MentionSink found);
}
