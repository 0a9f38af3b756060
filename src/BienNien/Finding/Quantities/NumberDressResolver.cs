using BienNien.Text;

namespace BienNien.Finding.Quantities;

/// <summary>
/// Settles <c>1.307</c> and <c>12,500</c> by the document's other numbers, and tells which numbers are dressed otherwise than most.
/// A document whose numbers tell nothing is Vietnamese.
/// </summary>
internal sealed class NumberDressResolver : IMentionResolver
{
    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        NumberDress convention = Convention(mentions);
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is not QuantityValue { Dress: not NumberDress.Plain } value)
            {
                continue;
            }

            QuantityValue settled = value.Dress == NumberDress.Ambiguous && convention == NumberDress.English
                ? InEnglish(document.Document.Text.AsSpan(mentions[i].Mention.Span.Start, mentions[i].Mention.Span.Length), value)
                : value with { DepartsInDress = convention != NumberDress.Plain && value.Dress != NumberDress.Ambiguous && value.Dress != convention };
            if (settled != value)
            {
                mentions[i] = mentions[i] with { Mention = mentions[i].Mention with { Value = settled } };
            }
        }
    }

    // Points and commas tell; a space may group in either convention.
    private static NumberDress Convention(List<Proposal> mentions)
    {
        Span<int> count = stackalloc int[Enum.GetValues<NumberDress>().Length];
        foreach (Proposal proposal in mentions)
        {
            if (proposal.Mention.Value is QuantityValue value)
            {
                count[(int)value.Dress]++;
            }
        }

        return count[(int)NumberDress.English] > count[(int)NumberDress.Vietnamese] ? NumberDress.English
            : count[(int)NumberDress.Vietnamese] > 0 ? NumberDress.Vietnamese
            : NumberDress.Plain;
    }

    // Each number with one mark and three figures behind it was read in the Vietnamese way: 1.307 is a thousandth of that, 12,500 a thousand times.
    private static QuantityValue InEnglish(ReadOnlySpan<char> surface, QuantityValue value)
    {
        decimal? first = value.Value;
        decimal? second = value.To ?? value.Of;
        int numbers = 0;
        for (int i = 0; i < surface.Length; i++)
        {
            if (!char.IsAsciiDigit(surface[i]))
            {
                continue;
            }

            int start = i;
            while (i + 1 < surface.Length && (char.IsAsciiDigit(surface[i + 1]) || (surface[i + 1] is '.' or ',' && i + 2 < surface.Length && char.IsAsciiDigit(surface[i + 2]))))
            {
                i++;
            }

            decimal times = Correction(surface[start..(i + 1)]);
            first = numbers == 0 ? first * times : first;
            second = numbers == 1 ? second * times : second;
            numbers++;
        }

        return value with { Value = first, To = value.To is null ? null : second, Of = value.Of is null ? null : second, Dress = NumberDress.English };
    }

    private static decimal Correction(ReadOnlySpan<char> number)
    {
        int mark = number.IndexOfAny('.', ',');
        return mark < 0 || number.Length != mark + 4 || number[(mark + 1)..].ContainsAny('.', ',') || number[0] == '0' ? 1
            : number[mark] == '.' ? 0.001m : 1000m;
    }
}
