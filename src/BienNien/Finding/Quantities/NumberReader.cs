using System.Collections.Immutable;
using System.Globalization;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.Quantities;

/// <summary>Reads numbers: <c>6.724,72</c>, <c>12,500.75</c>, <c>1 250 000</c>, <c>26,7 triệu</c>, <c>hai mươi lăm</c>, <c>ba bốn trăm</c>. Immutable.</summary>
/// <remarks>Answers an empty number for what is none; allocates nothing.</remarks>
internal sealed partial class NumberReader
{
    private const int MostGroups = 5;

    private readonly Dictionary<int, NumberWord> _words = [];
    private readonly WordSet _notScale;
    private readonly int _ratio;
    private readonly int _five;
    private readonly int _million;
    private readonly int _comma;

    public NumberReader(Vocabulary.Builder words)
    {
        DataTable table = DataTable.Load("number-words");
        (int word, int value, int role) = (table.IndexOf("word"), table.IndexOf("value"), table.IndexOf("role"));
        List<int> digits = [];
        List<int> scales = [];
        foreach (var row in table.Rows)
        {
            NumberWord known = new(Enum.Parse<NumberRole>(row[role], ignoreCase: true), decimal.Parse(row[value], CultureInfo.InvariantCulture));
            int number = words.Add(row[word]);
            _words.Add(number, known);
            if (known.Role is NumberRole.Digit or NumberRole.Ten or NumberRole.Twenty or NumberRole.Few or NumberRole.Tens)
            {
                digits.Add(number);
            }
            else if (known.Role is NumberRole.Scale)
            {
                scales.Add(number);
            }
        }

        Openings = [.. digits];
        Scales = [.. scales];
        _ratio = words.Add("tỷ");
        _notScale = words.AddSet("lệ", "trọng", "số", "suất", "giá", "phú", "mỉ", "dụ", "thí", "tê");
        _five = words.Add("năm");
        _million = words.Add("tr");
        _comma = words.Add(",");
    }

    private enum NumberRole
    {
        Digit,
        Last,
        Ten,
        Twenty,
        Tens,
        Few,
        Scale,
        Glued,
        Zero,
        Half,
    }

    /// <summary>The words that can begin a number: one to ten, and those that begin a pair.</summary>
    public ImmutableArray<int> Openings { get; }

    /// <summary>The scale words: a few numbers begin with them (“trăm rưỡi”, “hơn nghìn”).</summary>
    public ImmutableArray<int> Scales { get; }

