using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>A number of places or people that other than so many names follow.</summary>
/// <param name="Said">The number.</param>
/// <param name="List">The names.</param>
/// <param name="Names">How many they are.</param>
internal sealed record NameCount(Amount Said, TextSpan List, int Names);

/// <summary>Reads numbers with the list of the names that they count: “5 xã: Đại Đồng, Quang Trung, …”. Immutable.</summary>
internal sealed class ListedNames
{
    private const int Most = 40;

    private readonly WordSet _leads;
    private readonly WordSet _lists;
    private readonly WordSet _comma;
    private readonly WordSet _semicolon;
    private readonly WordSet _and;
    private readonly WordSet _open;
    private readonly WordSet _close;
    private readonly WordSet _vague;
    private readonly WordSet _types;
    private readonly WordSet _some;
    private readonly ImmutableArray<int> _among;

    public ListedNames(Vocabulary.Builder words)
    {
        _leads = words.AddSet(":", "là", "(");
        _lists = words.AddSet("gồm");
        _comma = words.AddSet(",");
        _semicolon = words.AddSet(";");
        _and = words.AddSet("và");
        _open = words.AddSet("(");
        _close = words.AddSet(")");
        _vague = words.AddSet("...", "…", "v.v", "vv", "như", "khác", "nhiều", "số", "-", "–", ".", ":", "/", "tức", "nay", "trừ", "cùng", "với", "hoặc");
        _types = words.AddSet(
            "xã", "thôn", "làng", "bản", "ấp", "buôn", "huyện", "tỉnh", "phường", "quận", "tổng", "châu", "thị", "trấn", "thành", "phố", "xóm", "các", "đồng", "chí", "ông", "bà", "anh", "chị", "cụ", "dân", "tộc", "họ", "mường", "đảo",
            "núi", "sông", "chợ", "chùa", "đình", "đền", "cầu", "đèo", "hồ", "suối", "khu", "người", "những");
        _some = words.AddSet("trong", "ngoài", "hơn", "một", "vài", "mấy");
        _among = words.AddPhrase("trong đó");
    }

    /// <summary>The numbers that the names after them do not bear out, by their places.</summary>
    public List<NameCount> Read(DocumentAnalysis analysis, AmountLines amounts)
    {
        List<NameCount> counts = [];
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        foreach (Amount amount in amounts.All)
        {
            if (YearsBehind(analysis, amount) is { } years)
            {
                counts.Add(years);
                continue;
            }

            if (amount is not { IsExact: true, IsMeasure: false, Class: "place" or "person" } || amount.Value is < 2 or > Most || amount.Value != decimal.Truncate(amount.Value))
            {
                continue;
            }

            SentenceRange sentence = analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(amount.First)];
            if (analysis.Document.Blocks[sentence.Block].Kind == BlockKind.TableCell)
            {
                continue;
            }

            int lead = Lead(tokens, amount.End, sentence.End, out bool bracket);
            if (lead < 0)
            {
                continue;
            }

            (int names, int end) = Count(analysis, amounts, tokens, lead, sentence.End, bracket);
            if (names >= 2 && names != amount.Value)
            {
                counts.Add(new NameCount(amount, TextSpan.Between(tokens[lead].Start, tokens[end - 1].End), names));
            }
        }

