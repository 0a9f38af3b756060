namespace BienNien.Rules;

/// <summary>Anything that has a code and a page: finding rules, relating rules and checks.</summary>
public interface IRule
{
    /// <summary>The code; it leads to the page, the tests and the output.</summary>
    RuleId Id { get; }
}
