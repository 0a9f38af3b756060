using BienNien.Text;

namespace BienNien.Finding.Names;

/// <summary>Reads runs of capitalised words, the raw material of every name. Holds nothing but the lexicon.</summary>
internal sealed class NameReader(NameLexicon lexicon)
{
    private const int LongestRun = 8;
    private const int ColumnGap = 3;

    /// <summary>The lexicon.</summary>
    public NameLexicon Lexicon { get; } = lexicon;

    /// <summary>Whether a token may be a word of a name: capitalised, and no abbreviation.</summary>
    public static bool IsName(Sentence sentence, int at)
    {
        Token token = sentence[at];
        return token.IsWord && token.Capitalised && (!token.AllUpper || token.Length == 1 || Shouts(sentence, at));
    }

    /// <summary>Whether a token stands in a line set in capitals, where capitals say nothing.</summary>
    public static bool Shouts(Sentence sentence, int at) =>
        sentence[at].AllUpper && (IsShouted(sentence[at - 1]) || IsShouted(sentence[at + 1])) && (IsShouted(sentence[at]) || sentence[at].Length == 1);

    /// <summary>One past the run of name words that begins at a token; <paramref name="at"/> itself when none does.</summary>
    /// <remarks>Transcribed names go on over a hyphen without spaces, with small letters after it: <c>Giơ-ne-vơ</c>.</remarks>
    public int RunEnd(Sentence sentence, int at)
    {
        int i = at;
        while (i < sentence.Count && i - at < LongestRun && (IsName(sentence, i) || IsParticle(sentence, i, at)) && (i == at || !IsApart(sentence, i)))
        {
            i++;
            if (IsInitial(sentence, i))
            {
                i++;        // “A. Yersin”
            }

            while (Lexicon.Hyphen.Contains(sentence[i]) && !sentence[i].SpaceBefore && sentence[i + 1].IsWord && !sentence[i + 1].SpaceBefore)
            {
                i += 2;
            }
        }

        return i;
    }

    /// <summary>Whether a gap as between the columns of a signature block stands before a token.</summary>
    public static bool IsApart(Sentence sentence, int at)
    {
        Token token = sentence[at];
        return token.SpaceBefore && (token.Traits & TokenTraits.LineBefore) == 0 && at > 0
            && (token.Start - sentence[at - 1].End >= ColumnGap || sentence.Text[token.Start - 1] == '\t');
    }

    /// <summary>Where a run of name words gives way to a common word written with one capital: <c>Lương Văn Tri | Huân chương</c>.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The run's first token.</param>
    /// <param name="end">One past its last.</param>
    public int CutAtWord(Sentence sentence, int at, int end)
    {
        int last = end - 1;
        bool word = last > at && sentence[end].IsWord && !sentence[end].Capitalised
            && (Lexicon.CapitalWords.Longest(sentence, last, out _) > 1 || Lexicon.Titles.Longest(sentence, last, out _) > 1
                || Lexicon.NotPersonHeads.Longest(sentence, last, out _) > 1 || Lexicon.OrganisationWords.Longest(sentence, last, out _) > 1 || Lexicon.OrganisationHeads.Longest(sentence, last, out _) > 1);
        return word ? last : end;
    }

    /// <summary>Whether a word is written as names of the Highlands are, its marker joined by an apostrophe: <c>H'Lúi</c>, <c>K'Tờm</c>.</summary>
    public static bool HasMarker(Sentence sentence, int at) =>
        sentence[at].Length > 2 && sentence[at].Capitalised && sentence.Text[sentence[at].Start + 1] is '\'' or '’' && sentence.Text[sentence[at].Start] is 'H' or 'K' or 'N' or 'Y' or 'M';

    /// <summary>Whether one capital opens a common word here: <c>Nhân dân</c>, <c>Thường trực</c>.</summary>
    public bool IsCapitalWord(Sentence sentence, int at) =>
        sentence[at + 1].IsWord && !sentence[at + 1].Capitalised && Lexicon.CapitalWords.Longest(sentence, at, out _) > 0;

