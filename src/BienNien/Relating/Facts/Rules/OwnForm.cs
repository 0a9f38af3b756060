using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC021. What a document says of itself: who issued it, when, about what, in answer to which paper.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OwnForm.md, beside this file.</remarks>
internal sealed class OwnForm : IFactRule
{
    private const int MostLinks = 16;

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

        if (header.Title is { } title && (header.Type is not null || header.Reference is not null) && scene.Span.Contains(title.Parts[0]))
        {
            sink.Add(new Fact(FactProperty.About, FactSubject.None, title.Parts[0], title.Parts[0]) { Value = title.Value }, ofDocument: true);
        }

        if (header.Type is not null && scene.SentenceIndex < SentencesOfGrounds)
        {
            AddGrounds(scene, sink);
        }

        if (header.Title is { } subject && scene.Span.Start < subject.Span.End && subject.Span.Start < scene.Span.End)
        {
            AddChange(scene, sink, subject.Span);
        }
    }

    // “Căn cứ Nghị quyết số …; Căn cứ …”: the lines of a paper's grounds.
    private static void AddGrounds(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        int start = Events.EventScene.SkipListMark(sentence);
        for (int i = start; i < sentence.Count; i++)
        {
            bool opens = i == start || sentence[i - 1].Word == scene.Words.Semicolon;
            int length = opens && sentence[i].Word == scene.Words.Ground ? scene.Words.Implements.Longest(sentence, i, out _) : 0;
            if (length > 0 && scene.PaperAt(i + length) is >= 0 and int paper)
            {
                TextSpan span = scene.MentionOf(paper).Span;
                sink.Add(new Fact(FactProperty.Implements, FactSubject.None, TextSpan.Between(sentence[i].Start, span.End), span) { Object = scene.Inside[paper].Index }, ofDocument: true);
            }
        }
    }

    // “Về việc sửa đổi một số chỉ tiêu của Kế hoạch số 45/KH-UBND”
    private static void AddChange(FactScene scene, FactSink sink, TextSpan title)
    {
        Sentence sentence = scene.Sentence;
        for (int i = 0; i < sentence.Count; i++)
        {
            FactProperty property = FactProperty.Implements;
            int length = title.Contains(sentence[i].Span) ? scene.Words.Changes.Longest(sentence, i, out property) : 0;
            bool carriesOut = length == 0 && title.Contains(sentence[i].Span) && scene.Words.Implements.Longest(sentence, i, out _) is > 0 and int cue && scene.PaperAt(i + cue) >= 0;
            for (int j = i + 1; (length > 0 || carriesOut) && j < Math.Min(sentence.Count, i + MostLinks); j++)
            {
                if (scene.PaperAt(j) is >= 0 and int paper)
                {
                    TextSpan span = scene.MentionOf(paper).Span;
                    FactProperty told = carriesOut ? FactProperty.Implements : property;
                    sink.Add(new Fact(told, FactSubject.None, TextSpan.Between(sentence[i].Start, span.End), span) { Object = scene.Inside[paper].Index }, ofDocument: true);
                    return;
                }
            }
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
