using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Places.Rules;

/// <summary>PLA001. A place named with its type word: “huyện Mỏ Cày”, “sông Vàm Cỏ”, “quốc lộ 20”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: TypedPlace.md, beside this file.</remarks>
internal sealed class TypedPlace(Vocabulary.Builder words, NameReader names) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("PLA001");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [.. NameLexicon.FirstWords(words, "place-types", "word").Union(NameLexicon.SmallFirstWords(words))];

    // “bản Hiệp định”, “bản Tuyên ngôn”: the word for a hamlet counts papers, too.
    private readonly WordSet _becoming = words.AddSet("tách", "chia", "đổi", "lập", "trở", "hợp", "nhập", "tạo", "biến", "gộp", "hoàn", "hình", "phân", "chuyển", "xây", "cấu", "nội", "ngoại");
    private readonly ImmutableArray<int> _ground = words.AddPhrase("căn cứ");
    private readonly WordSet _laws = words.AddSet("luật", "bộ", "nghị", "hướng", "quyết", "chỉ", "công", "thông", "kết", "quy", "kế", "hiến", "tờ", "đề", "chương", "pháp", "điều", "biên", "văn");
    private readonly int _hamletOrPaper = words.Add("bản");
    private readonly WordSet _papers = words.AddSet("hiệp", "tuyên", "luận", "di", "báo", "nghị", "kế", "điều", "hiến", "cáo", "quy", "dự", "yêu", "kiến");

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        // A capital in the middle of a run of names belongs to that run: “Trần Phú”, “Bình Châu”.
        if (sentence[at].Capitalised && !NameReader.Shouts(sentence, at)
            && (NameReader.ContinuesRun(sentence, at) || names.Named(names.Lexicon.Persons, sentence, at, out _) > 1 || names.ReadsAsPerson(sentence, at, out _)))
        {
            return;
        }

        // “Lộc Bình – Đình Lập – Tiên Yên”: a name that begins like a type and is known as a whole.
        if (sentence[at].Capitalised && !NameReader.Shouts(sentence, at)
            && names.Named(names.Lexicon.Places, sentence, at, out PlaceLevels known) > names.Lexicon.PlaceTypes.Longest(sentence, at, out _)
            && (known & PlaceLevels.SmallStart) == 0 && (known & PlaceLevels.WellKnown) != 0)
        {
            return;
        }

        // “Tổng Bí thư”: an office that begins like a unit.
        if (sentence[at].Capitalised && names.Lexicon.Titles.Longest(sentence, at, out _) > 1)
        {
            return;
        }

        // “tách thành Gia Lai và Kon Tum”: “thành” is the verb's.
        if (sentence[at].Word == names.Lexicon.City && _becoming.Contains(sentence[at - 1]) && names.Lexicon.PlaceTypes.Longest(sentence, at, out _) == 1)
        {
            return;
        }

        // “Căn cứ Luật Đất đai”: the ground of a decision, not a base.
        if (sentence.Has(at, _ground.AsSpan()) && _laws.Contains(sentence[at + 2]))
        {
            return;
        }

        if (sentence[at].Word == _hamletOrPaper && _papers.Contains(sentence[at + 1]) && !NameReader.IsName(sentence, at + 2))
        {
            return;
        }

        if (CountsUnits(sentence, at))
        {
            return;
        }

        if (PlaceReader.TryReadTyped(names, sentence, at, out int end, out string level) && !PlaceContext.NamesAnEvent(names, sentence, at))
        {
            found.Add(sentence, MentionKind.Place, at, end, new PlaceValue(level), weight: 2);
        }
    }

    // “sáu tỉnh Nam Kỳ”: provinces are counted, and the region is named.
    private bool CountsUnits(Sentence sentence, int at)
    {
        int type = names.Lexicon.PlaceTypes.Longest(sentence, at, out PlaceType? word);
        return type > 0 && word is { Level: "province" or "district" or "commune" } && !sentence[at].Capitalised
            && (names.Lexicon.Plurals.Contains(sentence[at - 1]) || sentence[at - 1].IsNumber)
            && names.Named(names.Lexicon.Places, sentence, at + type, out PlaceLevels levels) is int known && known > 0 && known == names.RunEnd(sentence, at + type) - at - type
            && (levels & (PlaceLevels.Region | PlaceLevels.Country)) != 0
            && (levels & (PlaceLevels.Province | PlaceLevels.District | PlaceLevels.Commune)) == 0;
    }
}
