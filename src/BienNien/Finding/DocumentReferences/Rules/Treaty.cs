using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences.Rules;

/// <summary>REF007. A treaty by the name it goes by or by its date: “Hiệp ước Thiên Tân năm 1885”, “Tạm ước 14/9/1946”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Treaty.md, beside this file.</remarks>
internal sealed class Treaty(PaperGrammar papers) : IMentionRule
{
    private const int LongestName = 10;
    private const int LongestSubject = 14;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REF007");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => papers.TypeOpenings;

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int first = papers.TypeAt(sentence, at, out PaperType? type);
        if (first == 0 || type!.Kind != PaperCitation.Treaty)
        {
            return;
        }

        int name = NameAt(sentence, first);
        int end = name;
        string? date = null;
        string? issuer = null;
        if (name == first)
        {
            // Without a name only a whole date tells which treaty is meant.
            end = PaperGrammar.BareDateAt(sentence, first, out date);
            end = end > 0 ? end : papers.DateAt(sentence, first, out date);
            end = end > 0 || !sentence[at].Capitalised ? end : AfterSubject(sentence, first, out name, out date);
            if (end == 0)
            {
                return;
            }
        }
        else
        {
            end = papers.TailAt(sentence, name, out date, out issuer, afterTitle: true);
        }

        found.Add(sentence, MentionKind.DocumentReference, at, end, new DocumentReferenceValue(type.Name)
        {
            Title = PaperGrammar.Words(sentence, at, name),
            Date = date,
            Issuer = issuer,
            Provision = papers.ProvisionBefore(sentence, at),
        });
    }

    // “Hiệp ước biên giới trên đất liền năm 1999”: what it is about, and its day or year.
    private int AfterSubject(Sentence sentence, int first, out int name, out string? date)
    {
        date = null;
        for (name = first + 1; name - first <= LongestSubject && sentence[name - 1].IsWord; name++)
        {
            if (papers.DateAt(sentence, name, out date) is var end and > 0)
            {
                return end;
            }
        }

        name = first;
        return 0;
    }

    private int NameAt(Sentence sentence, int at)
    {
        int end = at;
        while (end - at < LongestName && end < sentence.Count)
        {
            Token token = sentence[end];
            if (token.IsWord && token.Capitalised)
            {
                end = papers.NameWordsAt(sentence, end) is var words and > 0 ? words : end + 1;
            }
            else if (end > at && IsDash(sentence, end) && sentence[end + 1].IsWord && (sentence[end + 1].Capitalised || !sentence[end + 1].SpaceBefore))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool IsDash(Sentence sentence, int at) => PaperGrammar.IsMark(sentence, at, '-') || PaperGrammar.IsMark(sentence, at, '–');
}
