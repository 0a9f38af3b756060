namespace BienNien.Reconciling.Reuse;

/// <summary>A chosen run of words of a document.</summary>
/// <param name="Hash">Stable hash of the words without their marks; the same in every document, run and machine.</param>
/// <param name="Position">Which word of the profile it begins with, from 0.</param>
public readonly record struct Fingerprint(ulong Hash, int Position);
