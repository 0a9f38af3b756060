using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding.DocumentReferences;
using BienNien.Text;

namespace BienNien.Reconciling.Linking;

/// <summary>Papers: type and number of one year and issuer; books and papers without a number by their title.</summary>
internal sealed class PaperLikeness : Likeness
{
    /// <summary>An office that has issued no more than this in a year does not issue two on most days.</summary>
    private const int MostOfFew = 60;

    // Every unit of a tier has these.
    private static readonly string[] _genericSymbols = ["UBND", "UB", "UBHC", "HĐND", "TU", "HU", "ĐU", "TV", "BTV", "BCH", "MTTQ", "BCĐ"];

    /// <inheritdoc/>
    internal override string Kind => "paper";

    /// <inheritdoc/>
    internal override string SlugOf(LocalEntity entity) => NameForms.Slug(entity.Traits.Number.Length > 0 ? $"{entity.Traits.Type} {entity.Traits.Number}" : $"{entity.Traits.Type} {TitleOf(entity)}");

    /// <inheritdoc/>
    internal override string FormOfName(string name) => NameForms.Slug(name);

    /// <inheritdoc/>
    internal override string NearForm(string main) => string.Concat(main.Where(static letter => !char.IsAsciiDigit(letter)));

    /// <inheritdoc/>
    internal override string KeyOfSlug(string slug) => "paper/" + NameForms.LevelY(slug);

