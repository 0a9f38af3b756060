using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People;

/// <summary>Says whose the stated names are that their reader could not tell: behind a label in a life told in lines (“Bí danh: Hai Hùng”), behind a foreign or rare name.</summary>
/// <remarks>They are those of the person named last before. Where nobody is named near, they are nobody's and no mention is made.</remarks>
internal sealed class LabelledAliases(Vocabulary.Builder words, RuleId stated) : IMentionResolver
{
    private const int FarthestBack = 60;
    private const int NearBack = 16;

    private readonly int _colon = words.Add(":");

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        Proposal? person = null;
        List<Proposal> added = [];
        bool any = false;
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is PersonValue && mentions[i].EndToken - mentions[i].FirstToken > 1 && !IsLabelled(mentions, i))
            {
                person = mentions[i];
            }
            else if (mentions[i].Mention.Value is AliasValue { Of.Length: 0 })
            {
                any = true;
                if (person is { Mention.Value: PersonValue whose } near && Tells(document, mentions, i, near.EndToken))
                {
                    mentions[i] = mentions[i] with { Mention = mentions[i].Mention with { Value = new AliasValue(whose.Id) } };
                    added.Add(mentions[i] with { Mention = new Mention(MentionKind.Person, mentions[i].Mention.Span, stated, new PersonValue(whose.Id) { Link = NameLink.Stated }) });
                }
            }
        }

        if (any)
        {
            HashSet<TextSpan> spans = [.. added.Select(static one => one.Mention.Span)];
            mentions.RemoveAll(mention => mention.Mention.Value is AliasValue { Of.Length: 0 }
                || (mention.Mention.Kind == MentionKind.Person && spans.Contains(mention.Mention.Span)));
            mentions.AddRange(added);
            ByStart.Sort(mentions);
        }

        Agree(mentions);
    }

    // What is stated of a name and whose name it is are one person, also when names have been joined since.
    private static void Agree(List<Proposal> mentions)
    {
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is not AliasValue { Of.Length: > 0 } alias)
            {
                continue;
            }

            // In the order of the text, a person of the same span stands right before its alias.
            for (int j = i - 1; j >= 0 && mentions[j].Mention.Span == mentions[i].Mention.Span; j--)
            {
                if (mentions[j].Mention.Value is PersonValue person && person.Id != alias.Of)
                {
                    mentions[i] = mentions[i] with { Mention = mentions[i].Mention with { Value = new AliasValue(person.Id) } };
                }
            }
        }
    }

    // Behind a label far away, else only small words and marks may stand between: “Jean Dupuis, sử triều Nguyễn chép là Đồ Phổ Nghĩa”.
    private bool Tells(TokenizedDocument document, List<Proposal> mentions, int index, int from)
    {
        int to = mentions[index].FirstToken;
        int colon = to - 1;
        while (colon > from && document.Tokens[colon].Word != _colon && (document.Tokens[colon].Capitalised || document.Tokens[colon].IsMark))
        {
            colon--;
        }

        if (document.Tokens[colon].Word == _colon && to - from <= FarthestBack)
        {
            return true;
        }

        if (from > to || to - from > NearBack || document.SentenceOfToken(from - 1) != document.SentenceOfToken(to))
        {
            return false;
        }

        int capitals = 0;
        for (int i = from; i < to; i++)
        {
            // The names of the same list, already given, and one name of a people or dynasty at most.
            capitals += document.Tokens[i].Capitalised && !Stated(mentions, index, i) ? 1 : 0;
        }

        return capitals <= 1;
    }

    private static bool Stated(List<Proposal> mentions, int index, int token)
    {
        for (int i = index; i >= 0; i--)
        {
            if (mentions[i].FirstToken <= token && mentions[i].EndToken > token && mentions[i].Mention.Kind == MentionKind.Alias)
            {
                return true;
            }

            if (mentions[i].EndToken + FarthestBack < token)
            {
                return false;
            }
        }

        return false;
    }

    // The name behind the label reads as a person of its own as well.
    private static bool IsLabelled(List<Proposal> mentions, int at)
    {
        for (int i = Math.Max(0, at - 2); i < Math.Min(mentions.Count, at + 3); i++)
        {
            if (mentions[i].Mention.Kind == MentionKind.Alias && mentions[i].Mention.Span.Overlaps(mentions[at].Mention.Span))
            {
                return true;
            }
        }

        return false;
    }
}
