namespace BienNien.Finding.DocumentReferences;

/// <summary>How papers of a type are cited.</summary>
internal enum PaperCitation
{
    /// <summary>By a number: decrees, plans, reports.</summary>
    Paper,

    /// <summary>By title and year: laws, codes, constitutions.</summary>
    Law,

    /// <summary>By a name of its own: treaties.</summary>
    Treaty,

    /// <summary>The abbreviation of a type where the type's word would stand (<c>QĐ 118/QĐ-UBND</c>).</summary>
    Short,
}

/// <summary>A row of <c>data/paper-types.tsv</c>.</summary>
/// <param name="Name">The type as results name it.</param>
/// <param name="Kind">How it is cited.</param>
/// <param name="QuotedWords">The fewest words in quotation marks that are surely its title; 0 for never.</param>
internal sealed record PaperType(string Name, PaperCitation Kind, int QuotedWords);
