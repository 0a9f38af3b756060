using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>Reads totals with the lists of their parts: in a sentence, behind a colon, in list items. Immutable.</summary>
internal sealed partial class PartReader
{
    private const int MostParts = 20;

    private readonly WordSet _lists;
    private readonly WordSet _split;
    private readonly WordSet _splitEnds;
    private readonly WordSet _by;
    private readonly WordSet _byFirst;
    private readonly WordSet _open;
    private readonly WordSet _close;
    private readonly WordSet _comma;
    private readonly WordSet _semicolon;
    private readonly WordSet _colon;
    private readonly WordSet _and;
    private readonly WordSet _halts;
    private readonly WordSet _vague;
    private readonly WordSet _sexes;
    private readonly WordSet _have;
    private readonly WordSet _seasons;
    private readonly WordSet _each;
    private readonly WordSet _wide;
    private readonly WordSet _structure;
    private readonly WordSet _structureEnd;
    private readonly WordSet _shareWord;
    private readonly WordSet _move;
    private readonly ImmutableArray<int> _among;
    private readonly ImmutableArray<int> _rest;
    private readonly ImmutableArray<ImmutableArray<int>> _totals;
    private readonly WordSet _totalWords;
    private readonly WordSet _namely;
    private readonly WordSet _ranks;
    private readonly WordSet _plus;
    private readonly WordSet _with;
    private readonly ImmutableArray<ImmutableArray<int>> _means;
    private readonly WordSet _differ;
    private readonly WordSet _within;
    private readonly WordSet _sumHeads;
    private readonly ImmutableHashSet<string> _generic = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "hiện vật", "khẩu", "chiếc", "cái", "món", "vũ khí", "súng", "khẩu súng", "phương tiện", "tài liệu", "tác phẩm", "công trình", "đơn vị", "con", "cây");
    private readonly ImmutableArray<int> _compared;

    public PartReader(Vocabulary.Builder words)
    {
        _lists = words.AddSet("gồm");
        _split = words.AddSet("chia", "phân");
        _splitEnds = words.AddSet("ra", "làm", "thành");
        _by = words.AddSet("theo");
        _byFirst = words.AddSet("xét", "phân", "chia", "tính");
        _open = words.AddSet("(");
        _close = words.AddSet(")");
        _comma = words.AddSet(",");
        _semicolon = words.AddSet(";");
        _colon = words.AddSet(":");
        _and = words.AddSet("và", "cùng", "với");
        _halts = words.AddSet("tăng", "giảm", "đạt", "chiếm", "bằng", "so", "gấp", "vượt", "tỷ", "tỉ", "tức", "hơn", "kém", "riêng", "nếu", "nhưng", "đến", "sau", "trước", "từ", "năm");
        _vague = words.AddSet("nhiều", "vài", "mấy", "số", "khác", "...", "…", "v.v", "vv", "hàng", "hằng", "toàn", "các", "những", "chưa", "không");
        _sexes = words.AddSet("nam", "nữ");
        _have = words.AddSet("có", ":", "là");
        _seasons = words.AddSet("vụ", "quý");
        _each = words.AddSet("mỗi", "từng");
        _wide = words.AddSet("cả", "suốt", "qua", "toàn", "đến", "tới", "từ");
        _structure = words.AddSet("cơ");
        _structureEnd = words.AddSet("cấu");
        _shareWord = words.AddSet("trọng");
        _move = words.AddSet("từ", "lên", "xuống", "còn", "sang", "tăng", "giảm");
        _among = words.AddPhrase("trong đó");
        _rest = words.AddPhrase("còn lại");
        _totals = [words.AddPhrase("cả thảy"), words.AddPhrase("tổng cộng"), words.AddPhrase("tất cả"), words.AddPhrase("cộng lại"), words.AddPhrase("vị chi"), words.AddPhrase("tổng số là"), words.AddPhrase("cộng là"), words.AddPhrase("như vậy"), words.AddPhrase("tính chung"), words.AddPhrase("gộp lại"), words.AddPhrase("cộng chung"), words.AddPhrase("cộng cả"), words.AddPhrase("cộng hai"), words.AddPhrase("cộng ba"), words.AddPhrase("cả năm"), words.AddPhrase("cả hai vụ"), words.AddPhrase("cả ba vụ")];
        _totalWords = words.AddSet("tổng");
        _namely = words.AddSet("cụ", "lần", "gồm");
        _ranks = words.AddSet("hạng", "loại", "khóa", "khoá", "khối", "thôn", "xã", "xóm", "ấp", "bản", "đội", "tổ", "phố", "làng", "huyện", "bậc", "cấp", "thời", "tháng", "đợt", "quý", "đoàn", "ca", "toán", "cụm", "điểm", "trường", "lớp");
        _plus = words.AddSet("cộng");
        _with = words.AddSet("với");
        _means = [words.AddPhrase("bình quân"), words.AddPhrase("trung bình")];
        _differ = words.AddSet("hơn", "kém", "tăng", "giảm", "ít", "nhiều", "chênh", "lệch", "gấp", "mỗi", "thiếu", "thừa", "dư", "lãi", "lỗ", "còn");
        _within = words.AddSet("trong");
        _sumHeads = words.AddSet("tổng", "cộng", "cả", "tất");
        _compared = words.AddPhrase("so với");
    }

    /// <summary>All totals with parts that the prose of a document tells.</summary>
    public List<PartSum> Read(DocumentAnalysis analysis, AmountLines amounts)
    {
        List<PartSum> sums = [];
        ImmutableArray<SentenceRange> sentences = analysis.Tokens.Sentences;
        for (int s = 0; s < sentences.Length; s++)
        {
            if (analysis.Document.Blocks[sentences[s].Block].Kind is BlockKind.TableCell or BlockKind.Heading)
            {
                continue;
            }

            InSentence(analysis, amounts, sentences[s], sums);
            Summed(analysis, amounts, sentences[s], sums);
            Named(analysis, amounts, sentences[s], sums);
            With(analysis, amounts, sentences[s], sums);
            if (s + 1 < sentences.Length && sentences[s + 1].Block != sentences[s].Block && analysis.Document.Blocks[sentences[s + 1].Block].Kind == BlockKind.ListItem)
            {
                InItems(analysis, amounts, s, sums);
                UnderItems(analysis, amounts, s, sums);
            }
        }

        return sums;
    }

    /// <summary>Structures (“cơ cấu kinh tế: …%, …%, …%”) whose shares cannot make 100 per cent.</summary>
    public List<PercentSum> Percentages(DocumentAnalysis analysis, AmountLines amounts)
    {
        List<PercentSum> sums = [];
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            int lead = -1;
            bool moves = false;
            for (int at = sentence.First; at < sentence.End; at++)
            {
                moves |= _move.Contains(tokens[at]) || Has(tokens, at, _compared);
                if (lead < 0 && at + 1 < sentence.End && ((_structure.Contains(tokens[at]) && _structureEnd.Contains(tokens[at + 1])) || _shareWord.Contains(tokens[at + 1])))
                {
                    lead = at;
                }
            }

            if (moves)
            {
                continue;
            }

            List<Amount> parts = [];
            bool plain = true;
            foreach (Amount amount in amounts.Within(Math.Max(lead, sentence.First), sentence.End))
            {
                // Without the word all must be told in one breath.
                plain &= amount.IsPercent && amount.IsExact && (lead >= 0 || parts.Count == 0 || amount.First - parts[^1].End <= 7);
                parts.Add(amount);
            }

            if (!plain || parts.Count < 3)
            {
                continue;
            }

            FigureRange sum = new(0, 0);
            parts.ForEach(part => sum = new FigureRange(sum.Least + Math.Min(part.Range!.Value.Least, part.Value - 0.05m), sum.Most + Math.Max(part.Range!.Value.Most, part.Value + 0.05m)));
            if (!sum.Meets(new FigureRange(100, 100)) && (lead >= 0 ? sum is { Most: > 80, Least: < 125 } : sum is { Most: > 95.9m, Least: < 104.1m }) && !PrefixMakes(parts, 100))
            {
                sums.Add(new PercentSum(parts, sum));
            }
        }

        return sums;
    }

    private static bool PrefixMakes(List<Amount> parts, decimal whole)
    {
        decimal run = 0;
        foreach (Amount part in parts)
        {
            run += part.Value;
            if (Math.Abs(run - whole) < 0.2m)
            {
                return true;
            }
        }

        return false;
    }

    // Words, and so many commas, with no other mark and no number.
    private bool Words(ImmutableArray<Token> tokens, int from, int to, int commas)
    {
        for (int at = from; at < to; at++)
        {
            if (tokens[at].IsNumber || (tokens[at].IsMark && !(_comma.Contains(tokens[at]) && commas-- > 0 && at >= to - 2)))
            {
                return false;
            }
        }

        return true;
    }

    // “bình quân”, “trung bình”; “trung học”, “thôn Trung” are other things.
    private bool IsMean(ImmutableArray<Token> tokens, int at) => Has(tokens, at, _means[0]) || Has(tokens, at, _means[1]);

    private static bool Has(ImmutableArray<Token> tokens, int at, ImmutableArray<int> phrase)
    {
        if (at + phrase.Length > tokens.Length)
        {
            return false;
        }

        for (int i = 0; i < phrase.Length; i++)
        {
            if (tokens[at + i].Word != phrase[i])
            {
                return false;
            }
        }

        return true;
    }
}
