using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding.DocumentReferences;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Reconciling.Linking;

/// <summary>Papers: type and number of one year and issuer; books and papers without a number by their title.</summary>
internal sealed class PaperLikeness : Likeness
{
    /// <inheritdoc/>
    internal override string Kind => "paper";

    /// <inheritdoc/>
    internal override string SlugOf(LocalEntity entity) => NameForms.Slug(entity.Traits.Number.Length > 0 ? $"{entity.Traits.Type} {entity.Traits.Number}" : $"{entity.Traits.Type} {TitleOf(entity)}");

    /// <inheritdoc/>
    internal override string FormOfName(string name) => NameForms.Slug(name);

    /// <inheritdoc/>
    internal override string KeyOfSlug(string slug) => "paper/" + slug;

    /// <inheritdoc/>
    internal override ImmutableArray<string> KeysOf(LocalEntity entity) => [KeyOfSlug(SlugOf(entity))];

    /// <inheritdoc/>
    internal override Profile Describe(LocalEntity entity)
    {
        EntityTraits traits = entity.Traits;
        Profile profile = new() { Number = traits.Number };
        string main = SlugOf(entity);
        profile.Mains.Add(main);
        profile.Names.Add(main);
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
    internal override bool ShareName(Profile a, Profile b) => Profile.Shared(a.Mains, b.Mains) > 0;

    /// <inheritdoc/>
    internal override double Weigh(Profile a, Profile b)
    {
        if (!ShareName(a, b))
        {
            return Never;
        }

        bool sameIssuer = false;
        foreach (string one in a.Issuers)
        {
            foreach (string other in b.Issuers)
            {
                if (PaperIdentity.IsOtherIssuer(one, other))
                {
                    return Never;
                }

                sameIssuer = true;
            }
        }

        double score = 1 + (sameIssuer ? 0.8 : 0) + Math.Min(Profile.Shared(a.Beside, b.Beside) * 0.3, 0.6);
        string type = a.Types.Min().Level;
        foreach (TraitDate one in a.Begun)
        {
            foreach (TraitDate other in b.Begun)
            {
                DateFit fit = one.Fit(other);
                if (fit == DateFit.Same)
                {
                    score = Math.Max(score, 2.5);
                }
                else if (PaperIdentity.Slipped(type, a.Number, DateOf(one), DateOf(other)) == 0 && !(fit == DateFit.Slip && sameIssuer && PaperIdentity.IsRare(a.Number)))
                {
                    return Never;
                }
                else if (one.Year == other.Year && fit == DateFit.Apart)
                {
                    score -= sameIssuer ? 0 : PaperIdentity.IsRare(a.Number) ? 0.5 : 1.2;
                }
            }
        }

        return score;
    }

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

    private static EdtfDate DateOf(TraitDate date) => Edtf.Parse(date switch
    {
        { Month: { } month, Day: { } day } => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{month:00}-{day:00}"),
        { Month: { } month } => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}"),
    }).Start;

    // The type word that opens the title is not said twice.
    private static string TitleOf(LocalEntity entity) => entity.Name.Length > entity.Traits.Type.Length
        && Letters.Fold(entity.Name).StartsWith(Letters.Fold(entity.Traits.Type) + " ", StringComparison.Ordinal) ? entity.Name[(entity.Traits.Type.Length + 1)..] : entity.Name;
}
