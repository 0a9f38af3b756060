using BienNien.Finding;
using BienNien.Finding.People;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC008. An office before the name of who holds it: “Bí thư Tỉnh ủy Bắc Kạn Lương Hữu Chí”, “Trưởng ty đầu tiên là ông Nguyễn Văn Thuận”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OfficeBeforeName.md, beside this file.</remarks>
internal sealed class OfficeBeforeName : IFactRule
{
    /// <summary>Words of address between the office and the name.</summary>
    private const int MostAddress = 4;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC008");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        for (int i = 0; i < sentence.Count; i++)
        {
            Office office = OfficeReader.Read(scene, i);
            if (office.IsNone)
            {
                continue;
            }

            int next = office.End;
            while (next < office.End + 6 && words.OfficeTails.Contains(sentence[next]) && scene.NameAt(next) < 0 && sentence[next].Word != words.Of)
            {
                next++;
            }

            bool equates = sentence[next].Word == words.Is || (sentence[next].Word == words.Colon && sentence.Block.Cell is null);
            int name = equates ? next + 1 : office.End;
            int least = name;
            while (name <= least + MostAddress && words.Addresses.Contains(sentence[name]) && scene.NameAt(name) < 0)
            {
                name++;
            }

            if (scene.NameFrom(name, MentionKind.Person) is >= 0 and int person && !(office.Object < 0 && IsAppositionOf(scene, office.First, name)))
            {
                FactSubject subject = new(scene.Inside[person].Index, FactCertainty.High, default);
                TextSpan value = sentence.Span(office.First, office.ValueEnd);
                string id = ((PersonValue)scene.MentionOf(person).Value).Id;
                bool told = !equates && sink.IsTold(FactProperty.Office, id, office.Object >= 0 ? $"{office.Value}|{scene.WordsOf(office.Object)}" : office.Value);
                if (!told)
                {
                    sink.Add(new Fact(FactProperty.Office, subject, value, value)
                    {
                        Object = office.Object,
                        Value = office.Value,
                        Status = scene.StatusAt(office.First),
                        Lean = office.Reference >= 0 ? scene.Mentions[office.Object].Span : default,
                    });
                }
            }

            i = office.End - 1;
        }
    }

    // “đồng chí A, Bí thư; đồng chí B”: no mark stands between an office and the name it is before.
    private static bool IsAppositionOf(FactScene scene, int first, int name) => first > 1 && scene.Sentence[first - 1].IsMark && scene.KindAt(first - 2) == MentionKind.Person && scene.Sentence[name - 1].IsMark;
}
