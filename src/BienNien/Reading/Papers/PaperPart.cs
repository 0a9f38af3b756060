using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading.Papers;

/// <summary>One part of a paper's form: what it says and where it stands.</summary>
/// <typeparam name="T">The value: text on one line without marks of emphasis, or something read from it.</typeparam>
/// <param name="Value">What it says.</param>
/// <param name="Parts">
/// Where it stands, in reading order, never empty: several spans when the part runs over lines between which a neighbouring column stands.
/// </param>
public sealed record PaperPart<T>(T Value, ImmutableArray<TextSpan> Parts)
{
    /// <summary>From the first part's start to the last part's end; covers what stands between, too.</summary>
    public TextSpan Span => TextSpan.Between(Parts[0].Start, Parts[^1].End);
}
