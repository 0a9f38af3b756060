using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BienNien.Finding.Names;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.People;

/// <summary>Another name stated for a person: where it stands and whose it is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StatedName(int First, int End, string Of);

/// <summary>Reads the names that a cue gives to the person named just before: “(tức Sáu Dân, Chín Dũng)”; and those in a bracket of their own: “Phạm Hùng (Hai Hùng)”.</summary>
internal sealed class AliasReader
{
    private const int FarthestBack = 30;
    private const int LongestBracket = 40;
    private const int LongestAside = 8;
    private const int MostNames = 12;

    private static readonly StatedName[] _none = [];

    private readonly NameReader _names;
    private readonly WordSet _fillers;
    private readonly WordSet _openers;
    private readonly PhraseTable<bool> _tails;
    private readonly PhraseTable<bool> _ranks;
    private readonly WordSet _others;
    private readonly WordSet _joiners;
    private readonly WordSet _descent;
    private readonly WordSet _leads;
    private readonly WordSet _rulers;
    private readonly WordSet _after;
    private readonly int _calls;
    private readonly WordSet _notNames;
    private readonly int _colon;
    private readonly int _of;
    private readonly int _is;
    private readonly int _name;
    private readonly int _alias;
    private readonly int _namedAfter;

    // Cues of one word that are common words elsewhere (“danh hiệu”, “tự vệ”): only after a mark.
    private readonly WordSet _shortCues;

    // “đổi tên”, “lấy tên”: said of bodies and places as often as of persons.
    private readonly WordSet _renamings;

    /// <summary>Takes the words and reads <c>data/alias-words.tsv</c>.</summary>
    public AliasReader(Vocabulary.Builder words, NameReader names)
    {
        _names = names;
        DataTable table = DataTable.Load("alias-words");
        int word = table.IndexOf("word");
        int use = table.IndexOf("use");
        ILookup<string, string> byUse = table.Rows.ToLookup(row => row[use], row => row[word]);
        _fillers = words.AddSet(byUse["filler"]);
        _openers = words.AddSet(byUse["opener"]);
        _tails = Phrases("tail");
        _ranks = Phrases("rank");
        _others = words.AddSet("hay", "hoặc", "và", ",", ";", "/");
        _joiners = words.AddSet("hay", "hoặc", "và");
        _descent = words.AddSet("quê", "người", "sinh", "ở", "tại", "trú", "gốc");
        _shortCues = words.AddSet("hiệu", "tự", "húy", "thụy");
        _renamings = words.AddSet("đổi", "lấy", "mang", "với", "dưới", "sau", "về", "cải");
        _after = words.AddSet(byUse["after"]);
        _rulers = words.AddSet("vua", "chúa");
        _leads = words.AddSet(byUse["lead"]);
        _calls = words.Add("gọi");
        _notNames = words.AddSet(byUse["not"]);
        _colon = words.Add(":");
        _of = words.Add("của");
        _is = words.Add("là");
        _name = words.Add("tên");
        _alias = words.Add("tức");
        _namedAfter = words.Add("đặt");
        OpeningWords = [.. NameLexicon.FirstWords(words, "alias-cues", "cue"), names.Lexicon.Open];

        PhraseTable<bool> Phrases(string use)
        {
            PhraseTable<bool>.Builder phrases = new();
            foreach (string phrase in byUse[use])
            {
                phrases.Add(words.AddPhrase(phrase).AsSpan(), value: true);
            }

            return phrases.Build();
        }
    }

    /// <summary>The words at which a stated name may be announced.</summary>
    public ImmutableArray<int> OpeningWords { get; }

