using System.Collections.Immutable;
using System.Security.Cryptography;
using BienNien.Checking;
using BienNien.Keeping;

namespace BienNien.Web.Checking;

/// <summary>What the reader decides of one place of a draft.</summary>
/// <param name="Take">Whether it is taken up: corrected, or told to the author; otherwise it is left as it stands.</param>
/// <param name="Reason">Why it is left; empty when nobody said.</param>
public sealed record Choice(bool Take, string Reason);

/// <summary>What a draft came as: it tells in which form it can be given back.</summary>
public enum DraftForm
{
    /// <summary>A Word file that takes comments and tracked changes.</summary>
    Word,

    /// <summary>Plain text or Markdown in UTF-8, whose characters can be corrected in place.</summary>
    Plain,

    /// <summary>Anything else: its words can be given back, not its file.</summary>
    Other,
}

/// <summary>How a draft was held against the library.</summary>
public abstract record LibraryLook
{
    private LibraryLook()
    {
    }

    /// <summary>It was not.</summary>
    public sealed record NotAsked : LibraryLook;

    /// <summary>It was.</summary>
    /// <param name="Documents">Against how many documents.</param>
    /// <param name="Own">A document that was left out, being of the draft's name: its own earlier state; null when there is none.</param>
    public sealed record Held(int Documents, DocumentRow? Own) : LibraryLook;

    /// <summary>It should have been, but the library could not be asked.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Refused(LibraryProblem Problem) : LibraryLook;
}

/// <summary>A draft with what was found in it and what its reader has decided so far. Lives in memory alone.</summary>
/// <param name="name">The file's name as the reader gave it, without folders.</param>
/// <param name="form">What it came as.</param>
/// <param name="looked">What was found.</param>
/// <param name="bytes">The file, where it can be given back; otherwise empty.</param>
/// <param name="library">How it was held against the library.</param>
/// <param name="links">Where places of other documents are read.</param>
public sealed class Draft(
    string name, DraftForm form, CheckedDocument looked, ReadOnlyMemory<byte> bytes, LibraryLook library, ImmutableDictionary<RelatedPlace, string> links)
{
    // The text once, its blocks and offsets about twice as much again, in bytes of UTF-16.
    private const int BytesOfCharacter = 6;

    /// <summary>Its name in addresses: 128 bits that nobody guesses.</summary>
    public string Id { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string Name { get; } = name;

    public DraftForm Form { get; } = form;

    public CheckedDocument Looked { get; } = looked;

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public LibraryLook Library { get; } = library;

    public ImmutableDictionary<RelatedPlace, string> Links { get; } = links;

    /// <summary>Decisions by the place of the diagnostic, from 0; what is missing is open. Replaced as a whole.</summary>
    public ImmutableDictionary<int, Choice> Choices { get; set; } = ImmutableDictionary<int, Choice>.Empty;

    public ImmutableArray<Diagnostic> Diagnostics => Looked.Diagnostics;

    /// <summary>Those taken up, in their order.</summary>
    public ImmutableArray<Diagnostic> Taken => [.. Diagnostics.Where((_, i) => Choices.GetValueOrDefault(i) is { Take: true })];

    /// <summary>Those left as they stand, with the reason.</summary>
    public IEnumerable<(Diagnostic Diagnostic, string Reason)> Left =>
        Diagnostics.Select((diagnostic, i) => (diagnostic, Choice: Choices.GetValueOrDefault(i)))
            .Where(static pair => pair.Choice is { Take: false }).Select(static pair => (pair.diagnostic, pair.Choice!.Reason));

    /// <summary>About how much memory it takes.</summary>
    internal long Size => Bytes.Length + ((long)BytesOfCharacter * Looked.Document.Text.Length);
}
