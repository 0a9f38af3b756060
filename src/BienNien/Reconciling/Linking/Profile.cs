namespace BienNien.Reconciling.Linking;

/// <summary>
/// What is said of one or several entities of documents, in forms that can be compared. Grows when profiles are joined; the order in which that
/// happens makes no difference.
/// </summary>
internal sealed class Profile
{
    /// <summary>Exact forms of the names by which documents join their mentions.</summary>
    internal HashSet<string> Mains { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>Exact forms of all names that stand for it alone, <see cref="Mains"/> among them.</summary>
    internal HashSet<string> Names { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>Those of <see cref="Names"/> that a document gives beside another main name.</summary>
    internal HashSet<string> Asides { get; private set; } = new(StringComparer.Ordinal);

    internal HashSet<TraitDate> Begun { get; private set; } = [];

    internal HashSet<TraitDate> Ended { get; private set; } = [];

    /// <summary>The first and last year in which it is seen; 0 for none.</summary>
    internal int First { get; set; }

    internal int Last { get; set; }

    /// <summary>Larger or native places: level and folded bare name.</summary>
    internal HashSet<(string Level, string Name)> In { get; private set; } = [];

    /// <summary>Offices, folded.</summary>
    internal HashSet<string> Offices { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>Who and what stands beside it, folded.</summary>
    internal HashSet<string> Beside { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>Who and what stands in its paragraphs, folded.</summary>
    internal HashSet<string> Around { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>Levels of a place, with the type word where it was written: <c>district huyện</c>, <c>district</c>.</summary>
    internal HashSet<(string Level, string Word)> Types { get; private set; } = [];

    /// <summary>Units of the gazetteer, each by the first of its line of mere renamings.</summary>
    internal HashSet<string> Units { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>Exact forms of names before or after a renaming.</summary>
    internal HashSet<string> Renamed { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>Who issued a paper, as written.</summary>
    internal HashSet<string> Issuers { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>A paper's number: of several the longest, which has its symbol.</summary>
    internal string Number { get; set; } = "";

    /// <summary>What is known of a person by titles.</summary>
    internal PersonSigns Signs { get; set; }

    /// <summary>Whether a body's name leaves open of which unit it is, in all documents so far.</summary>
    internal bool IsOpen { get; set; }

    /// <summary>Which documents name it.</summary>
    internal HashSet<long> Documents { get; private set; } = [];

    /// <summary>How many documents.</summary>
    internal int Members { get; set; } = 1;

    /// <summary>How much tells it from namesakes.</summary>
    internal int Hardness => (Begun.Count > 0 ? 3 : 0) + (Ended.Count > 0 ? 2 : 0) + (In.Count > 0 ? 2 : 0) + (Units.Count > 0 ? 1 : 0) + (First != 0 ? 1 : 0) + (Issuers.Count > 0 ? 1 : 0);

    /// <summary>Takes up another; what this then holds is of both. The other one is not to be used any more.</summary>
    internal void Take(Profile other)
    {
        Mains = Joined(Mains, other.Mains);
        Names = Joined(Names, other.Names);
        Asides = Joined(Asides, other.Asides);
        Begun = Joined(Begun, other.Begun);
        Ended = Joined(Ended, other.Ended);
        In = Joined(In, other.In);
        Offices = Joined(Offices, other.Offices);
        Beside = Joined(Beside, other.Beside);
        Around = Joined(Around, other.Around);
        Types = Joined(Types, other.Types);
        Units = Joined(Units, other.Units);
        Renamed = Joined(Renamed, other.Renamed);
        Issuers = Joined(Issuers, other.Issuers);
        Documents = Joined(Documents, other.Documents);
        (First, Last) = First == 0 ? (other.First, other.Last) : other.First == 0 ? (First, Last) : (Math.Min(First, other.First), Math.Max(Last, other.Last));
        Number = Number.Length > other.Number.Length || (Number.Length == other.Number.Length && string.CompareOrdinal(Number, other.Number) <= 0) ? Number : other.Number;
        Signs |= other.Signs;
        IsOpen &= other.IsOpen;
        Members += other.Members;
    }

    /// <summary>Whether one of the other's main names is another name of this one. Not through a name that both have aside: two may have used one.</summary>
    internal bool OwnsMainOf(Profile other)
    {
        foreach (string main in other.Mains)
        {
            if (Asides.Contains(main) && !other.Asides.Contains(main))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a document says that it once had, or later got, the name of the other.</summary>
    internal bool WasRenamed(Profile other) => Shared(Renamed, other.Mains) > 0;

    /// <summary>Whether main names are the same without their marks.</summary>
    internal bool SharesFolded(Profile other)
    {
        foreach (string one in Mains)
        {
            string folded = NameForms.Fold(one);
            foreach (string its in other.Mains)
            {
                if (folded == NameForms.Fold(its))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>How many members two sets share.</summary>
    internal static int Shared<T>(HashSet<T> a, HashSet<T> b)
    {
        (HashSet<T> few, HashSet<T> many) = a.Count <= b.Count ? (a, b) : (b, a);
        int shared = 0;
        foreach (T member in few)
        {
            shared += many.Contains(member) ? 1 : 0;
        }

        return shared;
    }

    // The smaller set goes into the larger, so that many joins cost n log n.
    private static HashSet<T> Joined<T>(HashSet<T> a, HashSet<T> b)
    {
        (HashSet<T> few, HashSet<T> many) = a.Count <= b.Count ? (a, b) : (b, a);
        many.UnionWith(few);
        return many;
    }
}

/// <summary>What titles say of a person.</summary>
[Flags]
internal enum PersonSigns
{
    None = 0,
    Man = 1,
    Woman = 2,

    /// <summary>Offices and degrees of the old realm.</summary>
    Old = 4,

    /// <summary>Offices and ranks that did not exist then.</summary>
    Modern = 8,
}
