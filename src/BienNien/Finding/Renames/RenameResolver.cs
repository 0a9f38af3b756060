using System.Runtime.InteropServices;
using BienNien.Finding.Names;
using BienNien.Finding.Places;
using BienNien.Text;

namespace BienNien.Finding.Renames;

/// <summary>Finds the old and the new names about the words of a change, and puts the old names in their place.</summary>
/// <remarks>Runs when places and bodies are settled, so that what changes is a place and not the body that is named for it.</remarks>
internal sealed class RenameResolver(RenameLexicon lexicon, NameReader names) : IMentionResolver
{
    private readonly RenameLexicon _lexicon = lexicon;
    private readonly NameReader _names = names;

    private const int LongestChain = 5;
    private const int FarthestBack = 24;
    private const int FarthestLink = 40;
    private const int LongestAside = 30;

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        List<Proposal> found = [];
        bool any = false;
        foreach (Proposal proposal in CollectionsMarshal.AsSpan(mentions))
        {
            if (proposal.Mention.Value is RenamedValue { To.Length: 0 })
            {
                any = true;
                Read(document, mentions, proposal, found);
            }
        }

        if (!any)
        {
            return;
        }

        mentions.RemoveAll(static proposal => proposal.Mention.Value is RenamedValue { To.Length: 0 });
        mentions.AddRange(found);
        ByStart.Sort(mentions);
    }

    private void Read(TokenizedDocument document, List<Proposal> mentions, Proposal proposal, List<Proposal> found)
    {
        Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
        SentenceMentions near = new(mentions, sentence.FirstToken);
        int first = proposal.FirstToken - sentence.FirstToken;
        int end = proposal.EndToken - sentence.FirstToken;
        if (near.Covers(MentionKind.Organisation, first) || _lexicon.Changes.Longest(sentence, first, out RenameWords? words) != end - first || words is null)
        {
            return;
        }

        Scene scene = new(this, sentence, near, mentions);
        List<Name> olds = [];
        string? to = words.Frame switch
        {
            RenameFrame.Former => scene.Former(first, end, olds),
            RenameFrame.Joins => scene.Joins(first, end, words.Type, olds),
            RenameFrame.Takes => scene.Takes(first, end, olds),
            RenameFrame.Bracket => scene.Bracket(first, olds),
            _ => scene.Now(first, end, words, olds),
        };
        if (to is null)
        {
            return;
        }

        Add(sentence, proposal, words.Frame == RenameFrame.Former && olds.Count > 1 ? "merged" : words.Type, to, olds, found);

        // “đổi huyện A làm huyện B, phủ C làm phủ D”
        int next = end;
        while (words is { Frame: RenameFrame.Joins or RenameFrame.Now, Type: "renamed" } && scene.Pair(ref next, out Name old, out string other))
        {
            Add(sentence, proposal, words.Type, other, [old], found);
        }
    }

    // Only what was found in the same sentence can stand there.
    private static bool IsTaken(List<Proposal> found, int firstToken, TextSpan span)
    {
        for (int i = found.Count - 1; i >= 0 && found[i].FirstToken >= firstToken; i--)
        {
            if (found[i].Mention.Span.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(Sentence sentence, Proposal proposal, string type, string to, List<Name> olds, List<Proposal> found)
    {
        foreach (Name old in olds)
        {
            TextSpan span = sentence.Span(old.First, old.End);
            if (!IsTaken(found, sentence.FirstToken, span))
            {
                found.Add(new Proposal(
                    new Mention(MentionKind.Renamed, span, proposal.Mention.Rule, new RenamedValue(to, type)), sentence.FirstToken + old.First, sentence.FirstToken + old.End, Weight: 0));
            }
        }
    }

    /// <summary>The name of a place in the sentence.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Name(int First, int End, string Level);

    /// <summary>One sentence with the places in it.</summary>
    private readonly ref struct Scene(RenameResolver resolver, Sentence sentence, SentenceMentions near, List<Proposal> mentions)
    {
        private readonly RenameResolver _resolver = resolver;
        private readonly Sentence _sentence = sentence;

        private RenameLexicon Lexicon => _resolver._lexicon;

        // “A (nay là B)”, “A, nay thuộc B”, “A đổi thành B”, “A và B hợp nhất thành C”.
        public string? Now(int first, int end, RenameWords words, List<Name> olds)
        {
            bool split = words.Type == "split";
            if (New(end, split, out string to, out Name head) is not (> 0 and int newEnd)
                || (words.Frame == RenameFrame.Today && !IsToday(newEnd)))
            {
                return null;
            }

            int at = SkipBack(first, out bool marked);
            if (words.Type == "merged")
            {
                ListBefore(at, olds);
            }
            else if (Old(at, words.Type, head.Level, marked) is { } old)
            {
                olds.Add(old);
            }

            return olds.Count > 0 && !olds.Exists(old => old.First <= head.First && head.First < old.End) ? to : null;
        }

        // “B (trước đây là A)”
        public string? Former(int first, int end, List<Name> olds)
        {
            int at = SkipBack(first, out _);
            if (!PlaceEnding(at, out Name now))
            {
                return null;
            }

            ListAfter(end, olds, bare: true);
            // The new name goes on to the left only as the larger units do to the right: nothing follows it here.
            return olds.Count > 0 ? SaidBefore.NameOf(_sentence, now.First, now.End) : null;
        }

        // “sáp nhập A và B thành C”, “đổi A làm B”, “A nhập với B thành C”, “C trên cơ sở sáp nhập A và B”.
        public string? Joins(int first, int end, string type, List<Name> olds)
        {
            int next = ListAfter(end, olds, bare: false);
            bool with = Lexicon.With.Contains(_sentence[end]);
            if (olds.Count > 0 && (with || next == end))
            {
                int at = SkipBack(first, out _);
                List<Name> before = [];
                ListBefore(at, before);
                if (before.Count == 0)
                {
                    return null;
                }

                olds.InsertRange(0, before);
            }

            if (olds.Count == 0)
            {
                return null;
            }

            for (int i = next; i < _sentence.Count && i - next < FarthestLink && !Lexicon.HardMarks.Contains(_sentence[i]); i++)
            {
                if (Lexicon.Links.Contains(_sentence[i]) && New(i + 1, type == "split", out string to, out _) > 0)
                {
                    return to;
                }

                if (i > next && Lexicon.Changes.Longest(_sentence, i, out _) > 0)
                {
                    break;
                }
            }

            // “thành lập xã C trên cơ sở nhập các xã A, B”
            for (int i = first - 1; type == "merged" && i >= 0 && first - i < FarthestLink; i--)
            {
                if (_sentence.Has(i, Lexicon.Founding.AsSpan()))
                {
                    int at = i + Lexicon.Founding.Length;
                    if (New(at, several: false, out string founded, out _) > 0)
                    {
                        return founded;
                    }

                    at = SkipBack(i, out _);
                    return PlaceEnding(at, out Name subject) ? SaidBefore.NameOf(_sentence, subject.First, subject.End) : null;
                }
            }

            return null;
        }

        // “Mường Thanh (Điện Biên Phủ ngày nay)”
        public string? Bracket(int first, List<Name> olds)
        {
            int open = first - 1;
            while (open > 0 && first - open < FarthestBack / 2 && _sentence[open].Word != Lexicon.Open)
            {
                open--;
            }

            if (_sentence[open].Word != Lexicon.Open || New(open + 1, several: false, out string to, out Name head) != first || Old(open, "renamed", head.Level, marked: true) is not { } old)
            {
                return null;
            }

            olds.Add(old);
            return to;
        }

        // The next pair of a list that one verb opens, behind a comma.
        public bool Pair(ref int at, out Name old, out string to)
        {
            for (int i = at; i < _sentence.Count && i - at < FarthestLink && !Lexicon.HardMarks.Contains(_sentence[i]); i++)
            {
                if (_sentence[i].Word == Lexicon.Comma && PlaceAt(i + 1, out Name place) && place.End is int end
                    && Lexicon.Becomes.Contains(_sentence[end]) && New(end + 1, several: false, out to, out Name head) > 0)
                {
                    old = new Name(i + 1, end, "");
                    at = head.End;
                    return true;
                }
            }

            (old, to) = (default, "");
            return false;
        }

        // “Thị trấn B được mở rộng, nhập thêm xã A”
        public string? Takes(int first, int end, List<Name> olds)
        {
            ListAfter(end, olds, bare: false);
            for (int i = first - 1; olds.Count > 0 && i >= 0 && first - i < FarthestBack && !Lexicon.HardMarks.Contains(_sentence[i]); i--)
            {
                int place = near.EndOf(MentionKind.Place, i);
                if (place > i)
                {
                    return SaidBefore.NameOf(_sentence, i, place);
                }
            }

            return null;
        }

        // The new name with the larger units that follow it; 0 when none stands here.
        private int New(int at, bool several, out string to, out Name head)
        {
            int first = at;
            while (Lexicon.Quotes.Contains(_sentence[first]))
            {
                first++;
            }

            to = "";
            if (!PlaceAt(first, out head))
            {
                int skipped = first;
                while (skipped < _sentence.Count && skipped - first < 10 && !_sentence[skipped].Capitalised && Lexicon.LinkTails.Contains(_sentence[skipped]) && near.Find(MentionKind.Place, skipped) < 0)
                {
                    skipped++;
                }

                if ((skipped == first || !PlaceAt(skipped, out head)) && !BareNew(first, out head))
                {
                    // “chia làm ba phủ”: how many, without their names.
                    int unnamed = several && Lexicon.Numerals.Contains(_sentence[first]) ? _resolver._names.Lexicon.PlaceTypes.Longest(_sentence, first + 1, out _) : 0;
                    if (unnamed == 0 || PlaceAt(first + 1 + unnamed, out _))
                    {
                        return 0;
                    }

                    head = new Name(first, first + 1 + unnamed, "other");
                    int last = head.End;
                    if (_sentence[last].Word == Lexicon.Colon)
                    {
                        // “thành ba tỉnh: Quảng Bình, Quảng Trị và Thừa Thiên Huế”
                        for (int i = last; i - last < FarthestLink && PlaceAt(i + 1, out Name part); i = part.End)
                        {
                            head = head with { End = part.End };
                            if (_sentence[part.End].Word != Lexicon.Comma && !Lexicon.And.Contains(_sentence[part.End]))
                            {
                                break;
                            }
                        }
                    }

                    to = SaidBefore.NameOf(_sentence, head.First, head.End);
                    return head.End;
                }
            }

            int end = head.End;
            for (int i = 0; i < LongestChain; i++)
            {
                bool joins = _sentence[end].Word == Lexicon.Comma || (several && Lexicon.And.Contains(_sentence[end]));
                if (!joins || !PlaceAt(end + 1, out Name larger) || (!several && Rank(larger.Level) <= Rank(head.Level) && Rank(larger.Level) > 0 && !IsBare(larger.First)))
                {
                    break;
                }

                end = larger.End;
            }

            to = SaidBefore.NameOf(_sentence, several ? first : head.First, end);
            return end;
        }

        private bool IsBare(int at) => _sentence[at].Capitalised;

        // “về sau đổi là Nhật Tân”: a name that nobody knows.
        private bool BareNew(int at, out Name name)
        {
            name = default;
            int first = at;
            int type = _sentence[at].Capitalised ? 0 : _resolver._names.Lexicon.PlaceTypes.Longest(_sentence, at, out _);
            at += type;
            int end = _resolver._names.RunEnd(_sentence, at);
            if (end == at || end - at > 4 || near.Covers(MentionKind.Organisation, at) || near.Covers(MentionKind.Person, at) || at == 0 || NameReader.Shouts(_sentence, at)
                || _resolver._names.Lexicon.OrganisationHeads.Longest(_sentence, at, out _) > 0 || _resolver._names.Lexicon.Titles.Longest(_sentence, at, out _) > 0)
            {
                return false;
            }

            name = new Name(first, end, "other");
            return true;
        }

        private bool PlaceAt(int at, out Name name)
        {
            int index = near.Find(MentionKind.Place, at);
            if (index >= 0)
            {
                name = new Name(at, near.EndOf(MentionKind.Place, at), ((PlaceValue)mentions[index].Mention.Value).Level);
                return true;
            }

            if (at < _sentence.Count && !near.Covers(MentionKind.Organisation, at) && PlaceReader.TryReadTyped(_resolver._names, _sentence, at, out int end, out string level))
            {
                name = new Name(at, end, level);
                return true;
            }

            int known = at < _sentence.Count && !near.Covers(MentionKind.Organisation, at) && !near.Covers(MentionKind.Person, at)
                ? _resolver._names.Named(_resolver._names.Lexicon.Places, _sentence, at, out PlaceLevels levels)
                : _resolver._names.Named(_resolver._names.Lexicon.Places, _sentence, _sentence.Count, out levels);
            name = new Name(at, at + known, PlaceLevelNames.Likeliest(levels));
            return known > 0 && !NameReader.IsName(_sentence, at + known);
        }

        private bool PlaceEnding(int end, out Name name)
        {
            int index = near.FindEnding(MentionKind.Place, end);
            name = index < 0 ? default : new Name(near.StartOf(MentionKind.Place, end), end, ((PlaceValue)mentions[index].Mention.Value).Level);
            return index >= 0;
        }

        // Of a chain before the words the one on the level of the new name, else the nearest that is no larger; without a chain, the name right before.
        private Name? Old(int end, string type, string level, bool marked)
        {
            Name? nearest = null;
            int at = end;
            for (int i = 0; i < LongestChain && PlaceEnding(at, out Name place); i++)
            {
                if ((place.Level == level && !IsCanton(place) && (nearest is null || !IsBare(place.First))) || (type == "nowPartOf" && Rank(place.Level) <= Rank(level) && Rank(place.Level) > 0 && !IsCanton(place)))
                {
                    return place;
                }

                nearest ??= place;
                if (!marked || _sentence[place.First - 1].Word != Lexicon.Comma)
                {
                    break;
                }

                at = place.First - 1;
            }

            if (!marked)
            {
                return nearest ?? (near.Covers(MentionKind.Organisation, end - 1) || Typed(end, null, nearest) is not { } typed || typed.End != end ? null : typed);
            }

            // Within the name of a body: “chi bộ xã Xuân Phách, châu Hoà An (nay là phường Đề Thám)”.
            return Typed(end, type == "nowPartOf" ? null : level, nearest) ?? nearest ?? Bare(end);
        }

        private Name? Typed(int end, string? level, Name? nearest)
        {
            Name? closest = null;
            for (int i = end - 1; i >= 0 && end - i <= FarthestBack && !Lexicon.HardMarks.Contains(_sentence[i]) && _sentence[i].Word != Lexicon.Close; i--)
            {
                if (_resolver._names.Lexicon.PlaceTypes.Longest(_sentence, i, out _) == 0 || (closest is { } found && i + 1 == found.First && !_sentence[found.First].Capitalised)
                    || !PlaceReader.TryReadTyped(_resolver._names, _sentence, i, out int typed, out string old) || typed > end)
                {
                    continue;
                }

                typed = HyphenEnd(typed, end);
                int first = i > 0 && _sentence[i - 1].Word == Lexicon.Union ? i - 1 : i;
                bool chained = typed == end || _sentence[typed].Word == Lexicon.Comma;
                if (chained && level is not null && old == level)
                {
                    return new Name(first, typed, old);
                }

                closest ??= typed == end ? new Name(first, typed, old) : null;
                if (!chained)
                {
                    break;
                }
            }

            return nearest is null ? closest : null;
        }

        // “liên xã Gia Bằng - Kỳ Chỉ”
        private int HyphenEnd(int typed, int end) =>
            typed + 1 < end && Lexicon.Hyphens.Contains(_sentence[typed]) && _resolver._names.RunEnd(_sentence, typed + 1) == end ? end : typed;

        // A name without a type that stands right before a bracket: “Đồn Vang (nay là thị trấn Thanh Sơn)”.
        private Name? Bare(int end)
        {
            int first = end;
            while (first > 0 && end - first < 5 && NameReader.IsName(_sentence, first - 1))
            {
                first--;
            }

            return first == end || near.Covers(MentionKind.Person, end - 1) || near.Covers(MentionKind.Organisation, end - 1) || near.Covers(MentionKind.Time, end - 1)
                || (first == 0 && end - first == 1)
                ? null
                : new Name(first, end, "other");
        }

        // “A, B và C hợp nhất thành”
        private void ListBefore(int end, List<Name> olds)
        {
            int at = end;
            while (olds.Count < 2 * LongestChain && PlaceEnding(at, out Name place))
            {
                // “A đổi thành B, C nhập với D”: what another change led to is no part of this list.
                if (olds.Count > 0 && place.First > 0 && (Lexicon.Links.Contains(_sentence[place.First - 1]) || Lexicon.Changes.Longest(_sentence, place.First - 1, out _) > 0))
                {
                    return;
                }

                bool sameLevel = olds.Count == 0 || place.Level == olds[0].Level || IsBare(place.First) || IsBare(olds[0].First);
                if (!sameLevel)
                {
                    return;
                }

                olds.Insert(0, place);
                int before = place.First;
                while (before > 0 && IsNumeral(before - 1))
                {
                    before--;
                }

                if (before == 0 || (_sentence[before - 1].Word != Lexicon.Comma && !Lexicon.And.Contains(_sentence[before - 1])))
                {
                    return;
                }

                at = before - 1;
            }
        }

        private int ListAfter(int at, List<Name> olds, bool bare)
        {
            int next = at;
            int end = at;
            while (olds.Count < 2 * LongestChain)
            {
                while (next < _sentence.Count && !_sentence[next].Capitalised
                    && (Lexicon.Fillers.Contains(_sentence[next]) || Lexicon.Quotes.Contains(_sentence[next]) || (next == at && Lexicon.With.Contains(_sentence[next])))
                    && near.Find(MentionKind.Place, next) < 0)
                {
                    next++;
                }

                if (near.EndOf(MentionKind.Place, next) is int place && place > next)
                {
                    olds.Add(new Name(next, place, ""));
                }
                else if (bare && BareNew(next, out Name name))
                {
                    olds.Add(name);
                    place = name.End;
                }
                else
                {
                    break;
                }

                end = place;
                next = SkipAside(place);
                if (_sentence[next].Word != Lexicon.Comma && !Lexicon.And.Contains(_sentence[next]))
                {
                    break;
                }

                if (bare && _sentence[next].Word == Lexicon.Comma)
                {
                    break;
                }

                next++;
            }

            return end;
        }

        private bool IsNumeral(int at) => Lexicon.Fillers.Contains(_sentence[at]) && _sentence[at].IsWord && !Lexicon.And.Contains(_sentence[at]);

        private int SkipAside(int at)
        {
            if (_sentence[at].Word == Lexicon.Open)
            {
                for (int i = at + 1; i < _sentence.Count && i - at < LongestAside; i++)
                {
                    if (_sentence[i].Word == Lexicon.Close)
                    {
                        return i + 1;
                    }
                }
            }

            return at;
        }

        // Back over manner, times, brackets and one comma or opening bracket, which tells that the words are an aside about the chain.
        private int SkipBack(int first, out bool marked)
        {
            marked = false;
            int at = first;
            while (at > 0)
            {
                Token before = _sentence[at - 1];
                int time = near.StartOf(MentionKind.Time, at);
                int person = near.StartOf(MentionKind.Person, at);
                if (near.FindEnding(MentionKind.Place, at) >= 0)
                {
                    return at;
                }

                if (time < at)
                {
                    at = time;
                }
                else if (person < at && near.StartOf(MentionKind.Person, at) > 0 && at != first + 1 && Lexicon.Manner.Contains(_sentence[person - 1]))
                {
                    at = person;
                }
                else if (!marked && (before.Word == Lexicon.Open || before.Word == Lexicon.Comma || (Lexicon.Hyphens.Contains(before) && before.SpaceBefore)))
                {
                    marked = true;
                    at--;
                }
                else if (before.Word == Lexicon.Close)
                {
                    int open = at - 2;
                    while (open >= 0 && at - open < LongestAside && _sentence[open].Word != Lexicon.Open)
                    {
                        open--;
                    }

                    if (open < 0 || _sentence[open].Word != Lexicon.Open)
                    {
                        return at;
                    }

                    at = open;
                }
                else if (!before.Capitalised && (Lexicon.Manner.Contains(before) || (time == at && Lexicon.TimeOpeners.Contains(before) && at < first)))
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

        private bool IsToday(int end) => Lexicon.Today.Contains(_sentence[end + 1]) || Lexicon.Today.Contains(_sentence[end]);

        // Between commune and district, so of neither level.
        private bool IsCanton(Name place) => _sentence[place.First].Word == Lexicon.Canton;

        private static int Rank(string level) => level switch
        {
            "hamlet" or "street" or "site" => 1,
            "commune" => 2,
            "district" => 3,
            "province" => 4,
            "region" => 5,
            "country" => 6,
            _ => 0,
        };
    }
}
