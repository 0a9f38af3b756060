using System.Buffers;
using System.Globalization;
using System.Text;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences;

/// <summary>A paper's number as it stands in a text.</summary>
/// <param name="End">One past its last token; 0 when there is none.</param>
/// <param name="HasSymbol">Whether letters follow the digits (<c>-NQ/TW</c>).</param>
/// <param name="Code">The vocabulary number of the symbol's first part, by which the type is known; 0 without a symbol.</param>
internal readonly record struct PaperNumber(int End, bool HasSymbol, int Code);

/// <summary>What the rules for papers share: types, numbers and symbols, dates and issuers, provisions. Immutable.</summary>
/// <remarks>Each reader takes a place in a sentence and answers where what it reads ends, 0 for nothing; none allocates on a miss.</remarks>
internal sealed class PaperGrammar
{
    // A date or a place never has so many tokens; what is longer is prose.
    private const int LongestIssuer = 24;

    // White space and the marks of emphasis, which Markdown leaves at the ends of lines.
    private static readonly SearchValues<char> _blanks = SearchValues.Create(" \t\r\n\f*\u00A0");

    private readonly PhraseTable<PaperType> _types;
    private readonly Dictionary<int, string> _typeOfCode = [];
    private readonly PhraseTable<bool> _issuers;
    private readonly PhraseTable<bool> _orgWords;
    private readonly PhraseTable<bool> _tiers;
    private readonly WordSet _number;
    private readonly int _day;
    private readonly int _month;
    private readonly int _year;
    private readonly int _of;
    private readonly int _and;
    private readonly int _term;
    private readonly int _about;
    private readonly WordSet _issued;
    private readonly WordSet _provisions;
    private readonly WordSet _fieldHeads;

    public PaperGrammar(Vocabulary.Builder words)
    {
        PhraseTable<PaperType>.Builder types = new();
        HashSet<int> openings = [];
        DataTable table = DataTable.Load("paper-types");
        (int form, int type, int code, int kind, int quoted) =
            (table.IndexOf("form"), table.IndexOf("type"), table.IndexOf("code"), table.IndexOf("kind"), table.IndexOf("quoted"));
        foreach (var row in table.Rows)
        {
            PaperType paper = new(row[type], Enum.Parse<PaperCitation>(row[kind], ignoreCase: true), int.Parse(row[quoted], CultureInfo.InvariantCulture));
            var phrase = words.AddPhrase(row[form]);
            types.Add(phrase.AsSpan(), paper);
            openings.Add(phrase[0]);
            if (row[code].Length > 0)
            {
                _typeOfCode.TryAdd(words.Add(row[code]), row[type]);
            }
        }

        _types = types.Build();
        TypeOpenings = [.. openings.Order()];
        PhraseTable<bool>.Builder issuers = new();
        AddAll(issuers, words, "issuers", "name");
        AddAll(issuers, words, "org-heads", "head");
        AddAll(issuers, words, "orgs-known", "name");
        _issuers = issuers.Build();
        PhraseTable<bool>.Builder orgWords = new();
        AddAll(orgWords, words, "org-words", "word");
        _orgWords = orgWords.Build();
        PhraseTable<bool>.Builder tiers = new();
        AddAll(tiers, words, "place-types", "word");
        _tiers = tiers.Build();
        _number = words.AddSet("số");
        _day = words.Add("ngày");
        _month = words.Add("tháng");
        _year = words.Add("năm");
        _of = words.Add("của");
        _and = words.Add("và");
        _term = words.Add("khóa");
        _about = words.Add("về");
        _issued = words.AddSet("ban", "hành", "ra", "ký");
        _provisions = words.AddSet("Điều", "khoản", "điểm", "Chương", "Mục");
        _fieldHeads = words.AddSet("Bộ", "Sở", "Ban", "Phòng", "Ty", "Cục", "Vụ", "Ủy", "Viện", "Trung");
    }

