namespace BienNien.Relating;

/// <summary>Kinds of happenings, as the annotation standard names them.</summary>
public enum EventType
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>A body, unit or place comes into being.</summary>
    Founding,

    /// <summary>A conference, congress or meeting.</summary>
    Meeting,

    /// <summary>A fight, attack or occupation.</summary>
    Battle,

    /// <summary>A place is liberated.</summary>
    Liberation,

    /// <summary>Somebody is admitted to a body.</summary>
    Admission,

    /// <summary>Somebody is given an office.</summary>
    Appointment,

    /// <summary>Somebody is elected.</summary>
    Election,

    /// <summary>Somebody is born.</summary>
    Birth,

    /// <summary>Somebody dies.</summary>
    Death,

    /// <summary>Somebody is arrested or imprisoned.</summary>
    Arrest,

    /// <summary>Somebody goes somewhere; troops that fall back or move are <see cref="Movement"/>.</summary>
    Journey,

    /// <summary>A paper is issued.</summary>
    Issue,

    /// <summary>A decoration or title is conferred.</summary>
    Award,

    /// <summary>Something gets another name.</summary>
    Rename,

    /// <summary>Several become one.</summary>
    Merge,

    /// <summary>One becomes several.</summary>
    Split,

    /// <summary>Many set themselves in motion: a rising, a campaign of the people, a strike; troops that withdraw or take up places without a fight.</summary>
    Movement,

    /// <summary>Something is built.</summary>
    Construction,

    /// <summary>Somebody visits.</summary>
    Visit,

    /// <summary>A feast or commemoration.</summary>
    Ceremony,

    /// <summary>An agreement between powers.</summary>
    Treaty,
}