    /// <summary>Whether a name word stands right before a token, so that a run would begin earlier.</summary>
    public static bool ContinuesRun(Sentence sentence, int at) => at > 0 && sentence[at - 1].IsWord && IsName(sentence, at - 1) && !IsApart(sentence, at);

    /// <summary>How many tokens a phrase of a table covers from here, each written with a capital as names are; 0 for none.</summary>
    public int Named<T>(PhraseTable<T> table, Sentence sentence, int at, out T? value)
    {
        // Capitals decide how far the phrase may go: in “Hội An đông khách” there is no commune Hội An Đông.
        value = default;
        int limit = WrittenAsName(sentence, at);
        return limit == 0 ? 0 : table.Longest(sentence, at, limit, out value);
    }

    /// <summary>Whether words are written as a name: each with a capital, save after hyphens and in <c>Bắc bộ</c>.</summary>
    public bool IsWrittenAsName(Sentence sentence, int at, int length) => WrittenAsName(sentence, at) >= length;

    /// <summary>How many tokens from here are written as names are, marks between them included; 0 when the first has no capital.</summary>
    private int WrittenAsName(Sentence sentence, int at)
    {
        if (!sentence[at].Capitalised)
        {
            return 0;
        }

        int i = at + 1;
        for (; i < sentence.Count; i++)
        {
            Token token = sentence[i];
            bool joined = !token.SpaceBefore && Lexicon.Hyphen.Contains(sentence[i - 1]);
            if (token.IsWord && !token.Capitalised && !joined && !IsParticle(sentence, i, at))
            {
                return Lexicon.RegionEnds.Contains(token) ? i + 1 - at : i - at;
            }
        }

        return i - at;
    }

    // A dot after one letter, before the rest of the name.
    private static bool IsInitial(Sentence sentence, int dot) =>
        sentence[dot] is { IsMark: true, Length: 1, SpaceBefore: false } mark && sentence.Text[mark.Start] == '.' && sentence[dot - 1].Length == 1 && IsName(sentence, dot + 1);

    /// <summary>Whether a small word joins two parts of a foreign name here: <c>de</c>, <c>et</c>.</summary>
    public bool IsParticle(Sentence sentence, int i, int start) =>
        i > start && !sentence[i].Capitalised && sentence[i].SpaceBefore
        && ((Lexicon.Particles.Contains(sentence[i]) && (IsName(sentence, i + 1) || (Lexicon.SecondParticles.Contains(sentence[i + 1]) && IsName(sentence, i + 2))))
            || (Lexicon.SecondParticles.Contains(sentence[i]) && i - 1 > start && Lexicon.Particles.Contains(sentence[i - 1]) && IsName(sentence, i + 1)));

    /// <summary>Whether a phrase of a table ends right before a token, and what is known of it.</summary>
    /// <param name="table">The phrases.</param>
    /// <param name="ends">Their last words, for a quick no.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The token after the phrase.</param>
    /// <param name="value">What is known of the longest such phrase.</param>
    /// <returns>How many tokens the phrase has.</returns>
    public static int Before<T>(PhraseTable<T> table, PhraseEnds ends, Sentence sentence, int at, out T? value)
    {
        value = default;
        int lengths = at == 0 ? 0 : ends.LengthsAt(sentence[at - 1]);
        for (int length = Math.Min(PhraseEnds.Longest, at); lengths != 0 && length > 0; length--)
        {
            if ((lengths & (1 << length)) != 0 && table.Longest(sentence, at - length, out T? known) == length)
            {
                value = known;
                return length;
            }
        }

        return 0;
    }

