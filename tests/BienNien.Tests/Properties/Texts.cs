using System.Collections.Immutable;
using BienNien.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace BienNien.Tests.Properties;

/// <summary>Generated documents: the example sentences of all rule pages, in any order, in paragraphs, with line ends and marks strewn in.</summary>
internal static class Texts
{
    private static readonly ImmutableArray<string> _sentences =
        [.. RulePage.LoadAll().SelectMany(static page => page.Examples).Select(static example => example.Text).Where(static text => !text.Contains('|', StringComparison.Ordinal))];

    private static readonly string[] _joints = [" ", "\n", "\n\n", ". ", "; ", "  ", "\n- ", " (", ") ", " – ", "\n\n1. ", "**", " “", "” "];

    /// <summary>Documents of up to eight sentences.</summary>
    public static Gen<string> Documents =>
        from count in Gen.Choose(1, 8)
        from sentences in Gen.Elements<string>(_sentences).ListOf(count)
        from joints in Gen.Elements(_joints).ListOf(count)
        select string.Concat(sentences.Zip(joints, static (sentence, joint) => sentence + joint)) + "hết.";
}
