using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>Finds happenings that come once and are told with two dates: “khánh thành ngày 5-9-1959”, “tháng 9-1961: khánh thành trường”. Immutable.</summary>
internal sealed class DateEchoes
{
    private const int Reach = 6;

    private static readonly string[] _happenings =
        ["khánh thành", "khởi công", "động thổ", "đặt viên đá", "thông xe", "thành lập", "ra đời", "hợp long", "được xếp hạng", "được công nhận"];

    private readonly ImmutableArray<ImmutableArray<int>> _once;
    private readonly WordSet _again;
    private readonly WordSet _things;

    public DateEchoes(Vocabulary.Builder words)
    {
        _once = [.. _happenings.Select(words.AddPhrase)];
        _again = words.AddSet("mới", "lại", "lần", "mở", "tái", "hai", "thứ", "kỷ", "niệm", "đợt", "giai", "chi", "tổ");
        _things = words.AddSet(
            "trường", "cầu", "đình", "chùa", "đền", "hồ", "đập", "nhà", "máy", "đường", "trạm", "bệnh", "viện", "tượng", "đài", "chợ", "cảng", "ga", "công", "trình", "bảo", "tàng", "thư", "kênh", "đê", "hợp", "tác", "xã", "đảng", "bộ", "huyện", "đội", "hội",
            "nông", "lâm", "xí", "nghiệp", "lễ", "di", "tích", "bia", "nghĩa", "trang");
    }

    /// <summary>Pairs of dates of which one is wrong, the earlier told first.</summary>
    public List<(TextSpan First, TextSpan Second)> Read(DocumentAnalysis analysis)
    {
        MentionView view = new(analysis, MentionKind.Time);
        List<Telling> told = [];
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            if (analysis.Document.Blocks[sentence.Block].Cell is not null)
            {
                continue;
            }

            for (int at = sentence.First; at < sentence.End; at++)
            {
                for (int phrase = 0; phrase < _once.Length; phrase++)
                {
                    if (view.Has(at, _once[phrase]) && Of(view, sentence, at, at + _once[phrase].Length, phrase) is { } telling)
                    {
                        told.Add(telling);
                    }
                }
            }
        }

        List<(TextSpan First, TextSpan Second)> pairs = [];
        for (int j = 1; j < told.Count; j++)
        {
            for (int i = 0; i < j; i++)
            {
                if (told[i].Phrase == told[j].Phrase && told[i].Things.Overlaps(told[j].Things) && told[i].Days.Intersect(told[j].Days) is null
                    && !told.Exists(other => other != told[i] && other != told[j] && other.Phrase == told[i].Phrase && other.Days.Intersect(told[i].Days) is null && other.Days.Intersect(told[j].Days) is null))
                {
                    pairs.Add((told[i].Date, told[j].Date));
                    break;
                }
            }
        }

        return pairs;
    }

    private Telling? Of(MentionView view, SentenceRange sentence, int first, int end, int phrase)
    {
        Mention? date = null;
        int nearest = int.MaxValue;
        HashSet<int> things = [];
        for (int at = Math.Max(sentence.First, first - (2 * Reach)); at < Math.Min(sentence.End, end + (2 * Reach)); at++)
        {
            int distance = at < first ? first - at : at - end + 1;
            if (view.At(at) is { } mention)
            {
                if (mention.Value is TimeValue { Type: TimexType.Date, Days: { IsBounded: true } days, Mod: TimexMod.None } && days.Last.Year == days.First.Year && distance < nearest)
                {
                    (date, nearest) = (mention, distance);
                }

                continue;
            }

            if (distance <= Reach)
            {
                if (_again.Contains(view[at]))
                {
                    return null;
                }

                if (_things.Contains(view[at]) && distance <= 4)
                {
                    things.Add(view[at].Word);
                }
            }
        }

        return date is null || things.Count == 0 || nearest > Reach ? null : new Telling(phrase, things, date.Span, ((TimeValue)date.Value).Days!.Value);
    }

    /// <summary>A happening with its date and the things that it happened to.</summary>
    private sealed record Telling(int Phrase, HashSet<int> Things, TextSpan Date, DayRange Days);
}
