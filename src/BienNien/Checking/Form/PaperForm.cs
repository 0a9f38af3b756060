using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BienNien.Reading.Papers;
using BienNien.Text;

namespace BienNien.Checking.Form;

/// <summary>A paper with its measures, its parts and the standard that its head calls for. Immutable.</summary>
public sealed class PaperForm
{
    // The heading stands in the first lines, beside or above the name of who issued the paper.
    private const int LinesOfHead = 14;
    private const int ShortParagraph = 40;
    private const int RunningText = 80;
    private const int WordsShown = 6;

    private PaperForm(Document document, WordForm word, PaperHeader header, FormStandard standard, TextSpan heading)
    {
        (Document, Word, Header, Standard, Heading) = (document, word, header, standard, heading);
        Motto = FindMotto();
        BodyStart = FindBodyStart();
        RecipientsLabel = FindRecipientsLabel();
        BodyEnd = FindBodyEnd();
        Body = [.. word.Paragraphs.Where(IsBody)];
    }

    /// <summary>What was read from the file.</summary>
    public Document Document { get; }

    /// <summary>What was measured of it.</summary>
    public WordForm Word { get; }

    /// <summary>Its parts.</summary>
    public PaperHeader Header { get; }

    /// <summary>By which it is measured.</summary>
    public FormStandard Standard { get; }

    /// <summary>The line by which the standard was recognised.</summary>
    public TextSpan Heading { get; }

    /// <summary>The line under the quốc hiệu; null when there is none.</summary>
    internal TextSpan? Motto { get; }

    /// <summary>One past the last character of the head.</summary>
    internal int BodyStart { get; }

    /// <summary>Where the body ends: at the signature or the recipients.</summary>
    internal int BodyEnd { get; }

    /// <summary>“Nơi nhận:”; null when it was not found.</summary>
    internal TextSpan? RecipientsLabel { get; }

    /// <summary>The paragraphs of the body, without tables, boxes, captions and contents.</summary>
    internal ImmutableArray<FormParagraph> Body { get; }

    /// <summary>The day in the paper's head; null when it is left blank or not there.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(Header.Date?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>A paper with the standard that its head calls for.</summary>
    /// <param name="document">What was read from the file.</param>
    /// <param name="word">What was measured of it.</param>
    /// <param name="header">Its parts; null when none was found.</param>
    /// <returns>Null when neither the quốc hiệu nor the Party's heading stands at its head.</returns>
    public static PaperForm? Of(Document document, WordForm word, PaperHeader? header)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(word);
        ImmutableArray<FormStandard> standards = FormStandard.LoadAll();
        foreach (TextSpan line in Lines(document.Text, 0, document.Text.Length).Take(LinesOfHead))
        {
            string letters = Fold(document.Surface(line));
            if (standards.FirstOrDefault(standard => Fold(standard.Heading) == letters) is { } standard)
            {
                return new PaperForm(document, word, header ?? new PaperHeader(), standard, line);
            }
        }

