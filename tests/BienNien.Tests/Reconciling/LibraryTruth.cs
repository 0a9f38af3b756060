using System.Collections.Immutable;
using System.Globalization;
using BienNien.Reading;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Reconciling.Reuse;
using BienNien.Relating;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Reconciling;

/// <summary>A folder of documents with tables that say where they differ, who is who, and what is copied: see README.md beside the libraries.</summary>
internal sealed class LibraryTruth
{
    private readonly Dictionary<string, Read> _byName = new(StringComparer.Ordinal);

    private LibraryTruth(Engine engine, string folder, string truth)
    {
        long next = 1;
        foreach (string path in Directory.GetFiles(folder).Order(StringComparer.Ordinal).Where(static path => Path.GetExtension(path) is ".txt" or ".md" or ".html" or ".docx"))
        {
            string name = Path.GetFileName(path);
            Document document = engine.Reader.Read(name, File.ReadAllBytes(path), ReadOptions.Default).ShouldBeOfType<ReadResult.Read>().Document;
            DocumentAnalysis analysis = engine.Analyze(document);
            _byName.Add(name, new Read(next++, document, engine.Testify(analysis), ReuseProfiler.Profile(analysis.Tokens)));
        }

        Chronicle = engine.Reconciler.Reconcile(
            _byName.Values.Select(static read => (read.Id, read.Testimony)), EntityRulings.None, _byName.Values.ToDictionary(static read => read.Id, static read => read.Profile));
        Pairs = [.. Rows(truth, "pairs.tsv").Select(cells => new Pair(cells[0], cells[1] == "conflict", cells[2], Place(cells[3], cells[4], cells[5]), Place(cells[6], cells[7], cells[8])))];
        Copies = [.. Rows(truth, "reuse.tsv").Select(cells => (Lines(cells[0], cells[1], cells[2]), Lines(cells[3], cells[4], cells[5])))];
        Names = [.. Rows(truth, "entities.tsv").Select(static cells => (cells[0], cells[1], cells[2], cells[3], cells.Length > 4 ? cells[4] : "*"))];
    }

    internal Chronicle Chronicle { get; }

    internal ImmutableArray<Pair> Pairs { get; }

    internal ImmutableArray<(Side A, Side B)> Copies { get; }

    internal ImmutableArray<(string Id, string Kind, string File, string Text, string Line)> Names { get; }

    internal static LibraryTruth Open(Engine engine, string folder, string? truth = null) => new(engine, folder, truth ?? folder);

    /// <summary>Conflicts of the truth that are found, of all; and conflicts found that the truth has, of all found.</summary>
    internal (int Found, int Gold, int Right, int Predicted) Conflicts()
    {
        Pair[] gold = [.. Pairs.Where(static pair => pair.IsConflict)];
        Judgement[] predicted = [.. Chronicle.Judgements.Where(static judgement => judgement.IsConflict)];
        return (gold.Count(pair => predicted.Any(judgement => Meets(judgement, pair))), gold.Length, predicted.Count(judgement => gold.Any(pair => Meets(judgement, pair))), predicted.Length);
    }

    /// <summary>Compatible pairs of the truth that are found with the right reason, those that are called conflicts, of all.</summary>
    internal (int Right, int CalledConflict, int Gold) Compatible()
    {
        Pair[] gold = [.. Pairs.Where(static pair => !pair.IsConflict)];
        return (
            gold.Count(pair => Chronicle.Judgements.Any(judgement => judgement.Reason.Code() == pair.Reason && Meets(judgement, pair))),
            gold.Count(pair => Chronicle.Judgements.Any(judgement => judgement.IsConflict && Meets(judgement, pair))), gold.Length);
    }

    internal int CopiesFound() => Copies.Count(truth => Chronicle.Copies.Any(copy =>
        (IsIn(copy.A, copy.Passage.A, truth.A) && IsIn(copy.B, copy.Passage.B, truth.B)) || (IsIn(copy.A, copy.Passage.A, truth.B) && IsIn(copy.B, copy.Passage.B, truth.A))));

