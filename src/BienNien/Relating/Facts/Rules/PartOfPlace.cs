using BienNien.Finding;
using BienNien.Finding.Places;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC017. A place lies in a larger one: “xã Bình Trung, huyện Chợ Đồn”, “xã Quy Kỳ thuộc huyện Định Hóa”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PartOfPlace.md, beside this file.</remarks>
internal sealed class PartOfPlace : IFactRule
{
    private const int Reach = 12;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC017");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is not PlaceValue place)
            {
                continue;
            }

            int end = scene.Inside[n].End;
            bool belongs = sentence[end].Word == scene.Words.Belongs;
            int larger = belongs && scene.NameFrom(end + 1, MentionKind.Place) is >= 0 and int told && !IsInAside(scene, n, told) ? told
                : place.In is { } within && BodyNames.Find(scene, within, MentionKind.Place, end) is >= 0 and int next && scene.Inside[next].First - end <= Reach ? next
                : -1;
            if (larger >= 0)
            {
                Add(scene, sink, new FactSubject(scene.Inside[n].Index, FactCertainty.High, default), n, larger, belongs ? scene.DateBefore(scene.Inside[n].First) : -1);
            }
        }

        // “Xã thuộc huyện Định Hóa.”
        for (int i = 0; scene.HasReferences && i < sentence.Count; i++)
        {
            if (sentence[i].Word == scene.Words.Belongs && scene.NameFrom(i + 1, MentionKind.Place) is >= 0 and int larger && scene.NameAt(i - 1) < 0
                && scene.SubjectAt(i - 1, MentionKind.Place) is { Mention: >= 0 } subject)
            {
                Add(scene, sink, subject, -1, larger, scene.DateBefore(i));
            }
        }
    }

    private static void Add(FactScene scene, FactSink sink, FactSubject subject, int named, int larger, int date)
    {
        TextSpan value = scene.MentionOf(larger).Span;
        TextSpan span = named >= 0 ? TextSpan.Between(scene.MentionOf(named).Span.Start, value.End) : value;
        if (date < 0 && sink.IsTold(FactProperty.PartOf, scene.WordsOf(subject.Mention).ToLowerInvariant(), scene.WordsOf(scene.Inside[larger].Index).ToLowerInvariant()))
        {
            return;
        }

        sink.Add(new Fact(FactProperty.PartOf, subject, span, value)
        {
            Object = scene.Inside[larger].Index,
            Date = date >= 0 ? scene.DateOf(date) : "",
            DateMention = date >= 0 ? scene.Inside[date].Index : -1,
        });
    }

    // “(nay thuộc thị trấn Thứa)” is told by PlaceRenamed.
    private static bool IsInAside(FactScene scene, int smaller, int larger) => scene.BracketAt(scene.Inside[larger].First) != scene.BracketAt(scene.Inside[smaller].First);
}
