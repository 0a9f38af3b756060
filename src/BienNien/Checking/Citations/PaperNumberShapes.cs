using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Citations;

/// <summary>Numbers and dates of cited papers that are left blank or have not the form of their issuer (<c>data/paper-number-shapes.tsv</c>). Immutable, safe to share.</summary>
internal sealed class PaperNumberShapes
{
    // From the type of paper to its date.
    private const int LongestCitation = 26;
    private const int LongestType = 6;
    private const string Letter = "CV";
    private const int LeastNumbered = 2;

    private readonly PhraseTable<string> _types;
    private readonly WordSet _openings;
    private readonly PaperNumberForm _form = new();
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
        int numbered = 0;
        CitationFault? wordless = null;
        int without = 0;
        for (int s = 0; s < analysis.Tokens.Sentences.Length; s++)
        {
            Sentence sentence = analysis.Tokens.SentenceAt(s);
            for (int at = 0; at < sentence.Count; at++)
            {
                string? code = null;
                int length = sentence[at].IsWord ? _types.Longest(sentence, at, out code) : 0;

                // “Số 45/KH-UBND”: a list of papers names their kinds elsewhere.
                bool bare = length == 0 && _number.Contains(sentence[at]) && sentence[at].Capitalised && sentence[at + 1].IsNumber && sentence[at + 2].IsMark && !sentence[at + 2].SpaceBefore
                    && sentence[at + 3] is { IsWord: true, AllUpper: true };
                if (bare)
                {
                    at = Math.Max(at, ReadCitation(sentence, at, at, null, found) - 1);
                }
                else if (length > 0)
                {
                    numbered += _number.Contains(sentence[at + length]) && sentence[at + length + 1].IsNumber ? 1 : 0;
                    if (WithoutWord(sentence, at, at + length) is { } fault)
                    {
                        (wordless, without) = (fault, without + 1);
                    }

                    int end = ReadCitation(sentence, at, at + length, code, found);
                    at = Math.Max(at, end - 1);
                }
            }
        }

        // One paper alone without the word: a matter of style only where the document has none.
        if (without == 1 && numbered >= LeastNumbered && wordless is not null && !found.Exists(fault => fault.Span.Overlaps(wordless.Span)))
        {
            found.Add(wordless);
        }
    }

    // “Quyết định 27/2018/QĐ-UBND”: a type and a whole number, without “số”.
    private CitationFault? WithoutWord(Sentence sentence, int first, int number)
    {
        int end = number;
        if (!sentence[number].IsNumber)
        {
            return null;
        }

        do
        {
            end++;
        }
        while (sentence[end].Kind != TokenKind.None && !sentence[end].SpaceBefore && sentence.Surface(end) is not ("," or ";" or "." or ")" or ":"));

        return end > number + 2 && sentence[end - 1].IsWord && _form.IsIssuer(sentence.Surface(end - 1))
            ? new CitationFault(
                sentence.Span(first, end),
                new BilingualText("thiếu chữ “số” mà các văn bản khác trong bài đều có", "without the word “số”, which the document's other papers have"),
                $"{sentence.Text[sentence[first].Start..sentence[number - 1].End]} số {sentence.Text[sentence[number].Start..sentence[end - 1].End]}".ReplaceLineEndings(" "))
            : null;
    }

    // Reads on from a type of paper; answers where its number or date ends.
    private int ReadCitation(Sentence sentence, int first, int end, string? code, List<CitationFault> found)
    {
        // “Luật Đất đai số 45/2013/QH13”: the title stands before the number.
        int number = end;
        while (number < sentence.Count && number - end <= LongestType && !_number.Contains(sentence[number]) && sentence[number].IsWord && !(_openings.Contains(sentence[number]) && _types.Longest(sentence, number, out _) > 0))
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
            while (sentence[after].IsMark || (sentence[after] is { IsWord: true } letters && (letters.AllUpper || !letters.SpaceBefore)))
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

            after = BeyondSpace(sentence, after);

            // “07/2012/TT BNV”: a space between type and issuer.
            if (sentence[after] is { IsWord: true, AllUpper: true } && after - at > 1 && _form.IsCode(sentence.Surface(after - 1).ToString()) && _form.IsIssuer(sentence.Surface(after)))
            {
                after++;
            }

            // “15 NQ/TU”, “30/2020 NĐ-CP”: a space for the mark.
            if (sentence[after] is { IsWord: true, Capitalised: true } && _form.IsCode(sentence.Surface(after).ToString()) && sentence[after + 1].IsMark && !sentence[after + 1].SpaceBefore
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
            if (number == end && code is not null && _form.OtherType(printed, code) is { } other)
            {
                found.Add(new CitationFault(
                    sentence.Span(first, after),
                    new BilingualText("ký hiệu không phải của loại văn bản này", "the symbol is not that of this type of paper"),
                    $"{sentence.Text[sentence[first].Start..sentence[at].Start]}{other}".ReplaceLineEndings(" ")));
            }
            else if (_form.Right(printed, year, code == Letter) is { } right)
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

    // “45/ QĐ-UBND”, “45 /QĐ-UBND”: the symbol behind a space.
    private int BeyondSpace(Sentence sentence, int after)
    {
        int symbol = sentence.Surface(after - 1) is "/" ? after : sentence[after].Word == _slash ? after + 1 : 0;
        if (symbol == 0 || sentence[symbol] is not { IsWord: true, Capitalised: true } || !(sentence[symbol].AllUpper || _form.IsCode(sentence.Surface(symbol).ToString())))
        {
            return after;
        }

        after = symbol + 1;
        while (sentence[after].IsMark && sentence.Surface(after) is "-" or "/" && sentence[after + 1] is { IsWord: true, SpaceBefore: false } && !sentence[after].SpaceBefore)
        {
            after += 2;
        }

        return after;
    }

    private bool IsCodeAhead(Sentence sentence, int at)
    {
        for (int i = at; i < at + 4; i++)
        {
            if (sentence[i].IsWord)
            {
                return sentence[i].AllUpper || _form.IsCode(sentence.Surface(i).ToString());
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
}
