using BienNien.Finding.Awards.Rules;
using BienNien.Text;

namespace BienNien.Finding.Awards;

/// <summary>The rules that find AWARD mentions.</summary>
public static class AwardRules
{
    /// <summary>Makes the rules; each adds its words to the vocabulary.</summary>
    public static FinderPart Create(Vocabulary.Builder words) => new([new NamedAward(words)], new Recipients(words));
}
