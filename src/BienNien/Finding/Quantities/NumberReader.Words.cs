using BienNien.Text;

namespace BienNien.Finding.Quantities;

/// <summary>Numbers in words.</summary>
internal sealed partial class NumberReader
{
    /// <summary>Reads a number in words, or two said in one breath: “hai mươi lăm”, “ba bốn trăm”, “dăm bảy”.</summary>
    public ReadNumber SpokenAt(Sentence sentence, int at) =>
        PairAt(sentence, at) is { End: > 0 } pair ? pair : RoleOf(sentence[at]) is NumberRole.Digit or NumberRole.Ten or NumberRole.Twenty ? WordsAt(sentence, at) : default;

    /// <summary>Reads a number that begins with its scale: “trăm rưỡi”, “nghìn” in “hơn nghìn mẫu”.</summary>
    public ReadNumber ScaleAloneAt(Sentence sentence, int at)
    {
        if (RoleOf(sentence[at]) != NumberRole.Scale || sentence[at - 1].IsNumber || IsNumberWord(sentence[at - 1]))
        {
            return default;
        }

        decimal scale = ScaleAt(sentence, at, out int end);
        if (scale == 0)
        {
            return default;
        }

        bool half = IsHalf(sentence, end);
        return new ReadNumber(half ? end + 1 : end, half ? scale * 1.5m : scale, Grouped: false, Scaled: true, half ? 2 : 1) { Scale = scale };
    }

    /// <summary>Reads a number in words.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Where it begins: with one to ten, or “hăm”.</param>
    /// <param name="last">Whether it may begin with a word that mostly stands behind a ten: the “tư” of “ba phần tư”.</param>
    public ReadNumber WordsAt(Sentence sentence, int at, bool last = false)
    {
        decimal total = 0;
        decimal group = 0;
        decimal pending = 0;
        decimal lastScale = 0;
        bool afterScale = false;
        int end = at;
        for (; end < sentence.Count; end++)
        {
            if (!_words.TryGetValue(sentence[end].Word, out NumberWord word) || (end > at && !sentence[end].SpaceBefore) || (sentence[end].Capitalised && end > at))
            {
                break;
            }

            bool wasScale = afterScale;
            afterScale = false;
            if (word.Role is NumberRole.Digit && pending == 0 && (end == at || lastScale > 0 || group > 0))
            {
                // “hai trăm năm” is a length of time
                if (sentence[end].Word == _five && wasScale && RoleOf(sentence[end + 1]) is not (NumberRole.Tens or NumberRole.Scale))
                {
                    break;
                }

                pending = word.Value;
                afterScale = wasScale;
            }
            else if (word.Role is NumberRole.Last && ((end == at && last) || (pending == 0 && ((group > 0 && group % 100 >= 10) || wasScale || (end > at && RoleOf(sentence[end - 1]) == NumberRole.Zero)))))
            {
                pending = word.Value;
                afterScale = wasScale;
            }
            else if (word.Role is NumberRole.Last && pending is > 1 and < 10 && group % 100 == 0)
            {
                // “hai lăm”: twenty-five
                group += pending * 10;
                pending = word.Value;
            }
            else if (word.Role is NumberRole.Twenty && end == at && RoleOf(sentence[end + 1]) is NumberRole.Digit or NumberRole.Last)
            {
                group += word.Value;
            }
            else if (word.Role is NumberRole.Ten && pending == 0)
            {
                group += 10;
            }
            else if (word.Role is NumberRole.Tens && pending > 0)
            {
                group += pending * 10;
                pending = 0;
            }
            else if (word.Role is NumberRole.Zero && end > at && pending == 0 && RoleOf(sentence[end + 1]) is NumberRole.Digit or NumberRole.Last)
            {
                continue;
            }
            else if (word.Role is NumberRole.Zero && end > at && pending == 0 && _words.TryGetValue(sentence[end + 1].Word, out NumberWord hundred) && hundred.Value == 100)
            {
                // “ba nghìn không trăm bốn mươi mốt”
                end++;
            }
            else if (word.Role is NumberRole.Scale && group + pending > 0 && !IsRatio(sentence, end))
            {
                if (word.Value <= 100)
                {
                    group = group % 100 == 0 ? group + (pending * word.Value) : (group + pending) * word.Value;
                    pending = 0;
                }
                else
                {
                    // “trăm hai triệu”: 120 millions
                    pending *= wasScale && lastScale == 100 ? 10 : 1;
                    total += Times(group + pending, word.Value);
                    group = pending = 0;
                }

                lastScale = word.Value;
                afterScale = true;
            }
            else if (word.Role is NumberRole.Scale && total > 0 && group + pending == 0 && word.Value > 100)
            {
                total = Times(total, word.Value);
                lastScale = Times(lastScale, word.Value);
                afterScale = true;
            }
            else if (word.Role is NumberRole.Half && lastScale > 0 && pending == 0 && (group == 0 || lastScale <= 100))
            {
                total += lastScale / 2;
                afterScale = false;
                end++;
                break;
            }
            else
            {
                break;
            }
        }

        if (end == at)
        {
            return default;
        }

        // “một triệu hai”, “nghìn tám”: the last digit counts tenths of the scale before it.
        if (afterScale && pending > 0)
        {
            pending *= lastScale / 10;
        }

        return new ReadNumber(end, total + group + pending, Grouped: false, Scaled: total > 0, end - at) { Scale = lastScale == 0 ? 1 : lastScale };
    }

    // “ba bốn trăm”, “bốn, năm trăm”, “dăm bảy”, “đôi ba chục”, “mươi lăm”, “mười hai, mười ba”
    private ReadNumber PairAt(Sentence sentence, int at)
    {
        if (!_words.TryGetValue(sentence[at].Word, out NumberWord first) || first.Role is not (NumberRole.Digit or NumberRole.Few or NumberRole.Tens or NumberRole.Ten))
        {
            return default;
        }

        int second = at + 1;
        if (sentence[second].Word == _comma && first.Role is NumberRole.Digit)
        {
            second++;
        }

        if (!sentence[second].SpaceBefore || sentence[second].Capitalised)
        {
            return default;
        }

        _words.TryGetValue(sentence[second].Word, out NumberWord next);
        bool pair = first.Role switch
        {
            NumberRole.Digit => next.Role == NumberRole.Digit && (next.Value == first.Value + 1 || (first.Value == 5 && next.Value == 7 && second == at + 1)),
            NumberRole.Few => next.Role == NumberRole.Digit && next.Value > first.Value && next.Value - first.Value <= 2,
            NumberRole.Tens => next.Value == 5 && next.Role == NumberRole.Last,
            _ => false,
        };
        if (pair)
        {
            ReadNumber upper = WordsAt(sentence, second, last: true);
            decimal times = upper.Value / next.Value;
            return IsPowerOfTen(times)
                ? upper with { Value = first.Role == NumberRole.Tens ? 10 : first.Value * times, To = first.Role == NumberRole.Tens ? 15 : upper.Value, Words = upper.End - at }
                : default;
        }

        if (first.Role is NumberRole.Few or NumberRole.Tens)
        {
            return default;
        }

        ReadNumber lower = WordsAt(sentence, at);
        if (lower.Words > 1 && sentence[lower.End].Word == _comma && WordsAt(sentence, lower.End + 1) is { End: > 0 } higher && higher.Value == lower.Value + 1)
        {
            return higher with { Value = lower.Value, To = higher.Value, Words = higher.End - at };
        }

        return default;
    }

    private static bool IsPowerOfTen(decimal value)
    {
        while (value >= 10)
        {
            value /= 10;
        }

        return value == 1;
    }
}