    /// <inheritdoc/>
    internal override ImmutableArray<string> KeysOf(LocalEntity entity)
    {
        EntityTraits traits = entity.Traits;
        List<string> keys = [KeyOfSlug(SlugOf(entity))];
        if (Serial(traits.Number) is { } serial)
        {
            keys.Add(KeyOfSlug(NameForms.Slug($"{traits.Type} {serial}")));
            if (TraitDate.Of(traits.Begun) is { Month: { } month, Day: { } day } issued)
            {
                // A number that was copied wrongly still has its day and symbol.
                keys.Add(string.Create(CultureInfo.InvariantCulture, $"{KeyOfSlug(NameForms.Slug($"{traits.Type} {traits.Number[serial.Length..]}"))}@{issued.Year}-{month:00}-{day:00}"));
            }
        }

        return [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    internal override Profile Describe(LocalEntity entity)
    {
        EntityTraits traits = entity.Traits;
        Profile profile = new() { Number = traits.Number };
        string main = SlugOf(entity);
        profile.Mains.Add(main);
        profile.Names.Add(main);
        if (Serial(traits.Number) is { } serial && serial.Length < traits.Number.Length)
        {
            // Cited by its number alone elsewhere.
            string bare = NameForms.Slug($"{traits.Type} {serial}");
            profile.Names.Add(bare);
            profile.Asides.Add(bare);
        }

        profile.Types.Add((traits.Type, ""));
        if (TraitDate.Of(traits.Begun) is { } issued)
        {
            profile.Begun.Add(issued);
        }

        if (traits.Issuer.Length > 0)
        {
            profile.Issuers.Add(traits.Issuer);
        }

        foreach (string beside in traits.Beside)
        {
            profile.Beside.Add(NameForms.Folded(beside));
        }

        return profile;
    }

    /// <inheritdoc/>
    internal override bool ShareName(Profile a, Profile b) => Profile.Shared(a.Mains, b.Mains) > 0 || a.OwnsMainOf(b) || b.OwnsMainOf(a);

    /// <inheritdoc/>
    internal override double Weigh(Profile a, Profile b)
    {
        double score = Math.Min(Profile.Shared(a.Beside, b.Beside) * 0.3, 0.6);
        (bool sameIssuer, bool otherIssuer) = Issuers(a, b);
        score += sameIssuer ? 0.8 : 0;
        if (!ShareName(a, b))
        {
            // Cited as one paper would be whose number was copied wrongly; who cites both, means two.
            return IsMiscopied(a, b) && !otherIssuer && !a.Documents.Overlaps(b.Documents) ? score + 1 : Never;
        }

        score += Profile.Shared(a.Mains, b.Mains) > 0 ? 1 : 0.6;
        bool generic = _genericSymbols.Any(symbol => a.Number.EndsWith(symbol, StringComparison.OrdinalIgnoreCase));
        string type = a.Types.Min().Level;
        bool sameDay = false;
        foreach (TraitDate one in a.Begun)
        {
            foreach (TraitDate other in b.Begun)
            {
                DateFit fit = one.Fit(other);
                if (fit == DateFit.Same)
                {
                    sameDay |= one.Day is not null && other.Day is not null;
                    score = Math.Max(score, one.Month is not null && other.Month is not null ? 2.5 : 2);
                }
                else if (PaperIdentity.Slipped(type, a.Number, one.ToEdtf(), other.ToEdtf()) == 0 && !(fit == DateFit.Slip && sameIssuer && PaperIdentity.IsRare(a.Number)))
                {
                    return Never;
                }
                else if (one.Year == other.Year && fit == DateFit.Apart)
                {
                    score -= sameIssuer ? 0 : PaperIdentity.IsRare(a.Number) ? 0.5 : 1.2;
                }
            }
        }

        // Two bodies are named for what was issued on one day under one number: one of the names is wrong.
        return !otherIssuer ? score : sameDay && !generic ? score - 0.5 : Never;
    }

    private static (bool Same, bool Other) Issuers(Profile a, Profile b)
    {
        bool same = false;
        foreach (string one in a.Issuers)
        {
            foreach (string other in b.Issuers)
            {
                if (PaperIdentity.IsOtherIssuer(one, other))
                {
                    return (false, true);
                }

                same = true;
            }
        }

        return (same, false);
    }

    // One day, one symbol, and numbers in which digits changed places or one digit that counts tens differs. Neighbours are two papers of one day.
    private static bool IsMiscopied(Profile a, Profile b)
    {
        if (Serial(a.Number) is not { } one || Serial(b.Number) is not { } other || !int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            || !int.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out int second) || first == second
            || !string.Equals(a.Number[one.Length..], b.Number[other.Length..], StringComparison.OrdinalIgnoreCase) || one.Length == a.Number.Length || a.Types.Min() != b.Types.Min()
            || !a.Begun.Any(date => date.Day is not null && b.Begun.Contains(date)))
        {
            return false;
        }

        bool transposed = one.Length == other.Length && one.Order().SequenceEqual(other.Order());
        bool few = first < MostOfFew && second < MostOfFew && Math.Abs(first - second) > 1;
        return transposed || (PaperIdentity.DigitsApart(first, second) == 1 && one.Length == other.Length && (Math.Abs(first - second) >= 10 || few));
    }

    // The digits that open a number.
    private static string? Serial(string number)
    {
        int end = number.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return end == 0 || number.Length == 0 ? null : end < 0 ? number : number[..end];
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Tokens(Profile profile) => base.Tokens(profile).Concat(profile.Begun.Where(static date => date.Day is not null).Select(static date => $"t{date}"));

    /// <inheritdoc/>
    internal override IEnumerable<string> Marks(Profile profile)
    {
        foreach (TraitDate date in profile.Begun.OrderBy(static date => (date.Year, date.Month, date.Day)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{date.Year}");
            if (date is { Month: { } month, Day: { } day })
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{date.Year}-{month:00}-{day:00}");
            }
        }

        foreach (string issuer in profile.Issuers.Order(StringComparer.Ordinal))
        {
            yield return NameForms.Slug(issuer);
        }
    }

    // The type word that opens the title is not said twice.
    private static string TitleOf(LocalEntity entity) => entity.Name.Length > entity.Traits.Type.Length
        && Letters.Fold(entity.Name).StartsWith(Letters.Fold(entity.Traits.Type) + " ", StringComparison.Ordinal) ? entity.Name[(entity.Traits.Type.Length + 1)..] : entity.Name;
}