    /// <summary>The first words of all types.</summary>
    public System.Collections.Immutable.ImmutableArray<int> TypeOpenings { get; }

    /// <summary>Reads a type of paper; abbreviations only in capitals.</summary>
    public int TypeAt(Sentence sentence, int at, out PaperType? type)
    {
        int length = _types.Longest(sentence, at, out type);
        if (length == 0 || (type!.Kind == PaperCitation.Short && CapitalsIn(sentence.Surface(at)) < 2))
        {
            type = null;
            return 0;
        }

        return at + length;
    }

    /// <summary>The type that a symbol's first part names (<c>NQ</c>: Nghị quyết), or null.</summary>
    public string? TypeOfCode(int code) => _typeOfCode.GetValueOrDefault(code);

    /// <summary>Whether the word “số” stands here.</summary>
    public bool IsNumberWord(in Token token) => _number.Contains(token);

    /// <summary>Whether the word “của” stands here.</summary>
    public bool IsOf(in Token token) => token.Word == _of;

    /// <summary>Whether the word “về” stands here.</summary>
    public bool IsAbout(in Token token) => token.Word == _about;

    /// <summary>Whether the word “năm” stands here.</summary>
    public bool IsYearWord(in Token token) => token.Word == _year;

    /// <summary>Whether the word “và” stands here.</summary>
    public bool IsAnd(in Token token) => token.Word == _and;

    /// <summary>Whether a word for a part of a paper stands here: <c>Điều</c>, <c>khoản</c>.</summary>
    public bool IsProvision(in Token token) => _provisions.Contains(token);

    /// <summary>Whether the word “khóa” stands here.</summary>
    public bool IsTerm(in Token token) => token.Word == _term;

    /// <summary>A phrase of small words that go on a body's name or a treaty's name.</summary>
    public int NameWordsAt(Sentence sentence, int at) => _orgWords.Longest(sentence, at, out _) is var length and > 0 ? at + length : 0;

    /// <summary>The place of a mark of one character.</summary>
    public static bool IsMark(Sentence sentence, int at, char mark)
    {
        Token token = sentence[at];
        return token.IsMark && sentence.Text[token.Start] == mark;
    }

    /// <summary>Reads a number: digits with a symbol, or, after “số”, digits alone or a symbol whose number is left blank.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Its first token.</param>
    /// <param name="afterNumberWord">Whether “số” stands before it.</param>
    public PaperNumber NumberAt(Sentence sentence, int at, bool afterNumberWord)
    {
        Token first = sentence[at];
        int next;
        if (first.IsNumber && first.Length <= 5)
        {
            next = at + 1;
            Token letter = sentence[next];
            if (letter.IsWord && letter.Length == 1 && !letter.SpaceBefore)
            {
                next++;
            }

            // 30/2020/NĐ-CP: the year between the number and the symbol.
            if (IsMark(sentence, next, '/') && sentence[next + 1] is { IsNumber: true, Length: 4, Number: >= 1900 and < 2200 } && IsMark(sentence, next + 2, '/'))
            {
                next += 2;
            }
        }
        else if (afterNumberWord && first.IsMark && sentence.Text[first.Start] is '.' or '…' or '_' && first.Length >= (sentence.Text[first.Start] == '…' ? 1 : 2))
        {
            next = at + 1;
        }
        else if (afterNumberWord)
        {
            next = at;
        }
        else
        {
            return default;
        }

        int end = SymbolAt(sentence, next, first.IsNumber, out int code);
        return end > 0 ? new PaperNumber(end, HasSymbol: true, code)
            : first.IsNumber && afterNumberWord ? new PaperNumber(next, HasSymbol: false, 0)
            : default;
    }

