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

            if (paper.Date is null && Issuing(scene, n) is >= 0 and int verb && scene.DateBefore(verb) is >= 0 and int issued && !sink.IsTold(FactProperty.Issued, key, scene.DateOf(issued)))
            {
                // “Ngày 10/2/1999, Tỉnh ủy ban hành Chỉ thị số 05-CT/TU”
                sink.Add(new Fact(FactProperty.Issued, subject, own, scene.MentionOf(issued).Span) { Date = scene.DateOf(issued), DateMention = scene.Inside[issued].Index, Status = scene.StatusAt(verb) });
            }

            if (paper.Issuer is { Length: > 0 } issuer && !sink.IsTold(FactProperty.Issuer, key, issuer))
            {
                int body = BodyNames.Find(scene, issuer);
                int at = body < 0 ? scene.Document.Document.Surface(own).IndexOf(issuer, StringComparison.OrdinalIgnoreCase) : -1;
                TextSpan value = body >= 0 ? scene.MentionOf(body).Span : at >= 0 ? new TextSpan(own.Start + at, issuer.Length) : default;
                sink.Add(new Fact(FactProperty.Issuer, subject, own, value) { Object = body >= 0 ? scene.Inside[body].Index : -1, Value = body >= 0 ? "" : issuer });
            }
        }
    }

    private static int Issuing(FactScene scene, int paper)
    {
        int verb = scene.Inside[paper].First - 1;
        return verb > 0 && scene.NameAt(verb) < 0 && scene.TimeAt(verb) < 0 && scene.Words.Issuing.Contains(scene.Sentence[verb]) ? verb : -1;
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
