using BienNien.Relating;
using BienNien.Telling;
using Shouldly;

namespace BienNien.Tests.Telling;

public sealed class EventWordsTests
{
    [Theory]
    [InlineData(TellingLanguage.Vietnamese)]
    [InlineData(TellingLanguage.English)]
    public void Every_kind_and_standing_has_a_name_of_its_own(TellingLanguage language)
    {
        Enum.GetValues<EventType>().Select(type => EventWords.Of(type, language)).ShouldBeUnique();
        Enum.GetValues<ClaimStatus>().Select(status => EventWords.Of(status, language)).ShouldBeUnique();
    }
}
