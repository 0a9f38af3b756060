using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

// Totals with the list of their parts in one sentence.
internal sealed partial class PartReader
{
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

    // “3.020 hộ, với 1.890 hộ làm ruộng, 760 hộ làm nghề rừng và 370 hộ làm dịch vụ”: parts in the total's own unit, up to the end, that come near it.
    private void With(DocumentAnalysis analysis, AmountLines amounts, SentenceRange sentence, List<PartSum> sums)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int at = sentence.First + 2; at + 2 < sentence.End; at++)
        {
            bool among = Has(tokens, at, _among);
            bool listed = _semicolon.Contains(tokens[at]);
            if (!(among || listed || (_with.Contains(tokens[at]) && _comma.Contains(tokens[at - 1]))) || amounts.At(at) is not null || amounts.Before(at, Math.Max(sentence.First, at - 10)) is not { IsExact: true, IsPercent: false, Unit.Length: > 0 } total
                || sums.Exists(sum => sum.Total == total) || !Words(tokens, total.End, at, 1))
            {
                continue;
            }

            int end = at + 1;
            while (end < sentence.End && !_semicolon.Contains(tokens[end]) && !_open.Contains(tokens[end]))
            {
                end++;
            }

            if (Parts(analysis, amounts, at + (among ? 2 : 1), end, total) is not { } parts || parts.End < end || !parts.Parts.TrueForAll(static part => part.Unit.Length > 0))
            {
                continue;
            }

            bool own = parts.Parts.TrueForAll(part => part.Base == total.Base || part.Noun.Equals(total.Noun, StringComparison.OrdinalIgnoreCase));
            decimal sum = parts.Parts.Sum(static part => part.Value);
            bool near = Math.Abs(sum - total.Value) <= total.Value * 0.15m;
            bool kinds = OfKinds(tokens, at, parts.Parts);
            if (!among && own && near && !parts.IsOpen && (!listed || (kinds && parts.Parts.Count >= 3)))
            {
                sums.Add(new PartSum(total, parts.Parts, IsOpen: false, IsAway: false));
            }
            else if (among && near && sum > total.Value && (AreKinds(total, parts.Parts) || (kinds && own)))
            {
                sums.Add(new PartSum(total, parts.Parts, IsOpen: true, IsAway: false));
            }
        }
    }

    // “tháng Giêng 5 xe, tháng Hai 6 xe”: each part stands behind a name of the same kind.
    private bool OfKinds(ImmutableArray<Token> tokens, int from, List<Amount> parts)
    {
        int kind = 0;
        foreach (Amount part in parts)
        {
            int word = KindOf(tokens, from + 1, part.First);
            if (word == 0 || (kind != 0 && kind != word))
            {
                return false;
            }

            (kind, from) = (word, part.End);
        }

        return true;
    }

    // “27 khẩu súng, trong đó có 18 súng trường, 7 tiểu liên và 4 trung liên”: each part is another kind of thing, so that none is counted twice.
    private static bool AreKinds(Amount total, List<Amount> parts)
    {
        HashSet<string> nouns = new(StringComparer.OrdinalIgnoreCase);
        foreach (Amount part in parts)
        {
            if (part.IsMeasure || part.Class is not ("thing" or "") || part.Unit.Length == 0 || part.Unit.Equals(total.Unit, StringComparison.OrdinalIgnoreCase) || !nouns.Add(part.Unit))
            {
                return false;
            }
        }

        return total.Class is "thing" or "" && parts.Count >= 2;
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
            if (tokens[at].IsMark || _halts.Contains(tokens[at]) || IsMean(tokens, at) || _each.Contains(tokens[at]))
            {
                return 0;
            }

            kind = kind == 0 && _ranks.Contains(tokens[at]) && at + 1 < to && (tokens[at + 1].Capitalised || tokens[at + 1].IsNumber) ? tokens[at].Word : kind;
        }

        return kind;
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

            bool halted = at > segment && (_halts.Contains(tokens[segment]) || IsMean(tokens, segment)) && parts.Count > 0 && !Band(amounts, segment, at);
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
}
