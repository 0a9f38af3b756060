using BienNien.Finding.Names;
using BienNien.Finding.People.Rules;
using BienNien.Text;

namespace BienNien.Finding.People;

/// <summary>The rules that find PERSON and ALIAS mentions.</summary>
internal static class PeopleRules
{
    /// <summary>Makes the rules; each adds its words to the vocabulary.</summary>
    public static FinderPart Create(Vocabulary.Builder words, NameLexicon lexicon)
    {
        NameReader names = new(lexicon);
        AliasReader aliases = new(words, names);
        NameSaidBefore saidBefore = new();
        return new(
            [
                new KnownPerson(words, names),
                new FullName(names),
                new TitledName(names),
                new StatedAlias(aliases),
                saidBefore,
                new AliasOf(aliases),
            ],
            new PersonResolver(names, saidBefore.Id));
    }
}
