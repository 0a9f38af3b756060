using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using Shouldly;

namespace BienNien.Tests.Finding.Quantities;

public sealed class NumberDressTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public void A_number_that_fits_either_way_is_read_as_the_document_writes_its_others()
    {
        Values("Kim ngạch 1.307 USD, chi 12,500 USD; thu 6,724.72 USD, nợ 1,475,000 USD.").ShouldBe([1.307m, 12500m, 6724.72m, 1475000m]);
        Values("Kim ngạch 1.307 USD, chi 12,500 USD; thu 6.724,72 USD, nợ 1.475.000 USD.").ShouldBe([1307m, 12.5m, 6724.72m, 1475000m]);
        Values("Kim ngạch 1.307 USD.").ShouldBe([1307m]);
        Values("Từ 1.200 - 1.500 tấn, thu 6,724.72 USD, nợ 1,475,000 USD.").ShouldBe([1.2m, 6724.72m, 1475000m]);
    }

    [Fact]
    public void What_departs_from_the_documents_dress_says_so()
    {
        ImmutableArray<Mention> found = Find("Thu 6.724,72 tỷ đồng, chi 26,7 tỷ đồng, viện trợ 12,500.75 USD, gửi 1 250 000 đồng, 98 hộ, 1.307 hộ.");
        found.Select(static mention => MentionJson.Attributes(mention.Value).Contains("\"dress\"", StringComparison.Ordinal)).ShouldBe([false, false, true, true, false, false]);
        MentionJson.Attributes(found[2].Value).ShouldContain("\"dress\":\"english\"");
        MentionJson.Attributes(found[3].Value).ShouldContain("\"dress\":\"spaced\"");
    }

    [Fact]
    public void A_document_of_one_dress_has_nothing_to_say() =>
        Find("Thu 12,500.75 USD, chi 1,475,000 USD.").ShouldAllBe(static mention => !((QuantityValue)mention.Value).DepartsInDress);

    private decimal?[] Values(string text) => [.. Find(text).Select(static mention => ((QuantityValue)mention.Value).Value)];

    private ImmutableArray<Mention> Find(string text) =>
        [.. fixture.Engine.Finder.Find(EngineFixture.Read(text)).Where(static mention => mention.Kind == MentionKind.Quantity)];
}
