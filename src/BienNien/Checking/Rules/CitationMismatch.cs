using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding;
using BienNien.Finding.DocumentReferences;
using BienNien.Finding.Times;
using BienNien.Knowledge;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

/// <summary>CHK003. One paper cited with two dates, two numbers, two issuers or two matters: “Kế hoạch số 77-KH/HU, ngày 02/5/2019” and, elsewhere, “ngày 20/5/2019”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: CitationMismatch.md, beside this file.</remarks>
internal sealed class CitationMismatch() : CheckRule("CHK003", "citation-mismatch", DiagnosticSeverity.Error), ISourceCheck
{
    // A matter told in two words comes back from year to year.
    private const int LeastTopic = 2;
    private const int OpeningWords = 4;
    private const int LongestTitle = 300;
    private const int FarthestDate = 80;
    private const double MostShared = 0.8;

    // What one writer calls the building of a dyke the other may call dyke works: of two matters hardly a word is common.
    private const double LeastSharedMatter = 0.4;

    private static readonly FrozenSet<string> _treaties =
        DataTable.Load("paper-types") is var types ? types.Rows.Where(row => row[types.IndexOf("kind")] == "treaty").Select(row => Letters.Fold(row[types.IndexOf("type")])).ToFrozenSet(StringComparer.Ordinal) : [];

    /// <inheritdoc/>
    public void Check(DocumentAnalysis analysis, ImmutableArray<SourceContradiction> sources, DiagnosticSink found) =>
        SourceReports.Report(analysis, sources, [ConflictKind.Citation], found);

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        List<Citation> citations = Citations(analysis);
        foreach (Citation citation in citations)
        {
            ReportYearInNumber(analysis.Document, citation, found);
        }

        foreach (IGrouping<string, Citation> paper in citations.GroupBy(static citation => citation.Key, StringComparer.Ordinal))
        {
            ReportDates(analysis.Document, [.. paper], found);
            ReportIssuers(analysis.Document, [.. paper], found);
            ReportTitles(analysis, [.. paper], found);
        }

