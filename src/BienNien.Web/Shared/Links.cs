using System.Globalization;
using BienNien.Keeping;
using BienNien.Text;

namespace BienNien.Web.Shared;

/// <summary>The addresses of things. They are the same in every library that holds the same file.</summary>
public static class Links
{
    /// <summary>The longest stretch of a document on one page, in UTF-16 code units: some 40 printed pages.</summary>
    public const int PartLength = 100_000;

    public static string Document(long document) => Invariant($"/documents/{document}");

    public static string Event(EventRow row) => "/events/" + EventId(row);

    /// <summary>The name of an event in addresses: document and place in it.</summary>
    public static string EventId(EventRow row) => Invariant($"{row.Document}-{row.Ordinal}");

    public static bool TryEventId(string? text, out long document, out int ordinal)
    {
        ordinal = 0;
        document = 0;
        return text?.Split('-') is [var first, var second]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out document)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out ordinal);
    }

    /// <summary>The sentence of an event in the reader.</summary>
    public static string Sentence(EventRow row) => Part(row.Document, row.Sentence.Start) + Invariant($"#e{row.Ordinal}");

    /// <summary>A block in the reader.</summary>
    public static string Block(long document, int ordinal, int offset) => Part(document, offset) + Invariant($"#b{ordinal}");

    public static string EventOnTimeline(EventRow row) => "/timeline?event=" + EventId(row);

    /// <summary>The page of a document on which an offset stands; only long documents have more than one.</summary>
    public static string Part(long document, int offset) =>
        offset < PartLength ? Document(document) : Invariant($"/documents/{document}?at={offset}");

    /// <summary>A page of a document as it was printed.</summary>
    public static string Page(long document, int page) => Invariant($"/documents/{document}/pages/{page}");

    /// <summary>A page with a stretch of the text outlined.</summary>
    public static string OnPage(long document, int page, TextSpan span) => Invariant($"{Page(document, page)}?at={span.Start}-{span.End}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
