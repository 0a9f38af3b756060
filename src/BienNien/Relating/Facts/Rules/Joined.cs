using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC007. When somebody joined a body: “vào Đảng năm 1931”, “được kết nạp vào Đảng Cộng sản Đông Dương ngày …”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Joined.md, beside this file.</remarks>
internal sealed class Joined : IFactRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC007");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        for (int i = 0; i < sentence.Count; i++)
        {
            int length = words.JoinStarts.Contains(sentence[i]) && scene.NameAt(i) < 0 && scene.TimeAt(i) < 0 ? words.Joins.Longest(sentence, i, out _) : 0;
            if (length == 0)
            {
                continue;
            }

            int body = i + length;
            int name = scene.NameFrom(body, MentionKind.Organisation);
            bool party = name < 0 && words.ShortBodies.Contains(sentence[body]) && sentence[body].Capitalised && scene.NameAt(body) < 0 && !sentence[body + 1].Capitalised;
            int meant = name < 0 && !party && scene.ReferenceAt(body) is >= 0 and int reference && scene.Mentions[scene.References.All[reference].Mention].Kind == MentionKind.Organisation
                && scene.References.All[reference].Certainty != FactCertainty.Low ? reference : -1;
            if (name < 0 && !party && meant < 0)
            {
                i = Math.Max(i, body - 1);
                continue;
            }

            int past = name >= 0 ? scene.Inside[name].End : meant >= 0 ? body + scene.References.All[meant].Length : body + 1;
            int date = scene.DateAfter(past);
            date = date < 0 ? scene.DateBefore(i) : date;
            FactSubject subject = Admitted(scene, i, length) is { Mention: >= 0 } admitted ? admitted : scene.PersonBefore(i);
            if (date >= 0)
            {
                TextSpan span = sentence.Span(body, past);
                sink.Add(new Fact(FactProperty.Joined, subject, sentence.Span(i, past), span)
                {
                    Object = name >= 0 ? scene.Inside[name].Index : meant >= 0 ? scene.References.All[meant].Mention : -1,
                    Value = party ? scene.WordsAt(body, past) : "",
                    Lean = meant >= 0 ? scene.Mentions[scene.References.All[meant].Mention].Span : default,
                    Date = scene.DateOf(date),
                    DateMention = scene.Inside[date].Index,
                    Status = scene.StatusAt(i),
                });
            }

            i = past - 1;
        }
    }

    // “chi bộ kết nạp đồng chí A vào Đảng”: of whom stands between the two verbs.
    private static FactSubject Admitted(FactScene scene, int at, int length)
    {
        if (length != 1 || scene.Sentence[at].Word != scene.Words.Into || scene.KindAt(at - 1) != MentionKind.Person)
        {
            return FactSubject.None;
        }

        int first = scene.Inside[scene.NameAt(at - 1)].First;
        for (int i = first - 1; i >= Math.Max(0, first - 5); i--)
        {
            if (scene.Sentence[i].Word == scene.Words.Admit)
            {
                return new FactSubject(scene.Inside[scene.NameAt(at - 1)].Index, FactCertainty.High, default);
            }
        }

        return FactSubject.None;
    }
}
