using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences.Rules;

/// <summary>REF002. A paper by number and symbol alone: “và số 12-NQ/TW”, “(36-HD/VPTW)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: BareNumber.md, beside this file.</remarks>
internal sealed class BareNumber(PaperGrammar papers, Vocabulary.Builder words) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("REF002");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [words.Add("số")];

    /// <inheritdoc/>
    public Openings Openings => Openings.Numbers;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        bool named = papers.IsNumberWord(sentence[at]);
        int first = named ? at + 1 : at;
        Token digits = sentence[first];
        if (!digits.IsNumber || sentence[first + 1].IsNumber || (!named && papers.IsNumberWord(sentence[at - 1])))
        {
            return;
        }

        // The symbol must name a type and say who issued it: “12-A” is a house, “54/KH” may be anything.
        PaperNumber number = papers.NumberAt(sentence, first, named);
        if (!number.HasSymbol || papers.TypeOfCode(number.Code) is not { } type || (!named && number.End - first < 5))
        {
            return;
        }

        int end = papers.TailAt(sentence, number.End, out string? date, out string? issuer);
        found.Add(sentence, MentionKind.DocumentReference, at, end, new DocumentReferenceValue(type)
        {
            Number = PaperGrammar.NumberText(sentence, first, number.End),
            Date = date,
            Issuer = issuer,
            Provision = papers.ProvisionBefore(sentence, at),
        });
    }
}
