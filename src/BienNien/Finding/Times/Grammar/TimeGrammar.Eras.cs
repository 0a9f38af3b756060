using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Grammar;

internal sealed partial class TimeGrammar
{
    /// <summary>A decade: “những năm 80 của thế kỷ XX”, “thập niên 1930”, “những năm 1990”. The “những” itself is no part of it.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">The place of “năm” (after những, các) or of “thập”.</param>
    /// <param name="point">What was read.</param>
    public bool Decade(Sentence s, int at, out TimePoint point)
    {
        point = default;
        int number;
        if (Word(s, at) == TimeWord.Decade && Word(s, at + 1) is TimeWord.Nien or TimeWord.Ky)
        {
            number = at + 2;
        }
        else if (Word(s, at) == TimeWord.Year && Word(s, at - 1) is TimeWord.Those or TimeWord.These)
        {
            number = at + 1;
        }
        else
        {
            return false;
        }

        if (Word(s, number) is TimeWord.Those or TimeWord.Year)
        {
            number++;
        }

        int tens;
        int end;
        var last = 0;
        if (s[number].IsNumber && s[number].Length is 2 or 4)
        {
            tens = s[number].Number;
            end = number + 1;
            if (IsDash(s, end) && s[end + 1] is { IsNumber: true, Length: 2 } other && tens < 100 && other.Number % 10 == 0 && other.Number > tens)
            {
                // những năm 30-40 của thế kỷ XX
                last = other.Number;
                end += 2;
            }
            else if (!EndsFree(s, end) || (IsDash(s, end) && s[end + 1].IsNumber))
            {
                return false;
            }
        }
        else if (!SmallNumeral(s, number, out tens, out end))
        {
            return false;
        }

        // các năm 1930, 1931 và 1936
        if (IsBareYear(s[number]) && Word(s, end) is TimeWord.Comma or TimeWord.And && IsBareYear(s[end + 1]) && s[end + 1].Number % 10 != 0)
        {
            return false;
        }

        if (tens % 10 != 0 || (tens >= 100 && tens is < 1000 or > 2190) || tens < 10)
        {
            return false;
        }

        var centuryAt = Word(s, end) == TimeWord.Of ? end + 1 : Word(s, end) == TimeWord.Comma ? end + 1 : end;
        var hasCentury = Century(s, centuryAt, out var century) && !century.IsBeforeEra;
        if (!hasCentury && centuryAt > end && Word(s, centuryAt) == TimeWord.Century && Word(s, centuryAt + 1) == TimeWord.Ky && Word(s, centuryAt + 2) is TimeWord.Before or TimeWord.This)
        {
            end = centuryAt + 3;        // những năm 90 của thế kỷ trước: the twentieth, as without these words
        }

        var isShort = tens < 100 && !hasCentury;
        if (tens < 100)
        {
            // Without a century, the decades that documents speak of so are of the twentieth.
            var hundred = hasCentury ? (int)(century.Date.Latest.Year / 100) : 19;
            tens += hundred * 100;
            last += last > 0 ? hundred * 100 : 0;
        }

        point = new TimePoint(hasCentury ? century.End : end, EdtfDate.OfDecade(tens)) { Named = true, To = last > 0 ? EdtfDate.OfDecade(last) : null, IsShortYear = isShort };
        return true;
    }

    /// <summary>A century or millennium: “thế kỷ XIX”, “TK 19”, “thế kỷ thứ ba trước Công nguyên”, “thiên niên kỷ I TCN”.</summary>
    public bool Century(Sentence s, int at, out TimePoint point)
    {
        point = default;
        var millennium = false;
        int number;
        if (Word(s, at) == TimeWord.Century && Word(s, at + 1) == TimeWord.Ky)
        {
            number = at + 2;
        }
        else if (Word(s, at) == TimeWord.CenturySign && (s[at].AllUpper || s[at + 1].IsRoman || (Word(s, at + 1) == TimeWord.Dot && s[at + 2].IsRoman)))
        {
            number = at + 1;
            number += Word(s, number) == TimeWord.Dot ? 1 : 0;
        }
        else if (Word(s, at) == TimeWord.Thien && Word(s, at + 1) == TimeWord.Nien && Word(s, at + 2) == TimeWord.Ky)
        {
            number = at + 3;
            millennium = true;
        }
        else
        {
            return false;
        }

        if (!Ordinal(s, number, out var ordinal, out var end) || ordinal > (millennium ? 9 : 30))
        {
            return false;
        }

        point = CenturyOf(s, ordinal, end, millennium);
        return true;
    }

    /// <summary>The ordinal of a century: Roman, figure, or “thứ” with a word.</summary>
    public bool Ordinal(Sentence s, int at, out int ordinal, out int end)
    {
        var thu = Word(s, at) == TimeWord.Ordinal;
        at += thu ? 1 : 0;
        end = at + 1;
        var token = s[at];
        ordinal = (token.IsNumber && token.Length <= 2) || token.IsRoman ? token.Number : -1;
        if (ordinal < 0 && thu)
        {
            if (Word(s, at) == TimeWord.NhatFirst)
            {
                ordinal = 1;
            }
            else if (SmallNumeral(s, at, out var value, out end))
            {
                ordinal = value;
            }
        }

        return ordinal > 0;
    }

