using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences.Rules;

/// <summary>REF010. An old book by its Sino-Vietnamese title: “Thanh Hóa chư thần lục”, “sách Nam Bang thảo mộc ký”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OldBook.md, beside this file.</remarks>
internal sealed class OldBook : IMentionRule
{
    private const int LongestTitle = 10;

    private readonly PhraseTable<bool> _endings;
    private readonly WordSet _books;
    private readonly WordSet _breaks;

    public OldBook(Vocabulary.Builder words)
    {
        PhraseTable<bool>.Builder endings = new();
        DataTable table = DataTable.Load("book-endings");
        (int ending, int alone) = (table.IndexOf("ending"), table.IndexOf("alone"));
        foreach (ImmutableArray<string> row in table.Rows)
        {
            endings.Add(words.AddPhrase(row[ending]).AsSpan(), row[alone] == "yes");
        }

        _endings = endings.Build();
        _books = words.AddSet("sách", "cuốn", "bộ", "quyển", "tập", "theo", "soạn");
        _breaks = words.AddSet("là", "của", "và", "có", "được", "đã", "trong", "ở", "tại", "do", "cho", "với", "về", "từ", "đến", "khi", "thì", "mà", "các", "những", "này", "đó", "một", "hai", "ba", "viết", "ghi", "nói", "gửi", "ra");
    }

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REF010");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Capitals;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (sentence[at] is { AllUpper: true, Length: > 1 } || (at > 0 && sentence[at - 1] is { IsWord: true, Capitalised: true }))
        {
            return;
        }

        bool named = _books.Contains(sentence[at - 1]) && !sentence[at - 1].Capitalised;
        int end = 0;
        bool small = false;
        for (int i = at; i < sentence.Count && i - at < LongestTitle && sentence[i].IsWord && !_breaks.Contains(sentence[i]); i++)
        {
            // After its first small word a title has no capitals but those of names: “Khâm định Việt sử thông giám cương mục”.
            small |= !sentence[i].Capitalised;
            int length = small || i > at ? _endings.Longest(sentence, i, out bool alone) is var known && known > 0 && (alone || named) ? known : 0 : 0;
            if (length > 0 && i + length - at is >= 3 and <= LongestTitle && !sentence[i + length - 1].Capitalised)
            {
                end = i + length;
            }
        }

        if (end > 0)
        {
            found.Add(sentence, MentionKind.DocumentReference, at, end, new DocumentReferenceValue("Sách") { Title = PaperGrammar.Words(sentence, at, end) });
        }
    }
}
