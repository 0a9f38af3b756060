using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences.Rules;

/// <summary>REF004. A law by title, with its year or number: “Luật Đất đai năm 2013”, “Luật Giáo dục số 43/2019/QH14”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Law.md, beside this file.</remarks>
internal sealed class Law : IMentionRule
{
    private const int LongestTitle = 16;

    private readonly PaperGrammar _papers;
    private readonly PhraseTable<bool> _titles;

    public Law(PaperGrammar papers, Vocabulary.Builder words)
    {
        _papers = papers;
        PhraseTable<bool>.Builder titles = new();
        foreach (string title in DataTable.Load("law-names").Column("title"))
        {
            titles.Add(words.AddPhrase(title).AsSpan(), true);
        }

        _titles = titles.Build();
        OpeningWords = [words.Add("Luật"), words.Add("Bộ"), words.Add("Pháp"), words.Add("Hiến")];
    }

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REF004");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; }

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int next = _papers.TypeAt(sentence, at, out PaperType? type);
        if (next == 0 || type!.Kind != PaperCitation.Law)
        {
            return;
        }

        int known = sentence[at].Capitalised ? _titles.Longest(sentence, at, out _) : 0;
        int title = known > 0 ? at + known : next;
        string? number = null;
        int end = NumberOrYear(sentence, title, ref number, out string? date);
        if (end == 0 && known == 0 && sentence[next].Capitalised)
        {
            // A title that no list has ends where its year or number begins.
            for (title = next + 1; title < sentence.Count && title - next < LongestTitle && end == 0; title++)
            {
                end = GoesOnTitle(sentence, title) ? NumberOrYear(sentence, title, ref number, out date) : -1;
            }

            title--;
        }

        if (end <= 0)
        {
            if (known == 0 || !sentence[next].Capitalised)
            {
                return;
            }

            end = title;
            date = null;
        }

        end = _papers.TailAt(sentence, end, out string? issued, out string? issuer, afterTitle: true);
        found.Add(sentence, MentionKind.DocumentReference, at, end, new DocumentReferenceValue(type.Name)
        {
            Number = number,
            Date = issued ?? date,
            Issuer = issuer,
            Title = title > next || number is null ? PaperGrammar.Words(sentence, at, title) : null,
            Provision = _papers.ProvisionBefore(sentence, at),
        });
    }

    private int NumberOrYear(Sentence sentence, int at, ref string? number, out string? date)
    {
        date = null;
        if (_papers.IsNumberWord(sentence[at]) && _papers.NumberAt(sentence, at + 1, afterNumberWord: true) is { HasSymbol: true } read)
        {
            number = PaperGrammar.NumberText(sentence, at + 1, read.End);
            return read.End;
        }

        int year = _papers.IsYearWord(sentence[at]) ? at + 1 : at;
        if (PaperGrammar.IsYear(sentence[year]) && sentence[year].Number >= 1900 && !(sentence[year + 1].IsMark && sentence.Surface(year + 1) is "/" or "-" && !sentence[year + 1].SpaceBefore))
        {
            date = sentence.Surface(year).ToString();
            return year + 1;
        }

        return 0;
    }

    private bool GoesOnTitle(Sentence sentence, int at)
    {
        Token token = sentence[at];
        if (_papers.IsAnd(token) && (_papers.IsProvision(sentence[at + 1]) || _papers.TypeAt(sentence, at + 1, out _) > 0))
        {
            return false;       // “Bộ luật Lao động và Điều 12 Pháp lệnh …”
        }

        return token.IsWord || token.IsNumber || PaperGrammar.IsMark(sentence, at, ',') || PaperGrammar.IsMark(sentence, at, '-') || _papers.IsYearWord(token);
    }
}
