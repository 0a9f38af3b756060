using System.Globalization;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.Quantities;

/// <summary>A number read from a text.</summary>
/// <param name="End">One past its last token; 0 when there is none.</param>
/// <param name="Value">What it is worth, scale words included.</param>
/// <param name="Grouped">Whether a point groups its thousands (<c>5.700.000</c>): such a number is never a year or a name.</param>
/// <param name="Scaled">Whether a scale word multiplies it (<c>10 vạn</c>).</param>
/// <param name="Words">Of how many number words it consists, figures not counted.</param>
internal readonly record struct ReadNumber(int End, decimal Value, bool Grouped, bool Scaled, int Words);

/// <summary>Reads numbers in Vietnamese dress: <c>6.724,72</c>, <c>26,7 triệu</c>, <c>hai mươi lăm</c>. Immutable.</summary>
/// <remarks>Answers an empty number for what is none; allocates nothing.</remarks>
internal sealed class NumberReader
{
    private readonly Dictionary<int, NumberWord> _words = [];
    private readonly WordSet _notScale;
    private readonly int _ratio;

    public NumberReader(Vocabulary.Builder words)
    {
        DataTable table = DataTable.Load("number-words");
        (int word, int value, int role) = (table.IndexOf("word"), table.IndexOf("value"), table.IndexOf("role"));
        List<int> digits = [];
        foreach (var row in table.Rows)
        {
            NumberWord known = new(Enum.Parse<NumberRole>(row[role], ignoreCase: true), decimal.Parse(row[value], CultureInfo.InvariantCulture));
            int number = words.Add(row[word]);
            _words.Add(number, known);
            if (known.Role is NumberRole.Digit or NumberRole.Ten)
            {
                digits.Add(number);
            }
        }

        Openings = [.. digits];
        _ratio = words.Add("tỷ");
        _notScale = words.AddSet("lệ", "trọng", "số", "suất", "giá", "phú", "mỉ");
    }

    private enum NumberRole
    {
        Digit,
        Ten,
        Tens,
        Scale,
        Zero,
        Half,
    }

    /// <summary>The words that can begin a number: one to ten.</summary>
    public System.Collections.Immutable.ImmutableArray<int> Openings { get; }

    /// <summary>Reads figures with their scale words.</summary>
    public ReadNumber FiguresAt(Sentence sentence, int at)
    {
        ReadNumber figures = DigitsAt(sentence, at);
        if (figures.End == 0)
        {
            return default;
        }

        decimal scale = ScaleAt(sentence, figures.End, out int end);
        if (scale == 0)
        {
            return figures;
        }

        decimal value = Times(figures.Value, scale);
        if (RoleOf(sentence[end]) == NumberRole.Half)
        {
            return new ReadNumber(end + 1, value + (scale / 2), figures.Grouped, Scaled: true, 0);
        }

        // “1 triệu 200 nghìn”: a smaller scale goes on.
        ReadNumber more = sentence[end].IsNumber ? DigitsAt(sentence, end) : default;
        decimal smaller = more.End > 0 ? ScaleAt(sentence, more.End, out int last) : Nothing(out last);
        return smaller > 0 && smaller < scale
            ? new ReadNumber(last, value + Times(more.Value, smaller), figures.Grouped, Scaled: true, 0)
            : new ReadNumber(end, value, figures.Grouped, Scaled: true, 0);
    }

