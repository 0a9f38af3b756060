using BienNien.Finding.Names;
using BienNien.Finding.Renames.Rules;
using BienNien.Text;

namespace BienNien.Finding.Renames;

/// <summary>The rules that find RENAMED mentions.</summary>
internal static class RenameRules
{
    /// <summary>Makes the rules; each adds its words to the vocabulary.</summary>
    /// <param name="words">The vocabulary.</param>
    /// <param name="names">What is known of names.</param>
    public static FinderPart Create(Vocabulary.Builder words, NameLexicon names)
    {
        RenameLexicon lexicon = new(words);
        return new([new RenamedPlace(lexicon), new FormerPlace(lexicon), new JoinedPlaces(lexicon)], new RenameResolver(lexicon, new NameReader(names)));
    }
}
