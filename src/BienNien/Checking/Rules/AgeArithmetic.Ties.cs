using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Which birth and which date an age is counted between, and whose age it is.
internal sealed partial class AgeArithmetic
{
    private const int NounReach = 5;
    private const int OtherReach = 7;

    // The birth that the age is counted from: the nearest before it in the sentence, the one after it, or the last in the paragraph.
    private Birth? BirthOf(MentionView view, Age age, List<Birth> births, int block, int from, int to)
    {
        Birth? before = null;
        Birth? after = null;
        Birth? earlier = null;
        int people = 0;
        foreach (Birth birth in births)
        {
            if (birth.First >= from && birth.First < age.First)
            {
                before = birth;
            }
            else if (birth.First >= age.End && birth.First < to)
            {
                after ??= birth;
            }
            else if (birth.First < from && view.BlockOf(birth.First) == block)
            {
                earlier = birth;
                people++;
            }
        }

        return before ?? after ?? (people == 1 ? earlier : people == 0 ? Elsewhere(view, births, block, to) : null);
    }

    // “… Ông sinh năm 1929.” later in the paragraph; or the one birth of the list of a life.
    private Birth? Elsewhere(MentionView view, List<Birth> births, int block, int to)
    {
        Birth? found = null;
        if (view.Document.Blocks[block].Kind == BlockKind.ListItem)
        {
            int first = block;
            while (first > 0 && view.Document.Blocks[first - 1].Kind == BlockKind.ListItem)
            {
                first--;
            }

            foreach (Birth birth in births)
            {
                int own = view.BlockOf(birth.First);
                if (own >= first && own < block)
                {
                    if (found is not null)
                    {
                        return null;
                    }

                    found = birth;
                }
            }

            return found;
        }

        foreach (Birth birth in births)
        {
            if (birth.First >= to && view.BlockOf(birth.First) == block)
            {
                (int from, _) = view.SentenceOf(birth.First);
                if (found is not null || !_titles.Contains(view[from]) || view[from + 1].Word != _born)
                {
                    return null;
                }

                found = birth;
            }
        }

        return found;
    }

