using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.OrganisationChanges;

/// <summary>Says which bodies changed and when, from the bodies and dates of the sentence, and drops words about which no body stands.</summary>
internal sealed class ChangeResolver(ChangeLexicon lexicon, NameLexicon names) : IMentionResolver
{
    private const int FarthestLink = 30;
    private const int HonourReach = 25;
    private const int HeadReach = 6;

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        bool any = false;
        ImmutableArray<string> lastTo = [];
        int lastSentence = -1;
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is not OrganisationChangeValue)
            {
                continue;
            }

            int index = document.SentenceOfToken(mentions[i].FirstToken);
            OrganisationChangeValue? value = Read(document, index, mentions, mentions[i], index == lastSentence ? lastTo : []);
            if (value is null)
            {
                mentions[i] = mentions[i] with { Weight = int.MinValue };
                any = true;
                continue;
            }

            (lastSentence, lastTo) = (index, value.To.IsEmpty ? lastTo : value.To);
            mentions[i] = mentions[i] with { Mention = mentions[i].Mention with { Value = value } };
        }

        if (any)
        {
            mentions.RemoveAll(static proposal => proposal.Weight == int.MinValue && proposal.Mention.Kind == MentionKind.OrganisationChange);
        }
    }

    private OrganisationChangeValue? Read(TokenizedDocument document, int index, List<Proposal> mentions, Proposal proposal, ImmutableArray<string> lastTo)
    {
        Sentence sentence = document.SentenceAt(index);
        SentenceMentions near = new(mentions, sentence.FirstToken);
        int first = proposal.FirstToken - sentence.FirstToken;
        int end = proposal.EndToken - sentence.FirstToken;
        if (near.Covers(MentionKind.Organisation, end - 1) || !TryCue(sentence, first, end, out ChangeCue cue))
        {
            return null;
        }

        BodyReader reader = new(lexicon, names, sentence, near);
        List<Body> from = [];
        List<Body> to = [];
        if (!TryBodies(sentence, near, reader, cue, from, to))
        {
            return null;
        }

        ImmutableArray<string> toNames = Surfaces(sentence, to);
        // “trên cơ sở hợp nhất A và B”: what came of it was said before.
        if (toNames.IsEmpty && cue.Words.Type == "merged" && ChangeLexicon.EndingAt([lexicon.Basis], sentence, cue.First) > 0)
        {
            toNames = lastTo;
        }

        return new OrganisationChangeValue(cue.Words.Type, Surfaces(sentence, from), toNames) { Date = DateOf(sentence, near, mentions, cue) ?? DateOfHead(document, index, mentions) };
    }

    private bool TryCue(Sentence sentence, int first, int end, out ChangeCue cue)
    {
        for (int head = first; head < end; head++)
        {
            if (ChangeReader.TryRead(lexicon, sentence, head, out cue) && cue.First <= first && cue.End == end)
            {
                return true;
            }
        }

        cue = default;
        return false;
    }

    private bool TryBodies(Sentence sentence, SentenceMentions near, BodyReader reader, in ChangeCue cue, List<Body> from, List<Body> to)
    {
        ChangeWords words = cue.Words;
        List<Body> left = [];
        List<Body> right = [];
        int end = cue.End;
        if (words.After != ChangeRole.None && !(cue.Passive && words.Before == ChangeRole.None))
        {
            if (reader.PlaceFollows(cue.End))
            {
                return false;
            }

            end = reader.Right(cue.End, right);
        }

        // Who decides is not who changes; who does it to another does not change.
        bool transitive = !cue.Passive && words.After == words.Before && right.Count > 0;
        bool needed = words.Before != ChangeRole.None || cue.Passive;
        if (!cue.Decided && !transitive && !words.OpensWithNoun && (needed || (right.Count == 0 && words is { Type: "founded", Need: ChangeNeed.Body } && !Takes(sentence, cue.End))))
        {
            reader.Left(cue.First, left, nearOnly: !needed, carries: right.Count > 0);
        }

        ChangeRole subject = words.Before != ChangeRole.None ? words.Before : words.After;
        Add(subject, left);
        Add(words.After, right);
        if (words.Type is "merged" or "split" or "renamed" or "recognised" && !(words.Before != words.After && right.Count > 0))
        {
            Link(sentence, reader, cue, Math.Max(end, cue.End), from, to);
        }

        // What changes must be a body: the one that begins, ends or is named anew.
        List<Body> changing = words.Type == "founded" ? to : words.Type == "dissolved" ? from : from.Count > 0 ? from : to;
        if (changing.Count == 0)
        {
            return false;
        }

        if ((words.Type == "recognised" && (to.Count == 0 || (!cue.Passive && right.Count == 0) || IsHonoured(sentence, cue.End))) || (words.Type == "founded" && IsTopic(sentence, near, cue)))
        {
            return false;
        }

        return words.Need switch
        {
            ChangeNeed.Name => changing[0].Named && (cue.Passive || right.Count > 0 || words.Before != words.After) && (words.Type is not ("renamed" or "merged") || to.Count > 0),
            ChangeNeed.School => changing[0].Named && lexicon.Schools.Contains(sentence[changing[0].First]),
            ChangeNeed.Both => from.Count > 0 && to.Count > 0 && (from[0].Named || from[0].First == 0 || lexicon.ClauseMarks.Contains(sentence[from[0].First - 1])) && (to[0].Named || sentence[to[0].First].Capitalised),
            _ => true,
        };

        void Add(ChangeRole role, List<Body> bodies)
        {
            if (role == ChangeRole.From)
            {
                from.AddRange(bodies);
            }
            else if (role == ChangeRole.To)
            {
                to.AddRange(bodies);
            }
        }
    }

    // “Chi bộ thành lập được ba tổ”, “trường thành lập quỹ”: the verb has an object, though none that is a body.
    private bool Takes(Sentence sentence, int at) => sentence[at] is { IsWord: true } next && !lexicon.Stops.Contains(next);

    // “hợp nhất A và B thành C”, “sáp nhập A vào B”, “tách A khỏi B”, “A hợp nhất với B để trở thành C”.
    private void Link(Sentence sentence, BodyReader reader, in ChangeCue cue, int at, List<Body> from, List<Body> to)
    {
        bool joins = cue.Words.Type == "merged";
        for (int i = at; i < sentence.Count && i - at < FarthestLink && !lexicon.HardMarks.Contains(sentence[i]); i++)
        {
            int becomes = lexicon.Becomes.Longest(sentence, i, out _);
            becomes = becomes == 0 && cue.Words.Type == "renamed" ? lexicon.Turns.Longest(sentence, i, out _) : becomes;
            int into = becomes == 0 && (joins || cue.Words.Type == "recognised") ? lexicon.Into.Longest(sentence, i, out _) : 0;
            if (becomes > 0 || into > 0)
            {
                if (reader.Right(i + becomes + into, to) > i + becomes + into)
                {
                    return;
                }
            }
            else if (joins && lexicon.With.Longest(sentence, i, out _) is int with and > 0)
            {
                int other = reader.Right(i + with, from);
                i = other > i + with ? other - 1 : i;
            }
            else if (cue.Words.Type == "split" && lexicon.OutOf.Longest(sentence, i, out _) is int outOf and > 0)
            {
                List<Body> source = [];
                if (reader.Right(i + outOf, source) > i + outOf)
                {
                    // What is taken out of another is new by itself.
                    to.AddRange(from);
                    from.Clear();
                    from.AddRange(source);
                    return;
                }
            }
            else if (i > at + 1 && lexicon.Changes.Longest(sentence, i, out ChangeWords? next) > 1 && next!.Type == "founded")
            {
                return;
            }
        }
    }

    // “Sự ra đời của chi bộ đã cổ vũ …”, “Chi bộ ra đời là kết quả …”, “một trong những chi bộ ra đời sớm”: spoken of, not told.
    private bool IsTopic(Sentence sentence, SentenceMentions near, in ChangeCue cue)
    {
        if (sentence[cue.Head] is { AllUpper: true, Length: > 1 } || (cue.Words.OpensWithNoun && sentence.Block.Kind == BlockKind.Heading))
        {
            return true;
        }

        bool opens = cue.Words.OpensWithNoun && cue.First == 0;
        if (!opens && (cue.Words.OpensWithNoun || cue.Words.Before == ChangeRole.None || !lexicon.Comments.Contains(sentence[cue.End])))
        {
            return false;
        }

        for (int i = cue.End; i < sentence.Count && !lexicon.HardMarks.Contains(sentence[i]) && sentence[i].Word != lexicon.Comma; i++)
        {
            if (near.Find(MentionKind.Time, i) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsHonoured(Sentence sentence, int at)
    {
        for (int i = at; i < sentence.Count && i - at < HonourReach && !lexicon.HardMarks.Contains(sentence[i]); i++)
        {
            if (lexicon.Honours.Longest(sentence, i, out _) > 0)
            {
                return true;
            }
        }

        return false;
    }

    // The date right behind the words or behind the body; else the nearest before; else that of the paper behind.
    private string? DateOf(Sentence sentence, SentenceMentions near, List<Proposal> mentions, in ChangeCue cue)
    {
        int behind = -1;
        bool overComma = false;
        bool isOver = false;
        for (int i = cue.End; i < sentence.Count && !isOver; i++)
        {
            int time = near.Find(MentionKind.Time, i);
            if (time >= 0 && IsDate(mentions[time]) && Dates(sentence, near, cue, i))
            {
                behind = time;
                break;
            }

            overComma |= sentence[i].Word == lexicon.Comma;
            isOver = sentence[i].Word == lexicon.Semicolon || (overComma && near.Find(MentionKind.OrganisationChange, i) >= 0);
        }

        // “Ngày 1/9/1976, … được thành lập theo Quyết định … ngày 12/8/1976”: the sentence's own date before that of a paper.
        string? told = behind >= 0 && !overComma ? Value(mentions[behind]) : null;
        if (told is not null && !near.Covers(MentionKind.DocumentReference, mentions[behind].FirstToken - sentence.FirstToken))
        {
            return told;
        }

        for (int i = cue.First - 1; i >= 0; i--)
        {
            // “ra đời năm 1955, sau đổi tên thành”: not at the date of the first.
            if (lexicon.Later.Contains(sentence[i]) && !sentence[i].Capitalised && !near.Covers(MentionKind.Time, i))
            {
                return told;
            }

            int time = near.Find(MentionKind.Time, i);
            if (time >= 0 && IsDate(mentions[time]) && Dates(sentence, near, cue, i))
            {
                return Value(mentions[time]);
            }
        }

        return told;
    }

    // The date of a paper dates what it does, not what was done by it: “ra Quyết định số 5 ngày … thành lập”, but not “theo Quyết định …”.
    private bool Dates(Sentence sentence, SentenceMentions near, in ChangeCue cue, int at)
    {
        int paper = near.StartCovering(MentionKind.DocumentReference, at);
        return paper < 0 || paper >= cue.End || lexicon.Issues.Contains(sentence[paper - 1]) || ChangeLexicon.EndingAt(lexicon.About, sentence, cue.First) > 0;
    }

    // A chronicle: “Tháng 8-1936. Hội Ái hữu được thành lập.”
    private static string? DateOfHead(TokenizedDocument document, int index, List<Proposal> mentions)
    {
        int block = document.Sentences[index].Block;
        for (int s = index - 1; s >= 0 && index - s < HeadReach && document.Sentences[s].Block == block; s--)
        {
            Sentence head = document.SentenceAt(s);
            int time = new SentenceMentions(mentions, head.FirstToken).Find(MentionKind.Time, 0);
            if (time >= 0 && IsDate(mentions[time]) && mentions[time].EndToken - head.FirstToken + 1 >= head.Count)
            {
                return Value(mentions[time]);
            }
        }

        return null;
    }

    private static bool IsDate(Proposal proposal) => proposal.Mention.Value is TimeValue time && Value(time) is { Length: > 0 };

    private static string? Value(Proposal proposal) => Value((TimeValue)proposal.Mention.Value);

    private static string? Value(TimeValue time)
    {
        string? value = time.Type is TimexType.Date or TimexType.Time ? time.Value : time.Anchored;
        return value is { Length: > 0 } && (char.IsAsciiDigit(value[0]) || value[0] == '-') ? value : null;
    }

    private static ImmutableArray<string> Surfaces(Sentence sentence, List<Body> bodies)
    {
        ImmutableArray<string>.Builder surfaces = ImmutableArray.CreateBuilder<string>(bodies.Count);
        foreach (Body body in bodies)
        {
            surfaces.Add(SaidBefore.NameOf(sentence, body.First, body.End));
        }

        return surfaces.MoveToImmutable();
    }
}
