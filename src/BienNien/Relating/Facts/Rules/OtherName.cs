using BienNien.Finding;
using BienNien.Finding.People;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC006. Another name that is stated of a person: “bí danh Minh Sơn”, “tức Hai Nhã”, “tên thật là …”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OtherName.md, beside this file.</remarks>
internal sealed class OtherName : IFactRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC006");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        FactSubject before = FactSubject.None;
        TextSpan own = default;
        string id = "";
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            Mention mention = scene.MentionOf(n);
            if (mention.Value is PersonValue person)
            {
                // The stated name is also somebody's name: it has the id of whom it names.
                if (n + 1 < scene.Inside.Count && scene.MentionOf(n + 1) is { Kind: MentionKind.Alias } same && same.Span == mention.Span)
                {
                    continue;
                }

                (before, own, id) = (new FactSubject(scene.Inside[n].Index, FactCertainty.High, default), mention.Span, person.Id);
            }
            else if (mention.Value is AliasValue alias && mention.Span != own)
            {
                FactSubject subject = id == alias.Of && before.Mention >= 0 ? before : OfTopic(scene, alias.Of);
                TextSpan span = subject.Certainty == FactCertainty.High ? TextSpan.Between(scene.Mentions[subject.Mention].Span.Start, mention.Span.End) : mention.Span;
                sink.Add(new Fact(FactProperty.Alias, subject, span, mention.Span) { Object = scene.Inside[n].Index });
            }
        }
    }

    private static FactSubject OfTopic(FactScene scene, string of) =>
        scene.OfTopic() is { Mention: >= 0 } topic && ((PersonValue)scene.Mentions[topic.Mention].Value).Id == of ? topic with { Certainty = FactCertainty.Medium } : FactSubject.None;
}