    // The dates that tell when somebody was so old, the likeliest first; empty when nothing ties one to the age.
    private List<Mention> Tied(MentionView view, Age age, List<Birth> births, Birth own, int from, int to)
    {
        List<Mention> tied = [];
        bool cued = _cues.Contains(view[age.First - 1]) || _cues.Contains(view[age.First - 2]) || _cues.Contains(view[age.First]) || IsSaidOf(view, age.First);
        // “năm lên 9”, “năm 16 tuổi”; but “năm mươi tám tuổi” is a number.
        bool bare = (view[age.First].Word == _year && age.Span.Start > view[age.First].Start) || view[age.First - 1].Word == _year;

        // “lúc 20 tuổi, vào năm 1949”, “năm 22 tuổi (1945)”
        bool comma = false;
        bool link = false;
        for (int at = age.End; at < to && at <= age.End + 6; at++)
        {
            comma |= view[at].IsMark && view[at].Word != _open;
            link |= _ties.Contains(view[at]);
            if (view.At(at) is { } mention)
            {
                // “năm 9 tuổi, năm 1930 chị …”: the date opens what comes next.
                if (IsDate(mention, births) && (link || !comma))
                {
                    tied.Add(mention);
                }

                break;
            }

            if (!_small.Contains(view[at]) && !(view[age.End].Word == _open && at > age.End))
            {
                break;
            }
        }

        // “Ở tuổi 76, năm 1946, …”
        if (tied.Count == 0 && age.First - from <= 1 && view[age.End].Word == _tieWords.Comma && view.At(age.End + 1) is { } beside && IsDate(beside, births))
        {
            tied.Add(beside);
            return tied;
        }

        if (tied.Count > 0 && (bare || view[age.End].Word == _open))
        {
            return tied;
        }

        if (bare && !cued)
        {
            return tied;
        }

        // “năm 1945, lúc 22 tuổi”, “hy sinh năm 1931, khi mới 27 tuổi”
        int commas = 0;
        for (int at = age.First - 1; at >= from; at--)
        {
            if (view.At(at) is { } mention)
            {
                (int first, _) = view.RangeOf(mention.Span);
                if (IsDate(mention, births) || IsRelative(mention))
                {
                    if (cued && commas <= 1 && age.First - at <= LongestTie && !bare)
                    {
                        Take(view, mention, own, births, from, tied);
                    }

                    break;
                }

                if (mention != own.Mention && births.Exists(birth => birth.Mention == mention))
                {
                    break;
                }

                commas = mention == own.Mention ? 0 : commas;
                at = first;
                continue;
            }

            // “… lên ngôi năm 1428 và mất ở tuổi 48”: the death is another time.
            if (_stops.Contains(view[at]) || (_lists.Contains(view[at]) && _died.Contains(view[at + 1])))
            {
                break;
            }

            commas += view[at].IsMark ? 1 : 0;
        }

        if (tied.Count == 0 && !bare && own.First >= age.End && (own.First - age.End <= 4 || IsStill(view, age, own)))
        {
            // “19 tuổi (sinh năm 1933), bị xử bắn ngày 23/1/1952”: the only other date of the sentence.
            Mention? only = null;
            for (int at = from; at < to; at++)
            {
                if (view.At(at) is { Value: TimeValue { Type: TimexType.Date or TimexType.Time } } mention && mention != own.Mention && mention != only)
                {
                    if (only is not null || !IsDate(mention, births))
                    {
                        return tied;
                    }

                    only = mention;
                }
            }

            if (only is not null)
            {
                tied.Add(only);
            }
        }

        if (tied.Count > 0 || !cued || bare)
        {
            return tied;
        }

        // “Cũng năm ấy, …, sinh năm 1906, ngã xuống khi mới 32 tuổi”: the only other date opens the sentence.
        Mention? opening = null;
        for (int at = from; at < to; at++)
        {
            if (view.At(at) is { Value: TimeValue { Type: TimexType.Date or TimexType.Time } } mention)
            {
                (int first, int end) = view.RangeOf(mention.Span);
                at = end - 1;
                if (births.Exists(birth => birth.Mention == mention))
                {
                    continue;
                }

                if (opening is not null || first - from > 3)
                {
                    return tied;
                }

                opening = mention;
            }
        }

        if (opening is not null && (IsDate(opening, births) || IsRelative(opening)))
        {
            Take(view, opening, own, births, from, tied);
        }

        return tied;
    }

    // “năm ấy”: whichever year was told before the sentence.
    private static void Take(MentionView view, Mention mention, Birth own, List<Birth> births, int from, List<Mention> tied)
    {
        if (!IsRelative(mention))
        {
            tied.Add(mention);
            return;
        }

        // “vào đội năm 1967, năm ấy chị 18 tuổi”
        for (int at = view.RangeOf(mention.Span).First - 1; at >= from; at--)
        {
            if (view.At(at) is { } beside && IsDate(beside, births))
            {
                tied.Add(beside);
                return;
            }
        }

        int block = view.BlockOf(from);
        for (int at = from - 1; at >= 0 && view.BlockOf(at) == block; at--)
        {
            if (view.At(at) is { } other && IsSingle(other) && !IsRelative(other))
            {
                if (!tied.Contains(other) && Told.Year(other) > own.Date.Year)
                {
                    tied.Add(other);
                }
            }
        }
    }

    private static bool IsRelative(Mention mention) => mention.Rule.ToString() == "TIM022";

    private static bool IsSingle(Mention mention) =>
        mention.Value is TimeValue { Mod: TimexMod.None or TimexMod.Start or TimexMod.Mid or TimexMod.End } && Told.Date(mention) is { IsInterval: false, IsSet: false, Start.YearPrecision: YearPrecision.Year } && Told.IsSure(mention);

    private static bool IsDate(Mention mention, List<Birth> births) =>
        IsSingle(mention) && !IsRelative(mention) && !births.Exists(birth => birth.Mention == mention);

    // “hy sinh khi mới 27 tuổi” of somebody whose life stands in brackets: not of a father's death.
    private bool Dies(MentionView view, int first, int from)
    {
        bool dies = false;
        for (int at = first - 1; at >= from && at > first - LongestTie; at--)
        {
            if (_deathOther.Contains(view[at]))
            {
                return false;
            }

            dies |= _died.Contains(view[at]);
        }

        return dies;
    }

