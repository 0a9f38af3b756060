namespace BienNien.Apps.Tests.Converting;

/// <inheritdoc cref="NeedsFactAttribute"/>
internal sealed class NeedsTheoryAttribute : TheoryAttribute
{
    public NeedsTheoryAttribute(params string[] programs) => Skip = NeedsFactAttribute.Missing(programs);
}
