using System.Collections.Immutable;
using System.Text;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>How the points and commas of a number stand.</summary>
internal enum RunDress
{
    /// <summary>None, or they tell nothing: <c>1,250 m</c>.</summary>
    Silent,

    /// <summary>The Vietnamese way for certain: <c>26,7</c>, <c>1.250.000</c>.</summary>
    Vietnamese,

    /// <summary>As thousands stand the Vietnamese way: <c>1.250</c>.</summary>
    VietnameseThousands,

    /// <summary>The English way: <c>28.5</c>, <c>1,250,000</c>.</summary>
    English,

    /// <summary>As thousands stand the English way: <c>1,250</c>; decimals where parts are possible.</summary>
    EnglishThousands,

    /// <summary>No way: <c>1.25.000</c>, <c>3 .500</c>.</summary>
    Broken,
}

/// <summary>Figures with the points and commas between them, as they are written.</summary>
/// <param name="First">The first token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Dress">How it is dressed.</param>
/// <param name="IsSpaced">Whether a space stands beside one of its marks.</param>
internal readonly record struct NumberRun(int First, int End, RunDress Dress, bool IsSpaced)
{
    /// <summary>Reads the run that begins at a number; a single number is a run, too.</summary>
    public static NumberRun At(string text, ImmutableArray<Token> tokens, int first)
    {
        int at = first + 1;
        bool spaced = false;
        while (at + 1 < tokens.Length && tokens[at].IsMark && tokens[at].Length == 1 && text[tokens[at].Start] is '.' or ',' && tokens[at + 1].IsNumber)
        {
            bool before = tokens[at].SpaceBefore;
            bool after = tokens[at + 1].SpaceBefore;
            // “3 .500”, “12. 600”: one space, before or behind a point, and three figures after it.
            bool slip = before != after && text[tokens[at].Start] == '.' && tokens[at + 1].Length == 3 && tokens[at - 1].Length <= 3 && !spaced
                && ((tokens[at].Traits | tokens[at + 1].Traits) & TokenTraits.LineBefore) == 0;
            if ((before || after) && !slip)
            {
                break;
            }

            spaced |= slip;
            at += 2;
        }

        return new NumberRun(first, at, spaced ? RunDress.Broken : DressOf(text.AsSpan(tokens[first].Start, tokens[at - 1].End - tokens[first].Start)), spaced);
    }

    /// <summary>The figures of a run with a point before each third from the end.</summary>
    public static string Regrouped(string run)
    {
        StringBuilder digits = new();
        foreach (char c in run)
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
            }
        }

        for (int i = digits.Length - 3; i > 0; i -= 3)
        {
            digits.Insert(i, '.');
        }

        return digits.ToString();
    }

    private static RunDress DressOf(ReadOnlySpan<char> run)
    {
        int points = run.Count('.');
        int commas = run.Count(',');
        if (points + commas == 0)
        {
            return RunDress.Silent;
        }

        int firstLength = run.IndexOfAny('.', ',');
        int lastMark = run.LastIndexOfAny('.', ',');
        int lastLength = run.Length - lastMark - 1;
        if (points + commas == 1)
        {
            return (points == 1, lastLength) switch
            {
                (true, 3) => firstLength <= 3 ? run[0] == '0' ? RunDress.English : RunDress.VietnameseThousands : run[(lastMark + 1)..].SequenceEqual("000") ? RunDress.Broken : RunDress.Silent,
                (true, 4 or 5 or 6) => RunDress.Broken,
                (true, < 3) => RunDress.English,
                (true, _) => RunDress.Silent,
                (false, 3) => firstLength <= 3 && run[0] != '0' ? RunDress.EnglishThousands : RunDress.Vietnamese,
                _ => RunDress.Vietnamese,
            };
        }

        // Groups of three behind the first, and perhaps decimals behind the other mark.
        bool mixed = points > 0 && commas > 0;
        char decimals = run[lastMark];
        bool single = mixed && (decimals == ',' ? commas : points) == 1;
        ReadOnlySpan<char> whole = single ? run[..lastMark] : run;
        char group = single ? decimals == ',' ? '.' : ',' : decimals;
        if (mixed && !single)
        {
            return RunDress.Broken;
        }

        bool thirds = firstLength is >= 1 and <= 3;
        bool some = false;
        int start = firstLength + 1;
        while (start <= whole.Length)
        {
            int next = whole[start..].IndexOf(group);
            int length = next < 0 ? whole.Length - start : next;
            thirds &= length == 3;
            some |= length == 3;
            start += length + 1;
        }

        return thirds ? group == '.' ? RunDress.Vietnamese : RunDress.English : some ? RunDress.Broken : RunDress.Silent;
    }
}
