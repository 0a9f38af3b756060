using System.Collections.Frozen;
using BienNien.Text;

namespace BienNien.Reading.Repairing;

/// <summary>Finds damage that a date or a length of time around it leaves no doubt about: its words (<c>nãm 1937</c>), its figures (<c>5O năm</c>), gaps in it (<c>1 954</c>).</summary>
/// <remarks>Each figure is looked at with the few words beside it, so that a text without figures costs nothing.</remarks>
internal readonly ref struct DateDamage(string text, TextSpan part, List<ScannedWord> words, List<Damage> found)
{
    private const double Sure = 0.98;
    private const double Likely = 0.93;
    private const double Fair = 0.9;
    private const double Doubtful = 0.8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _units =
        Words("năm", "tháng", "ngày", "tuần", "giờ", "phút", "giây", "đêm", "thế", "thập");

    // Before a day of the month, besides ngày and its like.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _beforeDays =
        Words("đêm", "sáng", "trưa", "chiều", "tối", "hôm", "mùng", "mồng");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _months =
        Words("giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "chạp");

    // “mỗi năm 1 954 tấn”: no year stands there.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _beforeAmounts = Words("mỗi", "hằng", "hàng", "một", "số", "bình", "quân");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _beforeNow = Words("hôm", "đến", "hiện", "ngày", "lâu", "xưa");

    private readonly string _text = text;
    private readonly TextSpan _part = part;
    private readonly List<ScannedWord> _words = words;
    private readonly List<Damage> _found = found;

    /// <summary>Adds the damage of the stretch of text.</summary>
    public void Find()
    {
        // The head of a column, a cell by itself.
        if (_words.Count == 1 && DateWords.See(Surface(0), out Likeness alone) == DateWord.Year && alone == Likeness.Damaged)
        {
            AddWord(0, DateWord.Year, Likely);
        }

        for (int i = 0; i < _words.Count; i++)
        {
            ScannedWord word = _words[i];
            if (word.Number == SyllableModel.Figure || word.Is(WordTraits.Figures))
            {
                FindAround(i);
                continue;
            }

            switch (_text[word.Start])
            {
                case 'l' or 'I' or 'i' or 'O' or 'o' or 'S' or 'B' or 'Z' or 'g' or 'b' when word.Length <= 2:
                    FindAround(i);
                    break;
                case 'ă' or 'Ă' or 'á' or 'Á' or 'à' or 'À' when word.Length <= 3 && word.Is(WordTraits.Follows):
                    FindTornWord(i);
                    break;
                case 'k' or 'K' when word.Length == 2:
                    FindCentury(i);
                    break;
                case 'g' or 'G' when word.Length == 5:
                    FindMonthName(i, "gieng", "giêng");
                    break;
                case 'c' or 'C' when word.Length == 4:
                    FindMonthName(i, "chap", "chạp");
                    break;
                case 'n' or 'N' when word.Length == 3 && _text[word.End - 1] is 'ỵ' && word.Is(WordTraits.Follows) && _beforeNow.Contains(Surface(i - 1)):
                    Add(i, i, SyllableDamage.InCaseOf(Surface(i), "nay"), DamageReason.BrokenDate, Likely);
                    break;
            }
        }
    }

    private void FindAround(int i)
    {
        ReadFigure figure = Figure(i);
        if (figure.Value < 0)
        {
            return;
        }

        bool day = FindDay(i, figure) || (figure.IsDay && IsGluedDate(i));
        DateWord before = Before(i, out Likeness like);
        switch (before)
        {
            case DateWord.Year:
                FindYear(i, figure, like);
                break;
            case DateWord.Month when figure.IsMonth && !day:
                FindMonth(i, figure, like);
                break;
            case DateWord.Day when figure.IsDay:
                FindDayWord(i, figure, like, day);
                break;
            case DateWord.Mung or DateWord.Mong when figure.IsDay && figure.Value <= 10:
                FindMung(i, before, like);
                break;
        }

        FindLength(i, figure, before, like);
    }

    // năm l945 (the figure alone is FigureDamage's), nãm 1937, thang 9 nam 1945, năm 1 954, năm 19945.
    private void FindYear(int i, ReadFigure figure, Likeness like)
    {
        bool damaged = like == Likeness.Damaged && MayBeDamaged(i - 1);
        if (figure.IsYear && !figure.Odd)
        {
            if (damaged || (like == Likeness.AnotherWord && MonthStandsBefore(i - 1)))
            {
                AddWord(i - 1, DateWord.Year, Likely);
            }

            return;
        }

        if (like == Likeness.AnotherWord || (i >= 2 && _words[i - 1].Is(WordTraits.Follows) && (_beforeAmounts.Contains(Surface(i - 2)) || _words[i - 2].Number == SyllableModel.Figure)))
        {
            return;
        }

        if (FindTornYear(i, figure, out double confidence) is { } year)
        {
            if (damaged && confidence >= Likely)
            {
                AddWord(i - 1, DateWord.Year, confidence);
            }

            Add(i, i + (year.IsTorn ? 1 : 0), year.Digits, DamageReason.BrokenDate, confidence);
        }
    }

    private (string Digits, bool IsTorn)? FindTornYear(int i, ReadFigure figure, out double confidence)
    {
        confidence = Likely;
        if (figure.Length <= 3 && !figure.Odd && i + 1 < _words.Count && _words[i + 1].Start - _words[i].End is 1 or 2)
        {
            ReadFigure rest = Figure(i + 1);
            bool dotted = _text[_words[i].End] == '.';
            if (rest.Value < 0 || rest.Odd || rest.Length + figure.Length != 4 || (_text[_words[i].End] != ' ' && !dotted) || figure.Letters + rest.Letters > 2)
            {
                return null;
            }

            confidence = dotted ? Fair : Likely;
            string digits = figure.Digits + rest.Digits;
            return ReadFigure.Of(digits) is { IsYear: true, Value: >= 1400 } && (!dotted || _words[i + 1].Start - _words[i].End == 2) ? (digits, true) : null;
        }

        // A figure was read twice.
        if (figure.Length == 5 && figure.Letters == 0)
        {
            string digits = figure.Digits;
            for (int at = 1; at < digits.Length; at++)
            {
                if (digits[at] == digits[at - 1] && ReadFigure.Of(digits.Remove(at, 1)) is { IsYear: true, Value: >= 1400 })
                {
                    confidence = Doubtful;
                    return (digits.Remove(at, 1), false);
                }
            }
        }

        return null;
    }

    // tháng l0, thảng 9, thang 8 năm 1945.
    private void FindMonth(int i, ReadFigure figure, Likeness like)
    {
        bool year = YearStandsAfter(i);
        bool day = i >= 3 && _words[i - 1].Is(WordTraits.Follows) && Figure(i - 2).IsDay && Before(i - 2, out _) == DateWord.Day;
        bool taken = like == Likeness.Exact
            || (like == Likeness.Damaged ? MayBeDamaged(i - 1) : day || (year && IsPlain(i - 1)));
        if (!taken)
        {
            return;
        }

        if (like != Likeness.Exact)
        {
            AddWord(i - 1, DateWord.Month, Likely);
        }

        if (figure.IsMixed || (figure.IsLone && Surface(i) is "l" && year))
        {
            AddFigure(i, figure, Sure);
        }
    }

    // nqày 15/8, ngày 2O, ngày l tháng 5, ngay 2 thang 9.
    private void FindDayWord(int i, ReadFigure figure, Likeness like, bool isDate)
    {
        bool month = After(i, out _) == DateWord.Month && (Figure(i + 2).IsMonth || (i + 2 < _words.Count && _months.Contains(Surface(i + 2))));
        if (like == Likeness.Damaged ? MayBeDamaged(i - 1) : like == Likeness.AnotherWord && IsPlain(i - 1) && (month || isDate))
        {
            AddWord(i - 1, DateWord.Day, like == Likeness.Damaged || month ? Likely : Doubtful);
        }

        if (figure.IsMixed || (figure.IsLone && !figure.Odd && month))
        {
            AddFigure(i, figure, Sure);
        }

        // ngay 2 thang 9: without a year, each of the two words tells of the other.
        if (month && like == Likeness.AnotherWord && After(i, out Likeness likeMonth) == DateWord.Month && likeMonth == Likeness.AnotherWord && IsPlain(i + 1))
        {
            AddWord(i + 1, DateWord.Month, Likely);
        }
    }

    // rnùng 4; mông 6 tháng Giêng, but no “dân tộc Mông 6 tháng đầu năm”.
    private void FindMung(int i, DateWord before, Likeness like)
    {
        bool feast = i + 1 < _words.Count && _words[i + 1].Is(WordTraits.Follows)
            && (Surface(i + 1).Equals("Tết", StringComparison.OrdinalIgnoreCase)
                || (After(i, out _) == DateWord.Month && i + 2 < _words.Count && (_months.Contains(Surface(i + 2)) || Figure(i + 2).IsMonth)));
        if ((like == Likeness.Damaged && MayBeDamaged(i - 1)) || (like == Likeness.AnotherWord && feast))
        {
            AddWord(i - 1, before, Likely);
        }
    }

    // 5O năm, l5 ngày, 1O nărn, gân 40 năm, l năm.
    private void FindLength(int i, ReadFigure figure, DateWord before, Likeness likeBefore)
    {
        if (i + 1 >= _words.Count || !_words[i + 1].Is(WordTraits.Follows) || figure.Odd)
        {
            return;
        }

        DateWord unit = After(i, out Likeness like);
        bool damaged = unit is DateWord.Year or DateWord.Month or DateWord.Day && like == Likeness.Damaged && MayBeDamaged(i + 1);
        if (!damaged && !_units.Contains(Surface(i + 1)))
        {
            return;
        }

        bool year = unit == DateWord.Year && Figure(i + 2).IsYear;
        char first = _text[_words[i].Start];

        // “Đoàn B1 năm 1950”: a name with a letter of its own.
        bool isNumber = char.IsAsciiDigit(first) || first == 'l' || (first == 'I' && !year);
        if ((figure.IsMixed && isNumber && figure.Length <= 3)
            || (figure.IsLone && first == 'l' && !year && i > 0 && _words[i - 1].Number != SyllableModel.Figure)
            || (figure.IsLone && first == 'l' && i == 0))
        {
            AddFigure(i, figure, figure.IsLone ? Likely : Sure);
        }
        else if (figure.Letters > 0)
        {
            return;
        }

        if (damaged)
        {
            AddWord(i + 1, unit, Likely);
        }

        if (before is DateWord.Nearly or DateWord.Over && likeBefore == Likeness.Damaged)
        {
            AddWord(i - 1, before, Likely);
        }
    }

    // l7. 3. 1950; 27 - 9 - l940; 5 -1 - 1 958; 17/I/1960; Z5/8/1943; ngày 22 . 12 . 1944. True when a date begins here, damaged or not.
    private bool FindDay(int i, ReadFigure day)
    {
        if (!day.IsDay || !IsFree(_words[i].Start, -1) || !Joined(i, out char join, out bool spaced))
        {
            return false;
        }

        ReadFigure month = Figure(i + 1);
        if (!month.IsMonth || month.Letters == 2 && Surface(i + 1) is not "ll")
        {
            return false;
        }

        bool dateBefore = Before(i, out Likeness like) is DateWord.Day && like != Likeness.AnotherWord
            || (i > 0 && _words[i].Is(WordTraits.Follows) && _beforeDays.Contains(Surface(i - 1)));
        int letters = day.Letters + month.Letters;
        bool odd = day.Odd || month.Odd;
        if (!Joined(i + 1, out char second, out bool secondSpaced) || second != join || Figure(i + 2).Value < 0)
        {
            // ngày g/9
            if (odd && dateBefore && join == '/' && !spaced && letters == 1 && IsFree(_words[i + 1].End, 1))
            {
                Add(i, i + 1, $"{day.Digits}/{month.Digits}", DamageReason.LetterForDigit, Likely);
            }

            return false;
        }

        ReadFigure year = Figure(i + 2);
        int last = i + 2;
        bool torn = false;
        if (!year.IsYear && FindTornYear(last, year, out double sure) is { IsTorn: true } whole && sure >= Likely)
        {
            letters += Figure(last + 1).Letters;
            (year, torn, last) = (ReadFigure.Of(whole.Digits) with { Letters = year.Letters }, true, last + 1);
        }

        letters += year.Letters;
        spaced |= secondSpaced;
        if (!year.IsYear || !IsFree(_words[last].End, 1) || (join == '.' && spaced && !dateBefore) || letters > (odd ? 3 : 5))
        {
            return false;
        }

        bool roman = month.IsLone && Surface(i + 1) is "I";
        if (torn || odd || roman || (spaced && (letters > 0 || join == '.')))
        {
            char mark = join == '–' ? '-' : join;
            Add(i, last, $"{day.Digits}{mark}{month.Digits}{mark}{year.Digits}", letters > 0 ? DamageReason.LetterForDigit : DamageReason.BrokenDate, letters > 3 ? Likely : Sure);
        }

        return true;
    }

    // n ăm, th áng, ng ày.
    private void FindTornWord(int i)
    {
        if (_words[i].Start != _words[i - 1].End + 1)
        {
            return;
        }

        DateWord word = Surface(i) switch
        {
            "ăm" or "ĂM" when Surface(i - 1) is "n" or "N" => DateWord.Year,
            "áng" or "ÁNG" when Surface(i - 1) is "th" or "Th" or "TH" => DateWord.Month,
            "ày" or "ÀY" when Surface(i - 1) is "ng" or "Ng" or "NG" => DateWord.Day,
            _ => DateWord.None,
        };
        if (word != DateWord.None)
        {
            Add(i - 1, i, SyllableDamage.InCaseOf(_text.AsSpan(_words[i - 1].Start, _words[i].End - _words[i - 1].Start), DateWords.SurfaceOf(word)), DamageReason.BrokenDate, Likely);
        }
    }

    // tháng Giềng, tháng Chap.
    private void FindMonthName(int i, string bare, string name)
    {
        ReadOnlySpan<char> printed = Surface(i);
        for (int at = 0; at < bare.Length; at++)
        {
            if (Letters.Fold(printed[at]) != bare[at])
            {
                return;
            }
        }

        if (Before(i, out Likeness like) == DateWord.Month && like != Likeness.AnotherWord && !printed.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            Add(i, i, SyllableDamage.InCaseOf(printed, name), DamageReason.BrokenDate, Likely);
        }
    }

    // thể kỷ XX, thế kỷ XlX.
    private void FindCentury(int i)
    {
        if (!IsCenturyWord(Surface(i)) || i + 1 >= _words.Count || !_words[i + 1].Is(WordTraits.Follows) || _words[i + 1].Length > 6)
        {
            return;
        }

        ReadOnlySpan<char> printed = Surface(i + 1);
        if (printed.ContainsAnyExcept("XVIl1") || !printed.ContainsAny("XVI"))
        {
            return;
        }

        string numeral = printed.ToString().Replace('l', 'I').Replace('1', 'I');
        if (RomanNumeral.Parse(numeral) is < 1 or > 21)
        {
            return;
        }

        if (!printed.SequenceEqual(numeral))
        {
            Add(i + 1, i + 1, numeral, DamageReason.LetterForDigit, Sure);
        }

        if (_words[i].Is(WordTraits.Follows) && Surface(i - 1) is { Length: 3 } age && Letters.Fold(age[0]) == 't' && Letters.Fold(age[1]) == 'h' && Letters.Fold(age[2]) == 'e'
            && !age.Equals("thế", StringComparison.OrdinalIgnoreCase))
        {
            Add(i - 1, i - 1, SyllableDamage.InCaseOf(age, "thế"), DamageReason.BrokenDate, Sure);
        }
    }

    private static bool IsCenturyWord(ReadOnlySpan<char> word) =>
        word.Equals("kỷ", StringComparison.OrdinalIgnoreCase) || word.Equals("kỉ", StringComparison.OrdinalIgnoreCase);

    private ReadOnlySpan<char> Surface(int i) => _text.AsSpan(_words[i].Start, _words[i].Length);

    private ReadFigure Figure(int i) => i < _words.Count ? ReadFigure.Of(Surface(i)) : ReadFigure.Of([]);

    private DateWord Before(int i, out Likeness like)
    {
        like = Likeness.Exact;
        return i > 0 && _words[i].Is(WordTraits.Follows) ? DateWords.See(Surface(i - 1), out like) : DateWord.None;
    }

    private DateWord After(int i, out Likeness like)
    {
        like = Likeness.Exact;
        return i + 1 < _words.Count && _words[i + 1].Is(WordTraits.Follows) ? DateWords.See(Surface(i + 1), out like) : DateWord.None;
    }

    // A word with a capital inside a sentence may be a name.
    private bool MayBeDamaged(int i) => !_words[i].Is(WordTraits.Capital) || _words[i].Is(WordTraits.Opens | WordTraits.AllCapitals);

    // Without any mark, as in a telegram.
    private bool IsPlain(int i) => !_words[i].Is(WordTraits.Marked);

    // … tháng 9 [nam]: a month stands before the word, whatever its letters.
    private bool MonthStandsBefore(int i) =>
        i >= 2 && _words[i].Is(WordTraits.Follows) && Figure(i - 1).IsMonth && Before(i - 1, out _) == DateWord.Month;

    // tháng 8 năm 1945, tháng 8/1945.
    private bool YearStandsAfter(int i) =>
        (After(i, out _) == DateWord.Year && Figure(i + 2).IsYear) || (Joined(i, out _, out _) && Figure(i + 1).IsYear);

    private bool IsGluedDate(int i) => Joined(i, out _, out bool spaced) && !spaced && Figure(i + 1).IsMonth;

    // Whether one mark stands between two words, with spaces around it or without.
    private bool Joined(int i, out char join, out bool spaced)
    {
        (join, spaced) = ('\0', false);
        if (i + 1 >= _words.Count || _words[i + 1].Start - _words[i].End is < 1 or > 3)
        {
            return false;
        }

        foreach (char c in _text.AsSpan(_words[i].End, _words[i + 1].Start - _words[i].End))
        {
            if (c is '/' or '.' or '-' or '–' && join == '\0')
            {
                join = c;
            }
            else if (char.IsWhiteSpace(c))
            {
                spaced = true;
            }
            else
            {
                return false;
            }
        }

        return join != '\0';
    }

    // Not the middle of a code or of a longer row of numbers: looks at the two characters beside a place.
    private bool IsFree(int at, int step)
    {
        int beside = step < 0 ? at - 1 : at;
        if (beside < _part.Start || beside >= _part.End || _text[beside] is not ('-' or '/' or '_' or '@' or '&' or '\'' or '’' or '.'))
        {
            return true;
        }

        int next = beside + step;
        return next < _part.Start || next >= _part.End || !char.IsLetterOrDigit(_text[next]);
    }

    private void AddWord(int i, DateWord word, double confidence) =>
        Add(i, i, SyllableDamage.InCaseOf(Surface(i), DateWords.SurfaceOf(word)), DamageReason.BrokenDate, confidence);

    // A figure that a mark joins to another one is read with it.
    private void AddFigure(int i, ReadFigure figure, double confidence)
    {
        if (!(Joined(i, out _, out bool spaced) && !spaced && Figure(i + 1).Value >= 0))
        {
            Add(i, i, figure.Digits, DamageReason.LetterForDigit, confidence);
        }
    }

    private void Add(int first, int last, string reading, DamageReason reason, double confidence)
    {
        TextSpan span = TextSpan.Between(_words[first].Start, _words[last].End);
        if (!_text.AsSpan(span.Start, span.Length).SequenceEqual(reading))
        {
            _found.Add(new Damage(span, reading, reason, confidence));
        }
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