    /// <summary>
    /// B³ over the mentions of one kind that the truth names and the program found, and how many pairs of namesakes are one in the program's eyes.
    /// </summary>
    internal (double Precision, double Recall, int Mentions, int NamesakesMerged) Entities(EntityKind kind, string code)
    {
        Dictionary<(long, int), string> entityOf = Chronicle.Entities.SelectMany(static entity => entity.Links.Select(link => (link.Document, link.Local, entity.Id))).ToDictionary(static link => (link.Document, link.Local), static link => link.Id);
        List<(string Gold, string Predicted)> mentions = [];
        foreach ((string id, _, string file, string text, string line) in Names.Where(row => row.Kind == code))
        {
            Read read = _byName[file];
            for (int local = 0; local < read.Testimony.Entities.Length; local++)
            {
                LocalEntity entity = read.Testimony.Entities[local];
                foreach (EntityMention mention in entity.Mentions.Where(_ => entity.Kind == kind))
                {
                    if (read.Document.WordsAt(mention.Span) == text && (line == "*" || read.Document.LineOf(mention.Span.Start) == int.Parse(line, CultureInfo.InvariantCulture)))
                    {
                        mentions.Add((id, entityOf[(read.Id, local)]));
                    }
                }
            }
        }

        double precision = 0;
        double recall = 0;
        foreach (var group in mentions.GroupBy(static mention => mention).Select(static group => (group.Key, Count: group.Count())))
        {
            precision += (double)group.Count * group.Count / mentions.Count(mention => mention.Predicted == group.Key.Predicted);
            recall += (double)group.Count * group.Count / mentions.Count(mention => mention.Gold == group.Key.Gold);
        }

        // Namesakes: two entities of the truth that bear one name.
        int merged = 0;
        var names = Names.Where(row => row.Kind == code).Select(static row => (row.Id, row.Text)).Distinct().ToLookup(static row => row.Text, static row => row.Id);
        foreach (string[] ids in names.Select(static group => group.Distinct().ToArray()).Where(static ids => ids.Length > 1))
        {
            merged += mentions.Where(mention => ids.Contains(mention.Gold)).GroupBy(static mention => mention.Predicted).Count(static cluster => cluster.Select(static mention => mention.Gold).Distinct().Count() > 1);
        }

        return mentions.Count == 0 ? (1, 1, 0, 0) : (precision / mentions.Count, recall / mentions.Count, mentions.Count, merged);
    }

    private bool Meets(Judgement judgement, Pair pair) =>
        (Meets(judgement.Kind, judgement.A, pair.A) && Meets(judgement.Kind, judgement.B, pair.B)) || (Meets(judgement.Kind, judgement.A, pair.B) && Meets(judgement.Kind, judgement.B, pair.A));

    // Of a spelling any mention in the document will do; else the words must be those of the truth.
    private bool Meets(ConflictKind kind, Side side, Side truth) => side.Document == truth.Document && (side.Span.Overlaps(truth.Span)
        || (kind == ConflictKind.NameVariant && (Words(side).Contains(Words(truth), StringComparison.OrdinalIgnoreCase) || Words(truth).Contains(Words(side), StringComparison.OrdinalIgnoreCase))));

    private string Words(Side side) => _byName.Values.First(read => read.Id == side.Document).Document.WordsAt(side.Span);

    private static bool IsIn(long document, TextSpan span, Side lines) => document == lines.Document && span.Overlaps(lines.Span);

    private static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Skip(1).Where(static line => line.Length > 0).Select(static line => line.Split('\t'));

    private Side Place(string file, string line, string text)
    {
        (int start, int end) = LineAt(file, int.Parse(line, CultureInfo.InvariantCulture));
        string document = _byName[file].Document.Text;
        int at = document.IndexOf(text.Normalize(), start, end - start, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{file}:{line}: «{text}» does not stand there.");
        return new Side(_byName[file].Id, new TextSpan(at, text.Normalize().Length), default);
    }

    private Side Lines(string file, string first, string last) => new(
        _byName[file].Id,
        TextSpan.Between(LineAt(file, int.Parse(first, CultureInfo.InvariantCulture)).Start, LineAt(file, int.Parse(last, CultureInfo.InvariantCulture)).End), default);

    private (int Start, int End) LineAt(string file, int line)
    {
        string text = _byName[file].Document.Text;
        int start = 0;
        for (int i = 1; i < line; i++)
        {
            start = text.IndexOf('\n', start) + 1;
        }

        int end = text.IndexOf('\n', start);
        return (start, end < 0 ? text.Length : end);
    }

    /// <summary>Two places of the truth that speak of one fact.</summary>
    internal sealed record Pair(string Kind, bool IsConflict, string Reason, Side A, Side B);

    private sealed record Read(long Id, Document Document, Testimony Testimony, ReuseProfile Profile);
}
