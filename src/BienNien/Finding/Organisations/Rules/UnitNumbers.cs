using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Organisations.Rules;

/// <summary>ORG003. Units listed by number after their common head: “các trung đoàn 66, 24 và 28”, “hai sư đoàn (3 và 5)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: UnitNumbers.md, beside this file.</remarks>
internal sealed class UnitNumbers(Vocabulary.Builder words, NameReader names) : IMentionRule
{
    private const int LongestList = 12;

    private readonly PhraseTable<string> _units = Units(words);
    private readonly PhraseTable<string> _arms = Arms(words);
    private readonly WordSet _and = words.AddSet("và");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("ORG003");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [words.Add("trung"), words.Add("tiểu"), words.Add("sư"), words.Add("đại"), words.Add("lữ")];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        NameLexicon lexicon = names.Lexicon;
        int length = _units.Longest(sentence, at, out _);
        if (length == 0)
        {
            return;
        }

        int i = at + length;
        i += _arms.Longest(sentence, i, out _);
        bool bracket = sentence[i].Word == lexicon.Open;
        bool several = lexicon.Plurals.Contains(sentence[at - 1]) || sentence[at - 1].IsNumber;
        if (!several)
        {
            return;
        }

        i += bracket ? 1 : 0;
        for (int count = 0; count < LongestList && IsUnitNumber(sentence, i); count++)
        {
            // Without a bracket the first number belongs to the head: “các trung đoàn 66” is ORG002's.
            if (bracket || count > 0)
            {
                found.Add(sentence, MentionKind.Organisation, i, i + 1, new OrganisationValue());
            }

            bool goesOn = sentence[i + 1].Word == lexicon.Comma || _and.Contains(sentence[i + 1]);
            if (!goesOn)
            {
                return;
            }

            i += 2;
        }
    }

    private static bool IsUnitNumber(Sentence sentence, int at) =>
        sentence[at].IsNumber && sentence[at].Length is >= 1 and <= 4 && !(sentence[at + 1].IsWord && !sentence[at + 1].Capitalised && sentence[at + 1].Word == 0);

    private static PhraseTable<string> Units(Vocabulary.Builder words) => Table(words, "trung đoàn", "tiểu đoàn", "sư đoàn", "đại đoàn", "lữ đoàn", "đại đội");

    private static PhraseTable<string> Arms(Vocabulary.Builder words) => Table(words, "bộ binh", "pháo binh", "pháo", "công binh", "chủ lực", "độc lập", "đặc công", "cao xạ", "xe tăng");

    private static PhraseTable<string> Table(Vocabulary.Builder words, params ReadOnlySpan<string> phrases)
    {
        PhraseTable<string>.Builder table = new();
        foreach (string phrase in phrases)
        {
            table.Add(words.AddPhrase(phrase).AsSpan(), phrase);
        }

        return table.Build();
    }
}
