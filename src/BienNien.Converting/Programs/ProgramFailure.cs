using BienNien.Reading;

namespace BienNien.Converting.Programs;

/// <summary>A program is missing, failed or went over its limits; caught where a format's answer is made.</summary>
internal sealed class ProgramFailure(ProblemCode code, string detail) : Exception(detail)
{
    /// <summary>What is wrong.</summary>
    public ProblemCode Code { get; } = code;

    /// <summary>The answer of a format whose programs let it down.</summary>
    public ReadResult.Unreadable ToResult() => new(Code, 0, Message);
}
