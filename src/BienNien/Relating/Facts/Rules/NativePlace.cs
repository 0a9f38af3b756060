using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC004. Where somebody comes from: “quê quán ở xã Nhân Lý”, “người làng Pác Muồng”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NativePlace.md, beside this file.</remarks>
internal sealed class NativePlace : IFactRule
{
    private const int Reach = 4;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC004");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        for (int i = 0; i < sentence.Count; i++)
        {
            bool native = sentence[i].Word == words.Native || (sentence[i].Word == words.NativeFormer && sentence[i + 1].Word == words.NativeEnd);
            bool human = sentence[i].Word == words.Human && (i == 0 || sentence[i - 1].IsMark || sentence[i - 1].Word == words.Is || scene.KindAt(i - 1) == MentionKind.Person || scene.ReferenceAt(i - 1) >= 0);
            if ((!native && !human) || scene.NameAt(i) >= 0)
            {
                continue;
            }

            int next = i + 1;
            while (native && next <= i + Reach && scene.NameAt(next) < 0 && words.AfterNative.Contains(sentence[next]))
            {
                next++;
            }

            if (scene.NameFrom(next, MentionKind.Place) is >= 0 and int place && !IsCountry(scene, place))
            {
                TextSpan span = scene.MentionOf(place).Span;
                sink.Add(new Fact(FactProperty.NativePlace, scene.PersonBefore(i), TextSpan.Between(sentence[i].Start, span.End), span)
                {
                    Object = scene.Inside[place].Index,
                    Status = scene.StatusAt(i),
                });
            }
        }
    }

    private static bool IsCountry(FactScene scene, int place) => scene.MentionOf(place).Value is Finding.Places.PlaceValue { Level: "country" };
}