    // “-NQ/TW”, “/QĐ-UBND”, “- CV/BTGDVTU”: a dash or a slash, then letters of which at least two are capitals, then more of the same.
    private int SymbolAt(Sentence sentence, int at, bool afterDigits, out int code)
    {
        code = 0;
        Token joint = sentence[at];
        if (!IsJoint(sentence, at))
        {
            return 0;
        }

        Token part = sentence[at + 1];
        int capitals = part.IsWord ? CapitalsIn(sentence.Surface(at + 1)) : 0;
        bool known = capitals > 0 && _typeOfCode.ContainsKey(part.Word);
        bool spaced = joint.SpaceBefore || part.SpaceBefore;
        bool longer = IsJoint(sentence, at + 2) && !sentence[at + 2].SpaceBefore;
        if (capitals == 0 || (!known && (capitals < 2 || spaced)) || (capitals == 1 && !longer) || (!afterDigits && !known && !longer))
        {
            return 0;
        }

        code = part.Word;
        int end = at + 2;
        while (IsJoint(sentence, end) && sentence[end + 1] is { IsWord: true, Capitalised: true } more && end - at < 16
            && (CapitalsIn(sentence.Surface(end + 1)) >= 2 || (more.Length == 1 && !more.SpaceBefore))
            && (!more.SpaceBefore && !sentence[end].SpaceBefore || !IsMark(sentence, end, '.')))
        {
            // “NQ/TW - Nghị quyết”: a spaced dash ends the symbol unless more capitals follow at once.
            if ((sentence[end].SpaceBefore || more.SpaceBefore) && !(sentence[end].SpaceBefore && more.SpaceBefore && sentence[at].SpaceBefore))
            {
                break;
            }

            end += 2;
        }

        return end;
    }

    private static bool IsJoint(Sentence sentence, int at)
    {
        Token token = sentence[at];
        return token is { IsMark: true, Length: 1 } && sentence.Text[token.Start] is '-' or '–' or '/' or '.' or '&' && !(token.Length != 1);
    }