        return null;
    }

    /// <summary>The runs with letters or figures in a span.</summary>
    internal IEnumerable<FormRun> Runs(TextSpan span)
    {
        foreach (FormParagraph paragraph in Word.Paragraphs)
        {
            if (paragraph.Span.Overlaps(span))
            {
                foreach (FormRun run in paragraph.Runs)
                {
                    if (run.Span.Overlaps(span) && HasLetters(TextSpan.Between(Math.Max(run.Span.Start, span.Start), Math.Min(run.Span.End, span.End))))
                    {
                        yield return run;
                    }
                }
            }
        }
    }

    /// <summary>The paragraph that holds a place; null when none was found there.</summary>
    internal FormParagraph? ParagraphAt(int offset) => Word.Paragraphs.FirstOrDefault(paragraph => paragraph.Span.Start <= offset && offset < paragraph.Span.End);

    /// <summary>Whether letters or figures stand in a span.</summary>
    internal bool HasLetters(TextSpan span) => Any(Document.Text.AsSpan(span.Start, span.Length));

    /// <summary>Whether a paragraph is long enough to be running text and not a line by itself.</summary>
    internal bool IsRunning(FormParagraph paragraph) =>
        paragraph.Span.Length >= RunningText && !(paragraph.Span.Length < 3 * RunningText && paragraph.Runs.Where(run => HasLetters(run.Span)).All(static run => run.Bold));

    /// <summary>The first words of a stretch: as few as tell where it is.</summary>
    internal TextSpan FirstWords(TextSpan span)
    {
        string text = Document.Text;
        int words = 0;
        for (int i = span.Start; i < span.End; i++)
        {
            if (text[i] == '\n' || (char.IsWhiteSpace(text[i]) && i > span.Start && !char.IsWhiteSpace(text[i - 1]) && ++words == WordsShown))
            {
                return TextSpan.Between(span.Start, i);
            }
        }

        return span;
    }

    /// <summary>The first line of a section; the first line of the document where it has none.</summary>
    internal TextSpan FirstLine(int section)
    {
        TextSpan? start = Word.Paragraphs.FirstOrDefault(paragraph => paragraph.Section == section)?.Span ?? Word.Paragraphs.FirstOrDefault()?.Span;
        return start is { } span ? Lines(Document.Text, span.Start, span.End).First() : new TextSpan(0, 0);
    }

    /// <summary>How many of the sections belong to the paper itself and not to what stands behind its signature.</summary>
    internal int OwnSections => Math.Min(Word.Sections.Length, (Word.Paragraphs.LastOrDefault(paragraph => paragraph.Span.Start <= BodyEnd)?.Section ?? 0) + 1);

    private static bool Any(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    // A line of a form ends at a line end, at a tab, at a wide gap.
    private static IEnumerable<TextSpan> Lines(string text, int start, int stop)
    {
        for (int at = start; at < stop;)
        {
            int end = at;
            while (end < stop && text[end] is not ('\n' or '\t') && !(text[end] == ' ' && end + 2 < stop && text[end + 1] == ' ' && text[end + 2] == ' '))
            {
                end++;
            }

            int first = at;
            int last = end;
            while (first < last && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            if (last > first)
            {
                yield return TextSpan.Between(first, last);
            }

            at = end + 1;
        }
    }

    // Capitals, tone marks placed the older or the newer way, marks of emphasis: all one.
    private static string Fold(string text)
    {
        StringBuilder letters = new(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(c))
            {
                letters.Append(char.ToUpperInvariant(c == 'đ' ? 'd' : c == 'Đ' ? 'D' : c));
            }
        }

        return letters.ToString();
    }

    private TextSpan? FindMotto()
    {
        if (Standard.Limit("motto", "text") is not { } words)
        {
            return null;
        }

        string wanted = Fold(words.Least);
        foreach (TextSpan line in Lines(Document.Text, Heading.Start, Document.Text.Length).Take(LinesOfHead))
        {
            if (Fold(Document.Surface(line)) == wanted)
            {
                return line;
            }
        }

        return null;
    }

    private int FindBodyStart()
    {
        int end = Math.Max(Heading.End, Motto?.End ?? 0);
        foreach (PaperPart<string>? part in (PaperPart<string>?[])[Header.Issuer, Header.Above, Header.Symbol, Header.Type, Header.Title, Header.Enclosure])
        {
            end = Math.Max(end, part?.Span.End ?? 0);
        }

        foreach (PaperPart<string> addressee in Header.Addressees)
        {
            end = Math.Max(end, addressee.Span.End);
        }

        return end;
    }

    private TextSpan? FindRecipientsLabel()
    {
        const string Label = "Nơi nhận";
        const int Farthest = 80;
        if (Header.Recipients.IsEmpty)
        {
            return null;
        }

        int before = Header.Recipients[0].Span.Start;
        int from = Math.Max(BodyStart, before - Farthest);
        int at = before > from ? Document.Text.LastIndexOf(Label, before - 1, before - from, StringComparison.OrdinalIgnoreCase) : -1;
        return at < 0 ? null : new TextSpan(at, Label.Length);
    }

    private int FindBodyEnd()
    {
        int end = Document.Text.Length;
        foreach (int? start in (int?[])[RecipientsLabel?.Start, Header.Signer?.Form?.Span.Start, Header.Signer?.Office?.Span.Start, Header.Signer?.Name?.Span.Start])
        {
            end = start > BodyStart ? Math.Min(end, start.Value) : end;
        }

        return end;
    }

    private bool IsBody(FormParagraph paragraph)
    {
        TextSpan span = paragraph.Span;
        return span.Start >= BodyStart && span.End <= BodyEnd && span.Length >= ShortParagraph && !paragraph.InTable && !paragraph.InBox
            && BlockAt(span.Start) is { Kind: BlockKind.Paragraph or BlockKind.Heading or BlockKind.ListItem };
    }

    private Block? BlockAt(int offset)
    {
        ImmutableArray<Block> blocks = Document.Blocks;
        int low = 0;
        int high = blocks.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            TextSpan span = blocks[middle].Span;
            if (offset >= span.Start && offset < span.End)
            {
                return blocks[middle];
            }

            (low, high) = offset < span.Start ? (low, middle - 1) : (middle + 1, high);
        }

        return null;
    }
}
