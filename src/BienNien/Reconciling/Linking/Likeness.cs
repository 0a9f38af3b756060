using System.Collections.Immutable;

namespace BienNien.Reconciling.Linking;

/// <summary>What one kind of entity is known by: its keys, its traits, and how much speaks for two being one.</summary>
internal abstract class Likeness
{
    /// <summary>From here on two with agreeing traits are one.</summary>
    internal const double Agrees = 1.9;

    /// <summary>From here on two with nearly one name are one; how near the names are is a part of the sum.</summary>
    internal const double NearlyAgrees = 0.55;

    /// <summary>From here on two with one name are one, if no third fits better.</summary>
    internal const double NothingAgainst = 0;

    /// <summary>From here on two with nearly one name may be one, for all that is known.</summary>
    internal virtual double NotApart => -0.95;

    /// <summary>They cannot be one.</summary>
    internal const double Never = double.NegativeInfinity;

    /// <summary>The first part of ids and keys.</summary>
    internal abstract string Kind { get; }

    /// <summary>The words of an id that come of the name.</summary>
    internal abstract string SlugOf(LocalEntity entity);

    /// <summary>The same of a name alone.</summary>
    internal virtual string SlugOfName(string name) => NameForms.Slug(name);

    /// <summary>The form of a name among <see cref="Profile.Mains"/>.</summary>
    internal virtual string FormOfName(string name) => NameForms.Exact(name);

    /// <summary>What is the same for main names that may be one name, spelled in two ways.</summary>
    internal virtual string NearForm(string main) => NameForms.Fold(main);

    /// <summary>The name by which people are shown what it is.</summary>
    internal virtual string DisplayOf(LocalEntity entity) => entity.Name;

    /// <summary>The key of a name, given as the slug of an id has it.</summary>
    internal abstract string KeyOfSlug(string slug);

    /// <summary>All keys of an entity.</summary>
    internal abstract ImmutableArray<string> KeysOf(LocalEntity entity);

    /// <summary>What is said of an entity.</summary>
    internal abstract Profile Describe(LocalEntity entity);

    /// <summary>How much speaks for two being one; negative when more speaks against it, <see cref="Never"/> when they cannot be.</summary>
    internal abstract double Weigh(Profile a, Profile b);

    /// <summary>Whether they bear one name, or one that a document states or a table knows to be the other's.</summary>
    internal abstract bool ShareName(Profile a, Profile b);

    /// <summary>Words by which entities that may be one are found: traits that agree.</summary>
    internal virtual IEnumerable<string> Tokens(Profile profile)
    {
        foreach (TraitDate date in profile.Begun)
        {
            yield return $"b{date.Year}";
        }

        foreach (TraitDate date in profile.Ended)
        {
            yield return $"e{date.Year}";
        }

        foreach ((_, string name) in profile.In)
        {
            yield return "i" + name;
        }

        foreach (string office in profile.Offices)
        {
            yield return "o" + office;
        }

        foreach (string unit in profile.Units)
        {
            yield return "u" + unit;
        }

        foreach (string beside in profile.Beside)
        {
            yield return "w" + beside;
        }

        foreach (string around in profile.Around)
        {
            yield return "w" + around;
        }
    }

    /// <summary>What tells it from its namesakes, best first: short, fit for an id.</summary>
    internal abstract IEnumerable<string> Marks(Profile profile);
}
