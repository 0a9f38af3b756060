using BienNien.Finding;
using BienNien.Finding.Awards;
using BienNien.Finding.People;
using BienNien.Finding.Times;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC012. A decoration that somebody or some body was given: “được tặng Huân chương Lao động hạng Ba năm 1984”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: AwardGiven.md, beside this file.</remarks>
internal sealed class AwardGiven : IFactRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC012");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is not AwardValue award)
            {
                continue;
            }

            FactSubject subject = award.To is { } to ? Recipient(scene, sink, n, to) : Addressed(scene, n);
            int date = award.Date is { } day ? TimeOf(scene, day) : DateOf(scene, n);
            TextSpan span = scene.MentionOf(n).Span;
            sink.Add(new Fact(FactProperty.Award, subject, span, span)
            {
                Object = scene.Inside[n].Index,
                Date = award.Date ?? (date >= 0 ? scene.DateOf(date) : ""),
                DateMention = date >= 0 ? scene.Inside[date].Index : -1,
                Status = award.Status == "proposed" ? ClaimStatus.Planned : scene.StatusAt(scene.Inside[n].First),
            });
        }
    }

    // The last name before the award that is the recipient's; a body that is only told of a person's office gives way to the person.
    private static FactSubject Recipient(FactScene scene, FactSink sink, int award, string to)
    {
        int found = -1;
        for (int n = 0; n < scene.Inside.Count && (n < award || found < 0); n++)
        {
            bool named = scene.MentionOf(n).Value is PersonValue person ? person.Id == to : scene.MentionOf(n).Kind == MentionKind.Organisation && scene.WordsOf(scene.Inside[n].Index).Equals(to, StringComparison.OrdinalIgnoreCase);
            found = named ? n : found;
        }

        if (found < 0)
        {
            return FactSubject.None;
        }

        for (int c = sink.SentenceStart; c < sink.Claims.Count; c++)
        {
            if (sink.Claims[c] is { Property: FactProperty.Office } office && office.Object == scene.Inside[found].Index)
            {
                return new FactSubject(office.Subject, office.Certainty, default);
            }
        }

        return new FactSubject(scene.Inside[found].Index, FactCertainty.High, default);
    }

    // “Ông được tặng …”, “Năm 1962, được tặng …”
    private static FactSubject Addressed(FactScene scene, int award)
    {
        int i = scene.Inside[award].First - 1;
        int least = Math.Max(0, i - 12);
        while (i >= least && scene.NameAt(i) < 0 && scene.ReferenceAt(i) < 0 && !scene.Words.Passive.Contains(scene.Sentence[i]))
        {
            i--;
        }

        return i >= least && scene.Words.Passive.Contains(scene.Sentence[i]) ? scene.PersonBefore(i) : FactSubject.None;
    }

    private static int DateOf(FactScene scene, int award) => scene.DateAfter(scene.Inside[award].End) is >= 0 and int behind ? behind : scene.DateBefore(scene.Inside[award].First);

    private static int TimeOf(FactScene scene, string date)
    {
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is TimeValue time && time.Value == date)
            {
                return n;
            }
        }

        return -1;
    }
}