    /// <summary>The names that the cue or bracket announces that begins at a token; empty when none does.</summary>
    public IReadOnlyList<StatedName> Read(Sentence sentence, int at)
    {
        if (sentence[at].Word == _names.Lexicon.Open)
        {
            if (at == 0 || !NameReader.IsName(sentence, at - 1))
            {
                return _none;
            }

            List<StatedName> bracketed = [];
            ReadBracket(sentence, at, bracketed);
            return bracketed;
        }

        int cue = _names.Lexicon.AliasCues.Longest(sentence, at, out string? relation);
        if (cue == 0 || IsPartOfLonger(sentence, at) || (cue == 1 && _shortCues.Contains(sentence[at]) && (!sentence[at - 1].IsMark || sentence[at].Capitalised)))
        {
            return _none;
        }

        List<StatedName> stated = [];
        bool personal = relation is not ("alias" or "former name");
        if (sentence[at + cue - 1].Word == _of || sentence[at + cue].Word == _of)
        {
            ReadOf(sentence, at, at + cue + (sentence[at + cue].Word == _of ? 1 : 0), stated);
            return stated;
        }

        int first = FirstName(sentence, at + cue, canHaveTitle: sentence[at + cue - 1].Word != _name || sentence[at + cue].IsMark);
        if (first < 0)
        {
            return stated;
        }

        if (PersonBefore(sentence, at, personal, out int personStart, out int personEnd, out bool isFull) is not { } person)
        {
            bool label = personal && sentence[at + cue].Word == _colon && IsLabel(sentence, at);
            bool near = !_renamings.Contains(sentence[at]) && at > 0 && (sentence[at].Word != _calls || CallsAfterComma(sentence, at));
            if (label || near)
            {
                // “Bí danh: Hai Hùng”, a line of a life told in lines, or behind a name that only other rules can tell: whose it is is seen later.
                ReadList(sentence, first, "", firstIsFull: true, Enclosing(sentence, at) >= 0, stated);
            }

            return stated;
        }

        int end = NameEnd(sentence, first);
        if (end == first)
        {
            return stated;
        }

        // “tôn xưng là Khai quốc trạng nguyên”: one capital that opens common words.
        if (!personal && (end - first == 1 || _renamings.Contains(sentence[at])) && sentence[end] is { IsWord: true, Capitalised: false } && !_after.Contains(sentence[end]) && !_names.Lexicon.Quotes.Contains(sentence[first - 1]))
        {
            return stated;
        }

        bool full = _names.ReadsAsPerson(sentence, first, out int fullEnd) && fullEnd == end;
        bool known = _names.Named(_names.Lexicon.Persons, sentence, first, out string? knownId) == end - first;
        bool knownBefore = _names.Named(_names.Lexicon.Persons, sentence, personStart, out _) >= personEnd - personStart;
        if (known && !knownBefore && (!isFull || _rulers.Contains(sentence[first - 1])) && knownId == SaidBefore.NameOf(sentence, first, end))
        {
            person = knownId;
        }
        else if (full && !isFull && !knownBefore && !_names.Lexicon.Surnames.Contains(sentence[personStart]))
        {
            person = SaidBefore.NameOf(sentence, first, end);
        }

        if (sentence[at].Word == _alias && knownBefore && !isFull && full && person == SaidBefore.NameOf(sentence, first, end))
        {
            // “Xích Thắng tức Dương Mạc Thạch”: the other name was said first.
            stated.Add(new StatedName(personStart, personEnd, person));
            return stated;
        }

        ReadList(sentence, first, person, full, Enclosing(sentence, at) >= 0, stated);
        return stated;
    }

    private void ReadList(Sentence sentence, int first, string person, bool firstIsFull, bool inBracket, List<StatedName> stated)
    {
        int i = first;
        while (i < sentence.Count && stated.Count < MostNames)
        {
            int end = NameEnd(sentence, i);
            if (end == i)
            {
                break;
            }

            if (stated.Count > 0 && !inBracket
                && ((_names.ReadsAsPerson(sentence, i, out int full) && full == end && !firstIsFull) || sentence[end].Word == _names.Lexicon.Open
                    || _names.Lexicon.AliasCues.Longest(sentence, end + (sentence[end].IsMark ? 1 : 0), out _) > 0))
            {
                // “Lê Hữu Bình tức Ba Bình, Trần Thị Lụa tức Tư Lụa”: the next person.
                break;
            }

            stated.Add(new StatedName(i, end, person));
            i = end;
            while (_names.Lexicon.Quotes.Contains(sentence[i]))
            {
                i++;
            }

            // A further cue (“bí danh …, bút danh …”) is asked for itself.
            bool dash = _names.Lexicon.Hyphen.Contains(sentence[i]) && sentence[i].SpaceBefore && NameReader.IsName(sentence, i + 1)
                && _names.Lexicon.Titles.Longest(sentence, i + 1, out _) < 2;
            if ((!_others.Contains(sentence[i]) && !dash) || _names.Lexicon.AliasCues.Longest(sentence, i + 1, out _) > 0)
            {
                break;
            }

            i += sentence[i].IsMark && _joiners.Contains(sentence[i + 1]) ? 2 : 1;
            i = Skip(sentence, i);
            if (!NameReader.IsName(sentence, i) || (!inBracket && !_names.Lexicon.Quotes.Contains(sentence[i - 1]) && _names.Lexicon.Titles.Longest(sentence, i, out _) > 1))
            {
                break;
            }
        }
    }

