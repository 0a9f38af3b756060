using BienNien.Finding;
using BienNien.Finding.OrganisationChanges;
using BienNien.Finding.Times;
using BienNien.Rules;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC013. When a body was founded, and from which others it came.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: BodyChange.md, beside this file.</remarks>
internal sealed class BodyChange : IFactRule
{
    private const int MostNames = 8;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC013");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is not OrganisationChangeValue change)
            {
                continue;
            }

            int time = change.Date is { Length: > 0 } date && !date.Contains('/', StringComparison.Ordinal) ? TimeOf(scene, n, date) : -1;
            ClaimStatus status = scene.StatusAt(scene.Inside[n].First);
            if (change.Type == "founded")
            {
                AddFounding(scene, sink, n, change, time, status);
            }
            else if (change.Type is "renamed" or "split" or "merged")
            {
                AddOrigins(scene, sink, n, change, time, status);
            }
        }
    }

    private static void AddFounding(FactScene scene, FactSink sink, int n, OrganisationChangeValue change, int time, ClaimStatus status)
    {
        if (time < 0)
        {
            return;
        }

        Mention when = scene.MentionOf(time);
        bool told = false;
        foreach (string name in change.To.Take(MostNames))
        {
            if (Nearest(scene, name, scene.Inside[n].First) is >= 0 and int body)
            {
                told = true;
                Add(new FactSubject(scene.Inside[body].Index, FactCertainty.High, default));
            }
        }

        if (!told && change.To.Length <= 1 && Before(scene, scene.Inside[n].First) is { Mention: >= 0 } reference)
        {
            // “Chi bộ thành lập ngày …”
            Add(reference);
        }

        void Add(FactSubject subject) => sink.Add(new Fact(FactProperty.Founded, subject, scene.MentionOf(n).Span, when.Span)
        {
            Date = change.Date!,
            DateMention = scene.Inside[time].Index,
            Status = status,
        });
    }

    private static void AddOrigins(FactScene scene, FactSink sink, int n, OrganisationChangeValue change, int time, ClaimStatus status)
    {
        foreach (string to in change.To.Take(MostNames))
        {
            int body = FirstFrom(scene, to, scene.Inside[n].First);
            foreach (string from in change.From.Take(MostNames))
            {
                int origin = BodyNames.Find(scene, from);
                if (body >= 0 && origin >= 0 && origin != body)
                {
                    sink.Add(new Fact(FactProperty.Lineage, new FactSubject(scene.Inside[body].Index, FactCertainty.High, default), scene.MentionOf(n).Span, scene.MentionOf(origin).Span)
                    {
                        Object = scene.Inside[origin].Index,
                        Value = change.Type,
                        Date = change.Date ?? "",
                        DateMention = time >= 0 ? scene.Inside[time].Index : -1,
                        Status = status,
                    });
                }
            }
        }
    }

    private static FactSubject Before(FactScene scene, int trigger)
    {
        int i = trigger - 1;
        while (i > 0 && scene.Words.Adverbs.Contains(scene.Sentence[i]) && scene.ReferenceAt(i) < 0)
        {
            i--;
        }

        return scene.SubjectAt(i, MentionKind.Organisation);
    }

    private static int FirstFrom(FactScene scene, string name, int from) =>
        BodyNames.Find(scene, name, MentionKind.Organisation, from) is >= 0 and int behind ? behind : BodyNames.Find(scene, name);

    private static int Nearest(FactScene scene, string name, int at)
    {
        int best = -1;
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Kind == MentionKind.Organisation && scene.WordsOf(scene.Inside[n].Index).Equals(name, StringComparison.OrdinalIgnoreCase)
                && (best < 0 || Math.Abs(scene.Inside[n].First - at) < Math.Abs(scene.Inside[best].First - at)))
            {
                best = n;
            }
        }

        return best;
    }

    private static int TimeOf(FactScene scene, int change, string date)
    {
        int best = -1;
        int at = scene.Inside[change].First;
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is TimeValue time && time.Value == date && (best < 0 || Math.Abs(scene.Inside[n].First - at) < Math.Abs(scene.Inside[best].First - at)))
            {
                best = n;
            }
        }

        return best;
    }
}
