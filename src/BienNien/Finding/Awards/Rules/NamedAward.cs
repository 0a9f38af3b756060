using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Awards.Rules;

/// <summary>AWD001. A decoration or title by its name, with its class: “Huân chương Độc lập hạng Nhất”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NamedAward.md, beside this file.</remarks>
internal sealed class NamedAward : IMentionRule
{
    private const int FarthestCue = 14;
    private const int LongestQuoted = 16;

    private readonly PhraseTable<string> _names;
    private readonly int _class;
    private readonly WordSet _classes;
    private readonly ImmutableArray<ImmutableArray<int>> _proposals;
    private readonly WordSet _purpose;
    private readonly WordSet _cause;
    private readonly ImmutableArray<int> _yearsInParty;
    private readonly WordSet _stops;
    private readonly WordSet _given;

    public NamedAward(Vocabulary.Builder words)
    {
        PhraseTable<string>.Builder names = new();
        HashSet<int> openings = [];
        DataTable table = DataTable.Load("awards");
        (int name, int ranked) = (table.IndexOf("name"), table.IndexOf("ranked"));
        foreach (ImmutableArray<string> row in table.Rows)
        {
            ImmutableArray<int> phrase = words.AddPhrase(row[name]);
            names.Add(phrase.AsSpan(), row[ranked]);
            openings.Add(phrase[0]);
        }

        _names = names.Build();
        OpeningWords = [.. openings.Order()];
        _class = words.Add("hạng");
        _classes = words.AddSet("nhất", "nhì", "ba", "tư", "bốn");
        _proposals = [words.AddPhrase("đề nghị"), words.AddPhrase("đề xuất"), words.AddPhrase("làm hồ sơ"), words.AddPhrase("lập hồ sơ"), words.AddPhrase("xem xét")];
        _yearsInParty = words.AddPhrase("năm tuổi Đảng");
        _cause = words.AddSet("nghiệp");
        _purpose = words.AddSet("vì");
        _stops = words.AddSet("cho", "của", "do", "năm", "ngày", "tại", "ở", "và", "với", "từ", "đợt");
        _given = words.AddSet("được", "nhận");
    }

    /// <inheritdoc/>
    public RuleId Id { get; } = new("AWD001");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; }

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        int length = _names.Longest(sentence, at, out string? ranked);
        if (length == 0 || !HasCapital(sentence, at, at + length))
        {
            return;
        }

        int end = at + length;
        if (ranked == "yes" && sentence[end].Word == _class && (_classes.Contains(sentence[end + 1]) || sentence[end + 1].IsRoman || sentence[end + 1].IsNumber))
        {
            end += 2;
        }

        if (end < sentence.Count && sentence.Surface(end) is "“" or "\"" && QuotedEnd(sentence, end) is var closed and > 0)
        {
            end = closed;       // “Kỷ niệm chương ‘Vì sự nghiệp …’”
        }

        if (sentence[end].IsNumber && sentence.Has(end + 1, _yearsInParty.AsSpan()))
        {
            end += 1 + _yearsInParty.Length;        // “Huy hiệu 60 năm tuổi Đảng”
        }

        if ((_purpose.Contains(sentence[end]) && sentence[end].Capitalised) || (_cause.Contains(sentence[end - 1]) && sentence[end] is { IsWord: true, Capitalised: false }))
        {
            // “Kỷ niệm chương Vì sự nghiệp đại đoàn kết dân tộc”
            while (sentence[end].IsWord && !_stops.Contains(sentence[end]))
            {
                end++;
            }
        }

        if (ranked == "part" && end == at + length)
        {
            return;     // “Huy hiệu” alone is any badge
        }

        found.Add(sentence, MentionKind.Award, at, end, new AwardValue { Status = IsProposed(sentence, at) ? "proposed" : null });
    }

    // A further part of the name in quotation marks of its own, in capitals or not; the closing mark belongs to it.
    private static int QuotedEnd(Sentence sentence, int open)
    {
        for (int i = open + 1; i < sentence.Count && i - open <= LongestQuoted; i++)
        {
            if (sentence.Surface(i) is "”" or "\"")
            {
                return i + 1;
            }
        }

        return 0;
    }

    // “đề nghị tặng …”: asked for, unless “được” says that it came.
    private bool IsProposed(Sentence sentence, int at)
    {
        for (int i = at - 1; i >= 0 && at - i <= FarthestCue; i--)
        {
            if (_given.Contains(sentence[i]))
            {
                return false;
            }

            foreach (ImmutableArray<int> proposal in _proposals)
            {
                if (sentence.Has(i, proposal.AsSpan()))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasCapital(Sentence sentence, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (sentence[i].Capitalised)
            {
                return true;
            }
        }

        return false;
    }
}
