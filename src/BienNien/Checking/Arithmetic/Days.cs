using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Arithmetic;

/// <summary>The days and years that a sentence tells.</summary>
internal static class Days
{
    /// <summary>The single days, each once, by their places.</summary>
    public static List<LocalDate> In(DocumentAnalysis analysis, SentenceRange sentence)
    {
        List<LocalDate> days = [];
        foreach (DayRange range in Ranges(analysis, sentence))
        {
            if (range.First == range.Last && !days.Contains(range.First))
            {
                days.Add(range.First);
            }
        }

        return days;
    }

    /// <summary>The years, both ends of longer times.</summary>
    public static HashSet<int> Years(DocumentAnalysis analysis, SentenceRange sentence)
    {
        HashSet<int> years = [];
        foreach (DayRange range in Ranges(analysis, sentence))
        {
            years.Add(range.First.Year);
            years.Add(range.Last.Year);
        }

        return years;
    }

    private static IEnumerable<DayRange> Ranges(DocumentAnalysis analysis, SentenceRange sentence)
    {
        int from = analysis.Tokens.Tokens[sentence.First].Start;
        int end = analysis.Tokens.Tokens[sentence.End - 1].End;
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Span.Start >= end)
            {
                yield break;
            }

            if (mention.Span.Start >= from && mention.Value is TimeValue { Type: TimexType.Date, Days: { IsBounded: true } days })
            {
                yield return days;
            }
        }
    }
}
