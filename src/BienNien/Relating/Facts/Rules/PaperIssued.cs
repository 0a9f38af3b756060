using BienNien.Finding;
using BienNien.Finding.DocumentReferences;
using BienNien.Finding.Times;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC018. When a paper was issued and by whom: “Nghị quyết số 08-NQ/TU ngày 14/6/2001 của Tỉnh ủy Hòa Bình”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PaperIssued.md, beside this file.</remarks>
internal sealed class PaperIssued : IFactRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC018");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is not DocumentReferenceValue paper)
            {
                continue;
            }

            FactSubject subject = new(scene.Inside[n].Index, FactCertainty.High, default);
            TextSpan own = scene.MentionOf(n).Span;
            string key = $"{paper.Type}|{paper.Number ?? paper.Title}";
            if (paper.Date is { Length: > 0 } date && TimeOf(scene, n, date) is >= 0 and int time && !sink.IsTold(FactProperty.Issued, key, date))
            {
                sink.Add(new Fact(FactProperty.Issued, subject, own, scene.MentionOf(time).Span) { Date = date, DateMention = scene.Inside[time].Index });
            }

            if (paper.Issuer is { Length: > 0 } issuer && BodyNames.Find(scene, issuer) is >= 0 and int body && !sink.IsTold(FactProperty.Issuer, key, issuer))
            {
                sink.Add(new Fact(FactProperty.Issuer, subject, own, scene.MentionOf(body).Span) { Object = scene.Inside[body].Index });
            }
        }
    }

    // The time in the sentence with the paper's date that stands nearest to it.
    private static int TimeOf(FactScene scene, int paper, string date)
    {
        int best = -1;
        int distance = int.MaxValue;
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is TimeValue time && time.Value == date)
            {
                int gap = scene.Inside[n].First >= scene.Inside[paper].First ? Math.Max(0, scene.Inside[n].First - scene.Inside[paper].End) : scene.Inside[paper].First - scene.Inside[n].End;
                (best, distance) = gap < distance ? (n, gap) : (best, distance);
            }
        }

        return best;
    }
}
