namespace BienNien.Telling;

/// <summary>The language in which something is told to a reader; the sources keep their own.</summary>
public enum TellingLanguage
{
    /// <summary>Tiếng Việt.</summary>
    Vietnamese,

    /// <summary>English.</summary>
    English,
}
