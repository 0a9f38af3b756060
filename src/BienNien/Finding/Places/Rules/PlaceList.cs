using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Places.Rules;

/// <summary>PLA002. The further names of a list that a type word opens: “các xã Định Thủy, Phước Hiệp và Bình Khánh”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PlaceList.md, beside this file.</remarks>
internal sealed class PlaceList(Vocabulary.Builder words, NameReader names) : IMentionRule
{
    private const int LongestList = 30;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("PLA002");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = NameLexicon.FirstWords(words, "place-types", "word");

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        NameLexicon lexicon = names.Lexicon;
        // Without a word for several, the next name may be of any kind: “xã Tân Lập, Nguyễn Văn Ba”.
        if (!lexicon.Plurals.Contains(sentence[at - 1]) && !sentence[at - 1].IsNumber)
        {
            return;
        }

        if (!PlaceReader.TryReadTyped(names, sentence, at, out int end, out string level) && !AfterColon(sentence, at, found, out end, out level))
        {
            return;
        }

        PlaceType sameType = new(level, Numbered: true, NeedsKnown: false);
        for (int count = 0; count < LongestList; count++)
        {
            int i = SkipBracket(sentence, end);
            bool separated = sentence[i].Word == lexicon.Comma || lexicon.And.Contains(sentence[i]);
            if (!separated)
            {
                return;
            }

            i += sentence[i].Word == lexicon.Comma && lexicon.And.Contains(sentence[i + 1]) ? 2 : 1;
            if (lexicon.PlaceTypes.Longest(sentence, i, out _) > 0 && !sentence[i].Capitalised)
            {
                return;
            }

            int next = PlaceReader.NameEnd(names, sentence, i, sameType);
            if (next == i || (sentence[i].IsNumber && !sentence[end - 1].IsNumber))
            {
                return;
            }

            found.Add(sentence, MentionKind.Place, i, next, new PlaceValue(level), weight: 1);
            end = next;
        }
    }

    private int SkipBracket(Sentence sentence, int at)
    {
        if (sentence[at].Word != names.Lexicon.Open)
        {
            return at;
        }

        for (int i = at + 1; i < sentence.Count && i - at < 12; i++)
        {
            if (sentence[i].Word == names.Lexicon.Close)
            {
                return i + 1;
            }
        }

        return at;
    }

    // “thẩm định 04 xã: Đông Hợp, Vũ Lạc”: the type stands before a colon, and the first name is a further one, too.
    private bool AfterColon(Sentence sentence, int at, MentionSink found, out int end, out string level)
    {
        int type = names.Lexicon.PlaceTypes.Longest(sentence, at, out PlaceType? word);
        level = word?.Level ?? "";
        end = at;
        if (type == 0 || word is not { NeedsKnown: false, Level: "province" or "district" or "commune" or "hamlet" } || sentence.Surface(at + type) is not ":"
            || sentence[at + type + 1].IsNumber)
        {
            return false;
        }

        int first = at + type + 1;
        end = PlaceReader.NameEnd(names, sentence, first, new PlaceType(level, Numbered: false, NeedsKnown: false));
        if (end == first || !(sentence[end].Word == names.Lexicon.Comma || names.Lexicon.And.Contains(sentence[end])) || names.Lexicon.PlaceTypes.Longest(sentence, first, out _) > 0)
        {
            return false;
        }

        found.Add(sentence, MentionKind.Place, first, end, new PlaceValue(level), weight: 1);
        return true;
    }
}
