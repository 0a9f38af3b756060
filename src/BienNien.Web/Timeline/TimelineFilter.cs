using System.Collections.Immutable;
using System.Globalization;
using BienNien.Keeping;
using BienNien.Relating;
using NodaTime;

namespace BienNien.Web.Timeline;

/// <summary>Which events the reader asked for, as the address says it; every state of the page has an address.</summary>
public sealed record TimelineFilter
{
    /// <summary>How many events a page of the list has.</summary>
    public const int PageSize = 50;

    public ImmutableArray<EventType> Types { get; init; } = [];

    public int? From { get; init; }

    public int? To { get; init; }

    public long? Document { get; init; }

    public string Text { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Null for every way of saying it.</summary>
    public ClaimStatus? Status { get; init; } = ClaimStatus.Asserted;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>What stands in a year field and is no year.</summary>
    public ImmutableArray<string> BadYears { get; init; } = [];

    /// <summary>Whether anything is filtered out that would be shown at first.</summary>
    public bool IsEmpty => this with { Page = 1, Types = [], BadYears = [] } == new TimelineFilter { Types = [], BadYears = [] } && Types.IsEmpty;

    public static TimelineFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ImmutableArray<string>.Builder bad = ImmutableArray.CreateBuilder<string>();
        return new TimelineFilter
        {
            Types = [.. query["type"].Select(ParseType).OfType<EventType>().Distinct().Order()],
            From = Year(query["from"], bad),
            To = Year(query["to"], bad),
            Document = long.TryParse(query["document"], NumberStyles.None, CultureInfo.InvariantCulture, out long document) ? document : null,
            Text = Clean(query["text"]),
            Name = Clean(query["name"]),
            Status = query["status"].ToString() switch
            {
                "" => ClaimStatus.Asserted,
                "any" => null,
                var code => Enum.TryParse(code, ignoreCase: true, out ClaimStatus status) && Enum.IsDefined(status) ? status : ClaimStatus.Asserted,
            },
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? Math.Clamp(page, 1, 1_000_000) : 1,
            BadYears = bad.ToImmutable(),
        };
    }

    /// <summary>The address of the page with these filters.</summary>
    public string Address(int page = 1) => "/timeline" + Query(page);

    /// <summary>The query with its question mark; empty when nothing is filtered.</summary>
    public string Query(int page = 1)
    {
        List<KeyValuePair<string, string?>> pairs = [.. Types.Select(type => KeyValuePair.Create("type", (string?)Code(type)))];
        Add("from", From?.ToString(CultureInfo.InvariantCulture));
        Add("to", To?.ToString(CultureInfo.InvariantCulture));
        Add("document", Document?.ToString(CultureInfo.InvariantCulture));
        Add("text", Text);
        Add("name", Name);
        Add("status", Status is null ? "any" : Status == ClaimStatus.Asserted ? null : Status.Value.ToString().ToLowerInvariant());
        Add("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);
        return QueryString.Create(pairs).ToUriComponent();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                pairs.Add(KeyValuePair.Create(name, (string?)value));
            }
        }
    }

    public EventFilter ToEvents() => new()
    {
        Types = Types,
        From = From is int from ? new LocalDate(from, 1, 1) : null,
        To = To is int to ? new LocalDate(to, 12, 31) : null,
        Document = Document,
        Text = Text.Length > 0 ? Text : null,
        Name = Name.Length > 0 ? Name : null,
        Status = Status,
        Offset = (Page - 1) * PageSize,
        Limit = PageSize,
    };

    internal static string Code(EventType type) => type.ToString().ToLowerInvariant();

    private static EventType? ParseType(string? code) =>
        Enum.TryParse(code, ignoreCase: true, out EventType type) && Enum.IsDefined(type) ? type : null;

    private static string Clean(string? text) => (text ?? "").Trim() is { Length: > 200 } tooLong ? tooLong[..200] : (text ?? "").Trim();

    private static int? Year(string? text, ImmutableArray<string>.Builder bad)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int year) && year is >= -9998 and <= 9999)
        {
            return year;
        }

        bad.Add(text.Trim());
        return null;
    }
}
