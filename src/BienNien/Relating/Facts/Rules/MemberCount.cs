using BienNien.Finding;
using BienNien.Finding.OrganisationChanges;
using BienNien.Finding.Quantities;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC015. How many members a body had: “Chi bộ Bản Khoang có 7 đảng viên”, “… thành lập, gồm 4 đảng viên”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: MemberCount.md, beside this file.</remarks>
internal sealed class MemberCount : IFactRule
{
    private const int Reach = 30;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC015");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is not QuantityValue { Cell: null } amount || !IsMembers(amount.Unit) || sentence.Block.Cell is not null)
            {
                continue;
            }

            int verb = scene.Inside[n].First - 1;
            while (verb >= 0 && verb > scene.Inside[n].First - 5 && scene.Words.AfterHave.Contains(sentence[verb]))
            {
                verb--;
            }

            if (verb < 0 || !scene.Words.Have.Contains(sentence[verb]))
            {
                continue;
            }

            FactSubject subject = BodyBefore(scene, verb);
            int founded = FoundedBefore(scene, verb);
            int date = scene.TimeAt(scene.Inside[n].End + 1) >= 0 && sentence[scene.Inside[n].End].Word == scene.Words.Open ? scene.TimeAt(scene.Inside[n].End + 1) : scene.DateBefore(verb);
            date = date >= 0 ? date : founded;
            TextSpan span = scene.MentionOf(n).Span;
            sink.Add(new Fact(FactProperty.Members, subject, TextSpan.Between(sentence[verb].Start, span.End), span)
            {
                Object = scene.Inside[n].Index,
                Value = scene.WordsOf(scene.Inside[n].Index),
                Date = date >= 0 ? scene.DateOf(date) : "",
                DateMention = date >= 0 ? scene.Inside[date].Index : -1,
                Status = scene.StatusAt(verb),
            });
        }
    }

    private static bool IsMembers(string unit) => unit.StartsWith("đảng viên", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("hội viên", StringComparison.OrdinalIgnoreCase)
        || unit.StartsWith("đoàn viên", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("thành viên", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("xã viên", StringComparison.OrdinalIgnoreCase);

    // The nearest body before the verb, with nobody else between; several bodies leave doubt.
    private static FactSubject BodyBefore(FactScene scene, int verb)
    {
        FactSubject found = FactSubject.None;
        int least = Math.Max(0, verb - Reach);
        for (int i = verb - 1; i >= least; i--)
        {
            if (scene.Sentence[i].Word == scene.Words.Semicolon || (scene.KindAt(i) == MentionKind.Person && found.Mention < 0))
            {
                break;
            }

            if (scene.SubjectAt(i, MentionKind.Organisation) is { Mention: >= 0 } body)
            {
                if (found.Mention >= 0 && found.Mention != body.Mention)
                {
                    return found with { Certainty = FactCertainty.Low };
                }

                found = body;
                i = scene.NameAt(i) is >= 0 and int name ? scene.Inside[name].First : i;
            }
        }

        return found;
    }

    // The day of the founding that the sentence tells before.
    private static int FoundedBefore(FactScene scene, int verb)
    {
        for (int n = 0; n < scene.Inside.Count && scene.Inside[n].First < verb; n++)
        {
            if (scene.MentionOf(n).Value is OrganisationChangeValue { Type: "founded", Date: { Length: > 0 } date })
            {
                for (int t = 0; t < scene.Inside.Count; t++)
                {
                    if (scene.MentionOf(t).Value is Finding.Times.TimeValue time && time.Value == date)
                    {
                        return t;
                    }
                }
            }
        }

        return -1;
    }
}
