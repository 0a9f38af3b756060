namespace BienNien.Checking.Form;

/// <summary>Lines drawn in the head of a paper.</summary>
internal static class HeadRules
{
    /// <summary>Whether any is drawn before the body: a shape may hang on any paragraph, so that none can be told to be missing while there is one.</summary>
    public static bool Any(PaperForm paper)
    {
        foreach (FormParagraph paragraph in paper.Word.Paragraphs)
        {
            bool isHead = paragraph.Span.Start < paper.BodyStart;
            if (paragraph.HasRule || (isHead && (paragraph.Runs.Any(static run => run.Underlined) || IsRule(paper.Document.Surface(paragraph.Span)))))
            {
                return true;
            }

            if (!isHead)
            {
                // What is drawn between the head and the body counts with the first paragraph of the body.
                return false;
            }
        }

        return false;
    }

    /// <summary>How many hyphens stand in a line of their own right behind a place; 0 when something else does.</summary>
    public static int HyphensAfter(PaperForm paper, int offset)
    {
        string text = paper.Document.Text;
        int at = offset;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        int end = at;
        while (end < text.Length && text[end] is '-' or '–' or '—' or '_')
        {
            end++;
        }

        return end == text.Length || text[end] is '\n' or '\r' ? end - at : 0;
    }

    // A line of hyphens, asterisks or underscores stands for a rule that could not be drawn.
    private static bool IsRule(string text) => text.Split('\n').Any(static line => line.Trim() is { Length: >= 3 } marks && marks.All(static c => c is '-' or '–' or '—' or '_' or '*' or '=' or '─'));
}
