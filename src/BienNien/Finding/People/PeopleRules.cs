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
        PersonEvidence evidence = new(words, names);
        NameSaidBefore saidBefore = new();
        PersonInList listed = new();
        GivenName given = new();
        return new(
            [
                new KnownPerson(names),
                new FullName(names, evidence),
                new TitledName(names, evidence),
                new ForeignName(words, names, evidence),
                new RareSurname(names, evidence),
                new NameInCapitals(names),
                new StatedAlias(aliases),
                saidBefore,
                listed,
                given,
                new AliasOf(aliases),
            ],
            new PersonResolver(names, new PersonLists(words, names, evidence, listed.Id), new GivenNames(words, names, evidence, given.Id), saidBefore.Id));
    }

    /// <summary>What comes after persons are joined: whose the names are that stand behind labels.</summary>
    public static FinderPart Labels(Vocabulary.Builder words) => new([], new LabelledAliases(words, StatedAlias.StatedId));
}
