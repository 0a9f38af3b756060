using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using BienNien.Knowledge;

namespace BienNien.Checking.Citations;

/// <summary>The prescribed form of papers' numbers: “12-CT/TU” of the Party, “12/QĐ-UBND” and “12/2020/NĐ-CP” of the State, “39/2019/QH14” of the Assembly. Immutable, safe to share.</summary>
/// <remarks>Codes and issuers are in <c>data/paper-types.tsv</c> and <c>data/paper-number-shapes.tsv</c>.</remarks>
internal sealed class PaperNumberForm
{
    // Thông tư liên tịch 55/2005/TTLT-BNV-VPCP made one form of the many that offices of the State had.
    private const int OneFormSince = 2005;

    // The terms of the Assembly whose laws carry the year in their number.
    private const int YearedTerm = 10;
    private const string Assembly = "QH";

    private readonly FrozenSet<string> _codes;
    private readonly FrozenSet<string> _party;
    private readonly FrozenSet<string> _state;
    private readonly FrozenSet<string> _own;
    private readonly FrozenDictionary<string, int> _yeared;
    private readonly FrozenDictionary<string, string> _unmarked;

    public PaperNumberForm()
    {
        _codes = DataTable.Load("paper-types").Column("code").Where(static one => one.Length > 1).ToFrozenSet(StringComparer.Ordinal);
        DataTable shapes = DataTable.Load("paper-number-shapes");
        (int part, int sort, int value) = (shapes.IndexOf("part"), shapes.IndexOf("kind"), shapes.IndexOf("value"));
        _party = Parts("party");
        _state = Parts("state");
        _own = Parts("own");
        _yeared = shapes.Rows.Where(row => row[sort] == "yeared").ToFrozenDictionary(row => row[part], row => int.Parse(row[value], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        _unmarked = shapes.Rows.Where(row => row[sort] == "unmarked").ToFrozenDictionary(row => row[value], row => row[part], StringComparer.Ordinal);

        FrozenSet<string> Parts(string kind) => shapes.Rows.Where(row => row[sort] == kind).Select(row => row[part]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether letters are the code of a type of paper: QĐ, NQ.</summary>
    public bool IsCode(string letters) => _codes.Contains(letters);

    /// <summary>Whether letters are those of an issuer: TU, UBND, BTC.</summary>
    public bool IsIssuer(ReadOnlySpan<char> letters) => letters.ToString() is var written && (_party.Contains(written) || IsState(written));

    /// <summary>The number as it should be; null when its form is right, or nothing tells.</summary>
    /// <param name="printed">As printed, from its first figure to its last letter.</param>
    /// <param name="year">The year of the paper's date; null when it is not told.</param>
    /// <param name="isLetter">Whether the paper is a letter (công văn), whose symbol has the issuer first and then the office that wrote it.</param>
    public string? Right(string printed, int? year, bool isLetter)
    {
        if (!PaperNumber.TryRead(printed, out PaperNumber? number) || number.Symbols.Length == 0)
        {
            return null;
        }

        ImmutableArray<PaperSymbol> symbols = number.Symbols;
        return symbols.Length switch
        {
            1 => OneSymbol(number, symbols[0], year),
            2 => TwoSymbols(number, symbols[0], symbols[1], year, isLetter),
            _ => null,
        };
    }

    /// <summary>The code that a number should carry for its type; null when it carries that, or nothing tells: “Nghị quyết số 12-CT/TU”.</summary>
    /// <param name="printed">As printed.</param>
    /// <param name="code">The code of the type named before the number.</param>
    public string? OtherType(string printed, string code) =>
        _own.Contains(code) && PaperNumber.TryRead(printed, out PaperNumber? number) && number.Symbols.Length == 2 && number.Symbols[0].Letters is var carried && carried != code && _own.Contains(carried)
            && (_party.Contains(number.Symbols[1].Letters) || IsState(number.Symbols[1].Letters))
            ? printed.Replace(carried, code, StringComparison.Ordinal)
            : null;

    private string? OneSymbol(PaperNumber number, PaperSymbol symbol, int? year)
    {
        if (symbol.Letters.StartsWith(Assembly, StringComparison.Ordinal)
            && int.TryParse(symbol.Letters.AsSpan(Assembly.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int term) && term >= YearedTerm)
        {
            return number.Year is null || symbol.Mark != '/' || symbol.IsSpaced
                ? string.Create(CultureInfo.InvariantCulture, $"{number.Number}/{(number.Year ?? year)?.ToString(CultureInfo.InvariantCulture) ?? "…"}/{symbol.Letters}")
                : null;
        }

        if (number.Year is { } told)
        {
            return symbol is { Mark: '-', Letters.Length: > 1 } ? string.Create(CultureInfo.InvariantCulture, $"{number.Number}/{told}/…-{symbol.Letters}") : null;
        }

        // “15/NQTU”: a mark is left out.
        string letters = symbol.Letters;
        if (symbol.Mark is not ('/' or '-') || _codes.Contains(letters) || _party.Contains(letters) || _state.Contains(letters))
        {
            return null;
        }

        for (int cut = 2; cut < letters.Length; cut++)
        {
            if (_codes.Contains(letters[..cut]) && Written(number, letters[..cut], letters[cut..], null) is { } right)
            {
                return right;
            }
        }

        return null;
    }

    private string? TwoSymbols(PaperNumber number, PaperSymbol first, PaperSymbol second, int? year, bool isLetter)
    {
        string code = _unmarked.GetValueOrDefault(first.Letters, first.Letters);
        string issuer = second.Letters;
        bool misspelt = code != first.Letters;
        if (_codes.Contains(code) && (_party.Contains(issuer) || IsState(issuer) || misspelt))
        {
            bool party = _party.Contains(issuer);
            bool marks = party ? (number.Year is not null || (first.Mark, second.Mark) == ('-', '/')) : (first.Mark, second.Mark) == ('/', '-');
            bool spaced = (first.IsSpaced && first.Mark != '-') || (second.IsSpaced && second.Mark != '-');
            bool yearless = number.Year is null && year is not null && _yeared.TryGetValue($"{code}-{issuer}", out int since) && year >= since;

            // Offices of the State had strokes and hyphens as they liked; a point or nothing was never right.
            bool old = !party && first.Mark is '/' or '-' && second.Mark is '/' or '-' && !((number.Year ?? year) >= OneFormSince);
            return (!marks && !old) || spaced || misspelt || yearless ? Written(number, code, issuer, yearless ? year : null) : null;
        }

        // “30/2020/CP-NĐ”: the issuer before the type.
        return !isLetter && _codes.Contains(issuer) && !_codes.Contains(first.Letters) && first.Mark == '/' && second.Mark == '-' && (_state.Contains(first.Letters) || (number.Year is not null && IsState(first.Letters)))
            ? Written(number, issuer, first.Letters, null)
            : null;
    }

    private string? Written(PaperNumber number, string code, string issuer, int? year) =>
        _party.Contains(issuer) ? $"{number.Number}-{code}/{issuer}"
        : IsState(issuer) || year is not null ? string.Create(CultureInfo.InvariantCulture, $"{number.Number}{((number.Year ?? year) is { } told ? $"/{told}" : "")}/{code}-{issuer}")
        : null;

    // A known office, or a ministry: “BVHTTDL”.
    private bool IsState(string letters) => _state.Contains(letters) || (letters.Length > 2 && letters[0] == 'B' && !_codes.Contains(letters) && !letters.Any(char.IsLower));
}
