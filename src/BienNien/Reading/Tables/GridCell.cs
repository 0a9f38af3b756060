namespace BienNien.Reading.Tables;

/// <summary>A filled cell of a sheet or of a file of separated values.</summary>
/// <param name="Row">From 0, empty rows counted.</param>
/// <param name="Column">From 0, empty columns counted.</param>
/// <param name="Text">What stands in it, as the file has it.</param>
/// <param name="Source">Where that begins in the file's characters; -1 when they are not counted.</param>
/// <param name="Rows">How many rows it takes.</param>
/// <param name="Columns">How many columns it takes.</param>
internal readonly record struct GridCell(int Row, int Column, string Text, int Source = -1, int Rows = 1, int Columns = 1)
{
    /// <summary>How many cells a file may have: each costs much more than its characters.</summary>
    public const int Most = 2_000_000;

    /// <summary>Why a file with more is not read.</summary>
    public static ReadResult.Unreadable TooMany { get; } = new(ProblemCode.TooLarge, 0, $"> {Most} cells");
}
