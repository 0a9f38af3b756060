using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences.Rules;

/// <summary>REF001. A paper by type and number: “Kế hoạch số 27-KH/HU, ngày 03/5/2019 của Huyện ủy Yên Khánh”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NumberedPaper.md, beside this file.</remarks>
internal sealed class NumberedPaper(PaperGrammar papers, Vocabulary.Builder words) : IMentionRule
{
    private readonly WordSet _thirdPerson = words.AddSet("này", "đó");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REF001");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => papers.TypeOpenings;

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    private bool EndsAsName(Sentence sentence, int at) =>
        sentence[at].Kind == TokenKind.None || papers.DateAt(sentence, at, out _) > 0 || papers.IsAbout(sentence[at]) || papers.IsAnd(sentence[at])
        || (sentence[at].IsMark && sentence.Text[sentence[at].Start] is ',' or ';' or '.' or ')' or ':' && !sentence[at + 1].IsNumber);

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int next = papers.TypeAt(sentence, at, out PaperType? type);
        if (next == 0 || _thirdPerson.Contains(sentence[next]))
        {
            return;
        }

        // “Nghị quyết của Bộ Chính trị số 10-NQ/TW”
        string? issuer = null;
        if (papers.IsOf(sentence[next]) && papers.IssuerAt(sentence, next + 1) is var issued and > 0 && papers.IsNumberWord(sentence[issued]))
        {
            issuer = PaperGrammar.Words(sentence, next + 1, issued);
            next = issued;
        }

        bool named = papers.IsNumberWord(sentence[next]);
        int first = named ? next + 1 : next;
        first += named && PaperGrammar.IsMark(sentence, first, ':') ? 1 : 0;
        PaperNumber number = papers.NumberAt(sentence, first, named);
        if (number.End == 0)
        {
            // “Nghị quyết 10 của Bộ Chính trị”: digits alone name a paper only before its issuer.
            // So do two or three that nothing counted follows: “Đề án 06,”, “Chỉ thị 16 về …”.
            if (type!.Kind != PaperCitation.Paper || !sentence[at].Capitalised || sentence[next] is not { IsNumber: true, Length: 2 or 3 }
                || (papers.IsOf(sentence[next + 1]) ? papers.IssuerAt(sentence, next + 2) == 0 : !EndsAsName(sentence, next + 1)))
            {
                return;
            }

            number = new PaperNumber(next + 1, HasSymbol: false, 0);
        }
        else if (!number.HasSymbol && type!.Kind == PaperCitation.Short)
        {
            return;
        }

        int end = papers.TailAt(sentence, number.End, out string? date, out string? by);
        found.Add(sentence, MentionKind.DocumentReference, at, end, new DocumentReferenceValue(type!.Name)
        {
            Number = PaperGrammar.NumberText(sentence, first, number.End),
            Date = date,
            Issuer = issuer ?? by,
            Provision = papers.ProvisionBefore(sentence, at),
        });
    }
}
