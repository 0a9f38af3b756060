using System.Text;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Text;

public sealed class OffsetMapTests
{
    [Fact]
    public void Without_alignment_every_place_is_its_own() => OffsetMap.Identity.ToSource(1234).ShouldBe(1234);

    [Fact]
    public void A_decomposed_file_leads_back_to_its_own_characters()
    {
        const string Text = "Hồ Chí Minh về Pác Bó, năm 1941";
        string decomposed = Text.Normalize(NormalizationForm.FormD);

        Document document = EngineFixture.Read(decomposed);

        document.Text.ShouldBe(Text);
        foreach (string word in Text.Split(' '))
        {
            int source = document.SourceMap.ToSource(Text.IndexOf(word, StringComparison.Ordinal));
            decomposed[source..].ShouldStartWith(word.Normalize(NormalizationForm.FormD));
        }
    }

    [Fact]
    public void Runs_must_ascend()
    {
        OffsetMap.Builder map = new();
        map.Align(5, 9);

        Should.Throw<ArgumentException>(() => map.Align(4, 10));
        Should.Throw<ArgumentOutOfRangeException>(() => map.Build().ToSource(-1));
    }
}
