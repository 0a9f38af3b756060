using BienNien.Finding.Names;
using BienNien.Text;

namespace BienNien.Finding.People;

/// <summary>What stands before a name and decides whether a human being is meant.</summary>
internal static class PersonContext
{
    /// <summary>Whether the name is a part of another name: <c>Huân chương Hồ Chí Minh</c>, <c>đường Võ Nguyên Giáp</c>.</summary>
    public static bool NamesAThing(NameReader names, Sentence sentence, int at)
    {
        int start = at;
        while (start > 0 && names.Lexicon.Quotes.Contains(sentence[start - 1]))
        {
            start--;
        }

        // “số 2 Lê Lợi”: an address
        if (start > 1 && sentence[start - 1].IsNumber && sentence[start - 2].Word == names.Lexicon.HouseNumber)
        {
            return true;
        }

        // “gia đình Châu Văn Liêm”: a head that is the end of another word.
        int head = NameReader.Before(names.Lexicon.NotPersonHeads, names.Lexicon.NotPersonEnds, sentence, start, out _);
        if (head > 1 || (head == 1 && NameReader.Before(names.Lexicon.NotPlaceTypes, names.Lexicon.NotPlaceTypeEnds, sentence, start, out _) < 2))
        {
            return true;
        }

        // “chủ nghĩa Mác - Lênin”: the second name of one thing.
        if (!names.Lexicon.Hyphen.Contains(sentence[start - 1]) || !NameReader.IsName(sentence, start - 2))
        {
            return false;
        }

        int first = start - 2;
        while (NameReader.ContinuesRun(sentence, first))
        {
            first--;
        }

        return NamesAThing(names, sentence, first);
    }

    /// <summary>Whether the name is that of an era, in a date or on a coin: <c>năm Minh Mạng thứ 15</c>, <c>Tự Đức năm thứ 33</c>, <c>Quang Trung thông bảo</c>.</summary>
    public static bool NamesAReign(NameReader names, Sentence sentence, int at, int end)
    {
        NameLexicon lexicon = names.Lexicon;
        return lexicon.ReignBefore.Contains(sentence[at - 1]) || lexicon.ReignAfter.Longest(sentence, end, out _) > 0;
    }

    /// <summary>Whether a title is an abbreviation in capitals (<c>NSND</c>), which stands before nobody's name but a person's.</summary>
    public static bool IsAbbreviation(string title) => title.Length >= 3 && title.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0;

    /// <summary>The title that stands before a name, as written, or null.</summary>
    /// <param name="names">The reader.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The name's first token.</param>
    /// <param name="category">The title's category.</param>
    public static string? TitleBefore(NameReader names, Sentence sentence, int at, out string? category)
    {
        int length = NameReader.Before(names.Lexicon.Titles, names.Lexicon.TitleEnds, sentence, at, out category);
        if (length == 0)
        {
            return null;
        }

        TextSpan span = sentence.Span(at - length, at);
        return sentence.Text.Substring(span.Start, span.Length);
    }
}
