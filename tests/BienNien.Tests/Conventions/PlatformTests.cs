using System.Text;
using Shouldly;

namespace BienNien.Tests.Conventions;

/// <summary>What every rule takes for granted about the machine it runs on.</summary>
public sealed class PlatformTests
{
    [Fact]
    public void Icu_decomposes_Vietnamese_letters() =>
        "Tế".Normalize(NormalizationForm.FormD).ShouldBe("Te\u0302\u0301");
}
