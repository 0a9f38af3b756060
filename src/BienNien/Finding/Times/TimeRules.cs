using BienNien.Finding.Times.Rules;
using BienNien.Text;

namespace BienNien.Finding.Times;

/// <summary>The rules that find TIME mentions.</summary>
public static class TimeRules
{
    /// <summary>Makes the rules; each adds its words to the vocabulary.</summary>
    public static FinderPart Create(Vocabulary.Builder words) => new(
    [
        new Year(words),
    ]);
}
