using System.Runtime.InteropServices;
using BienNien.Finding.Names;
using BienNien.Text;

namespace BienNien.Finding.OrganisationChanges;

/// <summary>A body beside the words of a change.</summary>
/// <param name="First">Its first token in the sentence.</param>
/// <param name="End">One past its last.</param>
/// <param name="Named">Whether it is an ORG mention, and not only a common noun.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Body(int First, int End, bool Named);

/// <summary>Reads the bodies of one sentence: the named ones from its mentions, the others from common nouns (<c>nhiều chi bộ mới</c>).</summary>
internal readonly ref struct BodyReader(ChangeLexicon lexicon, NameLexicon names, Sentence sentence, SentenceMentions mentions)
{
    private const int LongestNoun = 14;
    private const int FarthestBack = 24;
    private const int LongestBracket = 40;
    private const int MostBodies = 12;

    private readonly Sentence _sentence = sentence;

    /// <summary>Past the small words that may stand before a body: <c>ra</c>, <c>các</c>, <c>ba</c>, quotation marks.</summary>
    public int SkipDeterminers(int at)
    {
        while (at < _sentence.Count)
        {
            int length = lexicon.Determiners.Longest(_sentence, at, out _);
            if (length > 0 && mentions.Find(MentionKind.Organisation, at) < 0 && mentions.Find(MentionKind.Time, at) < 0)
            {
                at += length;
            }
            else if (lexicon.Quotes.Contains(_sentence[at]) || _sentence[at].IsNumber)
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>The bodies listed from a place on, determiners skipped.</summary>
    /// <param name="at">The place after the words of the change.</param>
    /// <param name="bodies">Gets them.</param>
    /// <returns>One past the last; <paramref name="at"/> when none stands there.</returns>
    public int Right(int at, List<Body> bodies)
    {
        int next = SkipDeterminers(at);
        bool several = IsPlural(at, next);
        int end = at;
        while (bodies.Count < MostBodies && TryBody(next, out Body body))
        {
            bodies.Add(body);
            end = SkipQuotes(body.End);
            if (several && !body.Named && Listed(end, bodies) is int listed and > 0)
            {
                return listed;
            }

            int bracket = SkipBracket(end);
            next = _sentence[bracket].Word == lexicon.Comma || lexicon.And.Contains(_sentence[bracket]) ? SkipDeterminers(bracket + 1) : -1;
            if (next < 0)
            {
                break;
            }
        }

        return end;
    }

    /// <summary>The bodies that end right before the words of a change, their manner, times and asides skipped.</summary>
    /// <param name="end">The place of the words.</param>
    /// <param name="bodies">Gets them, in the order of the text.</param>
    /// <param name="nearOnly">Only those right before the words, not over a comma.</param>
    /// <param name="carries">Whether the subject may be that of the clause before: <c>…; năm 1954 chuyển thành …</c>.</param>
    public void Left(int end, List<Body> bodies, bool nearOnly, bool carries)
    {
        // “Trường A (nay là Trường B)”
        int at = SkipBack(end > 0 && _sentence[end - 1].Word == lexicon.Open ? end - 1 : end);
        if (TryBodyEnding(at, out Body body))
        {
            bodies.Add(body);
            AddBefore(body, bodies);
        }
        else if (!nearOnly && lexicon.Comma == _sentence[at - 1].Word && TryBodyOfClause(at - 1, out body))
        {
            // “chi bộ Tân Hải do đồng chí Sáu làm Bí thư, chính thức trở thành …”
            bodies.Add(body);
        }
        else if (carries && at > 0 && lexicon.ClauseMarks.Contains(_sentence[at - 1]) && TrySubject(at, out body))
        {
            bodies.Add(body);
        }
    }

    // The first body of the sentence, behind a date at most.
    private bool TrySubject(int end, out Body body)
    {
        int at = Math.Max(mentions.EndOf(MentionKind.Time, 0), lexicon.TimeOpeners.Contains(_sentence[0]) ? mentions.EndOf(MentionKind.Time, 1) : 0);
        at += _sentence[at].Word == lexicon.Comma ? 1 : 0;
        int named = mentions.EndOf(MentionKind.Organisation, at);
        body = new Body(at, named, true);
        return named > at && named < end;
    }

    /// <summary>Whether a place follows where a body should: <c>hợp nhất hai huyện</c>, <c>thành lập tỉnh Hà Giang</c>.</summary>
    public bool PlaceFollows(int at)
    {
        int next = SkipDeterminers(at);
        return mentions.Find(MentionKind.Organisation, next) < 0
            && (mentions.Find(MentionKind.Place, next) >= 0 || (names.PlaceTypes.Longest(_sentence, next, out _) > 0 && lexicon.BodyNouns.Longest(_sentence, next, out _) == 0));
    }

    /// <summary>A body that begins at a place.</summary>
    public bool TryBody(int at, out Body body)
    {
        body = default;
        if (at >= _sentence.Count)
        {
            return false;
        }

        int named = mentions.EndOf(MentionKind.Organisation, at);
        if (named > at)
        {
            body = new Body(at, named, true);
            return true;
        }

        int noun = NounAt(at);
        if (noun == 0 || mentions.Find(MentionKind.Place, at) >= 0)
        {
            return false;
        }

        // “các tổ chức Công hội đỏ, Nông hội đỏ”
        named = mentions.EndOf(MentionKind.Organisation, at + noun);
        if (named > at + noun)
        {
            body = new Body(at + noun, named, true);
            return true;
        }

        body = new Body(at, NounEnd(at, noun), false);
        return true;
    }

    // Heads of bodies count whatever their case: “Đội tự vệ đỏ”.
    private int NounAt(int at)
    {
        int noun = Math.Max(lexicon.BodyNouns.Longest(_sentence, at, out _), _sentence[at].Capitalised ? names.OrganisationHeads.Longest(_sentence, at, out _) : 0);

        // “đảng viên”, “hội nghị”: the first half of another word.
        return noun == 1 && lexicon.Tails.Contains(_sentence[at + 1]) ? 0 : noun;
    }

    private int NounEnd(int at, int noun)
    {
        int end = at + noun;
        while (end < _sentence.Count && end - at < LongestNoun)
        {
            Token token = _sentence[end];
            int named = mentions.EndOf(MentionKind.Organisation, end);
            int place = mentions.EndOf(MentionKind.Place, end);
            if (named > end || place > end)
            {
                end = Math.Max(named, place);
            }
            else if (lexicon.Quotes.Contains(token) && _sentence[end + 1].Capitalised)
            {
                end++;
            }
            else if ((!token.IsWord && !token.IsNumber) || lexicon.Stops.Contains(token) || mentions.Find(MentionKind.Time, end) >= 0
                || lexicon.Changes.Longest(_sentence, end, out _) > 1)
            {
                // “chi bộ đầu tiên”: here the word of order is no date.
                if (!(token.IsWord && _sentence[end + 1].IsWord && IsFirst(end)))
                {
                    break;
                }

                end += 2;
            }
            else
            {
                end++;
            }
        }

        return end;
    }

    private bool IsFirst(int at) => ChangeLexicon.EndingAt(lexicon.First, _sentence, at + 2) == 2;

    // “các tổ chức: A, B và C”, “nhiều hội như A, B”, “ba tổ chức (A, B và C)”.
    private int Listed(int at, List<Body> bodies)
    {
        int next = at;
        bool bracket = _sentence[next].Word == lexicon.Open;
        if (bracket)
        {
            next++;
        }
        else if (_sentence[next].Word == lexicon.Comma)
        {
            next++;
        }

        int list = lexicon.Lists.Longest(_sentence, next, out _);
        if (list == 0 && !bracket)
        {
            return 0;
        }

        next += list;
        if (_sentence[next].Word == lexicon.Colon)
        {
            next++;
        }

        int before = bodies.Count;
        int end = 0;
        while (bodies.Count < MostBodies + before)
        {
            next = SkipDeterminers(next);
            int quoted = QuotedEnd(next);
            if (mentions.EndOf(MentionKind.Organisation, next) is int named && named > next)
            {
                bodies.Add(new Body(next, named, true));
                end = named;
            }
            else if (quoted > next)
            {
                bodies.Add(new Body(next, quoted, true));
                end = quoted;
            }
            else
            {
                break;
            }

            end = SkipBracket(SkipQuotes(end));
            if (_sentence[end].Word != lexicon.Comma && _sentence[end].Word != lexicon.Semicolon && !lexicon.And.Contains(_sentence[end]))
            {
                break;
            }

            next = end + 1;
        }

        if (bodies.Count == before)
        {
            return 0;
        }

        // The names stand for the noun before them.
        bodies.RemoveAt(before - 1);
        return end;
    }

    // A short name in quotation marks: “Cộng sản đoàn”.
    private int QuotedEnd(int at)
    {
        if (at == 0 || !lexicon.Quotes.Contains(_sentence[at - 1]) || !_sentence[at].Capitalised)
        {
            return at;
        }

        int end = at;
        while (end < _sentence.Count && end - at < 8 && !lexicon.Quotes.Contains(_sentence[end]))
        {
            end++;
        }

        return lexicon.Quotes.Contains(_sentence[end]) ? end : at;
    }

    private int SkipBack(int end)
    {
        int at = end;
        while (at > 0)
        {
            int manner = ChangeLexicon.EndingAt(lexicon.Manner, _sentence, at);
            int time = mentions.StartOf(MentionKind.Time, at);
            if (manner > 0)
            {
                at -= manner;
            }
            else if (lexicon.Passive.Contains(_sentence[at - 1]))
            {
                at--;
            }
            else if (time < at)
            {
                at = time;
                at -= at > 0 && lexicon.TimeOpeners.Contains(_sentence[at - 1]) ? 1 : 0;
                // “Trường A, năm 1968, tách thành …”
                at -= at > 0 && _sentence[at - 1].Word == lexicon.Comma ? 1 : 0;
            }
            else if (_sentence[at - 1].Word == lexicon.Close && OpeningOf(at - 1) is int open and > 0)
            {
                at = open;
            }
            else if (at < end + 1 && lexicon.Hyphens.Contains(_sentence[at - 1]) && AsideBetweenDashes(at) is int dash and > 0)
            {
                at = dash;
            }
            else if (lexicon.Quotes.Contains(_sentence[at - 1]) || (_sentence[at - 1].Word == lexicon.Comma && mentions.StartOf(MentionKind.Time, at - 1) < at - 1))
            {
                at--;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private bool TryBodyEnding(int end, out Body body)
    {
        body = default;
        int named = mentions.StartOf(MentionKind.Organisation, end);
        if (named < end)
        {
            body = new Body(named, end, true);
            if (named == 0 || !lexicon.Of.Contains(_sentence[named - 1]) || !TryNounBefore(named - 1, end, out Body larger))
            {
                return true;
            }

            body = larger;
            return true;
        }

        return TryNounBefore(end, end, out body);
    }

    // The nearest noun for a body to the left, with all that stands between it and the end; nothing when a place or a mark stands nearer.
    private bool TryNounBefore(int from, int end, out Body body)
    {
        body = default;
        for (int i = from - 1; i >= 0 && from - i <= FarthestBack; i--)
        {
            Token token = _sentence[i];
            if (token.Word == lexicon.Close && OpeningOf(i) is int open and >= 0)
            {
                i = open;
                continue;
            }

            if ((lexicon.ClauseMarks.Contains(token) && !JoinsName(i)) || lexicon.Passive.Contains(token))
            {
                return false;
            }

            int named = mentions.EndOf(MentionKind.Organisation, i);
            if (named > i && named <= end)
            {
                // “Lâm trường Hương Sơn ra đời đầu năm, đổi tên thành”: what is told of it is no part of it.
                int last = ToldBetween(named, end) ? named : Trimmed(i, end);
                body = new Body(i, last, named >= last);
                return true;
            }

            int noun = NounAt(i);
            if (noun > 0 && i + noun <= end && !IsHalfWord(i, noun) && !mentions.Covers(MentionKind.Organisation, i) && !mentions.Covers(MentionKind.Person, i)
                && !mentions.Covers(MentionKind.Place, i))
            {
                body = new Body(i, Trimmed(i, end), false);
                return true;
            }

            // “xã Tân Lập được thành lập”: the place itself changes, unless it only says where.
            if (mentions.EndOf(MentionKind.Place, i) > i && (i == 0 || (!IsWithin(i) && !JoinsName(i - 1))))
            {
                return false;
            }
        }

        return false;
    }

    // “Cẩm Phả - Cửa Ông”
    private bool JoinsName(int at) => lexicon.Hyphens.Contains(_sentence[at]) && _sentence[at - 1].Capitalised && _sentence[at + 1].Capitalised;

    // “Đại đội 2 – đơn vị đầu tiên của huyện – được thành lập”
    private int AsideBetweenDashes(int end)
    {
        for (int i = end - 2; i > 0 && end - i < LongestBracket; i--)
        {
            if (lexicon.Hyphens.Contains(_sentence[i]) && _sentence[i].SpaceBefore)
            {
                return i;
            }
        }

        return -1;
    }

    private bool ToldBetween(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (lexicon.Changes.Longest(_sentence, i, out _) > 1 || lexicon.Passive.Contains(_sentence[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWithin(int place) =>
        lexicon.Of.Contains(_sentence[place - 1]) || _sentence[place - 1].Word == lexicon.Comma || NounAt(place - 1) > 0 || NounAt(place - 2) > 1
        || (_sentence[place - 1].IsWord && !lexicon.Plurals.Contains(_sentence[place - 1]) && mentions.StartOf(MentionKind.Time, place) == place && NounNear(place));

    private bool NounNear(int place)
    {
        for (int i = place - 1; i >= 0 && place - i <= 6 && !lexicon.ClauseMarks.Contains(_sentence[i]); i--)
        {
            if (NounAt(i) > 0 && !IsHalfWord(i, NounAt(i)))
            {
                return true;
            }
        }

        return false;
    }

    // “cán bộ”, “xã hội”: a noun of one syllable counts where nothing can make another word of it.
    private bool IsHalfWord(int at, int noun) =>
        noun == 1 && at > 0 && !_sentence[at].Capitalised && !_sentence[at - 1].IsMark && !_sentence[at - 1].IsNumber
        && lexicon.Determiners.Longest(_sentence, at - 1, out _) == 0 && mentions.StartOf(MentionKind.Time, at) == at;

    private int Trimmed(int first, int end)
    {
        while (end > first + 1 && lexicon.Quotes.Contains(_sentence[end - 1]))
        {
            end--;
        }

        return end;
    }

    private bool TryBodyOfClause(int end, out Body body)
    {
        for (int i = end - 1; i >= 0 && end - i <= FarthestBack && !lexicon.HardMarks.Contains(_sentence[i]); i--)
        {
            int first = _sentence[i].Word == lexicon.Comma ? i + 1 : i;
            if ((i == 0 || _sentence[i].Word == lexicon.Comma) && mentions.EndOf(MentionKind.Organisation, first) is int named && named > first)
            {
                body = new Body(first, named, true);
                return true;
            }
        }

        body = default;
        return false;
    }

    private void AddBefore(Body body, List<Body> bodies)
    {
        int at = body.First;
        while (bodies.Count < MostBodies && at > 0)
        {
            while (at > 0 && (lexicon.Quotes.Contains(_sentence[at - 1]) || lexicon.Plurals.Contains(_sentence[at - 1])))
            {
                at--;
            }

            if (at == 0 || (_sentence[at - 1].Word != lexicon.Comma && !lexicon.And.Contains(_sentence[at - 1])))
            {
                return;
            }

            int end = at - 1;
            end = end > 0 && _sentence[end - 1].Word == lexicon.Close && OpeningOf(end - 1) is int open and > 0 ? open : end;
            end -= end > 0 && lexicon.Quotes.Contains(_sentence[end - 1]) ? 1 : 0;
            int first = mentions.StartOf(MentionKind.Organisation, end);
            if (first == end || lexicon.Of.Contains(_sentence[first - 1]) || lexicon.By.Contains(_sentence[first - 1]))
            {
                return;
            }

            bodies.Insert(0, new Body(first, end, true));
            at = first;
        }
    }

    private int SkipQuotes(int at)
    {
        while (lexicon.Quotes.Contains(_sentence[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Past a bracket that opens at a place; the place itself when none does.</summary>
    public int SkipBracket(int at)
    {
        if (_sentence[at].Word != lexicon.Open)
        {
            return at;
        }

        for (int i = at + 1; i < _sentence.Count && i - at < LongestBracket; i++)
        {
            if (_sentence[i].Word == lexicon.Close)
            {
                return i + 1;
            }
        }

        return at;
    }

    private int OpeningOf(int close)
    {
        for (int i = close - 1; i >= 0 && close - i < LongestBracket; i--)
        {
            if (_sentence[i].Word == lexicon.Open)
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsPlural(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (lexicon.Plurals.Contains(_sentence[i]) || _sentence[i].IsNumber)
            {
                return true;
            }
        }

        return false;
    }
}
