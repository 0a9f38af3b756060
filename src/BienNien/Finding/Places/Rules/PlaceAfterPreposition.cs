using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Places.Rules;

/// <summary>PLA005. An unknown name of two words or more after a preposition of place: “rút về Tân Sở”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PlaceAfterPreposition.md, beside this file.</remarks>
internal sealed class PlaceAfterPreposition(Vocabulary.Builder words, NameReader names) : IMentionRule
{
    private readonly WordSet _strict = words.AddSet("tại", "ở", "về", "đến", "tới", "từ", "sang", "vào", "ra", "lên", "xuống", "rời");
    private readonly WordSet _otherHeads = words.AddSet(
        "Luật", "Nghị", "Hội", "Đại", "Cách", "Đảng", "Đoàn", "Ban", "Bộ", "Tháng", "Tết", "Chủ", "Chính", "Trung", "Quốc", "Tổng", "Phó", "Sự",
        "Chiến", "Hiệp", "Tuyên", "Người", "Bác", "Mặt", "Phong", "Quyết", "Kế", "Chỉ", "Chương", "Nhà", "Quân", "Liên", "Ủy", "Hiến", "Xuân", "Thu", "Cục", "Cụm");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("PLA005");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Capitals;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (at == 0 || !_strict.Contains(sentence[at - 1]) || _otherHeads.Contains(sentence[at]) || NameReader.HasMarker(sentence, at) || NameReader.Shouts(sentence, at))
        {
            return;
        }

        int end = names.RunEnd(sentence, at);
        if (end - at is < 2 or > 5 || LooksLikeAnother(sentence, at, end))
        {
            return;
        }

        found.Add(sentence, MentionKind.Place, at, end, new PlaceValue("other"), weight: -1);
    }

    private bool LooksLikeAnother(Sentence sentence, int at, int end) =>
        names.ReadsAsPerson(sentence, at, out _)
        || names.Lexicon.Persons.Longest(sentence, at, out _) > 0
        || names.Lexicon.Bodies.Longest(sentence, at, out _) > 0
        || names.Lexicon.OrganisationHeads.Longest(sentence, at, out _) > 0
        || names.Lexicon.OrganisationWords.Longest(sentence, at, out _) > 1
        || names.Lexicon.Titles.Longest(sentence, at, out _) > 0
        || names.Lexicon.PlaceTypes.Longest(sentence, at, out _) > 0
        || names.Named(names.Lexicon.Places, sentence, at, out PlaceLevels levels) is int known && known > 0 && (known == end - at || (levels & PlaceLevels.WellKnown) != 0);
}
