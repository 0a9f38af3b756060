using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using BienNien.Text;

namespace BienNien.Checking.Word;

/// <summary>Puts diagnostics into the Word file that was checked: as comments at the words, as tracked changes. Everything else of the file stays as it is.</summary>
/// <remarks>ISO/IEC 29500-1, 17.13.4 (comments) and 17.13.5 (revisions).</remarks>
public static class WordMarkup
{
    private const string Author = "Biên Niên";
    private static readonly XNamespace _w = WordBody.W;
    private static readonly XName _space = XNamespace.Xml + "space";

    /// <summary>The file with a comment for each diagnostic, at its words; what stands outside the main part (notes, headers) is told at the beginning.</summary>
    /// <param name="file">The bytes of the Word file.</param>
    /// <param name="document">What was read from it.</param>
    /// <param name="diagnostics">What was found in it.</param>
    /// <param name="language">The language of the comments, as a BCP 47 tag.</param>
    /// <param name="when">The time that the comments bear.</param>
    /// <exception cref="InvalidDataException">The bytes are no Word file.</exception>
    public static byte[] WithComments(ReadOnlyMemory<byte> file, Document document, ImmutableArray<Diagnostic> diagnostics, string language, DateTimeOffset when)
    {
        WordPackage package = WordPackage.Open(file);
        WordBody body = new(package.Body.Root!, document);
        XElement comments = package.Comments();
        int id = comments.Elements(_w + "comment").Select(static comment => (int?)comment.Attribute(_w + "id") ?? 0).DefaultIfEmpty(-1).Max() + 1;
        List<(int Offset, bool IsEnd, WordPlace Place, int Id)> edges = [];
        List<int> homeless = [];
        foreach (Diagnostic diagnostic in diagnostics)
        {
            comments.Add(Comment(id, Text(document, diagnostic, language), when));
            if (body.PlacesOf(diagnostic.Span) is { } places)
            {
                edges.Add((diagnostic.Span.Start, IsEnd: false, places.First, id));
                edges.Add((diagnostic.Span.End, IsEnd: true, places.Last, id));
            }
            else
            {
                homeless.Add(id);
            }

            id++;
        }

        // From the end on, so that what is cut off never holds a place that is still to come; at one place what begins there is set first.
        edges.Sort(static (a, b) => a.Offset != b.Offset ? b.Offset.CompareTo(a.Offset) : a.IsEnd != b.IsEnd ? a.IsEnd.CompareTo(b.IsEnd) : b.Id.CompareTo(a.Id));
        XElement? first = body.FirstRun;
        foreach ((_, bool isEnd, WordPlace place, int comment) in edges)
        {
            if (isEnd)
            {
                RunCutter.After(place).AddAfterSelf(new XElement(_w + "commentRangeEnd", new XAttribute(_w + "id", comment)), Reference(comment));
            }
            else
            {
                RunCutter.Before(place).AddBeforeSelf(new XElement(_w + "commentRangeStart", new XAttribute(_w + "id", comment)));
            }
        }

        foreach (int comment in homeless)
        {
            first?.AddAfterSelf(Reference(comment));
        }

        return package.Save();
    }

    /// <summary>The file with the corrections that are certain, as tracked changes that a person accepts or refuses.</summary>
    /// <param name="file">The bytes of the Word file.</param>
    /// <param name="document">What was read from it.</param>
    /// <param name="edits">The corrections: by span, not overlapping.</param>
    /// <param name="when">The time that the changes bear.</param>
    /// <param name="written">How many of them could be written; the others touch what is no text of the main part.</param>
    /// <exception cref="InvalidDataException">The bytes are no Word file.</exception>
    public static byte[] WithChanges(ReadOnlyMemory<byte> file, Document document, ImmutableArray<TextEdit> edits, DateTimeOffset when, out int written)
    {
        WordPackage package = WordPackage.Open(file);
        WordBody body = new(package.Body.Root!, document);
        int id = package.Body.Descendants().Select(static element => (int?)TryInt(element.Attribute(_w + "id")) ?? 0).DefaultIfEmpty(0).Max() + 1;
        written = 0;
        foreach (TextEdit edit in edits.Reverse())
        {
            if (Change(body, edit, id, when))
            {
                written++;
                id += 2;
            }
        }

        return package.Save();
    }