    /// <summary>Whether the words from here read as a person's full name: surname, perhaps middle names, given name.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The surname.</param>
    /// <param name="end">One past the name.</param>
    public bool ReadsAsPerson(Sentence sentence, int at, out int end)
    {
        end = at;
        Token first = sentence[at];
        // “Hổ Thị Dung”: whatever a scan made of the surname.
        bool woman = Lexicon.FemaleMiddle.Contains(sentence[at + 1]) && sentence[at + 1].Capitalised && IsName(sentence, at + 2);
        if ((!Lexicon.Surnames.Contains(first) && !woman) || !IsName(sentence, at) || Shouts(sentence, at) || OpensSentenceAsWord(sentence, at)
            || OpensSentenceAsType(sentence, at) || OpensSentenceAsTitle(sentence, at))
        {
            return false;
        }

        end = CutAtWord(sentence, at, RunEnd(sentence, at));
        int length = end - at;
        if (length is < 2 or > 5 || Lexicon.NotPersons.Longest(sentence, at, out _) > 0)
        {
            return false;
        }

        bool common = Lexicon.CommonSurnames.Contains(first) || woman;
        bool middle = length > 2 && Lexicon.MiddleNames.Contains(sentence[at + 1]);
        int place = Named(Lexicon.Places, sentence, at, out PlaceLevels levels);
        if (place >= length && !middle && !(common && length > 2 && (levels & PlaceLevels.WellKnown) == 0))
        {
            return false;
        }

        // “Thượng thư bộ Lại Đỗ Tỉnh”: one of the six ministries, then the name.
        if (Lexicon.Ministries.Contains(first) && Lexicon.Ministry == sentence[at - 1].Word)
        {
            return false;
        }

        if (place >= length && (levels & PlaceLevels.WellKnown) != 0)
        {
            return false;
        }

        return length switch
        {
            2 => (common || Lexicon.NameMarkers.Contains(first)) && !Lexicon.OrganisationWords.Contains(sentence, at, 2),
            _ => middle || common || (place < length && length == 3),
        };
    }

    /// <summary>Whether a token opens its sentence and is a plain word that has its capital only from that.</summary>
    public bool OpensSentenceAsWord(Sentence sentence, int at) =>
        (at == 0 || sentence[at - 1].IsMark) && Lexicon.SentenceOpeners.Contains(sentence[at]);

    // “Cha Trần Lục”, “Má Chín Rớt”: a word of address that is a surname too.
    private bool OpensSentenceAsTitle(Sentence sentence, int at) =>
        (at == 0 || sentence[at - 1].IsMark) && Lexicon.Titles.Longest(sentence, at, out _) == 1 && !Lexicon.CommonSurnames.Contains(sentence[at])
        && (Lexicon.Surnames.Contains(sentence[at + 1]) || Lexicon.OrdinalNames.Contains(sentence[at + 1])) && IsName(sentence, at + 1) && IsName(sentence, at + 2);

    // “Đường Nguyễn Huệ ở Quận 1”: a type of place that is a surname too, before the name of somebody.
    private bool OpensSentenceAsType(Sentence sentence, int at) =>
        (at == 0 || sentence[at - 1].IsMark) && Lexicon.PlaceTypes.Longest(sentence, at, out _) == 1
        && ((!Lexicon.CommonSurnames.Contains(sentence[at]) && !Lexicon.MiddleNames.Contains(sentence[at + 1])) || Named(Lexicon.Persons, sentence, at + 1, out _) > 1 || (Lexicon.CommonSurnames.Contains(sentence[at + 1]) && ReadsAsPerson(sentence, at + 1, out _)));

    private static bool IsShouted(Token token) => token.IsWord && token.AllUpper && token.Length > 1;
}

/// <summary>Small questions to phrase tables.</summary>
internal static class PhraseTableExtensions
{
    /// <summary>Whether a phrase of at least so many tokens begins here.</summary>
    public static bool Contains<T>(this PhraseTable<T> table, Sentence sentence, int at, int length) => table.Longest(sentence, at, out _) >= length;
}