    // “Phạm Hùng (Hai Hùng)”, “Nguyễn Đường (Ama Rin)”
    private void ReadBracket(Sentence sentence, int open, List<StatedName> stated)
    {
        int i = open + 1;
        while (_names.Lexicon.Quotes.Contains(sentence[i]))
        {
            i++;
        }

        if (!NameReader.IsName(sentence, i) || NameReader.Shouts(sentence, i) || open == 0 || !NameReader.IsName(sentence, open - 1))
        {
            return;
        }

        int end = _names.RunEnd(sentence, i);
        int close = end;
        while (_names.Lexicon.Quotes.Contains(sentence[close]))
        {
            close++;
        }

        bool whole = sentence[close].Word == _names.Lexicon.Close;
        bool listed = sentence[close].Word == _names.Lexicon.Comma
            && ((NameReader.IsName(sentence, close + 1) && _openers.Contains(sentence[close + 1])) || _names.Lexicon.AliasCues.Longest(sentence, close + 1, out _) > 0);
        if (end - i > 3 || (!whole && !listed)
            || PersonEnding(sentence, open, out bool isFull, out string? id) is not (> 0 and int length) || id is null)
        {
            return;
        }

        // “đồng chí Đặng Tuần Quý (Hải)”: one word alone only of a full name, when it is no people, land or note.
        bool opens = end - i == 1
            ? whole && length > 2 && sentence[i].Length > 1 && !sentence[i].AllUpper && !_notNames.Contains(sentence[i])
                && _names.Named(_names.Lexicon.Places, sentence, i, out _) == 0 && !_names.Lexicon.SentenceOpeners.Contains(sentence[i])
            : _openers.Contains(sentence[i]);
        // “Trần Sơn Hùng (Hoàng Sâm)”: the whole bracket a name that is no place, body or office.
        opens |= whole && isFull && end - i > 1 && IsBareName(sentence, i, end);
        bool sameGivenName = sentence.Surface(end - 1).SequenceEqual(sentence.Surface(open - 1)) && end - i < length;
        if (opens || sameGivenName)
        {
            ReadList(sentence, i, id, firstIsFull: false, inBracket: true, stated);
        }
    }

    private bool IsBareName(Sentence sentence, int at, int end)
    {
        NameLexicon lexicon = _names.Lexicon;
        return lexicon.OrganisationHeads.Longest(sentence, at, out _) == 0 && lexicon.Bodies.Longest(sentence, at, out _) == 0
            && lexicon.Titles.Longest(sentence, at, out _) == 0 && lexicon.CapitalWords.Longest(sentence, at, out _) == 0
            && lexicon.OrganisationWords.Longest(sentence, at, out _) == 0 && lexicon.PlaceTypes.Longest(sentence, at, out _) == 0
            && !_notNames.Contains(sentence[at]) && !lexicon.SentenceOpeners.Contains(sentence[at])
            && (_names.Named(lexicon.Places, sentence, at, out _) == 0 || _names.ReadsAsPerson(sentence, at, out int full) && full == end);
    }

    // “Thầu Chín – bí danh của Nguyễn Ái Quốc”, “tên khai sinh của Trường Chinh là Đặng Xuân Khu”
    private void ReadOf(Sentence sentence, int cue, int person, List<StatedName> stated)
    {
        person = Skip(sentence, person);
        int known = _names.Named(_names.Lexicon.Persons, sentence, person, out string? id);
        int end = person + known;
        if (known == 0)
        {
            if (!_names.ReadsAsPerson(sentence, person, out end))
            {
                return;
            }

            id = SaidBefore.NameOf(sentence, person, end);
        }

        int first = sentence[end].Word == _is ? Skip(sentence, end) : -1;
        if (first >= 0 && NameReader.IsName(sentence, first))
        {
            ReadList(sentence, first, id!, firstIsFull: true, inBracket: false, stated);
            return;
        }

        int last = cue;
        while (last > 0 && (sentence[last - 1].IsMark || sentence[last - 1].Word == _is))
        {
            last--;
        }

        int start = last;
        while (start > 0 && last - start < 4 && NameReader.IsName(sentence, start - 1))
        {
            start--;
        }

        if (start < last)
        {
            stated.Add(new StatedName(start, last, id!));
        }
    }

