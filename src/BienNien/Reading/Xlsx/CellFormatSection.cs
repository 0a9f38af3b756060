using System.Collections.Immutable;

namespace BienNien.Reading.Xlsx;

/// <summary>What a section of a number format makes of a number.</summary>
internal enum CellFormatKind
{
    General,
    Number,
    Exponent,
    Date,
    Literal,
}

/// <summary>What a stretch of a number format stands for.</summary>
internal enum CellTokenKind
{
    Literal,
    Whole,
    Decimal,
    Point,
    Date,
}

/// <summary>A stretch of a number format.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Text">Its characters, without quotes; for a part of a date its letters, small (<c>yyyy</c>, <c>am/pm</c>).</param>
internal readonly record struct CellToken(CellTokenKind Kind, string Text);

/// <summary>One section of a number format: for positive numbers, negative ones, or zero.</summary>
internal sealed class CellFormatSection
{
    private CellFormatSection(ImmutableArray<CellToken> tokens) => Tokens = tokens;

    public ImmutableArray<CellToken> Tokens { get; private init; }

    public CellFormatKind Kind { get; private init; }

    /// <summary>Whether points part the thousands.</summary>
    public bool Grouped { get; private init; }

    /// <summary>How often the number is divided by a thousand.</summary>
    public int Thousands { get; private init; }

    public int Percents { get; private init; }

    /// <summary>Digits before the comma that are shown though they are leading zeros.</summary>
    public int NeededDigits { get; private init; }

    public int Decimals { get; private init; }

    /// <summary>Decimals that are shown though they are trailing zeros.</summary>
    public int NeededDecimals { get; private init; }

    /// <summary>Whether hours are counted to twelve.</summary>
    public bool HalfDays { get; private init; }

    /// <summary>The sections of a format.</summary>
    public static ImmutableArray<CellFormatSection> All(string code)
    {
        ImmutableArray<CellFormatSection>.Builder sections = ImmutableArray.CreateBuilder<CellFormatSection>();
        for (int at = 0; at <= code.Length && sections.Count < 3;)
        {
            sections.Add(Read(code, ref at));
        }

        return sections.DrainToImmutable();
    }

    private static CellFormatSection Read(string code, ref int at)
    {
        List<CellToken> tokens = [];
        bool general = false;
        bool exponent = false;
        bool fraction = false;
        bool afterPoint = false;
        int commas = 0;
        bool grouped = false;
        int percents = 0;
        for (; at < code.Length && code[at] != ';'; at++)
        {
            char c = code[at];
            switch (c)
            {
                case '"':
                    int quote = code.IndexOf('"', at + 1);
                    quote = quote < 0 ? code.Length : quote;
                    Literal(tokens, code[(at + 1)..quote]);
                    at = quote;
                    break;
                case '\\' when at + 1 < code.Length:
                    Literal(tokens, code[++at].ToString());
                    break;
                case '_' or '*' when at + 1 < code.Length:
                    at++;
                    break;
                case '[':
                    int end = code.IndexOf(']', at);
                    end = end < 0 ? code.Length : end;
                    Bracket(tokens, code[(at + 1)..end]);
                    at = end;
                    break;
                case '0' or '#' or '?':
                    grouped |= commas > 0 && !afterPoint;
                    commas = 0;
                    tokens.Add(new CellToken(afterPoint ? CellTokenKind.Decimal : CellTokenKind.Whole, c.ToString()));
                    break;
                case '.' when !IsSecond(tokens):
                    afterPoint = true;
                    tokens.Add(new CellToken(CellTokenKind.Point, "."));
                    break;
                case ',':
                    commas++;
                    break;
                case '%':
                    percents++;
                    Literal(tokens, "%");
                    break;
                case 'E' or 'e' when at + 1 < code.Length && code[at + 1] is '+' or '-':
                    exponent = true;
                    break;
                case 'G' or 'g' when code.AsSpan(at).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    general = true;
                    at += "General".Length - 1;
                    break;
                case 'A' or 'a' when code.AsSpan(at).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase):
                    tokens.Add(new CellToken(CellTokenKind.Date, "am/pm"));
                    at += "AM/PM".Length - 1;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    int last = at;
                    while (last + 1 < code.Length && char.ToLowerInvariant(code[last + 1]) == char.ToLowerInvariant(c))
                    {
                        last++;
                    }

                    tokens.Add(new CellToken(CellTokenKind.Date, code[at..(last + 1)].ToLowerInvariant()));
                    at = last;
                    break;
                case '/' when tokens.Count > 0 && tokens[^1].Kind == CellTokenKind.Whole:
                    fraction = true;
                    break;
                case '@':
                    general = true;
                    break;
                default:
                    Literal(tokens, c.ToString());
                    break;
            }
        }