    // “ông là một thanh niên 26 tuổi”, “năm ấy chị 18 tuổi”
    private bool IsSaidOf(MentionView view, int first)
    {
        int at = first - 1;
        while (at >= first - NounReach && _tieWords.Nouns.Contains(view[at]))
        {
            at--;
        }

        if (at < first - 1 && _tieWords.Is.Contains(view[at]))
        {
            return true;
        }

        return _titles.Contains(view[first - 1]) && (view.At(first - 2) is not null || view[first - 2].IsMark || _cues.Contains(view[first - 2]));
    }

    // “Ở tuổi 82, bà Panh (sinh năm 1942) vẫn dệt …; gặp bà tháng 10/2024”: it tells how things stand on the one other date.
    private bool IsStill(MentionView view, Age age, Birth own)
    {
        int end = view.RangeOf(own.Mention.Span).End;
        end = view[end].Word == _close ? end + 1 : end;
        for (int at = end; at < end + BirthGap; at++)
        {
            if (_tieWords.Still.Contains(view[at]))
            {
                return own.First - age.End <= LongestTie;
            }
        }

        return false;
    }

    // The age of a child, a wife, a friend, somebody met.
    private bool IsOthers(MentionView view, Age age, Birth birth, int from)
    {
        int start = Math.Max(from, birth.First < age.First ? birth.First : from);
        bool own = IsSaidOf(view, age.First);
        for (int at = age.First - 1; at >= start; at--)
        {
            bool near = at >= age.First - OtherReach;
            if (_kin.Contains(view[at]) && view[at - 1].Word != _orphan && !view[at + 1].Capitalised)
            {
                // “người vợ mới 20 tuổi”, “Vợ ông mất năm 1980, thọ 50 tuổi”, “có người con trai hy sinh năm 1971 khi mới 19 tuổi”
                if (at == from || (near && !HasMark(view, at, age.First)) || _tieWords.OfKin.Contains(view[at + 1]) || _tieWords.Brings.Contains(view[at - 1]))
                {
                    return true;
                }
            }

            if (near && !own && _tieWords.Others.Contains(view[at]))
            {
                for (int before = at - 1; before >= start && before >= at - NounReach && !view[before].IsMark; before--)
                {
                    if (_tieWords.Brings.Contains(view[before]))
                    {
                        return true;
                    }
                }
            }
        }

        // “do anh Tư, 25 tuổi, làm đội trưởng”
        return view[age.First - 1].Word == _tieWords.Comma && view[age.First - 2].Capitalised && birth.First < age.First && view.At(age.First - 2) is null && HasTitle(view, age.First - 2);
    }

    private static bool HasMark(MentionView view, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (view[at].IsMark)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasTitle(MentionView view, int name)
    {
        while (view[name].Capitalised && view[name].IsWord)
        {
            name--;
        }

        return _titles.Contains(view[name]);
    }

    /// <summary>The words by which an age is said of somebody.</summary>
    private sealed class Ties(Vocabulary.Builder words)
    {
        public int Comma { get; } = words.Add(",");

        public WordSet Nouns { get; } = words.AddSet(
            "một", "thanh", "niên", "thiếu", "nữ", "chàng", "trai", "cô", "gái", "cậu", "bé", "chú", "học", "sinh", "trò", "người", "cụ", "già", "lão", "đứa", "em", "trẻ", "mới", "chiến", "sĩ", "viên", "nhà", "giáo", "anh", "lính");

        public WordSet Is { get; } = words.AddSet("là", "thành");

        public WordSet BornInto { get; } = words.AddSet("ra", "trưởng", "tại", "ở", "trong");

        public WordSet Still { get; } = words.AddSet("vẫn", "còn");

        public WordSet OfKin { get; } = words.AddSet("đầu", "thứ", "lớn", "nhỏ", "nuôi", "trai", "gái", "ông", "bà", "anh", "chị", "cả", "út", "dâu", "rể", "cụ", "của");

        public WordSet Brings { get; } = words.AddSet("có", "gặp", "cưới", "lấy", "thấy", "nuôi", "bế", "dắt", "người", "cùng", "với");

        public WordSet Others { get; } = words.AddSet("bạn", "sĩ", "gái", "trai", "trò", "lính", "em", "viên", "binh");

        public WordSet Enjoys { get; } = words.AddSet("hưởng");

        public WordSet EnjoysSecond { get; } = words.AddSet("dương", "thọ");
    }
}