    // “Võ Văn Khánh tự Tám Khánh”
    private bool IsBetweenNames(Sentence sentence, int at) =>
        PersonEnding(sentence, at, out _, out _) > 0 && NameReader.IsName(sentence, at + 1) && _names.Named(_names.Lexicon.Places, sentence, at + 1, out _) == 0;

    // The first words of a line or sentence.
    private static bool IsLabel(Sentence sentence, int at) =>
        at == 0 || (sentence[at].Traits & TokenTraits.LineBefore) != 0 || (sentence[at - 1].IsMark && sentence[at].Capitalised);

    // “Nguyễn Tự Tân”, “Đinh Tức”
    private static bool IsPartOfLonger(Sentence sentence, int at) => sentence[at].Capitalised && at > 0 && NameReader.IsName(sentence, at - 1);

    private int FirstName(Sentence sentence, int at, bool canHaveTitle)
    {
        int first = Skip(sentence, at);
        if (sentence[at].Word == _names.Lexicon.Comma)
        {
            // “tên thật, theo thần tích, là Lê Thị Yến”
            for (int i = at + 1; i < sentence.Count && i - at <= LongestAside; i++)
            {
                if (sentence[i].Word == _names.Lexicon.Comma && sentence[i + 1].Word == _is)
                {
                    first = Skip(sentence, i + 1);
                    break;
                }
            }
        }

        if (!NameReader.IsName(sentence, first) || NameReader.Shouts(sentence, first))
        {
            return -1;
        }

        int run = _names.RunEnd(sentence, first);
        if (sentence[run].Word == _is && NameReader.IsName(sentence, run + 1))
        {
            // “mang tên Ê Đê là Ama Thương”
            return run + 1;
        }

        // “lấy tên bà Châu Thị Vĩnh Tế đặt cho kênh”: named for somebody.
        return (canHaveTitle || first == at || _names.Lexicon.Quotes.Contains(sentence[at])) && sentence[run].Word != _namedAfter ? first : -1;
    }

    private int Skip(Sentence sentence, int i)
    {
        while (!sentence[i].Capitalised && (_fillers.Contains(sentence[i]) || _names.Lexicon.Quotes.Contains(sentence[i])))
        {
            i++;
        }

        return i;
    }

    // One past a name: its capitals, small words that end an art name, and a title with one capital: “Thủ khoa Huân”.
    private int NameEnd(Sentence sentence, int at)
    {
        if (!NameReader.IsName(sentence, at) || sentence[at].IsMark)
        {
            return at;
        }

        int title = Math.Max(_names.Lexicon.Titles.Longest(sentence, at, out _), _ranks.Longest(sentence, at, out _));
        int end = _names.RunEnd(sentence, at);
        if (title > end - at && NameReader.IsName(sentence, at + title))
        {
            end = _names.RunEnd(sentence, at + title);
        }

        end += _tails.Longest(sentence, end, out _);
        int head = _names.Lexicon.OrganisationHeads.Longest(sentence, at, out _);
        return end - at > 6 || (head >= end - at && sentence[end].IsWord) || (head > 0 && sentence[end].IsWord && _names.Lexicon.OrganisationWords.Longest(sentence, end, out _) > 0) ? at : end;
    }

    // The opening bracket around a token; -1 when none is open.
    private int Enclosing(Sentence sentence, int at)
    {
        for (int i = at - 1; i >= 0 && at - i < LongestBracket; i--)
        {
            if (sentence[i].Word == _names.Lexicon.Close)
            {
                return -1;
            }

            if (sentence[i].Word == _names.Lexicon.Open)
            {
                return i;
            }
        }

        return -1;
    }