    /// <summary>Reads figures with their scale words.</summary>
    public ReadNumber FiguresAt(Sentence sentence, int at)
    {
        ReadNumber figures = DigitsAt(sentence, at);
        if (figures.End == 0)
        {
            return default;
        }

        Token after = sentence[figures.End];
        if (!after.SpaceBefore && _words.TryGetValue(after.Word, out NumberWord glued) && glued.Role == NumberRole.Glued)
        {
            return figures with { End = figures.End + 1, Value = Times(figures.Value, glued.Value), Scaled = true, Scale = glued.Value };
        }

        decimal scale = ScaleAt(sentence, figures.End, out int end);
        if (scale == 0 || IsPages(sentence, figures))
        {
            return figures;
        }

        decimal value = Times(figures.Value, scale);
        if (RoleOf(sentence[end]) == NumberRole.Half)
        {
            return figures with { End = end + 1, Value = value + (scale / 2), Scaled = true, Scale = scale };
        }

        // “1 triệu 200 nghìn”: a smaller scale goes on.
        ReadNumber more = sentence[end].IsNumber ? DigitsAt(sentence, end) : default;
        decimal smaller = more.End > 0 ? ScaleAt(sentence, more.End, out int last) : Nothing(out last);
        return smaller > 0 && smaller < scale
            ? figures with { End = last, Value = value + Times(more.Value, smaller), Scaled = true, Scale = scale }
            : figures with { End = end, Value = value, Scaled = true, Scale = scale };
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

    /// <summary>Whether “rưỡi” stands here: half of what stands before is added.</summary>
    public bool IsHalf(Sentence sentence, int at) => RoleOf(sentence[at]) == NumberRole.Half && !sentence[at].Capitalised;

    /// <summary>Whether a number word stands here.</summary>
    public bool IsNumberWord(in Token token) => _words.ContainsKey(token.Word);

    // “tỷ lệ”, “tỷ trọng”: not the number.
    private bool IsRatio(Sentence sentence, int at) => sentence[at].Word == _ratio && _notScale.Contains(sentence[at + 1]);

    // “NXB Sự thật, 1976, 320 tr.”: pages, no millions.
    private bool IsPages(Sentence sentence, ReadNumber figures) =>
        sentence[figures.End].Word == _million && figures.Value >= 16 && sentence[figures.End].SpaceBefore && sentence[figures.End + 1].IsMark;

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

        bool groups = first.Length <= 3 && first.Number > 0;
        if (groups && SpacedAt(sentence, at) is { End: > 0 } spaced)
        {
            return spaced;
        }

        decimal value = first.Number;
        int end = at + 1;
        int points = groups ? Groups(sentence, '.', ref end, ref value) : 0;
        int commas = 0;
        if (groups && points == 0 && IsGroup(sentence, end, ',') && (IsGroup(sentence, end + 2, ',') || (Joined(sentence, end + 2, '.') && sentence[end + 3].Length != 3)))
        {
            // English dress, betrayed by its second mark.
            commas = Groups(sentence, ',', ref end, ref value);
        }

        char decimalMark = commas > 0 ? '.' : ',';
        bool comma = Joined(sentence, end, decimalMark);
        bool point = !comma && points == 0 && commas == 0 && Joined(sentence, end, '.') && (sentence[end + 1].Length != 3 || first.Number == 0);
        NumberDress dress = commas > 0 ? NumberDress.English : points > 1 ? NumberDress.Vietnamese : points == 1 ? NumberDress.Ambiguous : NumberDress.Plain;
        if (comma || point)
        {
            dress = commas > 0 || point ? NumberDress.English
                : points == 0 && groups && sentence[end + 1].Length == 3 ? NumberDress.Ambiguous : NumberDress.Vietnamese;
            value += Decimals(sentence[end + 1]);
            end += 2;
        }

        return new ReadNumber(end, value, points + commas > 0, Scaled: false, 0) { Dress = dress, Scale = 1 };
    }

    // “1 250 000”, “1 320,5”: groups of three, one space apart; more figures behind them make a row of numbers.
    private static ReadNumber SpacedAt(Sentence sentence, int at)
    {
        decimal value = sentence[at].Number;
        int end = at + 1;
        while (end - at <= MostGroups && sentence[end] is { IsNumber: true, Length: 3, Number: >= 0 } group && group.Start == sentence[end - 1].End + 1 && (group.Traits & TokenTraits.LineBefore) == 0)
        {
            value = (value * 1000) + group.Number;
            end++;
        }

        if (end == at + 1 || sentence[end].IsNumber)
        {
            return default;
        }

        if (Joined(sentence, end, ',') || Joined(sentence, end, '.'))
        {
            value += Decimals(sentence[end + 1]);
            end += 2;
        }

        return new ReadNumber(end, value, Grouped: false, Scaled: false, 0) { Dress = NumberDress.Spaced, Scale = 1 };
    }

    private static int Groups(Sentence sentence, char mark, ref int end, ref decimal value)
    {
        int groups = 0;
        while (groups < MostGroups && IsGroup(sentence, end, mark))
        {
            value = (value * 1000) + sentence[end + 1].Number;
            end += 2;
            groups++;
        }

        return groups;
    }

    private static decimal Decimals(in Token figures)
    {
        decimal divisor = 1;
        for (int i = 0; i < figures.Length; i++)
        {
            divisor *= 10;
        }

        return figures.Number / divisor;
    }

    private static bool IsGroup(Sentence sentence, int at, char mark) => Joined(sentence, at, mark) && sentence[at + 1].Length == 3;

    private static bool Joined(Sentence sentence, int at, char mark) =>
        sentence[at] is { IsMark: true, Length: 1, SpaceBefore: false } joint && sentence.Text[joint.Start] == mark
        && sentence[at + 1] is { IsNumber: true, SpaceBefore: false, Number: >= 0 };

    private readonly record struct NumberWord(NumberRole Role, decimal Value);
}
