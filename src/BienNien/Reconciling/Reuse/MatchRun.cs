namespace BienNien.Reconciling.Reuse;

/// <summary>Words in a row that are the same in two documents but for their marks.</summary>
/// <param name="A">The first word in the first document.</param>
/// <param name="B">The first word in the second document.</param>
/// <param name="Length">How many; at least 1.</param>
internal readonly record struct MatchRun(int A, int B, int Length)
{
    public int EndA => A + Length;

    public int EndB => B + Length;

    public int Diagonal => A - B;

    /// <summary>How many words of both documents stand between this run and the one after it.</summary>
    public int GapTo(MatchRun next) => next.A - EndA + (next.B - EndB);
}