    /// <summary>The century of an ordinal, with the era that may follow.</summary>
    public TimePoint CenturyOf(Sentence s, int ordinal, int end, bool millennium)
    {
        var before = EraAfter(s, ref end) == true;
        var signed = before ? -ordinal : ordinal;
        return new TimePoint(end, millennium ? EdtfDate.OfMillennium(signed) : EdtfDate.OfCentury(signed)) { Named = true, IsBeforeEra = before };
    }

    /// <summary>The name of a year: can chi, an era with its year, or both: “Canh Tuất”, “Hồng Đức thứ 21”, “Tự Đức năm thứ 10”.</summary>
    public bool YearName(Sentence s, int at, out LunarReading lunar, out int end)
    {
        lunar = LunarReading.WithoutYear;
        end = at;
        if (s[at].Word == 0)
        {
            return false;
        }

        if (CycleName(s, at, out var name))
        {
            end = at + 2;
            lunar = lunar with { Name = name };
            if (IsYearOf(s, end, name))
            {
                lunar = lunar with { Year = s[end].Number };     // năm Giáp Thìn 1904
                end++;
            }
            else if (ReignOfYear(s, end, out var era, out var eraEnd))
            {
                lunar = era with { Name = name };
                end = eraEnd;
            }
            else
            {
                lunar = lunar with { Within = ReignBeside(s, end) };
            }

            return true;
        }

        if (!ReignOfYear(s, at, out lunar, out end))
        {
            return false;
        }

        if (CycleName(s, end, out name))
        {
            lunar = lunar with { Name = name };
            end += 2;
        }

        return true;
    }

    /// <summary>A name of the cycle of sixty, both words capitalised.</summary>
    public bool CycleName(Sentence s, int at, out CanChi name)
    {
        var stem = Lexicon.Stem(s[at]);
        var branch = stem < 0 ? -1 : Lexicon.Branch(s[at + 1]);
        name = default;
        if (branch < 0 || !s[at].Capitalised || !s[at + 1].Capitalised || CanChi.Of(stem, branch) is not { } found)
        {
            return false;
        }

        name = found;
        return true;
    }

    /// <summary>An era with the year counted in it: “[niên hiệu] Hồng Đức thứ 21”, “Gia Long nguyên niên”, “năm thứ 10 niên hiệu Tự Đức”.</summary>
    public bool ReignOfYear(Sentence s, int at, out LunarReading reading, out int end)
    {
        reading = LunarReading.WithoutYear;
        end = at;
        var first = at;
        if (Word(s, at) == TimeWord.Nien && Word(s, at + 1) == TimeWord.Hieu)
        {
            first += 2;
        }
        else if (Word(s, at) is TimeWord.Reign or TimeWord.King)
        {
            first += Word(s, at + 1) == TimeWord.King ? 2 : 1;
        }

        var length = reigns.Longest(s, first, out var eras);
        if (length == 0 || !s[first].Capitalised)
        {
            return false;
        }

        var number = first + length;
        var named = Word(s, number) == TimeWord.Year && Word(s, number + 1) == TimeWord.Ordinal;
        number += named ? 1 : 0;
        if (Word(s, number) == TimeWord.Nguyen && Word(s, number + 1) == TimeWord.Nien)
        {
            end = number + 2;
            reading = reading with { Reigns = eras, YearOfReign = 1 };
            return true;
        }

        if (Word(s, number) == TimeWord.Ordinal && Ordinal(s, number, out var year, out end) && year <= 60)
        {
            reading = reading with { Reigns = eras, YearOfReign = year };
            return true;
        }

        // Sino-Vietnamese figures before niên: “lục niên”, “nhị thập niên”.
        if (!named && SinoNumeral(s, number, out var figure, out var sinoEnd) && Word(s, sinoEnd) == TimeWord.Nien && figure <= 60)
        {
            end = sinoEnd + 1;
            reading = reading with { Reigns = eras, YearOfReign = figure };
            return true;
        }

        // “năm Minh Mạng 12”, “Thành Thái 18”: a figure of one or two digits right after the name.
        if (s[number] is { IsNumber: true, Length: <= 2, Number: >= 1 and <= 60 } && EndsFree(s, number + 1)
            && (Word(s, at - 1) == TimeWord.Year || first > at || !Counts(s, number + 1)))
        {
            end = number + 1;
            reading = reading with { Reigns = eras, YearOfReign = s[number].Number };
            return true;
        }

        return false;
    }

    /// <summary>A year counted in a ruler's time, after the name: “Lê Thánh Tông năm thứ 10”.</summary>
    public bool RulerYear(Sentence s, int at, out LunarReading reading, out int end)
    {
        reading = LunarReading.WithoutYear;
        end = at;
        var length = reigns.LongestRuler(s, at, out var rulers);
        if (length == 0 || !s[at].Capitalised || Word(s, at + length) != TimeWord.Year || Word(s, at + length + 1) != TimeWord.Ordinal
            || s[at - 1].AllUpper || Lexicon.Is(s[at - 1], TimeClass.NamedAfterDay)
            || !Ordinal(s, at + length + 1, out var number, out end) || number > 60)
        {
            return false;
        }

        reading = reading with { Reigns = rulers, YearOfReign = number };
        return true;
    }