    /// <summary>Reads a number in words; it must begin with one to ten.</summary>
    public ReadNumber WordsAt(Sentence sentence, int at)
    {
        decimal total = 0;
        decimal group = 0;
        decimal pending = 0;
        decimal lastScale = 0;
        int end = at;
        for (; end < sentence.Count; end++)
        {
            if (!_words.TryGetValue(sentence[end].Word, out NumberWord word) || (end > at && !sentence[end].SpaceBefore) || (sentence[end].Capitalised && end > at))
            {
                break;
            }

            if (word.Role is NumberRole.Digit && pending == 0 && (end == at || lastScale > 0 || group > 0))
            {
                pending = word.Value;
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
            else if (word.Role is NumberRole.Zero && end > at && pending == 0 && RoleOf(sentence[end + 1]) == NumberRole.Digit)
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
                    group += pending * word.Value;
                    pending = 0;
                }
                else
                {
                    total += Times(group + pending, word.Value);
                    group = pending = 0;
                }

                lastScale = word.Value;
            }
            else if (word.Role is NumberRole.Scale && total > 0 && group + pending == 0 && word.Value > 100)
            {
                total = Times(total, word.Value);
                lastScale = word.Value;
            }
            else if (word.Role is NumberRole.Half && lastScale > 0 && group + pending == 0)
            {
                total += lastScale / 2;
                end++;
                break;
            }
            else
            {
                break;
            }
        }

        return end == at ? default : new ReadNumber(end, total + group + pending, Grouped: false, Scaled: total > 0, end - at);
    }

    /// <summary>Reads scale words alone: nghìn, trăm nghìn, nghìn tỷ.</summary>
    /// <returns>What they multiply by; 0 when there is none.</returns>
    public decimal ScaleAt(Sentence sentence, int at, out int end)
    {
        decimal scale = 0;
        end = at;
        while (_words.TryGetValue(sentence[end].Word, out NumberWord word) && word.Role == NumberRole.Scale && !IsRatio(sentence, end) && end - at < 3 && !sentence[end].Capitalised)
        {
            scale = scale == 0 ? word.Value : Times(scale, word.Value);
            end++;
        }

        return scale;
    }

    // “tỷ lệ”, “tỷ trọng”: not the number.
    private bool IsRatio(Sentence sentence, int at) => sentence[at].Word == _ratio && _notScale.Contains(sentence[at + 1]);

    private NumberRole? RoleOf(in Token token) => _words.TryGetValue(token.Word, out NumberWord word) ? word.Role : null;

    private static decimal Nothing(out int end)
    {
        end = 0;
        return 0;
    }

    // A number of more than 28 digits is no amount of anything.
    private static decimal Times(decimal value, decimal scale) => value < 1e14m && scale < 1e14m ? value * scale : value;

    private static ReadNumber DigitsAt(Sentence sentence, int at)
    {
        Token first = sentence[at];
        if (!first.IsNumber || first.Number < 0)
        {
            return default;
        }

        decimal value = first.Number;
        int end = at + 1;
        int groups = 0;
        if (first.Length <= 3 && first.Number > 0)
        {
            while (groups < 5 && Joined(sentence, end, '.') && sentence[end + 1].Length == 3)
            {
                value = (value * 1000) + sentence[end + 1].Number;
                end += 2;
                groups++;
            }
        }

        if (groups == 0 && first.Length <= 3 && Joined(sentence, end, ',') && sentence[end + 1].Length == 3 && Joined(sentence, end + 2, ',') && sentence[end + 3].Length == 3)
        {
            // English dress, betrayed by its second comma.
            while (groups < 5 && Joined(sentence, end, ',') && sentence[end + 1].Length == 3)
            {
                value = (value * 1000) + sentence[end + 1].Number;
                end += 2;
                groups++;
            }
        }
        else if (Joined(sentence, end, ',') || (groups == 0 && Joined(sentence, end, '.') && sentence[end + 1].Length != 3))
        {
            Token decimals = sentence[end + 1];
            decimal divisor = 1;
            for (int i = 0; i < decimals.Length; i++)
            {
                divisor *= 10;
            }

            value += decimals.Number / divisor;
            end += 2;
        }

        return new ReadNumber(end, value, groups > 0, Scaled: false, 0);
    }

    private static bool Joined(Sentence sentence, int at, char mark) =>
        sentence[at] is { IsMark: true, Length: 1, SpaceBefore: false } joint && sentence.Text[joint.Start] == mark
        && sentence[at + 1] is { IsNumber: true, SpaceBefore: false, Number: >= 0 };

    private readonly record struct NumberWord(NumberRole Role, decimal Value);
}