        List<(int Mention, string Topic)> topics = [.. Topics(analysis)];
        ReportNumbers(analysis, topics, found);
        ReportMatters(analysis, topics, found);
        ReportTurned(analysis.Document, citations, found);
    }

    // 368/QĐ-UBND and 386/QĐ-UBND of one day: what fewer citations have.
    private static void ReportTurned(Document document, List<Citation> citations, DiagnosticSink found)
    {
        foreach (Citation citation in citations)
        {
            Citation? usual = citations.Find(other => other.Date == citation.Date && citation.Date.Start.Day is not null && other.Value.Number is { } number && citation.Value.Number is { } own
                && PaperIdentity.IsSlipOf(own, number) && citations.Count(one => one.Key == other.Key) >= citations.Count(one => one.Key == citation.Key) && other.Span.Start < citation.Span.Start);
            if (usual is not null)
            {
                found.Report(
                    citation.Span,
                    new BilingualText(
                        $"“{document.WordsAt(citation.Span)}”: văn bản cùng ngày ở chỗ khác trong bài ghi số {usual.Value.Number}.",
                        $"“{document.WordsAt(citation.Span)}”: elsewhere in the document the paper of this day has the number {usual.Value.Number}."),
                    expected: usual.Value.Number,
                    confidence: DiagnosticConfidence.Likely,
                    related: [new RelatedPlace(usual.Span, new BilingualText($"Ở đây ghi số {usual.Value.Number}", $"Number {usual.Value.Number} here"))]);
            }
        }
    }

    // One number of one day, from two issuers: what comes later departs.
    private static void ReportIssuers(Document document, List<Citation> citations, DiagnosticSink found)
    {
        if (citations.Find(static citation => citation.Value.Issuer is not null) is not { } usual)
        {
            return;
        }

        foreach (Citation citation in citations)
        {
            if (citation.Value.Issuer is { } issuer && PaperIdentity.IsOtherIssuer(usual.Value.Issuer, issuer) && IsShortened(issuer) == IsShortened(usual.Value.Issuer!) && citation.Date == usual.Date && citation.Date.Start.Day is not null
                && document.Text.IndexOf(issuer, citation.Span.Start, citation.Span.Length, StringComparison.Ordinal) is >= 0 and int at)
            {
                found.Report(
                    new TextSpan(at, issuer.Length),
                    new BilingualText(
                        $"“{issuer}”: cùng số, cùng ngày, chỗ khác trong bài ghi cơ quan ban hành là {usual.Value.Issuer}.",
                        $"“{issuer}”: elsewhere in the document a paper of this number and day is issued by {usual.Value.Issuer}."),
                    expected: usual.Value.Issuer,
                    confidence: DiagnosticConfidence.Likely,
                    related: [new RelatedPlace(usual.Span, new BilingualText($"Ở đây là {usual.Value.Issuer}", $"{usual.Value.Issuer} here"))]);
            }
        }
    }

    // “BTV Tỉnh ủy” is “Ban Thường vụ Tỉnh ủy”.
    private static bool IsShortened(string issuer) => issuer.Split(' ').Any(static word => word.Length > 1 && word.All(char.IsUpper));

    // One paper under two titles in quotation marks: “Bảo tồn …” and “Phát triển …”.
    private static void ReportTitles(DocumentAnalysis analysis, List<Citation> citations, DiagnosticSink found)
    {
        (TextSpan Span, string Title)? usual = null;
        foreach (Citation citation in citations)
        {
            if (TitleBehind(analysis, citation.Span) is not { } title)
            {
                continue;
            }

            string folded = Letters.Fold(analysis.Document.WordsAt(title)).Trim('“', '”', '"', ' ', '.');
            if (usual is not { } first)
            {
                usual = (title, folded);
            }
            else if (!folded.StartsWith(first.Title, StringComparison.Ordinal) && !first.Title.StartsWith(folded, StringComparison.Ordinal) && SharedWords(folded, first.Title) < MostShared)
            {
                string expected = analysis.Document.WordsAt(first.Span);
                found.Report(
                    title,
                    new BilingualText($"Cùng văn bản này, chỗ khác ghi tên là {expected}.", $"Elsewhere the same paper has the title {expected}."),
                    expected: expected,
                    confidence: DiagnosticConfidence.Likely,
                    related: [new RelatedPlace(first.Span, new BilingualText("Tên ghi ở đây", "The title given here"))]);
            }
        }
    }

    private static TextSpan? TitleBehind(DocumentAnalysis analysis, TextSpan span)
    {
        int token = analysis.Tokens.TokenAt(span.End - 1) + 1;
        if (token >= analysis.Tokens.Tokens.Length || analysis.Document.Text[analysis.Tokens.Tokens[token].Start] != '“')
        {
            return null;
        }

        int start = analysis.Tokens.Tokens[token].Start;
        int end = analysis.Document.Text.IndexOf('”', start);
        return end > start && end - start < LongestTitle ? TextSpan.Between(start, end + 1) : null;
    }

    // Which part of the words of the shorter title the other one has.
    private static double SharedWords(string one, string other)
    {
        HashSet<string> words = [.. one.Split(' ')];
        HashSet<string> others = [.. other.Split(' ')];
        return (double)words.Count(others.Contains) / Math.Max(1, Math.Min(words.Count, others.Count));
    }

    // One number of one day, on two matters: what is told first stands.
    private static void ReportMatters(DocumentAnalysis analysis, List<(int Mention, string Topic)> topics, DiagnosticSink found)
    {
        Dictionary<string, (int Mention, string Topic)> first = new(StringComparer.Ordinal);
        foreach ((int mention, string topic) in topics.OrderBy(static told => told.Mention))
        {
            if (analysis.Mentions[mention].Value is not DocumentReferenceValue { Number: not null, Date.Length: 10 } value || KeyOf(value) is not { } key)
            {
                continue;
            }

            if (first.TryAdd($"{key}|{value.Date}", (mention, topic)))
            {
                continue;
            }

            (int other, string matter) = first[$"{key}|{value.Date}"];
            int end = analysis.Mentions[mention].Span.End;
            if (SharedWords(Letters.Fold(topic), Letters.Fold(matter)) < LeastSharedMatter && !PaperIdentity.IsOtherIssuer((analysis.Mentions[other].Value as DocumentReferenceValue)?.Issuer, value.Issuer)
                && analysis.Document.Text.IndexOf(topic, end, Math.Min(LongestTitle, analysis.Document.Text.Length - end), StringComparison.Ordinal) is >= 0 and int at)
            {
                found.Report(
                    new TextSpan(at, topic.Length),
                    new BilingualText(
                        $"“{topic}”: cùng số, cùng ngày, chỗ khác trong bài ghi văn bản này về “{matter}”.",
                        $"“{topic}”: elsewhere in the document the paper of this number and day is about “{matter}”."),
                    expected: matter,
                    confidence: DiagnosticConfidence.Likely,
                    related: [new RelatedPlace(analysis.Mentions[other].Span, new BilingualText($"Ở đây là “{matter}”", $"About “{matter}” here"))]);
            }
        }
    }

    // One paper under two numbers: the same kind of paper on the same matter, two digits turned; on the same day, one digit changed.
    private static void ReportNumbers(DocumentAnalysis analysis, List<(int Mention, string Topic)> topics, DiagnosticSink found)
    {
        Dictionary<string, List<(int Mention, string Number)>> matters = new(StringComparer.Ordinal);
        foreach ((int mention, string topic) in topics)
        {
            if (analysis.Mentions[mention].Value is DocumentReferenceValue { Number: { Length: > 3 } number } value && char.IsAsciiDigit(number[0]))
            {
                string key = $"{Letters.Fold(value.Type)}|{Opening(topic)}";
                if (!matters.TryGetValue(key, out List<(int, string)>? papers))
                {
                    matters.Add(key, papers = []);
                }

                papers.Add((mention, number));
            }
        }

        foreach (List<(int Mention, string Number)> papers in matters.Values)
        {
            (int Mention, string Number) usual = papers.OrderByDescending(paper => papers.Count(other => other.Number == paper.Number)).ThenBy(static paper => paper.Mention).First();
            foreach ((int mention, string number) in papers)
            {
                if (PaperIdentity.IsSlipOf(number, usual.Number) || (PaperIdentity.IsOneFigureFrom(number, usual.Number) && IsOfOneDay(analysis, mention, usual.Mention)))
                {
                    TextSpan span = analysis.Mentions[mention].Span;
                    TextSpan other = analysis.Mentions[usual.Mention].Span;
                    found.Report(
                        span,
                        new BilingualText(
                            $"“{analysis.Document.WordsAt(span)}”: cùng loại, cùng nội dung, chỗ khác ghi số {usual.Number}.",
                            $"“{analysis.Document.WordsAt(span)}”: elsewhere a paper of the same kind on the same matter has the number {usual.Number}."),
                        expected: usual.Number,
                        confidence: DiagnosticConfidence.Likely,
                        related: [new RelatedPlace(other, new BilingualText($"Ở đây ghi số {usual.Number}", $"Number {usual.Number} here"))]);
                }
            }
        }
    }

    private static bool IsOfOneDay(DocumentAnalysis analysis, int mention, int other) =>
        analysis.Mentions[mention].Value is DocumentReferenceValue { Date: { Length: 10 } day } && analysis.Mentions[other].Value is DocumentReferenceValue { Date: { } told } && day == told;

    // The first words of a matter: how far a writer goes on telling it differs.
    private static string Opening(string topic) => string.Join(' ', Letters.Fold(topic).Split(' ').Take(OpeningWords));

    // What papers are about: told behind them, or the title of a law before its number.
    private static IEnumerable<(int Mention, string Topic)> Topics(DocumentAnalysis analysis)
    {
        HashSet<int> told = [];
        foreach (Claim claim in analysis.Claims)
        {
            if (claim is FactClaim { Property: FactProperty.About, Subject: >= 0 and int subject, Value: { } topic } && topic.AsSpan().Count(' ') >= LeastTopic && told.Add(subject))
            {
                yield return (subject, topic);
            }
        }

        for (int m = 0; m < analysis.Mentions.Length; m++)
        {
            Mention mention = analysis.Mentions[m];
            if (mention.Kind == MentionKind.DocumentReference && !told.Contains(m) && analysis.Document.WordsAt(mention.Span) is var words
                && words.IndexOf(" số ", StringComparison.Ordinal) is > 0 and int end && words.AsSpan(0, end).Count(' ') > LeastTopic)
            {
                yield return (m, words[..end]);
            }
        }
    }

    private static List<Citation> Citations(DocumentAnalysis analysis)
    {
        Dictionary<(int Table, int Row), Mention>? dates = null;
        Dictionary<int, string> issued = [];
        foreach (Claim claim in analysis.Claims)
        {
            // “Ngày 17/3/1972, Quân khu ra Mệnh lệnh số 14”: the date stands elsewhere in the sentence.
            if (claim is FactClaim { Property: FactProperty.Issued, Subject: >= 0 and int subject, Date: { Length: > 0 } told })
            {
                issued.TryAdd(subject, told);
            }
        }

        List<Citation> citations = [];
        for (int m = 0; m < analysis.Mentions.Length; m++)
        {
            Mention mention = analysis.Mentions[m];
            if (mention.Value is not DocumentReferenceValue value || KeyOf(value) is not { } key)
            {
                continue;
            }

            Edtf? date = value.Date is null ? issued.TryGetValue(m, out string? other) ? Edtf.TryParse(other) : null : Edtf.TryParse(value.Date);
            TextSpan span = mention.Span;
            if (date is null && WrittenBehind(analysis, m) is { } behind)
            {
                date = Edtf.TryParse(((TimeValue)behind.Value).Value);
                span = behind.Span;
            }

            if (date is null && BlockAt(analysis, mention.Span).Cell is { } cell)
            {
                dates ??= DatesOfRows(analysis);
                if (dates.TryGetValue((cell.Table, cell.Row), out Mention? beside))
                {
                    date = Edtf.TryParse(((TimeValue)beside.Value).Value);
                }
            }

            if (date is { IsInterval: false, Start.Year: not null })
            {
                citations.Add(new Citation(key, span, value, date, BlockAt(analysis, mention.Span).Kind == BlockKind.Heading));
            }
        }

        return citations;
    }

    // “… ghi ngày 23/9/1999”: the next thing that the sentence says.
    private static Mention? WrittenBehind(DocumentAnalysis analysis, int paper)
    {
        if (paper + 1 >= analysis.Mentions.Length)
        {
            return null;
        }

        int end = analysis.Mentions[paper].Span.End;
        for (int m = paper + 1; m < analysis.Mentions.Length && analysis.Mentions[m].Span.Start - end < FarthestDate; m++)
        {
            Mention mention = analysis.Mentions[m];
            if (mention.Kind == MentionKind.DocumentReference)
            {
                return null;
            }

            if (mention.Span.Start >= end && mention.Value is TimeValue { Type: TimexType.Date, Value.Length: 10, Implicit: false })
            {
                ReadOnlySpan<char> between = analysis.Document.Text.AsSpan(end, mention.Span.Start - end).TrimEnd();
                return between.IndexOfAny('.', ';', '\n') < 0 && (between.EndsWith("ghi", StringComparison.Ordinal) || between.EndsWith(" ký", StringComparison.Ordinal) || between.EndsWith("đề", StringComparison.Ordinal) || between.EndsWith("ban hành", StringComparison.Ordinal))
                    ? mention
                    : null;
            }
        }

        return null;
    }

    // A number, or the title of a book. Laws come again under the same title; parties' resolutions are named by congress.
    private static string? KeyOf(DocumentReferenceValue value) => value switch
    {
        { Number: { Length: > 0 } number } when char.IsAsciiDigit(number[0]) => $"{Letters.Fold(value.Type)}|{Letters.Fold(number).Replace('–', '-')}",
        { Number: null, Title: { } title } when _treaties.Contains(Letters.Fold(value.Type)) && IsNamed(title, value.Type) => $"{Letters.Fold(title)}",
        { Number: null, Type: PaperIdentity.Book, Title: { Length: > 0 } title } => $"{PaperIdentity.Book}|{Letters.Fold(title)}",
        _ => null,
    };

    // “Hiệp ước Patơnốt”; of “Hiệp ước do triều đình ký” there may be several.
    private static bool IsNamed(string title, string type) =>
        title.Length > type.Length + 1 && title.StartsWith(type, StringComparison.Ordinal) && title[(type.Length + 1)..].Split(' ').All(static word => char.IsUpper(word[0]));

    private static Block BlockAt(DocumentAnalysis analysis, TextSpan span) =>
        analysis.Document.Blocks[analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(analysis.Tokens.TokenAt(span.Start))].Block];

    // Rows in which one cell is nothing but a day: the day of the paper that the row is about.
    private static Dictionary<(int Table, int Row), Mention> DatesOfRows(DocumentAnalysis analysis)
    {
        Dictionary<(int, int), Mention> dates = [];
        HashSet<(int, int)> several = [];
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Value is TimeValue { Type: TimexType.Date, Value.Length: 10, Implicit: false, Invalid: false } && BlockAt(analysis, mention.Span).Cell is { } cell)
            {
                if ((BlockAt(analysis, mention.Span).Span.Length > mention.Span.Length + 6) || !dates.TryAdd((cell.Table, cell.Row), mention))
                {
                    several.Add((cell.Table, cell.Row));
                }
            }
        }

        foreach ((int, int) row in several)
        {
            dates.Remove(row);
        }

        return dates;
    }

    // “Thông tư số 22/2016/TT-BGDĐT ngày 22/9/2017”: the year is a part of the number.
    private static void ReportYearInNumber(Document document, Citation citation, DiagnosticSink found)
    {
        string[] parts = citation.Value.Number?.Split('/') ?? [];
        if (parts.Length == 3 && parts[1].Length == 4 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year is > 1900 and < 2100 && citation.Date.Start is { Month: not null, Year: { } dated } && dated != year)
        {
            string said = document.Surface(citation.Span);
            found.Report(
                citation.Span,
                new BilingualText(
                    $"“{said}”: số văn bản mang năm {year} nhưng ngày ban hành ghi năm {dated}.",
                    $"“{said}”: the number carries the year {year}, but the date of issue is of {dated}."),
                expected: year.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void ReportDates(Document document, List<Citation> citations, DiagnosticSink found)
    {
        // What most citations say stands for the others; of as many, what a heading says, then what is said first.
        Citation? usual = citations
            .OrderByDescending(citation => citations.Count(other => !other.Date.Contradicts(citation.Date)))
            .ThenBy(static citation => citation.InHeading ? 0 : 1)
            .ThenBy(static citation => citation.Span)
            .FirstOrDefault();
        if (usual is null)
        {
            return;
        }

        foreach (Citation citation in citations)
        {
            if (citation.Date.Contradicts(usual.Date) && Judge(usual, citation) is { } confidence)
            {
                string said = document.Surface(citation.Span);
                string other = document.Surface(usual.Span);
                string date = usual.Value.Date ?? usual.Date.ToString();
                string right = Written(usual.Date.Start);
                found.Report(
                    citation.Span,
                    new BilingualText(
                        $"“{said}”: cùng văn bản này, chỗ khác trong bài ghi {right}.",
                        $"“{said}”: elsewhere in the document the same paper is dated {date}."),
                    expected: right,
                    confidence: confidence,
                    related: [new RelatedPlace(usual.Span, new BilingualText($"Ở đây ghi {right}: “{other}”", $"Dated {date} here: “{other}”"))]);
            }
        }
    }

    // Null when the two may well be different papers of one number.
    private static DiagnosticConfidence? Judge(Citation usual, Citation citation) => PaperIdentity.IsOtherIssuer(usual.Value.Issuer, citation.Value.Issuer)
        ? null
        : PaperIdentity.Slipped(citation.Value.Type, citation.Value.Number, usual.Date.Start, citation.Date.Start) switch
        {
            0 => null,
            1 => DiagnosticConfidence.Certain,
            _ => DiagnosticConfidence.Likely,
        };

    private static string Written(EdtfDate date) => (date.Day, date.Month, date.Year) switch
    {
        ({ } day, { } month, { } year) => string.Create(CultureInfo.InvariantCulture, $"ngày {day:00}/{(month < 3 ? "0" : "")}{month}/{year}"),
        (null, { } month, { } year) => string.Create(CultureInfo.InvariantCulture, $"tháng {month}/{year}"),
        (_, _, var year) => string.Create(CultureInfo.InvariantCulture, $"năm {year}"),
    };

    /// <summary>A paper cited with a date.</summary>
    /// <param name="Key">The same for the same paper.</param>
    /// <param name="Span">The mention; the date alone where it stands apart: “… ghi ngày 23/9/1999”.</param>
    /// <param name="Value">What the mention means.</param>
    /// <param name="Date">Its date, from the mention or from the table row.</param>
    /// <param name="InHeading">Whether a heading cites it: headings are read more often than lists are.</param>
    private sealed record Citation(string Key, TextSpan Span, DocumentReferenceValue Value, Edtf Date, bool InHeading);
}
