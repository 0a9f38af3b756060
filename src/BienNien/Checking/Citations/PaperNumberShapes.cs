using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Citations;

/// <summary>Numbers and dates of cited papers that are left blank or have not the form of their issuer (<c>data/paper-number-shapes.tsv</c>). Immutable, safe to share.</summary>
internal sealed partial class PaperNumberShapes
{
    // From the type of paper to its date.
    private const int LongestCitation = 26;
    private const int LongestType = 6;

    private readonly PhraseTable<string> _types;
    private readonly WordSet _openings;
    private readonly FrozenSet<string> _codes;
    private readonly FrozenSet<string> _party;
    private readonly FrozenSet<string> _state;
    private readonly ImmutableArray<(string Code, int Since)> _yeared;
    private readonly ImmutableArray<(string Right, string Wrong)> _unmarked;
    private readonly WordSet _number;
    private readonly WordSet _blank;
    private readonly int _day;
    private readonly int _month;
    private readonly int _year;
    private readonly int _slash;

    public PaperNumberShapes(Vocabulary.Builder words)
    {
        DataTable types = DataTable.Load("paper-types");
        (int form, int code, int kind) = (types.IndexOf("form"), types.IndexOf("code"), types.IndexOf("kind"));
        PhraseTable<string>.Builder phrases = new();
        List<int> openings = [];
        foreach (ImmutableArray<string> row in types.Rows.Where(row => row[kind] is "paper" or "law"))
        {
            ImmutableArray<int> phrase = words.AddPhrase(row[form]);
            phrases.Add(phrase.AsSpan(), row[code]);
            openings.Add(phrase[0]);
        }

        _types = phrases.Build();
        _openings = new WordSet(openings);
        _codes = types.Column("code").Where(static one => one.Length > 1).ToFrozenSet(StringComparer.Ordinal);
        DataTable shapes = DataTable.Load("paper-number-shapes");
        (int part, int sort, int value) = (shapes.IndexOf("part"), shapes.IndexOf("kind"), shapes.IndexOf("value"));
        _party = shapes.Rows.Where(row => row[sort] == "party").Select(row => row[part]).ToFrozenSet(StringComparer.Ordinal);
        _state = shapes.Rows.Where(row => row[sort] == "state").Select(row => row[part]).ToFrozenSet(StringComparer.Ordinal);
        _yeared = [.. shapes.Rows.Where(row => row[sort] == "yeared").Select(row => (row[part], int.Parse(row[value], CultureInfo.InvariantCulture)))];
        _unmarked = [.. shapes.Rows.Where(row => row[sort] == "unmarked").Select(row => (row[part], row[value]))];
        _number = words.AddSet("số");
        _blank = words.AddSet("…", "...", "....", ".....", "......", "_", "__", "___", "/", "-", "–");
        _day = words.Add("ngày");
        _month = words.Add("tháng");
        _year = words.Add("năm");
        _slash = words.Add("/");
    }

    /// <summary>The faults of a document.</summary>
    public void Find(DocumentAnalysis analysis, List<CitationFault> found)
    {
        for (int s = 0; s < analysis.Tokens.Sentences.Length; s++)
        {
            Sentence sentence = analysis.Tokens.SentenceAt(s);
            for (int at = 0; at < sentence.Count; at++)
            {
                int length = sentence[at].IsWord ? _types.Longest(sentence, at, out _) : 0;

                // “Số 45/KH-UBND”: a list of papers names their kinds elsewhere.
                bool bare = length == 0 && _number.Contains(sentence[at]) && sentence[at].Capitalised && sentence[at + 1].IsNumber && sentence[at + 2].IsMark && !sentence[at + 2].SpaceBefore
                    && sentence[at + 3] is { IsWord: true, AllUpper: true };
                if (bare)
                {
                    at = Math.Max(at, ReadCitation(sentence, at, at, found) - 1);
                }
                else if (length > 0)
                {
                    int end = ReadCitation(sentence, at, at + length, found);
                    at = Math.Max(at, end - 1);
                }
            }
        }
    }

