using BienNien.Text;

namespace BienNien.Relating.Events;

/// <summary>How a sentence stands to the event that it names.</summary>
internal static class EventStatus
{
    private const int NegationReach = 4;

    /// <summary>Reads the words before a trigger; one of <c>nếu</c> counts for the whole sentence.</summary>
    public static ClaimStatus Of(EventScene scene, EventContext context, Trigger trigger)
    {
        GrammarWords grammar = scene.Grammar;
        Sentence sentence = scene.Sentence;
        if (context.Supposes)
        {
            return ClaimStatus.Hypothetical;
        }

        if (IsDenied(sentence, grammar, trigger))
        {
            return ClaimStatus.Negated;
        }

        if (sentence[trigger.First - 1] is var mean && mean.Word == grammar.Mean && !mean.Capitalised && scene.NameAt(trigger.First - 1) < 0 && !grammar.BeforeMean.Contains(sentence[trigger.First - 2]))
        {
            // “quân Pháp định đổ bộ”
            return ClaimStatus.Planned;
        }

        bool past = false;
        int segment = scene.Segments[trigger.Segment].First;
        for (int i = trigger.First - 1; i >= Math.Max(segment, trigger.First - 40); i--)
        {
            past |= sentence[i].Word == grammar.Already;
            if (!past && grammar.PlannedOpenings.Contains(sentence[i]) && scene.NameAt(i) < 0 && grammar.Planned.Longest(sentence, i, out bool whole) > 0 && (whole || i >= trigger.WindowStart) && sentence[i - 1].Word != grammar.Already)
            {
                return ClaimStatus.Planned;
            }
        }

        return context.Plans && !past ? ClaimStatus.Planned
            : scene.IsQuoted(trigger.Head) ? ClaimStatus.Reported
            : context.ReportsFrom >= 0 && trigger.Head >= context.ReportsFrom ? ClaimStatus.Reported
            : ClaimStatus.Asserted;
    }

    private static bool IsDenied(Sentence sentence, GrammarWords grammar, Trigger trigger)
    {
        for (int i = trigger.Head - 1; i >= trigger.Head - NegationReach && i >= 0; i--)
        {
            if (grammar.Negations.Contains(sentence[i]))
            {
                return true;
            }

            if (i < trigger.First && !grammar.AfterNegation.Contains(sentence[i]))
            {
                return false;
            }
        }

        return false;
    }
}