    // The person whose name ends right before a place: how many tokens it has.
    private int PersonEnding(Sentence sentence, int end, out bool isFull, out string? id)
    {
        isFull = false;
        id = null;
        for (int length = Math.Min(5, end); length > 0; length--)
        {
            int at = end - length;
            if (!NameReader.IsName(sentence, at) || (NameReader.ContinuesRun(sentence, at) && !_names.Lexicon.TitleEnds.Contains(sentence[at - 1])))
            {
                continue;
            }

            isFull = (_names.ReadsAsPerson(sentence, at, out int full) && full == end)
                || (length == 2 && _names.Lexicon.Surnames.Contains(sentence[at]) && PersonContext.TitleBefore(_names, sentence, at, out _) is not null);
            if (_names.Named(_names.Lexicon.Persons, sentence, at, out string? known) == length && known is not null)
            {
                id = known;
                return length;
            }

            if (isFull && !PersonContext.NamesAThing(_names, sentence, at))
            {
                id = SaidBefore.NameOf(sentence, at, end);
                return length;
            }
        }

        return 0;
    }

    // The nearest name before the cue; between them only punctuation, or another alias with its cue.
    private string? PersonBefore(Sentence sentence, int cue, bool personal, out int start, out int end, out bool isFull)
    {
        int bracket = Enclosing(sentence, cue);
        int from = bracket >= 0 && !NamedSince(sentence, bracket, cue) ? bracket : cue;
        bool aside = from == bracket;
        string? nearest = null;
        start = end = 0;
        isFull = false;
        int near = SkipAsides(sentence, SkipLeads(sentence, from));
        bool calls = !aside && sentence[cue].Word == _calls;
        for (int i = from - 1; i >= 0 && from - i <= FarthestBack; i--)
        {
            Token token = sentence[i];
            if (!token.IsWord || !NameReader.IsName(sentence, i)
                || (NameReader.ContinuesRun(sentence, i) && (!_names.Lexicon.TitleEnds.Contains(sentence[i - 1]) || _names.ReadsAsPerson(sentence, i - 1, out _) || _names.Named(_names.Lexicon.Persons, sentence, i - 1, out _) > 1)))
            {
                continue;
            }

            if (NameReader.Shouts(sentence, i))
            {
                if (Shouted(sentence, i, out int shouted))
                {
                    (start, end, isFull) = (i, shouted, true);
                    return SaidBefore.InSmallLetters(sentence, i, shouted);
                }

                continue;
            }

            // “tự Tố Như, hiệu Thanh Hiên”: other names of the same person; “Chiến khu Trần Hưng Đạo”: no person.
            if (StatedFrom(sentence, i) is int stated and >= 0)
            {
                near = SkipAsides(sentence, SkipLeads(sentence, stated));
                continue;
            }

            if (PersonContext.NamesAThing(_names, sentence, i) || NamesABody(sentence, i))
            {
                continue;
            }

            int known = _names.Named(_names.Lexicon.Persons, sentence, i, out string? id);
            int run = _names.RunEnd(sentence, i);
            bool full = _names.ReadsAsPerson(sentence, i, out int fullEnd);
            if ((known > 0 && known >= run - i) || full)
            {
                int last = full ? Math.Max(fullEnd, i + known) : i + known;
                if ((!personal && IsOfAnother(sentence, last, cue)) || (calls && near != last && !CallsAfterComma(sentence, cue)))
                {
                    return null;
                }

                if (nearest is not null)
                {
                    return nearest;
                }

                (start, end, isFull) = (i, last, full);
                return known > 0 && known >= run - i ? id : SaidBefore.NameOf(sentence, i, fullEnd);
            }

            bool titled = PersonContext.TitleBefore(_names, sentence, i, out _) is not null;
            if (nearest is null && run - i is >= 1 and <= 4 && run == near && (titled || !(_descent.Contains(sentence[i - 1]) || (i == 0 && run == 1) || _names.Lexicon.PlaceTypes.Longest(sentence, i, out _) > 0)) && (!NameReader.ContinuesRun(sentence, i) || i == 1 || sentence[i - 2].IsMark)
                && (personal || titled
                    || ((aside || sentence[cue].Word == _alias || (run - i > 1 && _names.Lexicon.Surnames.Contains(sentence[i]))) && !IsPlace(sentence, i))))
            {
                (start, end, isFull) = (i, run, run - i > 2);
                nearest = SaidBefore.NameOf(sentence, i, run);
            }

            if (nearest is not null)
            {
                return nearest;
            }
        }

        return nearest;
    }

    // “Lê Văn Hai dân làng quen gọi là”
    private int SkipLeads(Sentence sentence, int at)
    {
        while (at > 0 && !sentence[at - 1].Capitalised && _leads.Contains(sentence[at - 1]))
        {
            at--;
        }

        return at;
    }

