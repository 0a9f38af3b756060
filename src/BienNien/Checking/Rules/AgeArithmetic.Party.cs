using System.Globalization;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Text;

namespace BienNien.Checking.Rules;

// Years of membership, held against the admission.
internal sealed partial class AgeArithmetic
{
    // Years in the Party, from the day of admission; the badge may be given some months before or after.
    private void CheckParty(MentionView view, Age age, int block, int from, int to, DiagnosticSink found)
    {
        Mention? admission = null;
        for (int at = from; at < age.First; at++)
        {
            if (_admitted.Contains(view[at]) && (_joining.Contains(view[at + 1]) || _joining.Contains(view[at - 1])))
            {
                for (int next = at + 1; next < age.First && next < at + 8; next++)
                {
                    if (view.At(next) is { } mention && IsSingle(mention))
                    {
                        admission = mention;
                        break;
                    }
                }
            }
        }

        if (admission is null || Told.Date(admission)?.Start is not { Year: { } admitted })
        {
            return;
        }

        // When it is said: a date of the sentence, or else the latest of the paragraph.
        Mention? then = null;
        for (int at = 0; at < view.Tokens.Length; at++)
        {
            if (view.At(at) is { } mention && mention != admission && IsSingle(mention) && Told.Year(mention) is { } year && year > admitted)
            {
                bool near = view.BlockOf(at) == block;
                if (near && Math.Abs(year - admitted - age.Years) <= 1)
                {
                    return;
                }

                bool inSentence = at >= from && at < to;
                then = inSentence || (near && at < from && (then is null || Told.Year(then) <= year)) ? mention : then;
            }
        }

        bool now = false;
        for (int at = age.First - 1; at >= age.First - 6; at--)
        {
            now |= _now.Contains(view[at]);
        }

        if (then is not null && now && Told.Date(then)?.Start is { Year: { } told } && Math.Abs(told - admitted - age.Years) > 1)
        {
            int right = told - admitted - (Told.Date(then)!.Latest < Told.Date(admission)!.Earliest.PlusYears(told - admitted) ? 1 : 0);
            found.Report(
                age.Span,
                new BilingualText(
                    $"“{view.Line(age.Span)}” không khớp: vào Đảng “{view.Line(admission.Span)}”, đến “{view.Line(then.Span)}” là {right} năm.",
                    $"“{view.Line(age.Span)}” does not fit: from “{view.Line(admission.Span)}” to “{view.Line(then.Span)}” it is {right} years."),
                expected: string.Create(CultureInfo.InvariantCulture, $"{right} tuổi Đảng"),
                related:
                [
                    new RelatedPlace(admission.Span, new BilingualText("Ngày vào Đảng", "The admission")),
                    new RelatedPlace(then.Span, new BilingualText("Thời điểm tính", "The date counted to")),
                ]);
        }
    }
}
