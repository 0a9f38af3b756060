using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences.Rules;

/// <summary>REF005. A paper by its title in quotation marks: “chỉ thị ‘Kháng chiến kiến quốc’”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: QuotedTitle.md, beside this file.</remarks>
internal sealed class QuotedTitle(PaperGrammar papers) : IMentionRule
{
    private const int LongestTitle = 48;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REF005");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => papers.TypeOpenings;

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int open = papers.TypeAt(sentence, at, out PaperType? type);
        if (open == 0 || type!.QuotedWords == 0 || sentence[open] is not { IsMark: true } mark || sentence.Text[mark.Start] is not ('“' or '"'))
        {
            return;
        }

        if (!sentence[open + 1].Capitalised)
        {
            return;
        }

        char closing = sentence.Text[mark.Start] == '"' ? '"' : '”';
        int close = open + 2;
        while (close < sentence.Count && close - open < LongestTitle && !PaperGrammar.IsMark(sentence, close, closing))
        {
            close++;
        }

        if (!PaperGrammar.IsMark(sentence, close, closing) || close - open - 1 < type.QuotedWords)
        {
            return;
        }

        int end = papers.TailAt(sentence, close + 1, out string? date, out string? issuer, afterTitle: true);
        found.Add(sentence, MentionKind.DocumentReference, at, end, new DocumentReferenceValue(type.Name)
        {
            Title = PaperGrammar.Words(sentence, open + 1, close),
            Date = date,
            Issuer = issuer,
        });
    }
}