    private static bool Change(WordBody body, TextEdit edit, int id, DateTimeOffset when)
    {
        if (edit.Span.Length == 0)
        {
            if (body.PlaceOf(edit.Span.Start - 1) is not { } before)
            {
                return false;
            }

            XElement run = RunCutter.After(before);
            run.AddAfterSelf(Inserted(run, edit.Replacement, id, when));
            return true;
        }

        List<WordPlace> places = [];
        for (int at = edit.Span.Start; at < edit.Span.End; at++)
        {
            if (body.PlaceOf(at) is not { } place)
            {
                return false;
            }

            places.Add(place);
        }

        if (places[0].Text.Parent!.Parent != places[^1].Text.Parent!.Parent)
        {
            return false;
        }

        XElement mark = new(_w + "mark");
        RunCutter.After(places[^1]).AddAfterSelf(mark);
        XElement first = RunCutter.Before(places[0]);
        List<XElement> gone = [first, .. first.ElementsAfterSelf().TakeWhile(element => element != mark)];
        mark.Remove();
        if (gone.Exists(static element => element.Name != _w + "r" || element.Elements().Any(static child => child.Name != _w + "rPr" && child.Name != _w + "t")))
        {
            return false;
        }

        XElement deleted = new(_w + "del", Revision(id, when));
        first.AddBeforeSelf(deleted);
        foreach (XElement run in gone)
        {
            run.Remove();
            foreach (XElement text in run.Elements(_w + "t"))
            {
                text.Name = _w + "delText";
                text.SetAttributeValue(_space, "preserve");
            }

            deleted.Add(run);
        }

        if (edit.Replacement.Length > 0)
        {
            deleted.AddAfterSelf(Inserted(first, edit.Replacement, id + 1, when));
        }

        return true;
    }

    private static XElement Inserted(XElement like, string text, int id, DateTimeOffset when) => new(
        _w + "ins", Revision(id, when),
        new XElement(_w + "r", like.Element(_w + "rPr") is { } properties ? new XElement(properties) : null, new XElement(_w + "t", new XAttribute(_space, "preserve"), text)));

    private static object[] Revision(int id, DateTimeOffset when) =>
        [new XAttribute(_w + "id", id), new XAttribute(_w + "author", Author), new XAttribute(_w + "date", Stamp(when))];

    private static XElement Comment(int id, IEnumerable<string> lines, DateTimeOffset when) => new(
        _w + "comment",
        new XAttribute(_w + "id", id), new XAttribute(_w + "author", Author), new XAttribute(_w + "date", Stamp(when)), new XAttribute(_w + "initials", "BN"),
        lines.Select(static line => new XElement(_w + "p", new XElement(_w + "r", new XElement(_w + "t", new XAttribute(_space, "preserve"), Printable(line))))));

    private static XElement Reference(int id) => new(_w + "r", new XElement(_w + "commentReference", new XAttribute(_w + "id", id)));

    // What is wrong, what should stand there, the rule and its name, then what it was compared with.
    private static IEnumerable<string> Text(Document document, Diagnostic diagnostic, string language)
    {
        yield return $"{diagnostic.Message.In(language)} [{diagnostic.Rule} {diagnostic.Slug}]";
        if (diagnostic.Expected is { Length: > 0 } expected)
        {
            yield return $"→ {expected}";
        }

        foreach (RelatedPlace place in diagnostic.Related)
        {
            string where = place.Document is null ? $"“{document.WordsAt(place.Span)}”" : place.Document;
            yield return $"{place.Reason.In(language)}: {where}";
        }
    }

    // XML has no place for control characters.
    private static string Printable(string text) => string.Concat(text.Where(System.Xml.XmlConvert.IsXmlChar));

    private static string Stamp(DateTimeOffset when) => when.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static int? TryInt(XAttribute? attribute) => int.TryParse(attribute?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : null;
}
