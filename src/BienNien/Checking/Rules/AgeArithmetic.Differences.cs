using System.Globalization;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Text;

namespace BienNien.Checking.Rules;

// How much older or younger one of two people is: “Ông hơn bà 14 tuổi”.
internal sealed partial class AgeArithmetic
{
    private const int LongestOther = 5;
    private const int BirthReach = 4;

    private void CheckDifferences(MentionView view, DiagnosticSink found)
    {
        for (int at = 1; at + 2 < view.Tokens.Length; at++)
        {
            // “Hai anh em cách nhau 8 tuổi: anh sinh năm 1940, em sinh năm 1945”
            if (_differences.EachOther.Contains(view[at]) && _differences.Apart.Contains(view[at - 1]) && view[at + 1] is { IsNumber: true, Length: <= 2 } apart && view[at + 2].Word == _age
                && TwoBirths(view, view.SentenceOf(at).End) is var (elder, younger))
            {
                Judge(view, at + 1, apart.Number, elder, younger, found);
                continue;
            }

            if (!_differences.Compares.Contains(view[at]) || _differences.Counts.Contains(view[at - 1]))
            {
                continue;
            }

            int figure = at + 1;
            while (figure <= at + LongestOther && view[figure].IsWord && !_vague.Contains(view[figure]))
            {
                figure++;
            }

            // “hơn 14 tuổi” alone is a vague age.
            if (figure > at + 1 && view[figure] is { IsNumber: true, Length: <= 2 } said && view[figure + 1].Word == _age && TwoBirths(view, at) is var (one, other))
            {
                Judge(view, figure, said.Number, one, other, found);
            }
        }
    }

    private static void Judge(MentionView view, int figure, int said, Mention one, Mention other, DiagnosticSink found)
    {
        int years = Math.Abs(Told.Year(one)!.Value - Told.Year(other)!.Value);
        if (Math.Abs(years - said) > 1)
        {
            TextSpan span = view.SpanOf(figure, figure + 2);
            found.Report(
                span,
                new BilingualText(
                    $"“{view.Line(span)}” không khớp: {view.Line(one.Span)} và {view.Line(other.Span)} cách nhau {years} năm.",
                    $"“{view.Line(span)}” does not fit: {view.Line(one.Span)} and {view.Line(other.Span)} are {years} years apart."),
                expected: string.Create(CultureInfo.InvariantCulture, $"{years} tuổi"),
                related: [new RelatedPlace(one.Span, new BilingualText("Năm sinh", "A birth")), new RelatedPlace(other.Span, new BilingualText("Năm sinh", "A birth"))]);
        }
    }

    // The only two births told in the sentence so far and the one before it.
    private (Mention One, Mention Other)? TwoBirths(MentionView view, int before)
    {
        (int from, _) = view.SentenceOf(before);
        int start = from > 0 && view.BlockOf(from - 1) == view.BlockOf(from) ? view.SentenceOf(from - 1).First : from;
        Mention? one = null;
        Mention? other = null;
        for (int at = start; at < before; at++)
        {
            if (view[at].Word != _born)
            {
                continue;
            }

            Mention? birth = null;
            for (int next = at + 1; next <= at + BirthReach && birth is null; next++)
            {
                birth = view.At(next);
            }

            if (birth is null || birth == other || Told.Year(birth) is null || !Told.IsSure(birth))
            {
                continue;
            }

            if (one is not null && other is not null)
            {
                return null;
            }

            (one, other) = (other, birth);
        }

        return one is not null && other is not null ? (one, other) : null;
    }

    /// <summary>The words of a comparison of ages.</summary>
    private sealed class Differences(Vocabulary.Builder words)
    {
        public WordSet Compares { get; } = words.AddSet("hơn", "kém");

        public WordSet EachOther { get; } = words.AddSet("nhau");

        public WordSet Apart { get; } = words.AddSet("cách");

        public WordSet Counts { get; } = words.AddSet("nhiều", "ít", "ngoài", "già");
    }
}
