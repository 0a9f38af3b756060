using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Reconciling;

/// <summary>One thing that a document states, in a form that can be held against what others state. Immutable.</summary>
/// <param name="Span">The words that carry it: an event's trigger, a figure, a name, a paper.</param>
/// <param name="Sentence">The sentence, list item or cell that it stands in.</param>
/// <param name="Status">How the document stands to it; only what is told is held against others.</param>
public abstract record Statement(TextSpan Span, TextSpan Sentence, ClaimStatus Status)
{
    /// <summary>What stands around it.</summary>
    public StatementContext Context { get; init; } = StatementContext.None;

    /// <summary>Whether the document tells it as having been, in its own words or in those of others whom it names.</summary>
    public bool IsTold => Status is ClaimStatus.Asserted or ClaimStatus.Reported;
}

/// <summary>What stands around a statement and tells what it is about.</summary>
/// <param name="Topics">Named happenings of its sentence, in reading order.</param>
/// <param name="Around">Where the sentence names none: the last that was named before it in its section, or that the section's or document's title names.</param>
/// <param name="Setting">Entities of the titles over it and of the sentences before it in its paragraph, each once, the nearest last.</param>
/// <param name="Signs">For a figure, what the words around it say of what it covers; for all, whether the sentence or a title over it corrects something.</param>
/// <param name="Passage">What its paragraph names and counts: hashes, sorted (<see cref="PassageSigns"/>).</param>
public sealed record StatementContext(ImmutableArray<Topic> Topics, ImmutableArray<Topic> Around, ImmutableArray<int> Setting, ScopeSigns Signs, ImmutableArray<uint> Passage)
{
    /// <summary>Nothing.</summary>
    public static StatementContext None { get; } = new([], [], [], ScopeSigns.None, []);
}

/// <summary>A date as a document gives it.</summary>
/// <param name="Value">EDTF; empty when there is none.</param>
/// <param name="Mod">The shade of the words.</param>
/// <param name="Span">The words; of length 0 when there is none.</param>
/// <param name="Lunar">Whether the words count by the lunar calendar or by reigns.</param>
/// <param name="Implied">Whether it stands in another sentence.</param>
public readonly record struct StatedDate(string Value, TimexMod Mod, TextSpan Span, bool Lunar, bool Implied)
{
    /// <summary>No date.</summary>
    public static StatedDate None => new("", TimexMod.None, default, Lunar: false, Implied: false);
}

/// <summary>An entity's part in a statement.</summary>
/// <param name="Local">Its place among the testimony's entities.</param>
/// <param name="Role">agent, patient, office or other; <c>where</c> for places.</param>
/// <param name="Span">The mention.</param>
public readonly record struct StatedPart(int Local, string Role, TextSpan Span);

/// <summary>A number as a document gives it.</summary>
/// <param name="Value">The number, scale resolved; null where only an order of magnitude is said.</param>
/// <param name="To">The upper end of a range.</param>
/// <param name="Unit">The unit or noun counted, in small letters on one line.</param>
/// <param name="Mod">The shade: more than, about.</param>
/// <param name="Step">The smallest step that the words tell apart: 1 for <c>8.300</c> is 100, since it ends in two noughts; a figure of <c>1,2 triệu</c> has 100,000.</param>
/// <param name="Span">The words.</param>
/// <param name="Scaled">Whether the words have a scale (<c>35 vạn</c>) or are words altogether (<c>ba trăm</c>).</param>
public readonly record struct StatedNumber(decimal? Value, decimal? To, string Unit, TimexMod Mod, decimal Step, TextSpan Span, bool Scaled);

/// <summary>A happening.</summary>
/// <param name="Span">The trigger.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Status">How the document stands to it.</param>
/// <param name="Type">What kind of happening.</param>
/// <param name="Date">When.</param>
/// <param name="Parts">Persons, bodies, papers and places, in reading order.</param>
/// <param name="Numbers">Its figures, in reading order.</param>
/// <param name="Object">Hashes of the words of what it happened to (<c>chi bộ đảng đầu tiên</c>), sorted.</param>
/// <param name="Words">Hashes of the content words of its part of the sentence, names, dates and numbers left out, sorted, each once.</param>
/// <param name="Near">Entities of its part of the sentence, whatever their part in it, in reading order, each once.</param>
public sealed record EventStatement(
    TextSpan Span, TextSpan Sentence, ClaimStatus Status, EventType Type, StatedDate Date, ImmutableArray<StatedPart> Parts,
    ImmutableArray<StatedNumber> Numbers, ImmutableArray<uint> Object, ImmutableArray<uint> Words, ImmutableArray<int> Near) : Statement(Span, Sentence, Status)
{
    /// <summary>Whether no word tells what happened: a date with what stands beside it, as in a table, a list or a caption.</summary>
    public bool IsBareDate => Span == Date.Span;
}

/// <summary>A fact of a person, body, place or paper.</summary>
/// <param name="Span">The words of the value.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Status">How the document stands to it.</param>
/// <param name="Property">What is said.</param>
/// <param name="Subject">Of whom: a place among the testimony's entities.</param>
/// <param name="Object">The entity that is the value or goes with it; -1 without one.</param>
/// <param name="Value">The value as written, on one line, where no entity is the value.</param>
/// <param name="Date">When it was so, or the value itself.</param>
public sealed record FactStatement(
    TextSpan Span, TextSpan Sentence, ClaimStatus Status, FactProperty Property, int Subject, int Object, string Value, StatedDate Date)
    : Statement(Span, Sentence, Status)
{
    /// <summary>
    /// For the date of a paper, hashes of the content words behind it, which tell what it is about; for an office those around it, which tell of which body
    /// it is. Sorted, each once.
    /// </summary>
    public ImmutableArray<uint> Words { get; init; } = [];

    /// <summary>For an office, the entities of its sentence, in reading order, each once.</summary>
    public ImmutableArray<int> Near { get; init; } = [];
}

/// <summary>A number of something, with what tells whether another number is of the same.</summary>
/// <param name="Span">The words of the number.</param>
/// <param name="Sentence">The sentence, or the cell.</param>
/// <param name="Status">How the document stands to it.</param>
/// <param name="Number">The number and its unit.</param>
/// <param name="Indicator">The key of the indicator, where one was read (<c>docs/figures.md</c>); empty otherwise.</param>
/// <param name="Scope">The entity that its sentence, row or column says it holds for; -1 when none is said.</param>
/// <param name="Period">For which time.</param>
/// <param name="Near">Entities before it in its sentence and behind it in its part of the sentence, in reading order, each once.</param>
/// <param name="Words">Hashes of the content words around it in its part of the sentence, and of its unit and indicator, sorted, each once.</param>
public sealed record FigureStatement(
    TextSpan Span, TextSpan Sentence, ClaimStatus Status, StatedNumber Number, string Indicator, int Scope, StatedDate Period,
    ImmutableArray<int> Near, ImmutableArray<uint> Words) : Statement(Span, Sentence, Status)
{
    /// <summary>The table that it is a cell of; -1 outside tables.</summary>
    public int Table { get; init; } = -1;
}