    /// <summary>The capitals of a word: the letters of a symbol.</summary>
    public static int CapitalsIn(ReadOnlySpan<char> word)
    {
        int count = 0;
        foreach (char c in word)
        {
            count += char.IsUpper(c) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The tokens of a number without their spaces.</summary>
    public static string NumberText(Sentence sentence, int first, int end)
    {
        StringBuilder text = new();
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<char> surface = sentence.Surface(i);
            if (!sentence[i].IsMark || surface[0] is '/' or '-' or '–' or '&' || (surface[0] == '.' && surface.Length == 1 && i > first))
            {
                text.Append(surface is "–" ? "-" : surface);
            }
        }

        return text.ToString();
    }

    /// <summary>The words of a stretch with single spaces, as a title is quoted.</summary>
    public static string Words(Sentence sentence, int first, int end)
    {
        if (first >= end)
        {
            return "";
        }

        StringBuilder text = new();
        for (int i = first; i < end; i++)
        {
            if (text.Length > 0 && sentence[i].SpaceBefore)
            {
                text.Append(' ');
            }

            text.Append(sentence.Surface(i));
        }

        return text.ToString();
    }

    /// <summary>Reads a date of issue: “ngày 15/4/2024”, “ngày 5 tháng 4 năm 1988”, “ngày    /9/2025”, “năm 1954”.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="edtf">The date, or null.</param>
    public int DateAt(Sentence sentence, int at, out string? edtf)
    {
        edtf = null;
        Token first = sentence[at];
        if (first.Word == _year && IsYear(sentence[at + 1]))
        {
            edtf = Edtf(sentence[at + 1].Number, 0, 0);
            return at + 2;
        }

        if (first.Word == _month)
        {
            return MonthAndYear(sentence, at + 1, 0, out edtf);
        }

        if (first.Word != _day)
        {
            return 0;
        }

        int next = at + 1;
        int day = 0;
        if (sentence[next] is { IsNumber: true, Length: <= 2 } number)
        {
            day = number.Number;
            next++;
        }
        else if (sentence[next].IsMark && sentence.Surface(next)[0] is '.' or '…' or '_')
        {
            next++;
        }

        if (sentence[next].Word == _month)
        {
            return MonthAndYear(sentence, next + 1, day, out edtf);
        }

        return IsDateMark(sentence, next) ? MonthAndYear(sentence, next + 1, day, out edtf) : 0;
    }

    /// <summary>Reads digits that are a date by themselves: 14/9/1946, 9/1946.</summary>
    public static int BareDateAt(Sentence sentence, int at, out string? edtf)
    {
        edtf = null;
        if (sentence[at] is { IsNumber: true, Length: <= 2 } day && IsDateMark(sentence, at + 1))
        {
            if (sentence[at + 2] is { IsNumber: true, Length: <= 2 } month && IsDateMark(sentence, at + 3) && IsYear(sentence[at + 4]))
            {
                edtf = Edtf(sentence[at + 4].Number, month.Number, day.Number);
                return at + 5;
            }

            if (IsYear(sentence[at + 2]))
            {
                edtf = Edtf(sentence[at + 2].Number, day.Number, 0);
                return at + 3;
            }
        }

        return 0;
    }

    private int MonthAndYear(Sentence sentence, int at, int day, out string? edtf)
    {
        edtf = null;
        if (sentence[at] is not { IsNumber: true, Length: <= 2 } month)
        {
            return 0;
        }

        int next = at + 1;
        next += sentence[next].Word == _year || IsDateMark(sentence, next) ? 1 : 0;
        if (next == at + 1 || !IsYear(sentence[next]))
        {
            return 0;
        }

        edtf = Edtf(sentence[next].Number, month.Number, day);
        return next + 1;
    }

    private static bool IsDateMark(Sentence sentence, int at) => sentence[at] is { IsMark: true, Length: 1 } mark && sentence.Text[mark.Start] is '/' or '-' or '.';

    /// <summary>Whether a token can be a year of issue.</summary>
    public static bool IsYear(in Token token) => token is { IsNumber: true, Length: 4, Number: >= 1000 and < 2200 };

    private static string Edtf(int year, int month, int day)
    {
        bool hasMonth = month is >= 1 and <= 12;
        bool hasDay = hasMonth && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return hasDay ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}")
            : hasMonth ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}")
            : year.ToString("0000", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads who issued a paper: a body or office with its level and place.</summary>
    public int IssuerAt(Sentence sentence, int at)
    {
        if (!sentence[at].Capitalised)
        {
            return 0;
        }

        int length = _issuers.Longest(sentence, at, out _);
        if (length == 0)
        {
            return 0;
        }

        int end = at + length;
        bool fields = _fieldHeads.Contains(sentence[at]);
        bool afterTier = false;
        while (end < sentence.Count && end - at < LongestIssuer)
        {
            Token token = sentence[end];
            if (token.IsWord && _types.Longest(sentence, end, out PaperType? type) > 0 && type!.Kind != PaperCitation.Short)
            {
                break;
            }

            // “Tỉnh uỷ” is a body, not the level “tỉnh”.
            int tier = _tiers.Longest(sentence, end, out _);
            if (tier > 0 && token.SpaceBefore && TierGoesOn(sentence, end + tier) && (!token.Capitalised || _issuers.Longest(sentence, end, out _) <= tier))
            {
                end += tier;
                afterTier = true;
                continue;
            }

            if (token.Word == _term && sentence[end + 1].IsRoman)
            {
                return end + 2;
            }

            if (token.IsWord && token.Capitalised && token.Word != _about)
            {
                end = _issuers.Longest(sentence, end, out _) is var again and > 0 ? end + again : NameWordsAt(sentence, end) is var words and > 0 ? words : end + 1;
            }
            else if (token.IsWord && NameWordsAt(sentence, end) is var words and > 0)
            {
                end = words;
            }
            else if (token.IsNumber && (afterTier || end == at + length) && token.Length <= 3)
            {
                end++;
            }
            else if (JoinsNames(sentence, end, fields))
            {
                end++;
            }
            else
            {
                break;
            }

            afterTier = false;
        }

        return end;
    }

    // A level alone ends an issuer (“Ủy ban nhân dân tỉnh”); before a name it goes on.
    private static bool TierGoesOn(Sentence sentence, int at)
    {
        Token next = sentence[at];
        return !next.IsWord || next.Capitalised || next.IsNumber || next.SpaceBefore;
    }

    private bool JoinsNames(Sentence sentence, int at, bool fields)
    {
        Token next = sentence[at + 1];
        if (!next.IsWord || !next.Capitalised || _types.Longest(sentence, at + 1, out _) > 0)
        {
            return false;
        }

        if (sentence[at].Word == _and || IsMark(sentence, at, '-') || IsMark(sentence, at, '–'))
        {
            return fields && _issuers.Longest(sentence, at + 1, out _) == 0;
        }

        // “Sở Văn hóa, Thể thao và Du lịch”: a comma only when “và” closes the list.
        return fields && IsMark(sentence, at, ',') && _issuers.Longest(sentence, at + 1, out _) == 0
            && (sentence[at + 2].Word == _and || sentence[at + 3].Word == _and);
    }

    /// <summary>Reads what follows a paper's number or title: date and issuer, in either order, when nothing stands between.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="end">Where number or title ends.</param>
    /// <param name="date">The date as EDTF, or null.</param>
    /// <param name="issuer">Who issued it, as written, or null.</param>
    /// <param name="afterTitle">Whether a title ends there: a date after a comma then begins the next clause as a rule.</param>
    /// <returns>Where the reference ends; <paramref name="end"/> when nothing follows.</returns>
    public int TailAt(Sentence sentence, int end, out string? date, out string? issuer, bool afterTitle = false)
    {
        date = null;
        issuer = null;
        while (true)
        {
            int next = IsMark(sentence, end, ',') ? end + 1 : end;
            if (date is null)
            {
                int day = next;
                while (_issued.Contains(sentence[day]) && day < next + 2)
                {
                    day++;
                }

                int dated = DateAt(sentence, day, out string? read);
                if (dated > 0 && (next == end || (!afterTitle && (issuer is null || !sentence[dated].IsWord || sentence[dated].Word == _about))))
                {
                    end = dated;
                    date = read;
                    continue;
                }
            }

            if (issuer is null && sentence[next].Word == _of && IssuerAt(sentence, next + 1) is var issued and > 0)
            {
                issuer = Words(sentence, next + 1, issued);
                end = issued;
                continue;
            }

            return end;
        }
    }

    /// <summary>The provision named right before a reference (<c>khoản 2 Điều 5</c>), or null.</summary>
    public string? ProvisionBefore(Sentence sentence, int at)
    {
        int end = at;
        if (sentence[end - 1].Word == _of || IsMark(sentence, end - 1, ','))
        {
            end--;
        }

        int first = end;
        while (first >= 2 && end - first < 12)
        {
            int back = IsMark(sentence, first - 1, ',') ? first - 1 : first;
            if (_provisions.Contains(sentence[back - 2]) && (sentence[back - 1].IsNumber || sentence[back - 1].Length == 1 || sentence[back - 1].IsRoman))
            {
                first = back - 2;
            }
            else
            {
                break;
            }
        }

        return first < end ? Words(sentence, first, end) : null;
    }

    /// <summary>Whether a page number or a rule of the page stands before a token.</summary>
    public static bool IsAfterPageBreak(Sentence sentence, int at)
    {
        Token token = sentence[at];
        if (!token.SpaceBefore || at == 0)
        {
            return false;
        }

        ReadOnlySpan<char> gap = sentence.Text.AsSpan(sentence[at - 1].End, token.Start - sentence[at - 1].End);
        return gap.Contains('\n') && gap.ContainsAnyExcept(_blanks);
    }

    private static void AddAll(PhraseTable<bool>.Builder phrases, Vocabulary.Builder words, string table, string column)
    {
        foreach (string phrase in DataTable.Load(table).Column(column))
        {
            phrases.Add(words.AddPhrase(phrase).AsSpan(), true);
        }
    }
}