        at++;
        int digits = tokens.Count(static token => token.Kind is CellTokenKind.Whole or CellTokenKind.Decimal);
        bool date = tokens.Exists(static token => token.Kind == CellTokenKind.Date);
        return new CellFormatSection([.. date ? Minutes(tokens) : tokens])
        {
            Kind = date ? CellFormatKind.Date
                : general || fraction ? CellFormatKind.General
                : exponent ? CellFormatKind.Exponent
                : digits > 0 ? CellFormatKind.Number
                : CellFormatKind.Literal,
            Grouped = grouped,
            Thousands = digits > 0 ? Math.Min(commas, 4) : 0,
            Percents = Math.Min(percents, 4),
            NeededDigits = tokens.SkipWhile(static token => token is not { Kind: CellTokenKind.Whole, Text: "0" }).Count(static token => token.Kind == CellTokenKind.Whole),
            Decimals = tokens.Count(static token => token.Kind == CellTokenKind.Decimal),
            NeededDecimals = tokens.FindLastIndex(static token => token is { Kind: CellTokenKind.Decimal, Text: "0" }) is var lastZero and >= 0
                ? tokens.Take(lastZero + 1).Count(static token => token.Kind == CellTokenKind.Decimal)
                : 0,
            HalfDays = tokens.Exists(static token => token is { Kind: CellTokenKind.Date, Text: "am/pm" }),
        };
    }

    // “[h]” counts hours beyond a day; “[$₫-42A]” is a currency with its country; colours and conditions are not shown.
    private static void Bracket(List<CellToken> tokens, string inside)
    {
        if (inside.Length > 0 && inside.Trim('h', 'H', 'm', 'M', 's', 'S').Length == 0)
        {
            tokens.Add(new CellToken(CellTokenKind.Date, $"[{char.ToLowerInvariant(inside[0])}]"));
        }
        else if (inside.StartsWith('$'))
        {
            int dash = inside.IndexOf('-', StringComparison.Ordinal);
            Literal(tokens, dash < 0 ? inside[1..] : inside[1..dash]);
        }
    }

    private static void Literal(List<CellToken> tokens, string text)
    {
        if (text.Length > 0)
        {
            tokens.Add(new CellToken(CellTokenKind.Literal, text));
        }
    }

    private static bool IsSecond(List<CellToken> tokens) => tokens.Count > 0 && tokens[^1].Kind == CellTokenKind.Date && tokens[^1].Text[0] == 's';

    // “m” is a month, but a minute after hours or before seconds.
    private static IEnumerable<CellToken> Minutes(List<CellToken> tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            bool isMinute = tokens[i] is { Kind: CellTokenKind.Date, Text: "m" or "mm" }
                && (Neighbour(tokens, i, -1) is 'h' || Neighbour(tokens, i, 1) is 's');
            yield return tokens[i].Kind is CellTokenKind.Whole or CellTokenKind.Decimal or CellTokenKind.Point
                ? new CellToken(CellTokenKind.Literal, "")
                : isMinute ? new CellToken(CellTokenKind.Date, "n" + tokens[i].Text[1..]) : tokens[i];
        }
    }

    private static char Neighbour(List<CellToken> tokens, int i, int step)
    {
        for (i += step; i >= 0 && i < tokens.Count; i += step)
        {
            if (tokens[i].Kind == CellTokenKind.Date)
            {
                return tokens[i].Text.TrimStart('[')[0];
            }
        }

        return '\0';
    }
}
