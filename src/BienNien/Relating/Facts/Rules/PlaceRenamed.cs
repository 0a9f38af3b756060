using BienNien.Finding;
using BienNien.Finding.Places;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC016. What became of a place: “xã Hồng Phong (nay là phường Hồng Phong)”, “đổi tên thành”, “nay thuộc”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PlaceRenamed.md, beside this file.</remarks>
internal sealed class PlaceRenamed : IFactRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC016");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is not RenamedValue renamed)
            {
                continue;
            }

            int old = OldName(scene, n);
            int now = BodyNames.Find(scene, renamed.To, MentionKind.Place, scene.Inside[n].End);
            if (old < 0 || now < 0)
            {
                continue;
            }

            bool aside = scene.BracketAt(scene.Inside[now].First) >= 0;
            int date = scene.DateAfter(scene.Inside[now].End);
            date = aside ? -1 : date >= 0 ? date : scene.DateBefore(scene.Inside[old].First);
            int basis = aside ? -1 : Basis(scene);
            TextSpan value = scene.MentionOf(now).Span;
            TextSpan told = scene.MentionOf(old).Span;
            sink.Add(new Fact(FactProperty.Renamed, new FactSubject(scene.Inside[old].Index, FactCertainty.High, default), TextSpan.Between(told.Start, Math.Max(told.End, value.End)), value)
            {
                Object = scene.Inside[now].Index,
                Value = renamed.Type,
                Date = date >= 0 ? scene.DateOf(date) : basis >= 0 ? ((Finding.DocumentReferences.DocumentReferenceValue)scene.MentionOf(basis).Value).Date ?? "" : "",
                DateMention = date >= 0 ? scene.Inside[date].Index : -1,
                Status = scene.StatusAt(scene.Inside[n].First),
                Lean = basis >= 0 ? scene.MentionOf(basis).Span : default,
            });
        }
    }

    private static int OldName(FactScene scene, int renamed)
    {
        for (int m = Math.Max(0, renamed - 2); m <= Math.Min(scene.Inside.Count - 1, renamed + 2); m++)
        {
            if (scene.MentionOf(m).Kind == MentionKind.Place && scene.MentionOf(m).Span.Start < scene.MentionOf(renamed).Span.End && scene.MentionOf(renamed).Span.Start < scene.MentionOf(m).Span.End)
            {
                return m;
            }
        }

        return -1;
    }

    // The paper by which it was done.
    private static int Basis(FactScene scene)
    {
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Kind == MentionKind.DocumentReference)
            {
                return n;
            }
        }

        return -1;
    }
}
