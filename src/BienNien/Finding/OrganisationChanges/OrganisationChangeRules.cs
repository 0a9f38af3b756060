using BienNien.Finding.OrganisationChanges.Rules;
using BienNien.Text;

namespace BienNien.Finding.OrganisationChanges;

/// <summary>The rules that find ORGCHANGE mentions.</summary>
internal static class OrganisationChangeRules
{
    /// <summary>Makes the rules; each adds its words to the vocabulary.</summary>
    /// <param name="words">The vocabulary.</param>
    /// <param name="names">What is known of names.</param>
    public static FinderPart Create(Vocabulary.Builder words, Names.NameLexicon names)
    {
        ChangeLexicon lexicon = new(words);
        return new([new ChangeVerb(lexicon), new ChangeNoun(lexicon)], new ChangeResolver(lexicon, names));
    }
}
