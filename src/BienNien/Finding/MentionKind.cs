namespace BienNien.Finding;

/// <summary>What a mention names.</summary>
public enum MentionKind
{
    /// <summary>When, how long or how often.</summary>
    Time,

    /// <summary>A counted or measured amount.</summary>
    Quantity,

    /// <summary>A named human being.</summary>
    Person,

    /// <summary>Another name stated for a person.</summary>
    Alias,

    /// <summary>A named place, from a country to a hamlet.</summary>
    Place,

    /// <summary>An old place name of which the text says the new one.</summary>
    Renamed,

    /// <summary>A named body, unit, school, company.</summary>
    Organisation,

    /// <summary>Words that say that a body was founded, split, merged, renamed or dissolved.</summary>
    OrganisationChange,

    /// <summary>An issued paper, by number or title.</summary>
    DocumentReference,

    /// <summary>A decoration or title conferred.</summary>
    Award,

    /// <summary>Words quoted from somebody.</summary>
    Quote,
}

/// <summary>The names of the kinds in JSON and on the command line.</summary>
public static class MentionKinds
{
    /// <summary>TIME, QUANTITY, PERSON …: the names of the annotation standard.</summary>
    public static string Name(this MentionKind kind) => kind switch
    {
        MentionKind.Time => "TIME",
        MentionKind.Quantity => "QUANTITY",
        MentionKind.Person => "PERSON",
        MentionKind.Alias => "ALIAS",
        MentionKind.Place => "PLACE",
        MentionKind.Renamed => "RENAMED",
        MentionKind.Organisation => "ORG",
        MentionKind.OrganisationChange => "ORGCHANGE",
        MentionKind.DocumentReference => "DOCREF",
        MentionKind.Award => "AWARD",
        MentionKind.Quote => "QUOTE",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The kind of a name, or null.</summary>
    public static MentionKind? Parse(string name)
    {
        foreach (MentionKind kind in Enum.GetValues<MentionKind>())
        {
            if (kind.Name().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }
}
