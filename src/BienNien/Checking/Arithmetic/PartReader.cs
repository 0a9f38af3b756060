using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>Reads totals with the lists of their parts: in a sentence, behind a colon, in list items. Immutable.</summary>
internal sealed class PartReader
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
        _halts = words.AddSet("tăng", "giảm", "đạt", "chiếm", "bằng", "so", "gấp", "vượt", "bình", "trung", "tỷ", "tỉ", "tức", "hơn", "kém", "riêng", "nếu", "nhưng", "đến", "sau", "trước", "từ", "năm");
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
        _ranks = words.AddSet("hạng", "loại", "khóa", "khoá", "khối", "thôn", "xã", "xóm", "ấp", "bản", "đội", "tổ", "phố", "làng", "huyện", "bậc", "cấp", "thời");
        _plus = words.AddSet("cộng");
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
            if (s + 1 < sentences.Length && sentences[s + 1].Block != sentences[s].Block && analysis.Document.Blocks[sentences[s + 1].Block].Kind == BlockKind.ListItem)
            {
                InItems(analysis, amounts, s, sums);
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

    private void InSentence(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, List<PartSum> sums)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        int done = -1;
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (at < done || amounts.At(at) is not null)
            {
                continue;
            }

            Token token = tokens[at];
            bool gom = _lists.Contains(token);
            bool split = _split.Contains(token) && at + 1 < sentence.End && _splitEnds.Contains(tokens[at + 1]);
            bool colon = _colon.Contains(token) || (_semicolon.Contains(token) && Divided(analysis, amounts, sentence, at));
            bool open = _open.Contains(token);
            if (Has(tokens, at, _among))
            {
                Among(analysis, amounts, sentence, at, sums);
            }
            else if (gom || split || colon || open)
            {
                int from = at + (split ? 2 : 1);
                int end = open ? CloseOf(tokens, at, sentence.End) : sentence.End;
                int reach = gom || split ? 8 : 4;
                Amount? total = amounts.Before(at, Math.Max(sentence.First, at - reach - 12));
                bool near = total is not null && at - total.End <= reach && (Words(tokens, total.End, at, gom || split ? 1 : 0) || (_colon.Contains(token) && Introduced(tokens, total.End, at)));
                if (near && total!.IsExact && !total.IsPercent && (total.Unit.Length > 0 || IsTotal(tokens, sentence, total)) && Parts(analysis, amounts, from, end, total) is { } parts)
                {
                    sums.Add(new PartSum(total, parts.Parts, parts.IsOpen, IsAway: false));
                    done = parts.End;
                }
                else if (!open && total is not null && Further(analysis, amounts, sentence, total, from, end) is { } further)
                {
                    sums.Add(further);
                }
                else if ((gom || split) && total is null && Named(analysis, amounts, sentence, at) is { } named && Parts(analysis, amounts, from, end, named) is { } listed)
                {
                    sums.Add(new PartSum(named, listed.Parts, listed.IsOpen, IsAway: false));
                    done = listed.End;
                }
            }
            else if (_by.Contains(token) && at > sentence.First && at <= sentence.First + 2 && _byFirst.Contains(tokens[at - 1]))
            {
                By(analysis, amounts, sentence, at + 1, sums);
            }
        }

        Sexes(analysis, amounts, sentence, sums);
    }

    // “14.280 em, chia theo cấp:”, “62 người, trong đó:” no; a comma, and words that announce the parts.
    private bool Introduced(ImmutableArray<Token> tokens, int from, int colon)
    {
        if (colon - from < 2 || !_comma.Contains(tokens[from]) || !(_split.Contains(tokens[from + 1]) || _byFirst.Contains(tokens[from + 1]) || _namely.Contains(tokens[from + 1])))
        {
            return false;
        }

        return Words(tokens, from + 1, colon, 0);
    }

    // “Tổng số người chết là 62”
    private bool IsTotal(ImmutableArray<Token> tokens, SentenceRange sentence, Amount amount)
    {
        for (int at = amount.First - 1; at >= Math.Max(sentence.First, amount.First - 8); at--)
        {
            if (_totalWords.Contains(tokens[at]))
            {
                return true;
            }
        }

        return false;
    }

    // “3 trung đội với 96 người; trung đội 1 có …”: what follows goes through what was counted.
    private static bool Divided(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, int at)
    {
        if (at + 2 >= sentence.End)
        {
            return false;
        }

        ReadOnlySpan<char> after = analysis.Document.Text.AsSpan(analysis.Tokens.Tokens[at + 1].Start);
        foreach (Amount amount in amounts.Within(sentence.First, at))
        {
            if (amount.Unit.Length > 2 && !amount.IsMeasure && amount.Value is >= 2 and <= 12 && after.StartsWith(amount.Unit, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // “12 xã, chia làm 3 vùng: vùng cao 5 xã, …”: the total stands before another number, and the parts have its unit.
    private PartSum? Further(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, Amount nearest, int from, int end)
    {
        ReadOnlySpan<Amount> before = amounts.Within(sentence.First, nearest.First);
        for (int i = before.Length - 1; i >= Math.Max(0, before.Length - 2); i--)
        {
            Amount total = before[i];
            if (total is { IsExact: true, IsPercent: false, Unit.Length: > 0 } && Parts(analysis, amounts, from, end, total) is { IsOpen: false } parts
                && parts.Parts.TrueForAll(part => part.Value <= total.Value) && parts.Parts.Sum(static part => part.Value) != nearest.Value
                && parts.Parts.TrueForAll(part => part.Base == total.Base || (part.Class == "person" && total.Class == "person") || (!part.IsMeasure && part.Noun.Equals(total.Noun, StringComparison.OrdinalIgnoreCase))))
            {
                return new PartSum(total, parts.Parts, IsOpen: false, IsAway: false);
            }
        }

        return null;
    }

    // “Chi thường xuyên phân ra: …”: the words before the list stand with their figure in an earlier sentence of the paragraph.
    private static Amount? Named(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, int lead)
    {
        int count = lead - sentence.First;
        if (count is < 2 or > 6)
        {
            return null;
        }

        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        ReadOnlySpan<char> name = text.AsSpan(tokens[sentence.First].Start, tokens[lead - 1].End - tokens[sentence.First].Start);
        Amount? found = null;
        for (int s = analysis.Tokens.SentenceOfToken(sentence.First) - 1; s >= 0 && analysis.Tokens.Sentences[s].Block == sentence.Block; s--)
        {
            SentenceRange before = analysis.Tokens.Sentences[s];
            for (int at = before.First; at + count < before.End; at++)
            {
                if (text.AsSpan(tokens[at].Start).StartsWith(name, StringComparison.OrdinalIgnoreCase) && amounts.At(at + count) is { } amount && amount.First == at + count)
                {
                    if (found is not null)
                    {
                        return null;
                    }

                    found = amount;
                }
            }
        }

        return found;
    }

    // “Xét theo tuổi, dưới 35 tuổi có 41 …, từ 35 đến 50 tuổi có 118 …, trên 50 tuổi có 66 …”: bands that leave nothing out.
    private void By(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, int from, List<PartSum> sums)
    {
        bool below = false;
        bool above = false;
        foreach (Amount amount in amounts.Within(from, sentence.End))
        {
            below |= amount.Figure.Value.Mod == Time.TimexMod.LessThan && amount.Unit.StartsWith("tuổi", StringComparison.OrdinalIgnoreCase);
            above |= amount.Figure.Value.Mod == Time.TimexMod.MoreThan && amount.Unit.StartsWith("tuổi", StringComparison.OrdinalIgnoreCase);
        }

        if (below && above && TotalBefore(analysis, amounts, sentence) is { } total && Parts(analysis, amounts, from, sentence.End, total) is { IsOpen: false } parts)
        {
            sums.Add(new PartSum(total, parts.Parts, IsOpen: false, IsAway: true));
        }
    }

    // The number of people that the paragraph's first sentences tell: with “tổng số” before it, or the greatest.
    private Amount? TotalBefore(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence)
    {
        int first = sentence.First;
        for (int s = analysis.Tokens.SentenceOfToken(sentence.First); s >= 0 && analysis.Tokens.Sentences[s].Block == sentence.Block; s--)
        {
            first = analysis.Tokens.Sentences[s].First;
        }

        Amount? total = null;
        foreach (Amount amount in amounts.Within(first, sentence.First))
        {
            if (amount.Class == "person" && amount.IsExact)
            {
                bool said = false;
                for (int at = Math.Max(first, amount.First - 3); at < amount.First; at++)
                {
                    said |= _totalWords.Contains(analysis.Tokens.Tokens[at]);
                }

                if (said)
                {
                    return amount;
                }

                total = total is null || amount.Value > total.Value ? amount : total;
            }
        }

        return total;
    }

    // “có 148 nam và 67 nữ”: nobody is left out.
    private void Sexes(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, List<PartSum> sums)
    {
        ReadOnlySpan<Amount> within = amounts.Within(sentence.First, sentence.End);
        for (int i = 0; i + 1 < within.Length; i++)
        {
            Amount one = within[i];
            Amount other = within[i + 1];
            if (one.IsExact && other.IsExact && Sex(analysis, one) is var a and not 0 && Sex(analysis, other) is var b and not 0 && a != b && other.First - one.End <= 3)
            {
                Amount? total = i > 0 ? within[i - 1] : TotalBefore(analysis, amounts, sentence);
                if (total is { IsExact: true, Class: "person" } && Sex(analysis, total) == 0 && (i > 0 ? one.First - total.End <= 6 : total.Value >= Math.Max(one.Value, other.Value))
                    && !sums.Exists(sum => sum.Parts.Contains(one)))
                {
                    sums.Add(new PartSum(total, [one, other], IsOpen: false, IsAway: i == 0));
                }
            }
        }
    }

    private int Sex(DocumentAnalysis analysis, Amount amount)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int at = amount.End - 1; at > amount.First; at--)
        {
            if (_sexes.Contains(tokens[at]))
            {
                return tokens[at].Word;
            }
        }

        // “nam 28 đồng chí”, “nữ có 19”
        int before = amount.First - 1;
        before = before > 0 && _have.Contains(tokens[before]) ? before - 1 : before;
        return before >= 0 && _sexes.Contains(tokens[before]) && (amount.Unit.Length == 0 || amount.Class == "person") ? tokens[before].Word : 0;
    }

    // “45 đảng viên, trong đó có 54 nữ”: a part that is greater than the whole.
    private void Among(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, int at, List<PartSum> sums)
    {
        ReadOnlySpan<Amount> before = amounts.Within(sentence.First, at);
        ReadOnlySpan<Amount> after = amounts.Within(at, Math.Min(sentence.End, at + 12));
        if (before.Length == 0 || after.Length == 0 || !after[0].IsExact || after[0].IsPercent || after[0].Unit.Length == 0 || before[^1].Unit.Length == 0)
        {
            return;
        }

        Amount part = after[0];
        Amount total = before[^1];

        // Sums of money, areas and weights do not overlap as groups of people do.
        if (total is { IsMeasure: true, IsExact: true } && at - total.End <= 6 && Parts(analysis, amounts, at + 2, sentence.End, total) is { } listed)
        {
            sums.Add(new PartSum(total, listed.Parts, IsOpen: true, IsAway: false));
        }

        // “trong đó 9 người hạng 1/4, 18 người hạng 2/4, …”: ranks do not overlap, either.
        if (total is { IsMeasure: false, IsExact: true } && at - total.End <= 6 && Ranked(analysis, amounts, sentence, at, total) is { } ranked)
        {
            sums.Add(new PartSum(total, ranked, IsOpen: true, IsAway: false));
            return;
        }

        // Between the whole and its part nothing is counted, and the part stands first.
        if (part.First - at > 6 || at - total.End > 10 || !total.IsExact || total.IsPercent || !AmountReader.Alike(total, part))
        {
            return;
        }

        foreach (Amount other in before)
        {
            if (AmountReader.Alike(other, part) && (other.Value >= part.Value || !other.IsSingle))
            {
                return;
            }
        }

        for (int i = part.First - 1; i > at; i--)
        {
            if (_comma.Contains(analysis.Tokens.Tokens[i]) || _halts.Contains(analysis.Tokens.Tokens[i]))
            {
                return;
            }
        }

        sums.Add(new PartSum(total, [part], IsOpen: true, IsAway: false, part));
    }

    // Three parts or more, each with the same word for a rank, a place or a kind behind it, up to the end of the sentence.
    private List<Amount>? Ranked(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, int at, Amount total)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        List<Amount> parts = [];
        int word = 0;
        foreach (Amount part in amounts.Within(at, sentence.End))
        {
            int rank = part.End;
            while (rank < part.End + 3 && rank < sentence.End && !_ranks.Contains(tokens[rank]))
            {
                rank++;
            }

            // The word may have been read as part of the unit: “9 người hạng”.
            rank = _ranks.Contains(tokens[part.End - 1]) ? part.End - 1 : rank;
            if (part.Unit.Length == 0 || !part.IsExact || rank >= sentence.End || !_ranks.Contains(tokens[rank]) || (word != 0 && tokens[rank].Word != word) || !AmountReader.Alike(total, part))
            {
                return null;
            }

            word = tokens[rank].Word;
            parts.Add(part);
        }

        return parts.Count is >= 3 and <= MostParts ? parts : null;
    }

    // “47 chỉ, của phố Hậu Ninh 18 chỉ, phố Cửa Tiền 16 chỉ và phố Ngô Quyền 11 chỉ”: names of one kind, each with its part, to the end of the sentence.
    private void Named(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, List<PartSum> sums)
    {
        ReadOnlySpan<Amount> all = amounts.Within(sentence.First, sentence.End);
        if (all.Length is < 3 or > MostParts || all[0] is not { IsExact: true, IsPercent: false, Unit.Length: > 0 } total || sums.Exists(sum => sum.Total == total))
        {
            return;
        }

        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        List<Amount> parts = [];
        int kind = 0;
        for (int i = 1; i < all.Length; i++)
        {
            Amount part = all[i];
            int first = all[i - 1].End;
            int word = KindOf(tokens, first + 1, part.First);
            if (!part.IsExact || part.Base != total.Base || part.Value >= total.Value || part.First - first > 8 || !(_comma.Contains(tokens[first]) || _semicolon.Contains(tokens[first]) || (_and.Contains(tokens[first]) && i == all.Length - 1))
                || word == 0 || (kind != 0 && kind != word))
            {
                return;
            }

            kind = word;
            parts.Add(part);
        }

        decimal sum = parts.Sum(static part => part.Value);
        if (_and.Contains(tokens[all[^2].End]) && sentence.End - all[^1].End <= 1 && Math.Abs(sum - total.Value) < total.Value / 4)
        {
            sums.Add(new PartSum(total, parts, IsOpen: false, IsAway: false));
        }
    }

    // The word for the kind of place or body before a name, with no other mark; 0 for none.
    private int KindOf(ImmutableArray<Token> tokens, int from, int to)
    {
        int kind = 0;
        for (int at = from; at < to; at++)
        {
            if (tokens[at].IsMark || _halts.Contains(tokens[at]) || _each.Contains(tokens[at]))
            {
                return 0;
            }

            kind = kind == 0 && _ranks.Contains(tokens[at]) && at + 1 < to && (tokens[at + 1].Capitalised || tokens[at + 1].IsNumber) ? tokens[at].Word : kind;
        }

        return kind;
    }

    // “diệt 37 tên, bắt 14 tên, cả thảy 51 tên”.
    private void Summed(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, List<PartSum> sums)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int at = sentence.First; at < sentence.End; at++)
        {
            int length = 0;
            foreach (ImmutableArray<int> phrase in _totals)
            {
                length = Has(tokens, at, phrase) ? phrase.Length : length;
            }

            // “…, cộng 28 người”, “…; tổng số toàn xã là 545 hộ”
            bool near = false;
            if (length == 0 && at > sentence.First + 3 && (_comma.Contains(tokens[at - 1]) || _semicolon.Contains(tokens[at - 1])) && amounts.At(at) is null)
            {
                near = _totalWords.Contains(tokens[at]);
                length = near || (_plus.Contains(tokens[at]) && amounts.At(at + 1) is not null) ? 1 : 0;
            }

            if (length == 0 || amounts.At(at) is not null)
            {
                continue;
            }

            ReadOnlySpan<Amount> after = amounts.Within(at + length, Math.Min(sentence.End, at + length + 14));
            if (after.Length == 0 || !after[0].IsExact || after[0].First - at - length > 6 || after[0].IsPercent || Wide(analysis, sentence, at, after[0]))
            {
                continue;
            }

            Amount total = after[0];
            int from = sentence.First;
            for (int i = at - 2; i > sentence.First; i--)
            {
                if (_semicolon.Contains(tokens[i]) || _colon.Contains(tokens[i]))
                {
                    from = i + 1;
                    break;
                }
            }

            // “… 120 tấn, … 140 tấn. Cộng cả năm 270 tấn.”
            int index = analysis.Tokens.SentenceOfToken(sentence.First);
            if (at <= sentence.First + 1 && index > 0 && analysis.Tokens.Sentences[index - 1].Block == sentence.Block)
            {
                from = analysis.Tokens.Sentences[index - 1].First;
            }

            List<Amount> parts = [];
            bool plain = true;
            int depth = 0;
            int next = from;
            foreach (Amount amount in amounts.Within(from, at))
            {
                for (; next < amount.First; next++)
                {
                    depth += _open.Contains(tokens[next]) ? 1 : _close.Contains(tokens[next]) ? -1 : 0;

                    // Before the first part the sentence may tell anything.
                    plain &= !_each.Contains(tokens[next]) && (parts.Count == 0 || !_halts.Contains(tokens[next]));
                }

                next = amount.End;

                if (depth > 0)
                {
                    continue;
                }

                plain &= amount.IsExact;
                if (Counts(total, amount))
                {
                    parts.Add(amount);
                }
                else if (!amount.Unit.StartsWith("tuổi", StringComparison.Ordinal) && (parts.Count > 0 || amount.IsMeasure || amount.Value > 20))
                {
                    plain = false;
                }
            }

            // A word such as “tổng” may sum more than the list: then only what comes near is a slip.
            if (near)
            {
                decimal sum = parts.Sum(static part => part.Value);
                plain &= Math.Abs(sum - total.Value) < total.Value / 8;
            }

            // The seasons of a year: the four quarters, or harvests that come near the year's.
            if (Has(tokens, at, _totals[^3]) || length == 3)
            {
                int seasons = 0;
                foreach (Amount part in parts)
                {
                    for (int i = Math.Max(from, part.First - 6); i < part.First; i++)
                    {
                        seasons += _seasons.Contains(tokens[i]) ? 1 : 0;
                    }
                }

                decimal sum = parts.Sum(static part => part.Value);
                plain &= seasons >= parts.Count && Math.Abs(sum - total.Value) < total.Value / 10;
            }

            // “có 46 nhà, chết 61 người; có 38 nhà, chết 44 người. Vị chi 84 nhà, chết 105 người”: each kind is summed by itself.
            if (after.Length > 1 && after[1].Base != total.Base && after[1].First - total.End <= 4)
            {
                parts.RemoveAll(part => part.Base != total.Base);
            }

            if (plain && parts.Count is >= 2 and <= MostParts && !SuffixMakes(parts, total))
            {
                sums.Add(new PartSum(total, parts, IsOpen: false, IsAway: false));
            }
        }
    }

    // Totals of a longer time or a wider place than the list before: “tổng cộng cả chiến dịch diệt …”.
    private bool Wide(DocumentAnalysis analysis, SentenceRange sentence, int at, Amount total)
    {
        for (int i = at + 2; i < Math.Min(sentence.End, total.End + 8); i++)
        {
            if (_comma.Contains(analysis.Tokens.Tokens[i]) || _semicolon.Contains(analysis.Tokens.Tokens[i]))
            {
                return false;
            }

            if (_wide.Contains(analysis.Tokens.Tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SuffixMakes(List<Amount> parts, Amount total)
    {
        decimal run = 0;
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            run += parts[i].Value;
            if (i < parts.Count - 1 && i > 0 && run == total.Value)
            {
                return true;
            }
        }

        return false;
    }

    // A line that ends with a colon or “gồm”, and the list items below it.
    private void InItems(DocumentAnalysis analysis, AmountLines amounts, int lead, List<PartSum> sums)
    {
        ImmutableArray<SentenceRange> sentences = analysis.Tokens.Sentences;
        SentenceRange line = sentences[lead];
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        Amount? total = amounts.Before(line.End, line.First);
        if (total is not { IsExact: true } || total.IsPercent || !_colon.Contains(tokens[line.End - 1]))
        {
            return;
        }

        bool listed = false;
        for (int at = total.End; at < line.End; at++)
        {
            listed |= _lists.Contains(tokens[at]) || (_split.Contains(tokens[at]) && _splitEnds.Contains(tokens[at + 1]));
            if (Has(tokens, at, _among))
            {
                return;
            }
        }

        if (!listed && line.End - total.End > 3)
        {
            return;
        }

        List<Amount> parts = [];
        int level = -1;
        for (int s = lead + 1; s < sentences.Length; s++)
        {
            if (sentences[s].Block == sentences[s - 1].Block)
            {
                continue;
            }

            Block block = analysis.Document.Blocks[sentences[s].Block];
            if (block.Kind != BlockKind.ListItem)
            {
                break;
            }

            level = level < 0 ? block.Level : level;
            if (block.Level > level)
            {
                continue;
            }

            Amount? part = null;
            foreach (Amount amount in amounts.Within(sentences[s].First, sentences[s].End))
            {
                if (AmountReader.Alike(total, amount) && amount.IsExact && !amount.IsPercent)
                {
                    part = amount;
                    break;
                }

                if (!amount.Unit.StartsWith("tuổi", StringComparison.Ordinal))
                {
                    return;
                }
            }

            if (part is null)
            {
                return;
            }

            parts.Add(part);
        }

        // Without “gồm” the items must be counted alike, with no more than a unit beside the number.
        if (parts.Count is >= 2 and <= MostParts)
        {
            sums.Add(new PartSum(total, parts, IsOpen: false, IsAway: false));
        }
    }

    private (List<Amount> Parts, bool IsOpen, int End)? Parts(DocumentAnalysis analysis, AmountLines amounts, int from, int end, Amount total)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        List<Amount> parts = [];
        bool isOpen = false;
        Amount? part = null;
        bool vague = false;
        bool foreign = false;
        bool bare = false;
        int depth = 0;
        int segment = from;
        int at = from;
        for (; at <= end; at++)
        {
            bool last = at == end;
            if (!last && amounts.At(at) is { } amount)
            {
                if (depth == 0)
                {
                    if (!Counts(total, amount))
                    {
                        foreign |= !(amount.IsPercent || amount.Unit.StartsWith("tuổi", StringComparison.Ordinal));
                    }
                    else if (amount.Unit.StartsWith("tuổi", StringComparison.Ordinal) && !total.Unit.StartsWith("tuổi", StringComparison.Ordinal))
                    {
                        // “từ 35 đến 50 tuổi” tells who is counted.
                    }
                    else if (part is not null && part.Unit.Length > 0 && amount.Unit.Length == 0 && amount.IsExact)
                    {
                        // “7 lớp khối 6”: the second number is a name.
                    }
                    else if ((part is not null && (part.Unit.Length > 0 || (amount.Unit.Length == 0 && !_colon.Contains(tokens[part.End])))) || !amount.IsExact)
                    {
                        return null;
                    }
                    else
                    {
                        part = amount;
                    }
                }

                at = amount.End - 1;
                continue;
            }

            Token token = last ? default : tokens[at];
            if (!last)
            {
                depth += _open.Contains(token) ? 1 : _close.Contains(token) ? -1 : 0;
                if (depth < 0)
                {
                    last = true;
                }
                else if (depth > 0)
                {
                    continue;
                }
            }

            if (!last && _each.Contains(token))
            {
                return null;
            }

            vague |= !last && _vague.Contains(token);
            if (!last && Has(tokens, at, _among))
            {
                // What follows are parts of a part.
                Close();
                return parts.Count >= 2 ? (parts, true, at) : null;
            }

            bool comma = _comma.Contains(token);
            bool strong = _semicolon.Contains(token);
            if (!(last || comma || strong || (_and.Contains(token) && part is not null)))
            {
                continue;
            }

            bool halted = at > segment && _halts.Contains(tokens[segment]) && parts.Count > 0 && !Band(amounts, segment, at);
            if (halted)
            {
                break;
            }

            Close();
            segment = at + 1;
            if (last)
            {
                break;
            }
        }

        // “(9, 8, 8 và 6 đảng viên)”: numbers without names, of something else.
        return parts.Count is >= 2 and <= MostParts && !(bare && (parts[^1].Unit.Length == 0 || total.Unit.Length == 0)) ? (parts, isOpen, at) : null;

        void Close()
        {
            if (part is not null)
            {
                bare |= part.Unit.Length == 0 && part.First == segment && part.End >= at;
                parts.Add(part);
                isOpen |= foreign;
            }
            else
            {
                isOpen |= foreign || (parts.Count > 0 && vague);
            }

            (part, foreign, vague) = (null, false, false);
        }
    }

    // “23 khẩu” sums pieces of all kinds, “328 hiện vật” whatever a museum has.
    private bool Counts(Amount total, Amount part) =>
        AmountReader.Alike(total, part) || (!part.IsMeasure && !part.IsPercent && part.Class is "place" or "body" && total.Unit.StartsWith("đơn vị", StringComparison.OrdinalIgnoreCase))
        || (!part.IsMeasure && !part.IsPercent && part.Class is "thing" or "" && (_generic.Contains(total.Unit) || _generic.Contains(total.Noun)));

    // “từ 35 đến 50 tuổi có 118 đồng chí”: the segment tells a band and its number.
    private static bool Band(AmountLines amounts, int from, int end)
    {
        foreach (Amount amount in amounts.Within(from, end))
        {
            if (amount.Unit.StartsWith("tuổi", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private int CloseOf(ImmutableArray<Token> tokens, int open, int end)
    {
        for (int at = open + 1; at < end; at++)
        {
            if (_close.Contains(tokens[at]))
            {
                return at;
            }
        }

        return end;
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
