using BienNien.Telling;

namespace BienNien.Web;

/// <summary>What <c>biennien serve</c> says about how the application is to run.</summary>
public sealed record WebAppOptions
{
    /// <summary>The library's file. It need not be there yet: until it is, the pages say how to make it.</summary>
    public required string Library { get; init; }

    /// <summary>Where to listen, as <c>http://127.0.0.1:5080</c>, several with <c>;</c> between; null for that address.</summary>
    public string? Urls { get; init; }

    /// <summary>The language of readers who have not chosen one; null to go by what their browser asks for, else Vietnamese.</summary>
    public TellingLanguage? Language { get; init; }

    /// <summary>
    /// Names by which the application may be called, besides those of this machine itself; a request for any other is refused, so that
    /// no page of the internet can read the library through the reader's browser.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];
}