    /// <summary>“năm thứ 10 [niên hiệu] Tự Đức”, “năm thứ 3 đời vua Trần Nhân Tông”, “năm đầu niên hiệu Thiệu Bình”.</summary>
    public bool OrdinalYear(Sentence s, int at, out LunarReading reading, out int end)
    {
        reading = LunarReading.WithoutYear;
        end = at;
        int number;
        if (Word(s, at + 1) == TimeWord.Ordinal)
        {
            if (!Ordinal(s, at + 1, out number, out end) || number > 60)
            {
                return false;
            }
        }
        else if (Word(s, at + 1) is TimeWord.Start or TimeWord.End)
        {
            number = Word(s, at + 1) == TimeWord.Start ? 1 : 0;
            end = at + 2;
        }
        else
        {
            return false;
        }

        var name = end;
        switch (Word(s, end))
        {
            case TimeWord.Nien when Word(s, end + 1) == TimeWord.Hieu:
                name += 2;
                break;
            case TimeWord.Reign or TimeWord.King:
                name += Word(s, end + 1) == TimeWord.King ? 2 : 1;
                break;
            default:
                break;
        }

        // “năm đầu Gia Long”, without a word for the reign, may be of anything that bears the name.
        if (!s[name].Capitalised || (name == end && Word(s, at + 1) != TimeWord.Ordinal))
        {
            return false;
        }

        var length = reigns.Longest(s, name, out var found);
        var ruler = reigns.LongestRuler(s, name, out var rulers);
        if (ruler > length)
        {
            (length, found) = (ruler, rulers);
        }

        if (length == 0)
        {
            return false;
        }

        end = name + length;
        reading = reading with { Reigns = found, YearOfReign = number > 0 ? number : found[^1].Last - found[^1].First + 1 };
        return true;
    }

    // “năm Canh Dần đời Hồng Đức”, “năm Ất Mùi đời Mạc Thái Tông”: the reign tells which of the years of that name.
    private (int First, int Last)? ReignBeside(Sentence s, int at)
    {
        if (Word(s, at) != TimeWord.Reign && !(Word(s, at) == TimeWord.Nien && Word(s, at + 1) == TimeWord.Hieu))
        {
            return null;
        }

        var name = at + (Word(s, at) == TimeWord.Nien || Word(s, at + 1) == TimeWord.King ? 2 : 1);
        var length = reigns.Longest(s, name, out var found);
        return length > 0 || reigns.LongestRuler(s, name, out found) > 0 ? (found[0].First, found[^1].Last) : null;
    }

    /// <summary>The first words of the names of rulers.</summary>
    public System.Collections.Immutable.ImmutableArray<int> RulerOpenings => reigns.RulerOpenings;

    /// <summary>Whether words of kings and their wars stand near: a year may have fewer than four figures there.</summary>
    public bool IsRoyal(Sentence s, int at)
    {
        const int Near = 20;
        for (var i = Math.Max(0, at - Near); i < Math.Min(s.Count, at + Near); i++)
        {
            if (reigns.IsRoyal(s[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A day in figures whose calendar or year's name follows: “15/1 (âm lịch)”, “8/4 ÂL”, “16/8 Nhâm Tuất 1442”.</summary>
    private bool LunarFigures(Sentence s, int at, out TimePoint point)
    {
        point = default;
        var month = s[at + 2];
        if (Word(s, at + 1) is not (TimeWord.Slash or TimeWord.Hyphen) || month is not { IsNumber: true, Length: <= 2, Number: >= 1 and <= 12 }
            || s[at].Number is < 1 or > 30 || s[at + 1].SpaceBefore || month.SpaceBefore)
        {
            return false;
        }

        var end = at + 3;
        if (YearName(s, end, out var lunar, out var nameEnd))
        {
            point = new TimePoint(nameEnd, default) { Named = true, Lunar = lunar with { Month = month.Number, Day = s[at].Number } };
            return true;
        }

        var note = Word(s, end) == TimeWord.Open ? end + 1 : end;
        if (Word(s, note) == TimeWord.LunarSign || (Word(s, note) == TimeWord.Am && Word(s, note + 1) == TimeWord.Lich))
        {
            point = Join(new TimePoint(end, default), month.Number, false, s[at].Number);
            return true;
        }

        return false;
    }

    /// <summary>The first words of the names of eras.</summary>
    public System.Collections.Immutable.ImmutableArray<int> ReignOpenings => reigns.OpeningWords;

    /// <summary>The longest name of an era from a place on.</summary>
    public int Era(Sentence s, int at, out System.Collections.Immutable.ImmutableArray<Reign> eras) => reigns.Longest(s, at, out eras);

    // Whether a lower-case word follows that a figure before it would count.
    private bool Counts(Sentence s, int at) => s[at].IsWord && !s[at].Capitalised && !Lexicon.Is(s[at], TimeClass.Follower);
}
