using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC003. When somebody died: “mất ngày 5/3/1969”, “hy sinh năm 1941”, “bị địch giết tháng 12/1953”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Died.md, beside this file.</remarks>
internal sealed class Died : IFactRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC003");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        for (int i = 0; i < sentence.Count; i++)
        {
            int length = words.DeathStarts.Contains(sentence[i]) && scene.NameAt(i) < 0 && scene.TimeAt(i) < 0 ? words.Deaths.Longest(sentence, i, out _) : 0;
            if (length == 0)
            {
                continue;
            }

            int past = i + length;
            bool loses = sentence[past - 1].Word == words.Lost && !(words.AfterLost.Contains(sentence[past]) || scene.TimeAt(past) >= 0 || scene.DateBefore(i) >= 0 && (past >= sentence.Count || sentence[past].IsMark));
            int date = loses ? -1 : scene.DateAfter(past);
            date = date < 0 && !loses ? scene.DateBefore(i) : date;
            if (date >= 0 && !scene.DateOf(date).Contains('/', StringComparison.Ordinal))
            {
                Mention time = scene.MentionOf(date);
                FactSubject subject = scene.PersonBefore(i);
                TextSpan verb = sentence.Span(i, past);
                TextSpan span = time.Span.Start > verb.Start ? TextSpan.Between(verb.Start, time.Span.End) : verb;
                sink.Add(new Fact(FactProperty.Died, subject, span, time.Span) { Date = scene.DateOf(date), DateMention = scene.Inside[date].Index, Status = scene.StatusAt(i) });
            }

            i = past - 1;
        }
    }
}
