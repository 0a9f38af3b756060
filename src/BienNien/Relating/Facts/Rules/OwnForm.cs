using BienNien.Finding;
using BienNien.Finding.DocumentReferences;
using BienNien.Finding.Times;
using BienNien.Reading.Papers;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC021. What a document says of itself: who issued it, when, about what, in answer to which paper.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OwnForm.md, beside this file.</remarks>
internal sealed class OwnForm : IFactRule
{
    /// <summary>The grounds of a paper stand within so many sentences.</summary>
    private const int SentencesOfGrounds = 60;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC021");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        if (scene.Header is not { } header)
        {
            return;
        }

        if (header.Date is { } date && scene.Span.Contains(date.Parts[0]))
        {
            int time = MentionIn(scene, date.Span, MentionKind.Time);
            bool same = time >= 0 && ((TimeValue)scene.MentionOf(time).Value).Value == date.Value;
            sink.Add(new Fact(FactProperty.Issued, FactSubject.None, date.Parts[0], date.Parts[0]) { Date = date.Value, DateMention = same ? scene.Inside[time].Index : -1 }, ofDocument: true);
        }

        if (header.Issuer is { } issuer && scene.Span.Contains(issuer.Parts[0]))
        {
            int body = MentionIn(scene, issuer.Span, MentionKind.Organisation);
            sink.Add(new Fact(FactProperty.Issuer, FactSubject.None, issuer.Parts[0], issuer.Parts[0]) { Object = body >= 0 ? scene.Inside[body].Index : -1, Value = body >= 0 ? "" : issuer.Value }, ofDocument: true);
        }

        if (header.Title is { } title && scene.Span.Contains(title.Parts[0]))
        {
            sink.Add(new Fact(FactProperty.About, FactSubject.None, title.Parts[0], title.Parts[0]) { Value = title.Value }, ofDocument: true);
        }

        if (header.Type is not null && scene.SentenceIndex < SentencesOfGrounds)
        {
            AddGround(scene, sink);
        }
    }

    // “Căn cứ Nghị quyết số …;” opens a line of a paper's grounds.
    private static void AddGround(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        int at = Events.EventScene.SkipListMark(sentence);
        int length = sentence[at].Word == scene.Words.Ground ? scene.Words.Implements.Longest(sentence, at, out _) : 0;
        int paper = length > 0 ? scene.PaperAt(at + length) : -1;
        if (paper >= 0 && scene.MentionOf(paper).Value is DocumentReferenceValue)
        {
            TextSpan span = scene.MentionOf(paper).Span;
            sink.Add(new Fact(FactProperty.Implements, FactSubject.None, TextSpan.Between(sentence[at].Start, span.End), span) { Object = scene.Inside[paper].Index }, ofDocument: true);
        }
    }

    private static int MentionIn(FactScene scene, TextSpan span, MentionKind kind)
    {
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Kind == kind && scene.MentionOf(n).Span.Start < span.End && span.Start < scene.MentionOf(n).Span.End)
            {
                return n;
            }
        }

        return -1;
    }
}
