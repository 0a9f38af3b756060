using System.Collections.Immutable;
using System.Globalization;
using BienNien.Text;

namespace BienNien.Checking.Rules;

// Hours of one day in an order that cannot be.
internal sealed partial class Chronology
{
    // “nổ súng lúc 4 giờ 10 phút sáng, kết thúc lúc 2 giờ 45 phút sáng cùng ngày”
    private void CheckClocks(MentionView view, DiagnosticSink found)
    {
        for (int s = 0; s < view.Sentences.Length; s++)
        {
            Sentence sentence = view.SentenceAt(s);
            (Clock Time, ImmutableArray<Step> Is)? before = null;
            for (int at = 0; at < sentence.Count; at++)
            {
                int length = _steps.Longest(sentence, at, out ImmutableArray<Step> is_);
                if (length == 0)
                {
                    continue;
                }

                Clock? clock = null;
                for (int next = sentence.FirstToken + at + length; next <= sentence.FirstToken + at + length + NearWords && !view[next].IsMark; next++)
                {
                    clock ??= ClockAt(view, next);
                }

                if (clock is { } time)
                {
                    if (before is { } earlier && is_.Any(later => earlier.Is.Any(one => one.Course == later.Course && one.Rank < later.Rank)))
                    {
                        Compare(view, earlier.Time, time, found);
                    }

                    before = (time, is_);
                }

                at += length - 1;
            }
        }

        // “từ 14 giờ đến 9 giờ cùng ngày”
        for (int at = 0; at < view.Tokens.Length; at++)
        {
            if (_clauses.From.Contains(view[at]) && ClockAt(view, at + 1) is { } start && _clauses.To.Contains(view[start.End]) && ClockAt(view, start.End + 1) is { } stop)
            {
                Compare(view, start, stop, found);
            }
        }
    }

    private void Compare(MentionView view, Clock start, Clock stop, DiagnosticSink found)
    {
        bool sameDay = (_clauses.Same.Contains(view[stop.End]) && view[stop.End + 1].Word == _clauses.Day) || (_clauses.Same.Contains(view[stop.End + 1]) && view[stop.End + 2].Word == _clauses.Day);
        if (sameDay && start.Minutes > stop.Minutes)
        {
            string said = view.Line(stop.Span);
            string other = view.Line(start.Span);
            found.Report(
                stop.Span,
                new BilingualText($"“{said}” cùng ngày không thể là sau “{other}”: trái trình tự thời gian.", $"“{said}” of the same day cannot be after “{other}”."),
                related: [new RelatedPlace(start.Span, new BilingualText("Mốc không khớp", "The time it does not agree with"))]);
        }
    }

    // “4 giờ 10 phút sáng”, “14 giờ”, “4 giờ chiều”
    private Clock? ClockAt(MentionView view, int at)
    {
        if (view[at] is not { IsNumber: true, Length: <= 2, Number: <= 24 } hour)
        {
            return null;
        }

        // “7h30”, “7h”
        if (view[at + 1] is { IsWord: true, SpaceBefore: false } letter && view.Document.Text[letter.Start] is 'h' or 'g')
        {
            int written = 0;
            return letter.Length == 1 || (letter.Length == 3 && int.TryParse(view.Document.Text.AsSpan(letter.Start + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out written))
                ? new Clock(view.SpanOf(at, at + 2), at + 2, (hour.Number * MinutesOfHour) + written)
                : null;
        }

        if (view[at + 1].Word != _clauses.Hour)
        {
            return null;
        }

        int end = at + 2;
        int minutes = 0;
        if (view[end] is { IsNumber: true, Length: <= 2, Number: < MinutesOfHour } more)
        {
            minutes = more.Number;
            end = view[end + 1].Word == _clauses.Minute ? end + 2 : end + 1;
        }

        TextSpan span = view.SpanOf(at, end);
        int late = hour.Number < Noon && _clauses.Afternoon.Contains(view[end]) ? Noon : 0;
        return new Clock(span, end, ((hour.Number + late) * MinutesOfHour) + minutes);
    }

    /// <summary>An hour of the day.</summary>
    private readonly record struct Clock(TextSpan Span, int End, int Minutes);
}
