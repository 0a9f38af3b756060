using BienNien.Cli.Language;
using BienNien.Finding;

namespace BienNien.Cli.Drawing;

/// <summary>The kinds of mentions as they are shown.</summary>
internal static class Kinds
{
    internal static string NameOf(Texts texts, MentionKind kind) => kind switch
    {
        MentionKind.Time => texts.KindTime,
        MentionKind.Quantity => texts.KindQuantity,
        MentionKind.Person => texts.KindPerson,
        MentionKind.Alias => texts.KindAlias,
        MentionKind.Place => texts.KindPlace,
        MentionKind.Renamed => texts.KindRenamed,
        MentionKind.Organisation => texts.KindOrganisation,
        MentionKind.OrganisationChange => texts.KindOrganisationChange,
        MentionKind.DocumentReference => texts.KindDocumentReference,
        MentionKind.Award => texts.KindAward,
        MentionKind.Quote => texts.KindQuote,
        _ => kind.Name(),
    };

    /// <summary>A colour for the terminal (Spectre's names) and one for pages (light ground, dark letters on it).</summary>
    internal static (string Terminal, string Page) ColourOf(MentionKind kind) => kind switch
    {
        MentionKind.Time => ("deepskyblue1", "#cfe5ff"),
        MentionKind.Quantity => ("orange1", "#ffe3bd"),
        MentionKind.Person or MentionKind.Alias => ("green3", "#cdeecb"),
        MentionKind.Place or MentionKind.Renamed => ("gold1", "#f5ecb0"),
        MentionKind.Organisation or MentionKind.OrganisationChange => ("mediumpurple1", "#e4d8fb"),
        MentionKind.DocumentReference => ("turquoise2", "#c9efee"),
        MentionKind.Award => ("hotpink", "#fbd5e6"),
        _ => ("grey70", "#e3e3e3"),
    };
}
