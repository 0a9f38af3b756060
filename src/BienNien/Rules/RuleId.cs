using System.Diagnostics.CodeAnalysis;

namespace BienNien.Rules;

/// <summary>The code of a rule: three capitals and three digits, <c>TIM012</c>. Never reused.</summary>
/// <remarks><c>default</c> is no rule and prints as the empty string.</remarks>
public readonly record struct RuleId
{
    private readonly string? _code;

    /// <summary>A rule's code.</summary>
    /// <exception cref="ArgumentException">Not three capitals and three digits.</exception>
    public RuleId(string code)
    {
        if (!IsWellFormed(code))
        {
            throw new ArgumentException($"«{code}» is not a rule id: three capitals and three digits, as TIM012.", nameof(code));
        }

        _code = code;
    }

    /// <summary>Reads a code back, in any case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RuleId id)
    {
        string code = text?.Trim().ToUpperInvariant() ?? "";
        id = IsWellFormed(code) ? new RuleId(code) : default;
        return id._code is not null;
    }

    /// <summary>The code.</summary>
    public override string ToString() => _code ?? "";

    private static bool IsWellFormed(string code) =>
        code.Length == 6 && code.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0 && code.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;
}
