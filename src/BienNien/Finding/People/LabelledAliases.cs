using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People;

/// <summary>Says whose name stands behind a label in a life told in lines (“Bí danh: Hai Hùng”): that of the person whom the text has named last before it.</summary>
/// <remarks>Where nobody is named near before it, the label's name is nobody's and no mention is made.</remarks>
internal sealed class LabelledAliases(RuleId stated) : IMentionResolver
{
    private const int FarthestBack = 60;

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
                if (person is { Mention.Value: PersonValue whose } near && mentions[i].FirstToken - near.EndToken <= FarthestBack)
                {
                    mentions[i] = mentions[i] with { Mention = mentions[i].Mention with { Value = new AliasValue(whose.Id) } };
                    added.Add(mentions[i] with { Mention = new Mention(MentionKind.Person, mentions[i].Mention.Span, stated, new PersonValue(whose.Id) { Link = NameLink.Stated }) });
                }
            }
        }

        if (!any)
        {
            return;
        }

        mentions.RemoveAll(mention => mention.Mention.Value is AliasValue { Of.Length: 0 }
            || (mention.Mention.Kind == MentionKind.Person && added.Exists(one => one.Mention.Span == mention.Mention.Span)));
        mentions.AddRange(added);
        ByStart.Sort(mentions);
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
