using System.Collections.Immutable;
using BienNien.Checking.Spelling;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Citations;

/// <summary>A note or an entry of a bibliography that is put together otherwise than all its neighbours: “trang 103” among “tr. 45”, no year among dated ones. Immutable, safe to share.</summary>
internal sealed class NoteStyles
{
    // One of four: of three notes two may as well be the odd ones.
    private const int LeastNotes = 4;
    private const int LongestNote = 400;

    private readonly PublisherWords _publisher;
    private readonly WordSet _page;
    private readonly WordSet _pageInFull;

    public NoteStyles(Vocabulary.Builder words)
    {
        _publisher = new PublisherWords(words);
        _page = words.AddSet("tr");
        _pageInFull = words.AddSet("trang");
    }

    /// <summary>The faults of a document; none for a note of which another fault was told.</summary>
    public void Find(DocumentAnalysis analysis, List<CitationFault> found)
    {
        List<Note> notes = [];
        for (int s = 0; s < analysis.Tokens.Sentences.Length;)
        {
            int block = analysis.Tokens.Sentences[s].Block;
            int first = analysis.Tokens.Sentences[s].First;
            for (; s < analysis.Tokens.Sentences.Length && analysis.Tokens.Sentences[s].Block == block; s++)
            {
            }

            if (Read(analysis, block, first, analysis.Tokens.Sentences[s - 1].End) is { } note)
            {
                notes.Add(note);
            }
        }

        if (notes.Count < LeastNotes)
        {
            return;
        }

        foreach (Note note in notes)
        {
            if (!found.Exists(fault => fault.Span.Overlaps(note.Span)) && Departs(notes, note) is { } why)
            {
                found.Add(new CitationFault(note.Span, why, null));
            }
        }
    }

    // A note names a house; a sentence of the text that does is longer, or no item of a list.
    private Note? Read(DocumentAnalysis analysis, int number, int first, int end)
    {
        Block block = analysis.Document.Blocks[number];
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        if (block.Kind is not (BlockKind.Footnote or BlockKind.ListItem or BlockKind.Paragraph) || block.Span.Length > LongestNote
            || (block.Kind == BlockKind.Paragraph && !(tokens[first].IsNumber || text[tokens[first].Start] is '[' or '(')))
        {
            return null;
        }

        int house = -1;
        string page = "";
        string year = "";
        bool semicolon = false;
        for (int i = first; i < end; i++)
        {
            Token token = tokens[i];
            ReadOnlySpan<char> surface = text.AsSpan(token.Start, token.Length);
            if (_publisher.EndAt(tokens, i) > 0)
            {
                // Two books in one note.
                if (house >= 0)
                {
                    return null;
                }

                house = i;
            }
            else if (house >= 0 && token is { IsNumber: true, Length: 4, Number: > 1850 and < 2100 } && year.Length == 0)
            {
                year = tokens[i - 1].IsMark ? analysis.Document.Surface(tokens[i - 1].Span) : "word";
            }
            else if (_page.Contains(token) && i + 1 < end)
            {
                page = "tr";
            }
            else if (_pageInFull.Contains(token) && i + 1 < end && tokens[i + 1].IsNumber)
            {
                page = "trang";
            }

            semicolon |= house >= 0 && surface is ";";
        }

        return house < 0 ? null : new Note(TextSpan.Between(tokens[first].Start, tokens[end - 1].End), page, year, semicolon);
    }

    // What every other note has, this one has not, or has otherwise.
    private static BilingualText? Departs(List<Note> notes, Note note)
    {
        bool year = Common(notes, note, static one => one.Year) is { Length: > 0 } dated && dated != note.Year;
        bool page = Common(notes, note, static one => one.Page) is { Length: > 0 } paged && paged != note.Page;
        bool semicolon = note.HasSemicolon && notes.TrueForAll(other => other == note || !other.HasSemicolon);
        return !year && !page && !semicolon ? null
            : year && note.Year.Length == 0 ? new BilingualText("thiếu năm xuất bản, các mục khác đều có", "without the year of publication, which all other entries have")
            : page && note.Page.Length == 0 ? new BilingualText("thiếu số trang, các chú thích khác đều có", "without a page, which all other notes have")
            : new BilingualText("ghi khác cách của mọi chú thích khác", "put together otherwise than all other notes");
    }

    // What all notes but one have alike; null when they have not.
    private static string? Common(List<Note> notes, Note but, Func<Note, string> trait)
    {
        string? common = null;
        foreach (Note note in notes)
        {
            if (note != but && (common ??= trait(note)) != trait(note))
            {
                return null;
            }
        }

        return common;
    }

    /// <summary>How a note is put together.</summary>
    /// <param name="Span">The note.</param>
    /// <param name="Page">The word for the page; empty where no page is told.</param>
    /// <param name="Year">The mark before the year, “word” for none; empty where no year is told.</param>
    /// <param name="HasSemicolon">Whether a semicolon parts it.</param>
    private sealed record Note(TextSpan Span, string Page, string Year, bool HasSemicolon);
}
