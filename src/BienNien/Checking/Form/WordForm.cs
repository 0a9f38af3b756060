using System.Collections.Immutable;
using System.Xml;
using BienNien.Reading;
using BienNien.Reading.Packages;
using BienNien.Text;

namespace BienNien.Checking.Form;

/// <summary>A stretch of letters that look alike.</summary>
/// <param name="Span">Where, in the document's text.</param>
public sealed record FormRun(TextSpan Span)
{
    /// <summary>The font; null when it cannot be told.</summary>
    public string? Font { get; init; }

    /// <summary>Points; null when it cannot be told.</summary>
    public decimal? Size { get; init; }

    /// <summary>Whether the letters are heavy.</summary>
    public bool Bold { get; init; }

    /// <summary>Whether they slant.</summary>
    public bool Italic { get; init; }

    /// <summary>Whether a line is drawn under them.</summary>
    public bool Underlined { get; init; }

    /// <summary>Whether small letters are shown as capitals.</summary>
    public bool Capitals { get; init; }

    /// <summary>Whether they stand above the line, as marks of notes do.</summary>
    public bool Raised { get; init; }

    /// <summary>Six hexadecimal digits; null for the colour that all letters have.</summary>
    public string? Colour { get; init; }
}

/// <summary>A paragraph with words, as Word sets it.</summary>
/// <param name="Runs">Its runs that have letters or marks, in reading order; never empty.</param>
/// <param name="Section">Which section, from 0.</param>
public sealed record FormParagraph(ImmutableArray<FormRun> Runs, int Section)
{
    /// <summary>From its first to its last printed character, in the document's text.</summary>
    public TextSpan Span => TextSpan.Between(Runs[0].Span.Start, Runs[^1].Span.End);

    /// <summary>Between the margins.</summary>
    public FormAlignment Alignment { get; init; }

    /// <summary>How far the first line begins from the margin, in millimetres; null when it cannot be told.</summary>
    public decimal? FirstLine { get; init; }

    /// <summary>Points; null when it cannot be told.</summary>
    public decimal? SpaceBefore { get; init; }

    /// <summary>Points; null when it cannot be told.</summary>
    public decimal? SpaceAfter { get; init; }

    /// <summary>How <see cref="Line"/> is given.</summary>
    public FormLineRule LineRule { get; init; }

    /// <summary>The distance of lines: single lines, or points.</summary>
    public decimal Line { get; init; }

    /// <summary>Whether nothing stands between it and paragraphs of the same style.</summary>
    public bool KeepsClose { get; init; }

    /// <summary>The style; empty for that of ordinary paragraphs.</summary>
    public string Style { get; init; } = "";

    /// <summary>Whether it stands in a table.</summary>
    public bool InTable { get; init; }

    /// <summary>Whether it stands in a text box or a frame.</summary>
    public bool InBox { get; init; }

    /// <summary>Whether Word numbers it.</summary>
    public bool InList { get; init; }

    /// <summary>Whether its first line was pushed in with a tab or spaces.</summary>
    public bool IsPushedIn { get; init; }

    /// <summary>Whether a paragraph without words stands before it.</summary>
    public bool BlankBefore { get; init; }

    /// <summary>Whether a line or a picture is drawn in it, or between it and the paragraph before.</summary>
    public bool HasRule { get; init; }
}

/// <summary>A place where Word sets the number of the page.</summary>
/// <param name="InHeader">In the top margin; otherwise in the lower.</param>
/// <param name="Alignment">Between the margins; null when it cannot be told.</param>
/// <param name="Size">Points; null when it cannot be told.</param>
/// <param name="Italic">Whether the figures slant.</param>
public sealed record PageNumberPlace(bool InHeader, FormAlignment? Alignment, decimal? Size, bool Italic);

/// <summary>Pages of one make; lengths in millimetres, null when they are not given.</summary>
public sealed record FormSection
{
    /// <summary>The paper's width as it lies.</summary>
    public decimal? Width { get; init; }

    /// <summary>The paper's height as it lies.</summary>
    public decimal? Height { get; init; }

    /// <summary>The upper margin.</summary>
    public decimal? Top { get; init; }

    /// <summary>The lower margin.</summary>
    public decimal? Bottom { get; init; }

    /// <summary>The left margin with what is bound.</summary>
    public decimal? Left { get; init; }

    /// <summary>The right margin.</summary>
    public decimal? Right { get; init; }

    /// <summary>The page numbers of its ordinary pages; empty, never default.</summary>
    public ImmutableArray<PageNumberPlace> PageNumbers { get; init; } = [];

    /// <summary>Whether its first page shows its number.</summary>
    public bool NumbersFirstPage { get; init; }

    /// <summary>Whether pages are counted with other than Arabic figures.</summary>
    public bool HasOtherFigures { get; init; }

    /// <summary>Whether the pages lie on their long side.</summary>
    public bool IsLandscape => Width > Height;
}

/// <summary>What can be measured of a Word file, with its places in the document that was read from it. Immutable.</summary>
public sealed record WordForm
{
    /// <summary>The file's sections, in order; empty for a file that gives no measures of pages.</summary>
    public ImmutableArray<FormSection> Sections { get; init; } = [];

    /// <summary>The paragraphs whose words were found in the document, in reading order; without notes, headers and footers.</summary>
    public ImmutableArray<FormParagraph> Paragraphs { get; init; } = [];

    /// <summary>Measures a file.</summary>
    /// <param name="content">The Word file.</param>
    /// <param name="document">What was read from it.</param>
    /// <param name="options">Limits, as those of reading.</param>
    /// <returns>Never throws for what a file holds: a file that reading refuses is refused for the same reason.</returns>
    public static WordFormResult Read(FileContent content, Document document, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        WordForm? form = null;
        ReadResult result = OfficePackage.Read(content, options, (package, main) =>
        {
            form = Read(package, main, document);
            return new ReadResult.Container(null, []);
        });
        return result is ReadResult.Unreadable bad ? new WordFormResult.Unreadable(bad.Code, bad.Detail) : new WordFormResult.Read(form!);
    }

    private static WordForm Read(OfficePackage package, string main, Document document)
    {
        List<PartRelationship> relationships = package.Relationships(main);
        FormTheme theme;
        using (XmlReader? reader = Open("theme"))
        {
            theme = FormTheme.Read(reader);
        }

        FormStyles styles;
        using (XmlReader? reader = Open("styles"))
        {
            styles = FormStyles.Read(reader, theme);
        }

        FormBody body = new(styles, theme, new FormMap(document.Text));
        using (XmlReader? reader = package.Open(main))
        {
            body.Read(reader!);
        }

        FormFurniture furniture = new(styles, theme);
        return new WordForm
        {
            Paragraphs = body.Paragraphs,
            Sections = furniture.Sections(body.Sections, id => relationships.Find(one => one.Id == id)?.Target, package.Open),
        };

        XmlReader? Open(string kind) => package.Open(relationships.FirstOrDefault(one => one.Kind == kind)?.Target);
    }
}

/// <summary>The measures of a file, or why there are none.</summary>
public abstract record WordFormResult
{
    private WordFormResult()
    {
    }

    /// <summary>The file was measured.</summary>
    /// <param name="Form">What was measured.</param>
    public sealed record Read(WordForm Form) : WordFormResult;

    /// <summary>The file could not be opened.</summary>
    /// <param name="Code">What is wrong.</param>
    /// <param name="Detail">What was seen, for the message; no line ends.</param>
    public sealed record Unreadable(ProblemCode Code, string Detail) : WordFormResult;
}
