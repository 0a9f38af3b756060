using BienNien.Text;

namespace BienNien.Relating.Events;

/// <summary>How many words of the clause are shown as the trigger: the verb group and the head of its object, 2 to 6 words.</summary>
internal static class TriggerSpan
{
    private const int Most = 6;
    private const int Enough = 4;

    /// <summary>The span of a trigger with its passive mark and, for a short one, the words after it.</summary>
    public static TextSpan Of(EventScene scene, Trigger trigger)
    {
        Sentence sentence = scene.Sentence;
        int first = trigger.First;
        int end = trigger.End;
        if (trigger.OfficeAt == end + 1 || trigger.OfficeAt == end)
        {
            end = trigger.OfficeAt + Math.Max(1, scene.Grammar.Offices.Longest(sentence, trigger.OfficeAt, out _));
        }

        while ((end - first < Enough || (end - trigger.Head < Enough && end - first < Most)) && end < trigger.WindowEnd && GoesOn(scene, sentence, end))
        {
            end++;
        }

        // “trận Cầu Giấy”: the name of a happening is part of it.
        while (trigger.Entry.Voice == TriggerVoice.Noun && end - first < Enough && sentence[end].IsWord && sentence[end].Capitalised && scene.DateAt(end) < 0)
        {
            end++;
        }

        // Of a long group the head stays; of what is before it the nearest words.
        end = Math.Min(end, Math.Max(first + Most, trigger.Head + 1));
        return sentence.Span(Math.Max(first, Math.Min(trigger.Head, end - Most)), end);
    }

    private static bool GoesOn(EventScene scene, Sentence sentence, int at)
    {
        Token token = sentence[at];
        return token.IsWord && !token.Capitalised && !scene.Grammar.EndsObject.Contains(token) && scene.NameAt(at) < 0 && scene.DateAt(at) < 0;
    }
}
