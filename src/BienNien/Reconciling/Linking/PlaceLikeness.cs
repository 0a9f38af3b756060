using System.Collections.Immutable;

namespace BienNien.Reconciling.Linking;

/// <summary>Places: one bare name at one level in one larger place, under all its names.</summary>
internal sealed class PlaceLikeness(PlaceLineages lineages) : Likeness
{
    /// <inheritdoc/>
    internal override string Kind => "place";

    /// <inheritdoc/>
    internal override string SlugOf(LocalEntity entity) => NameForms.Slug(BareNames.Of(entity.Name));

    /// <inheritdoc/>
    internal override string KeyOfSlug(string slug) => "place/" + NameForms.LevelY(slug);

    /// <inheritdoc/>
    internal override string SlugOfName(string name) => NameForms.Slug(BareNames.Of(name));

    /// <inheritdoc/>
    internal override string FormOfName(string name) => NameForms.Exact(BareNames.Of(name));

    /// <inheritdoc/>
    internal override ImmutableArray<string> KeysOf(LocalEntity entity)
    {
        HashSet<string> keys = new(StringComparer.Ordinal) { KeyOfSlug(SlugOf(entity)) };
        foreach (string name in entity.Traits.Renamed)
        {
            keys.Add(KeyOfSlug(NameForms.Slug(BareNames.Of(name))));
        }

        if (SureUnit(entity.Traits) is { } unit)
        {
            foreach (string name in lineages.Of(unit).Skip(1))
            {
                keys.Add(KeyOfSlug(NameForms.Slug(name)));
            }
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    internal override Profile Describe(LocalEntity entity)
    {
        EntityTraits traits = entity.Traits;
        Profile profile = new();
        string main = NameForms.Exact(BareNames.Of(entity.Name));
        profile.Mains.Add(main);
        profile.Names.Add(main);
        string level = traits.Type.Length > 0 ? traits.Type : "other";

        // The type word where any mention has it: “Hòa An” and “huyện Hòa An” of one document are one entity.
        string word = entity.Names.Select(static name => BareNames.TypeOf(name).Word).FirstOrDefault(static word => word.Length > 0)
            ?? (BareNames.OpeningOf(entity.Name) is var opening && opening.Level == level ? opening.Word : "");
        profile.Types.Add((word is "tỉnh lỵ" or "tỉnh lị" ? "district" : level, word));
        foreach (string name in traits.Renamed)
        {
            string form = NameForms.Exact(BareNames.Of(name));
            if (form != main)
            {
                profile.Renamed.Add(form);
                profile.Names.Add(form);
            }
        }

        foreach (string key in traits.Units)
        {
            profile.Units.Add(lineages.Of(key)[0]);
        }

        if (SureUnit(traits) is { } unit)
        {
            foreach (string name in lineages.Of(unit).Skip(1))
            {
                profile.Names.Add(NameForms.Exact(name));
            }
        }

        foreach (string place in traits.In)
        {
            profile.In.Add((BareNames.TypeOf(place).Level, NameForms.Folded(BareNames.Of(place))));
        }

        // A district or province is known by its name.
        if (level is not ("country" or "region" or "province" or "district"))
        {
            foreach (string beside in traits.Beside)
            {
                profile.Beside.Add(NameForms.Folded(beside));
            }
        }

        return profile;
    }

    /// <inheritdoc/>
    internal override bool ShareName(Profile a, Profile b) =>
        Profile.Shared(a.Mains, b.Mains) > 0 || a.WasRenamed(b) || b.WasRenamed(a) || SharesLine(a, b);

    /// <inheritdoc/>
    internal override double Weigh(Profile a, Profile b)
    {
        double score = Profile.Shared(a.Mains, b.Mains) > 0 ? 1
            : a.WasRenamed(b) || b.WasRenamed(a) ? 2
            : SharesLine(a, b) ? 2
            : a.SharesFolded(b) ? -0.2
            : Never;
        if (double.IsNegativeInfinity(score))
        {
            return Never;
        }

        score += Levels(a, b);
        score += Larger(a, b);
        if (a.Units.Count > 0 && b.Units.Count > 0)
        {
            score += Profile.Shared(a.Units, b.Units) > 0 ? 1 : SameLevel(a, b) ? -1.2 : 0;
        }

        return score + Math.Min(Profile.Shared(a.Beside, b.Beside) * 0.5, 1.5);
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Tokens(Profile profile) =>
        base.Tokens(profile).Concat(profile.Names.Where(name => profile.Renamed.Contains(name)).Select(static name => "n" + name)).Concat(profile.Mains.Select(static name => "n" + name));

    /// <inheritdoc/>
    internal override IEnumerable<string> Marks(Profile profile)
    {
        foreach ((_, string name) in profile.In.OrderBy(static place => place.Level is "district" ? 0 : place.Level is "commune" ? 1 : 2).ThenBy(static place => place.Name, StringComparer.Ordinal))
        {
            yield return name.Replace(' ', '-');
        }

        foreach ((_, string word) in profile.Types.Order())
        {
            if (word.Length > 0)
            {
                yield return NameForms.Slug(word);
            }
        }

        foreach (string unit in profile.Units.Order(StringComparer.Ordinal))
        {
            yield return NameForms.Slug(unit);
        }
    }

    private static string? SureUnit(EntityTraits traits) => traits.Units.Length == 1 ? traits.Units[0] : null;

    // One was named as the other is, by the gazetteer.
    private static bool SharesLine(Profile a, Profile b) => Profile.Shared(a.Units, b.Units) > 0 && (Profile.Shared(a.Names, b.Mains) > 0 || Profile.Shared(b.Names, a.Mains) > 0);

    private static bool SameLevel(Profile a, Profile b) => a.Types.Any(one => b.Types.Any(other => one.Level == other.Level));

    private static double Levels(Profile a, Profile b)
    {
        double best = double.NegativeInfinity;
        double worst = 0;
        foreach ((string Level, string Word) one in a.Types)
        {
            foreach ((string Level, string Word) other in b.Types)
            {
                double fit = Fit(one, other);
                best = Math.Max(best, fit);
                worst = Math.Min(worst, fit);
            }
        }

        return double.IsNegativeInfinity(worst) ? Never : best;
    }

    private static double Fit((string Level, string Word) one, (string Level, string Word) other)
    {
        bool bothWritten = one.Word.Length > 0 && other.Word.Length > 0;
        if (one.Level == other.Level)
        {
            // The levels of units are ranks, whatever they are called at a time; a bridge is no market.
            bool unit = one.Level is "country" or "province" or "district" or "commune" or "hamlet";
            return unit || !bothWritten || one.Word == other.Word || one.Word.StartsWith(other.Word + " ", StringComparison.Ordinal) || other.Word.StartsWith(one.Word + " ", StringComparison.Ordinal)
                || one.Word.EndsWith(" " + other.Word, StringComparison.Ordinal) || other.Word.EndsWith(" " + one.Word, StringComparison.Ordinal)
                ? 0.5
                : Never;
        }

        if (bothWritten)
        {
            return Never;
        }

        if (one.Word.Length == 0 && other.Word.Length == 0)
        {
            return -0.5;
        }

        // What a bare name stands for is a guess. That of a small place is a weak one: “Lao Bảo” may be the prison.
        ((string guess, _), (string written, _)) = one.Word.Length == 0 ? (one, other) : (other, one);
        return guess switch
        {
            "other" or "site" or "mountain" or "water" or "route" => -0.2,
            "commune" or "hamlet" when written is "site" or "region" or "other" or "hamlet" or "commune" => -0.9,
            _ => -2,
        };
    }

    private static double Larger(Profile a, Profile b)
    {
        bool apart = false;
        foreach ((string level, string name) in a.In)
        {
            foreach ((string otherLevel, string otherName) in b.In)
            {
                if (name == otherName)
                {
                    return 1.2;
                }

                apart |= level.Length > 0 && level == otherLevel;
            }
        }

        return apart ? -3 : 0;
    }
}