    // “…, dân làng quen gọi là Sáu Mía”: the clause says who calls, and nothing else that could have the name.
    private bool CallsAfterComma(Sentence sentence, int cue)
    {
        int at = SkipLeads(sentence, cue);
        return at < cue && (sentence[at - 1].Word == _names.Lexicon.Comma || sentence[at - 1].Word == _names.Lexicon.Open);
    }

    // “Đồng chí TRẦN VĂN TRÀ”, “LÊ THỊ TÁM (bí danh …)”
    private bool Shouted(Sentence sentence, int at, out int end)
    {
        end = at + 1;
        if (!_names.Lexicon.Surnames.Contains(sentence[at]) || (NameReader.Shouts(sentence, at - 1) && (sentence[at].Traits & TokenTraits.LineBefore) == 0))
        {
            return false;
        }

        while (NameReader.Shouts(sentence, end) && (sentence[end].Traits & TokenTraits.LineBefore) == 0)
        {
            end++;
        }

        return end - at is >= 2 and <= 4;
    }

    // Back over punctuation and brackets: “Mai Lượng (1874 - 1951), biệt hiệu”.
    private int SkipAsides(Sentence sentence, int at)
    {
        while (at > 0 && sentence[at - 1].IsMark)
        {
            if (sentence[at - 1].Word == _names.Lexicon.Close)
            {
                int open = Enclosing(sentence, at - 1);
                if (open < 0)
                {
                    return at;
                }

                at = open;
            }
            else
            {
                at--;
            }
        }

        return at;
    }

    // Where the cue begins that states a name; -1 when none does.
    private int StatedFrom(Sentence sentence, int at)
    {
        int cue = NameReader.Before(_names.Lexicon.AliasCues, _names.Lexicon.AliasCueEnds, sentence, at, out _);
        if (cue > 0)
        {
            return at - cue;
        }

        int i = at;
        while (i > 0 && (_fillers.Contains(sentence[i - 1]) || _names.Lexicon.Quotes.Contains(sentence[i - 1])))
        {
            i--;
        }

        cue = NameReader.Before(_names.Lexicon.AliasCues, _names.Lexicon.AliasCueEnds, sentence, i, out _);
        return cue > 0 ? i - cue : -1;
    }

    // “(trong đó có đồng chí Xích Thắng tức Dương Mạc Thạch)”: the person is named within the bracket.
    private bool NamedSince(Sentence sentence, int bracket, int cue)
    {
        int end = SkipAsides(sentence, cue);
        int start = end;
        while (start > bracket + 1 && NameReader.IsName(sentence, start - 1))
        {
            start--;
        }

        return start < end && StatedFrom(sentence, start) < 0
            && (PersonContext.TitleBefore(_names, sentence, start, out _) is not null || _names.ReadsAsPerson(sentence, start, out _));
    }

    private bool IsPlace(Sentence sentence, int at)
    {
        if (_names.Named(_names.Lexicon.Places, sentence, at, out _) > 0)
        {
            return true;
        }

        for (int length = 1; length <= 3 && length <= at; length++)
        {
            if (_names.Lexicon.PlaceTypes.Longest(sentence, at - length, out _) == length)
            {
                return true;
            }
        }

        return false;
    }

    private bool NamesABody(Sentence sentence, int at)
    {
        for (int length = 1; length <= 4 && length <= at; length++)
        {
            if (_names.Lexicon.OrganisationHeads.Longest(sentence, at - length, out _) == length)
            {
                return true;
            }
        }

        return false;
    }

    // “Ông Lê Hai lập Đội Tự vệ, lấy tên là …”: a body or place said since then gets the name, unless it only tells where somebody is from.
    private bool IsOfAnother(Sentence sentence, int from, int cue)
    {
        bool renames = _renamings.Contains(sentence[cue]);
        for (int i = from; i < cue; i++)
        {
            if (_descent.Contains(sentence[i]))
            {
                return false;
            }

            if (renames && !sentence[i].IsMark && (_names.Lexicon.OrganisationHeads.Longest(sentence, i, out _) > 0 || _names.Lexicon.PlaceTypes.Longest(sentence, i, out _) > 0))
            {
                return true;
            }

            if (!renames && (sentence[i].Capitalised && _names.Lexicon.OrganisationHeads.Longest(sentence, i, out _) > 0))
            {
                return true;
            }
        }

        return false;
    }
}
