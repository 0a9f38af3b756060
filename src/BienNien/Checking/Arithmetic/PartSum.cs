namespace BienNien.Checking.Arithmetic;

/// <summary>A total with its parts.</summary>
/// <param name="Total">The total.</param>
/// <param name="Parts">In reading order; at least two, unless <paramref name="Part"/> is there.</param>
/// <param name="IsOpen">Whether parts may have been left out, so that the sum may only not exceed the total.</param>
/// <param name="IsAway">Whether the total stands in another sentence, which tells it once for several lists.</param>
/// <param name="Part">A part that exceeds the total by itself, where the list is none of all parts; otherwise null.</param>
internal sealed record PartSum(Amount Total, List<Amount> Parts, bool IsOpen, bool IsAway, Amount? Part = null)
{
    /// <summary>What an account comes to whose parts are added and taken off, in the base unit; null where all are added.</summary>
    public decimal? Balance { get; init; }

    /// <summary>What the parts add up to, in the base unit.</summary>
    public FigureRange Computed
    {
        get
        {
            if (Balance is { } balance)
            {
                return new FigureRange(balance, balance);
            }

            FigureRange sum = new(0, 0);
            foreach (Amount part in Parts)
            {
                sum = part.Range is { } range ? new FigureRange(sum.Least + range.Least, sum.Most + range.Most) : sum;
            }

            return sum;
        }
    }

    /// <summary>Whether the total cannot be the sum.</summary>
    public bool Fails
    {
        get
        {
            if (Total.Range is not { } total)
            {
                return false;
            }

            if (Part is not null)
            {
                return Part.Range is { } part && part.Least > total.Most;
            }

            FigureRange sum = Computed;
            if (IsOpen)
            {
                return sum.Least > total.Most;
            }

            if (Balance is not null)
            {
                return !sum.Meets(total);
            }

            // A list that goes on with something else: the first parts alone may be all.
            decimal run = 0;
            for (int i = 0; i < Parts.Count; i++)
            {
                run += Parts[i].Value;
                if (i > 0 && i < Parts.Count - 1 && run == Total.Value)
                {
                    return false;
                }
            }

            return !sum.Meets(total);
        }
    }

    /// <summary>What a part would have to be for the sum to be right; null when the amount is none of the parts, or the list is open.</summary>
    public FigureRange? Missing(Amount amount)
    {
        if (IsOpen || Part is not null || Balance is not null || !Parts.Contains(amount) || Total.Range is not { } total || amount.Range is not { } range)
        {
            return null;
        }

        FigureRange sum = Computed;
        return new FigureRange(total.Least - (sum.Most - range.Most), total.Most - (sum.Least - range.Least));
    }
}

/// <summary>Percentages told as the shares of one whole that do not add up to it.</summary>
/// <param name="Parts">In reading order.</param>
/// <param name="Sum">What they add up to.</param>
internal sealed record PercentSum(List<Amount> Parts, FigureRange Sum);
