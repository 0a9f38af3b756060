using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences.Rules;

/// <summary>REF006. A paper known by a title of its own: “Lời kêu gọi toàn quốc kháng chiến”, “Bình Ngô đại cáo”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: KnownPaper.md, beside this file.</remarks>
internal sealed class KnownPaper : IMentionRule
{
    private readonly PaperGrammar _papers;
    private readonly PhraseTable<DocumentReferenceValue> _known;

    public KnownPaper(PaperGrammar papers, Vocabulary.Builder words)
    {
        _papers = papers;
        PhraseTable<DocumentReferenceValue>.Builder known = new();
        HashSet<int> openings = [];
        DataTable table = DataTable.Load("papers-known");
        (int title, int type, int date) = (table.IndexOf("title"), table.IndexOf("type"), table.IndexOf("date"));
        foreach (ImmutableArray<string> row in table.Rows)
        {
            ImmutableArray<int> phrase = words.AddPhrase(row[title]);
            known.Add(phrase.AsSpan(), new DocumentReferenceValue(row[type]) { Title = row[title], Date = row[date].Length > 0 ? row[date] : null });
            openings.Add(phrase[0]);
        }

        _known = known.Build();
        OpeningWords = [.. openings.Order()];
    }

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REF006");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; }

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int length = _known.Longest(sentence, at, out DocumentReferenceValue? paper);
        if (length == 0 || !HasCapital(sentence, at, at + length))
        {
            return;
        }

        int end = _papers.TailAt(sentence, at + length, out string? date, out string? issuer, afterTitle: true);
        if (end == at + length && paper!.Type != "Sách" && PaperGrammar.IsYear(sentence[end]) && !sentence[end + 1].IsNumber)
        {
            // “Hòa ước Giáp Tuất 1874”
            date = sentence.Surface(end).ToString();
            end++;
        }

        // A year in brackets says the date and stays outside.
        if (date is null && PaperGrammar.IsMark(sentence, end, '(') && PaperGrammar.IsYear(sentence[end + 1]) && PaperGrammar.IsMark(sentence, end + 2, ')'))
        {
            date = sentence.Surface(end + 1).ToString();
        }

        found.Add(sentence, MentionKind.DocumentReference, at, end, paper! with
        {
            Title = PaperGrammar.Words(sentence, at, at + length),
            Date = date ?? paper.Date,
            Issuer = issuer,
            Provision = _papers.ProvisionBefore(sentence, at),
        });
    }

    private static bool HasCapital(Sentence sentence, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (sentence[i].Capitalised)
            {
                return true;
            }
        }

        return false;
    }
}