    // Reads on from a type of paper; answers where its number or date ends.
    private int ReadCitation(Sentence sentence, int first, int end, List<CitationFault> found)
    {
        // “Luật Đất đai số 45/2013/QH13”: the title stands before the number.
        int number = end;
        while (number < sentence.Count && number - end <= LongestType && !_number.Contains(sentence[number]) && sentence[number].IsWord && !_openings.Contains(sentence[number]))
        {
            number++;
        }

        // “Nghị quyết 15/NQTU”: the word before the number may be left out.
        bool bare = sentence[end].IsNumber && sentence[end + 1].IsMark && !sentence[end + 1].SpaceBefore && sentence[end + 2].IsWord;
        if (!bare && !_number.Contains(sentence[number]))
        {
            return end;
        }

        int at = bare ? end : number + 1;
        Token opening = sentence[at];
        bool blank = opening.IsMark && _blank.Contains(opening) && IsCodeAhead(sentence, at);
        int after = at;
        if (blank)
        {
            while (sentence[after].IsMark || (sentence[after] is { IsWord: true } code && (code.AllUpper || !code.SpaceBefore)))
            {
                if (sentence.Surface(after) is "," or ";" or "." or ")")
                {
                    break;
                }

                after++;
            }
        }
        else if (opening.IsNumber)
        {
            after = at + 1;
            while (sentence[after].Kind != TokenKind.None && !sentence[after].SpaceBefore && (sentence.Surface(after) is not ("," or ";" or "." or ")" or ":" or "”") || (sentence.Surface(after) is "." && sentence[after + 1] is { IsWord: true, AllUpper: true, SpaceBefore: false })))
            {
                after++;
            }

            // “15 NQ/TU”, “30/2020 NĐ-CP”: a space for the mark.
            if (sentence[after] is { IsWord: true, Capitalised: true } && _codes.Contains(sentence.Surface(after).ToString()) && sentence[after + 1].IsMark && !sentence[after + 1].SpaceBefore
                && sentence[after + 2] is { IsWord: true, SpaceBefore: false, Capitalised: true })
            {
                after += 3;
            }
        }
        else
        {
            return end;
        }

        bool dateless = FindDate(sentence, after, out int dateFirst, out int dateEnd, out int? year, out bool cut);
        TextSpan whole = sentence.Span(first, dateless && dateEnd > 0 ? dateEnd : after);
        if (blank)
        {
            found.Add(new CitationFault(whole, new BilingualText("số văn bản còn để trống", "the paper's number is left blank"), null));
        }
        else if (dateless)
        {
            found.Add(new CitationFault(whole, new BilingualText("ngày ban hành còn để trống", "the paper's date is left blank"), null));
        }
        else
        {
            string printed = sentence.Text[sentence[at].Start..sentence[after - 1].End];
            if (Right(printed, year) is { } right)
            {
                found.Add(new CitationFault(
                    sentence.Span(first, after),
                    new BilingualText("số, ký hiệu không đúng thể thức", "number and symbol have not the prescribed form"),
                    $"{sentence.Text[sentence[first].Start..sentence[at].Start]}{right}".ReplaceLineEndings(" ")));
            }

            if (cut)
            {
                found.Add(new CitationFault(
                    sentence.Span(dateFirst, dateEnd), new BilingualText("năm ban hành thiếu chữ số", "the year of the date lacks a digit"), null));
            }
        }

        return Math.Max(after, dateEnd);
    }

    private bool IsCodeAhead(Sentence sentence, int at)
    {
        for (int i = at; i < at + 4; i++)
        {
            if (sentence[i].IsWord)
            {
                return sentence[i].AllUpper || _codes.Contains(sentence.Surface(i).ToString());
            }

            if (sentence[i].IsNumber)
            {
                return false;
            }
        }

        return false;
    }

    // True when the date behind a number is blank. Gives the year that is told, and whether its year is cut.
    private bool FindDate(Sentence sentence, int from, out int first, out int end, out int? year, out bool cut)
    {
        (first, end, year, cut) = (0, 0, null, false);
        for (int i = from; i < Math.Min(sentence.Count, from + LongestCitation); i++)
        {
            Token token = sentence[i];
            if (token.Word == _year && sentence[i + 1] is { IsNumber: true, Length: 4 } bare)
            {
                year = bare.Number;
                return false;
            }

            if (i > from && _openings.Contains(token) && _types.Longest(sentence, i, out _) > 0)
            {
                return false;
            }

            if (token.Word != _day)
            {
                continue;
            }

            if (i - from > 4)
            {
                return false;
            }

            Token next = sentence[i + 1];
            if (next.IsMark && (next.Word == _slash || _blank.Contains(next)))
            {
                (first, end) = (i, i + 2);
                while (sentence[end].IsNumber || sentence[end].IsMark && _blank.Contains(sentence[end]) || sentence[end].Word == _month || sentence[end].Word == _year)
                {
                    end++;
                }

                return true;
            }

            // “ngày 5/12/202”
            if (next.IsNumber && sentence[i + 2].IsMark && sentence[i + 3].IsNumber && sentence[i + 4].IsMark && sentence[i + 5].IsNumber && !sentence[i + 5].SpaceBefore)
            {
                year = sentence[i + 5].Length == 4 ? sentence[i + 5].Number : null;
                (first, end, cut) = (i, i + 6, sentence[i + 5].Length == 3);
            }

            return false;
        }

        return false;
    }

