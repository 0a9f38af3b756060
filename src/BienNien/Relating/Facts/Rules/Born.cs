using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC001. When somebody was born, and where that is said with it: “sinh ngày 01/6/1904 tại làng Bản Giài”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Born.md, beside this file.</remarks>
internal sealed class Born : IFactRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC001");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        for (int i = 0; i < sentence.Count; i++)
        {
            bool label = sentence[i].Word == words.Born && words.BirthLabels.Contains(sentence[i - 1]) && sentence[i + 1].Word == words.Colon && sentence.Block.Cell is null;
            if (sentence[i].Word != words.Born || scene.NameAt(i) >= 0 || (words.NotBorn.Contains(sentence[i - 1]) && !label))
            {
                continue;
            }

            int next = label ? i + 2 : i + 1;
            while (next <= i + 4 && scene.TimeAt(next) < 0 && words.AfterBorn.Contains(sentence[next]))
            {
                next++;
            }

            int date = scene.TimeAt(next) is >= 0 and int told && scene.DateOf(told) is { Length: > 0 } value && !value.Contains('/', StringComparison.Ordinal) ? told : -1;
            int place = PlaceBehind(scene, date >= 0 ? scene.Inside[date].End : next);
            date = date < 0 && place >= 0 ? DateBehind(scene, place) : date;
            bool known = date >= 0 || place >= 0;
            FactSubject subject = known ? Bearer(scene, label ? i - 1 : i) : FactSubject.None;
            ClaimStatus status = known ? scene.StatusAt(i) : default;
            if (date >= 0)
            {
                SceneTime(scene, date, out TextSpan span, out int mention);
                sink.Add(new Fact(FactProperty.Born, subject, TextSpan.Between(sentence[i].Start, span.End), span) { Date = scene.DateOf(date), DateMention = mention, Status = status });
            }

            if (place >= 0)
            {
                TextSpan span = scene.MentionOf(place).Span;
                sink.Add(new Fact(FactProperty.NativePlace, subject, TextSpan.Between(sentence[i].Start, span.End), span) { Object = scene.Inside[place].Index, Status = status });
            }
        }
    }

    // “Nguyễn Văn A (sinh năm 1904)”: in brackets it is of the name before them.
    private static FactSubject Bearer(FactScene scene, int verb)
    {
        int open = scene.BracketAt(verb);
        return open > 0 && scene.SubjectAt(open - 1, MentionKind.Person) is { Mention: >= 0 } named ? named : scene.PersonBefore(verb);
    }

    private static int PlaceBehind(FactScene scene, int from)
    {
        Sentence sentence = scene.Sentence;
        bool at = false;
        for (int i = from; i < Math.Min(sentence.Count, from + 12); i++)
        {
            if (scene.KindAt(i) == MentionKind.Place && at)
            {
                return scene.NameAt(i);
            }

            if (scene.NameAt(i) >= 0 || sentence[i].IsMark || scene.TimeAt(i) >= 0)
            {
                return -1;
            }

            at |= scene.Words.At.Contains(sentence[i]);
        }

        return -1;
    }

    // “sinh ra ở làng Mọc năm 1918”
    private static int DateBehind(FactScene scene, int place) =>
        scene.DateAfter(scene.Inside[place].End) is >= 0 and int date && !scene.DateOf(date).Contains('/', StringComparison.Ordinal)
            && scene.Inside[date].First - scene.Inside[place].End <= 12 ? date : -1;

    private static void SceneTime(FactScene scene, int time, out TextSpan span, out int mention) => (span, mention) = (scene.MentionOf(time).Span, scene.Inside[time].Index);
}