        return counts;
    }

    // “4 kỳ đại hội (1976, 1979, 1982, 1986, 1988)”: nothing but years in the brackets; null where they are as many.
    private NameCount? YearsBehind(DocumentAnalysis analysis, Amount amount)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        SentenceRange sentence = analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(amount.First)];
        int open = amount.End;
        while (open < Math.Min(sentence.End, amount.End + 5) && tokens[open].IsWord)
        {
            open++;
        }

        if (open >= sentence.End || !_open.Contains(tokens[open]) || !amount.IsExact || amount.IsMeasure || amount.Value is < 2 or > Most || amount.Noun.ToLowerInvariant() is not ("kỳ" or "lần" or "đợt" or "cuộc" or "khóa" or "khoá" or "dịp" or "đại" or "hội" or "trận"))
        {
            return null;
        }

        int years = 0;
        for (int at = open + 1; at < sentence.End; at++)
        {
            if (_close.Contains(tokens[at]))
            {
                return years >= 2 && years != amount.Value ? new NameCount(amount, TextSpan.Between(tokens[open].Start, tokens[at].End), years) : null;
            }

            if (tokens[at].IsNumber && tokens[at].Length == 4 && tokens[at].Number is > 1000 and < 2200)
            {
                years++;
            }
            else if (!_comma.Contains(tokens[at]) && !_and.Contains(tokens[at]) && !_semicolon.Contains(tokens[at]))
            {
                return null;
            }
        }

        return null;
    }

    // Where the names begin: behind “:”, “là”, “gồm”, “(”, with at most four words between.
    private int Lead(ImmutableArray<Token> tokens, int from, int end, out bool bracket)
    {
        bracket = false;
        for (int at = from; at < Math.Min(end - 1, from + 6); at++)
        {
            if (_leads.Contains(tokens[at]) || _lists.Contains(tokens[at]))
            {
                bracket = _open.Contains(tokens[at]);
                return at + 1 < end && (_lists.Contains(tokens[at + 1]) || _leads.Contains(tokens[at + 1])) ? at + 2 : at + 1;
            }

            if (_some.Contains(tokens[at]) || tokens[at].Capitalised || (tokens[at].IsMark && !(_comma.Contains(tokens[at]) && at + 2 < end && (_lists.Contains(tokens[at + 1]) || _lists.Contains(tokens[at + 2])))) || tokens[at].IsNumber)
            {
                return -1;
            }
        }

        return -1;
    }

    // How many names stand there, and where the list ends; 0 where something in it is no name.
    private (int Names, int End) Count(DocumentAnalysis analysis, AmountLines amounts, ImmutableArray<Token> tokens, int from, int end, bool bracket)
    {
        bool semicolons = false;
        for (int at = from; at < end; at++)
        {
            semicolons |= _semicolon.Contains(tokens[at]);
        }

        int names = 0;
        bool named = false;
        bool lower = false;
        int depth = 0;
        for (int at = from; at <= end; at++)
        {
            Token token = at < end ? tokens[at] : default;
            depth += at >= end ? 0 : _open.Contains(token) ? 1 : _close.Contains(token) ? -1 : 0;
            bool closed = at >= end || (bracket && depth < 0) || (token.IsMark && analysis.Document.Text[token.Start] == '.');
            if (!closed && (depth > 0 || _close.Contains(token)))
            {
                continue;
            }

            if (closed || (semicolons ? _semicolon.Contains(token) : _comma.Contains(token) || _and.Contains(token)))
            {
                // What is no name may end the list or belong to it: then nothing can be counted.
                if (!named || (lower && !semicolons))
                {
                    return default;
                }

                names++;
                if (closed)
                {
                    return (names, at);
                }

                (named, lower) = (false, false);
            }
            else if (Has(tokens, at, _among) || (!semicolons && (_vague.Contains(token) || token.IsNumber || amounts.At(at) is not null)))
            {
                return default;
            }
            else if (token.IsWord && token.Capitalised)
            {
                named = true;
            }
            else if (!named && semicolons && !_types.Contains(token))
            {
                return default;
            }
            else if (named || !_types.Contains(token))
            {
                lower = true;
            }
        }

        return default;
    }

    private static bool Has(ImmutableArray<Token> tokens, int at, ImmutableArray<int> phrase)
    {
        for (int i = 0; i < phrase.Length; i++)
        {
            if (at + i >= tokens.Length || tokens[at + i].Word != phrase[i])
            {
                return false;
            }
        }

        return true;
    }
}