    /// <summary>The number as it should be; null when its form is right, or nothing tells.</summary>
    private string? Right(string printed, int? year)
    {
        Match match = StateForm().Match(printed);
        if (match.Success && _codes.Contains(match.Groups["code"].Value) && _party.Contains(match.Groups["issuer"].Value))
        {
            return $"{match.Groups["number"].Value}-{match.Groups["code"].Value}/{match.Groups["issuer"].Value}";
        }

        match = Spaced().Match(printed);
        if (match.Success)
        {
            string issuer = match.Groups["issuer"].Value;
            return _party.Contains(issuer) ? $"{match.Groups["number"].Value}-{match.Groups["code"].Value}/{issuer}" : $"{match.Groups["number"].Value}/{match.Groups["code"].Value}-{issuer}";
        }

        match = OneMark().Match(printed);
        if (match.Success && _codes.Contains(match.Groups["code"].Value) && _party.Contains(match.Groups["issuer"].Value))
        {
            return $"{match.Groups["number"].Value}-{match.Groups["code"].Value}/{match.Groups["issuer"].Value}";
        }

        match = Dotted().Match(printed);
        if (match.Success && _codes.Contains(match.Groups["code"].Value))
        {
            string issuer = match.Groups["issuer"].Value;
            return _party.Contains(issuer) ? $"{match.Groups["number"].Value}-{match.Groups["code"].Value}/{issuer}" : $"{match.Groups["number"].Value}/{match.Groups["code"].Value}-{issuer}";
        }

        match = Turned().Match(printed);
        if (match.Success && _state.Contains(match.Groups["issuer"].Value) && _codes.Contains(match.Groups["code"].Value))
        {
            return $"{match.Groups["number"].Value}/{match.Groups["code"].Value}-{match.Groups["issuer"].Value}";
        }

        match = Joined().Match(printed);
        if (match.Success && !_codes.Contains(match.Groups["letters"].Value) && !_party.Contains(match.Groups["letters"].Value) && !_state.Contains(match.Groups["letters"].Value))
        {
            string letters = match.Groups["letters"].Value;
            for (int cut = 2; cut < letters.Length; cut++)
            {
                if (_codes.Contains(letters[..cut]) && _party.Contains(letters[cut..]))
                {
                    return $"{match.Groups["number"].Value}-{letters[..cut]}/{letters[cut..]}";
                }

                if (_codes.Contains(letters[..cut]) && _state.Contains(letters[cut..]))
                {
                    return $"{match.Groups["number"].Value}/{letters[..cut]}-{letters[cut..]}";
                }
            }
        }

        match = Typeless().Match(printed);
        if (match.Success)
        {
            return $"{match.Groups["number"].Value}/{match.Groups["year"].Value}/…-{match.Groups["issuer"].Value}";
        }

        match = Assembly().Match(printed);
        if (match.Success && int.Parse(match.Groups["term"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) >= 10)
        {
            return $"{match.Groups["number"].Value}/{(year is { } of ? of.ToString(CultureInfo.InvariantCulture) : "…")}/QH{match.Groups["term"].Value}";
        }

        foreach ((string code, int since) in _yeared)
        {
            if (year >= since && printed.EndsWith("/" + code, StringComparison.Ordinal) && printed.AsSpan().Count('/') == 1)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{printed[..printed.IndexOf('/', StringComparison.Ordinal)]}/{year}/{code}");
            }
        }

        foreach ((string right, string wrong) in _unmarked)
        {
            foreach (char mark in (ReadOnlySpan<char>)['/', '-'])
            {
                int start = printed.IndexOf($"{mark}{wrong}{(mark == '/' ? '-' : '/')}", StringComparison.Ordinal);
                if (start >= 0)
                {
                    return $"{printed[..(start + 1)]}{right}{printed[(start + 1 + wrong.Length)..]}";
                }
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?<number>\d{1,5})/(?<code>\p{Lu}[\p{L}]*)-(?<issuer>\p{Lu}[\p{L}]*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StateForm();

    // “15 NQ/TU”
    [GeneratedRegex(@"^(?<number>\d{1,5}(/(19|20)\d\d)?) (?<code>\p{Lu}[\p{L}]*)[/-](?<issuer>\p{Lu}[\p{L}]*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spaced();

    // “15-NQ-TU”, “15/NQ/TU”
    [GeneratedRegex(@"^(?<number>\d{1,5})(-(?<code>\p{Lu}[\p{L}]*)-|/(?<code>\p{Lu}[\p{L}]*)/)(?<issuer>\p{Lu}[\p{L}]*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OneMark();

    // “45/KH.UBND”
    [GeneratedRegex(@"^(?<number>\d{1,5})[/-](?<code>\p{Lu}[\p{L}]*)\.(?<issuer>\p{Lu}[\p{L}]*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Dotted();

    // “30/2020/CP-NĐ”
    [GeneratedRegex(@"^(?<number>\d{1,5}(/(19|20)\d\d)?)/(?<issuer>\p{Lu}[\p{L}]*)-(?<code>\p{Lu}[\p{L}]*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Turned();

    [GeneratedRegex(@"^(?<number>\d{1,5})[/-](?<letters>\p{Lu}[\p{L}]{2,10})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^(?<number>\d{1,5})/(?<year>(19|20)\d\d)-(?<issuer>\p{Lu}[\p{L}]+)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Typeless();

    [GeneratedRegex(@"^(?<number>\d{1,5})/QH(?<term>\d{1,2})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Assembly();
}
