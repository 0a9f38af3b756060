using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using BienNien.Knowledge;

namespace BienNien.Reconciling.Linking;

/// <summary>Bodies: full names with the unit that a bare tier stands for; one that is renamed stays, one that is split or merged ends.</summary>
internal sealed class BodyLikeness : Likeness
{
    // At the end of a name these leave open which unit is meant: “UBND tỉnh”.
    private static readonly string[] _tiers = ["tỉnh", "thành phố", "huyện", "thị xã", "quận", "châu", "phủ", "xã", "phường", "thị trấn", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Quận ủy", "Tỉnh bộ", "Tỉnh đoàn", "Huyện đoàn", "Tỉnh đội", "Huyện đội"];

    // Too many bodies have these for all of them to hang together.
    private static readonly string[] _lowTiers = ["xã", "phường", "thị trấn"];

    private readonly FrozenDictionary<string, string> _abbreviations;
    private readonly FrozenDictionary<string, string> _known;
    private readonly ImmutableArray<string> _tierForms = [.. _tiers.Select(NameForms.Exact)];
    private readonly FrozenSet<string> _lowForms = _lowTiers.Select(NameForms.Exact).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _provinces = DataTable.Load("places-provinces").Column("name").Select(NameForms.Exact).ToFrozenSet(StringComparer.Ordinal);

    // Every province has one of these, and its documents do not say whose it is.
    private readonly ImmutableArray<string> _ofProvinces = [.. new[] { "Sở", "Ty", "Cục", "Chi cục", "Nhà", "Trường", "Đài", "Báo", "Bảo tàng", "Thư viện", "Công an" }.Select(static head => NameForms.Exact(head) + " ")];
    private readonly string _province = " " + NameForms.Exact("tỉnh") + " ";

    internal BodyLikeness()
    {
        DataTable abbreviations = DataTable.Load("body-abbreviations");
        _abbreviations = abbreviations.Column("word").Zip(abbreviations.Column("full")).ToFrozenDictionary(static row => row.First, static row => row.Second, StringComparer.Ordinal);
        DataTable known = DataTable.Load("orgs-known");
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        foreach ((string name, string id) in known.Column("name").Zip(known.Column("id")))
        {
            ids.TryAdd(NameForms.Exact(name), id);
        }

        _known = ids.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    internal override string Kind => "body";

    /// <inheritdoc/>
    internal override string SlugOf(LocalEntity entity) => NameForms.Slug(Settled(NameOf(entity)));

    /// <inheritdoc/>
    internal override string KeyOfSlug(string slug) => "body/" + NameForms.LevelY(slug);

    /// <inheritdoc/>
    internal override string SlugOfName(string name) => NameForms.Slug(Settled(name));

    /// <inheritdoc/>
    internal override string FormOfName(string name) => NameForms.Exact(Settled(name));

    /// <inheritdoc/>
    internal override string DisplayOf(LocalEntity entity) => entity.Traits.Full.Length > 0 ? entity.Traits.Full : NameOf(entity);

    /// <inheritdoc/>
    internal override ImmutableArray<string> KeysOf(LocalEntity entity)
    {
        HashSet<string> keys = new(StringComparer.Ordinal) { KeyOfSlug(SlugOf(entity)) };
        foreach (string form in OtherForms(entity))
        {
            keys.Add(KeyOfSlug(NameForms.Fold(form).Replace(' ', '-')));
        }

        foreach (string name in entity.Traits.Renamed)
        {
            keys.Add(KeyOfSlug(SlugOfName(name)));
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    internal override Profile Describe(LocalEntity entity)
    {
        EntityTraits traits = entity.Traits;
        Profile profile = new() { First = traits.Years.First, Last = traits.Years.Last };
        string main = FormOfName(NameOf(entity));
        profile.IsOpen = IsOpen(NameOf(entity));
        profile.Mains.Add(main);
        profile.Names.Add(main);
        foreach (string form in OtherForms(entity))
        {
            profile.Names.Add(form);
            if (form != main)
            {
                profile.Asides.Add(form);
            }
        }

        foreach (string name in traits.Renamed)
        {
            string form = FormOfName(name);
            profile.Names.Add(form);
            profile.Renamed.Add(form);
        }

        if (TraitDate.Of(traits.Begun) is { } founded)
        {
            profile.Begun.Add(founded);
        }

        foreach (string place in traits.In)
        {
            profile.In.Add((BareNames.TypeOf(place).Level, NameForms.Folded(BareNames.Of(place))));
        }

        foreach (string beside in traits.Beside)
        {
            profile.Beside.Add(NameForms.Folded(beside));
        }

        return profile;
    }

    /// <inheritdoc/>
    internal override bool ShareName(Profile a, Profile b) => Profile.Shared(a.Mains, b.Mains) > 0 || a.OwnsMainOf(b) || b.OwnsMainOf(a) || a.WasRenamed(b) || b.WasRenamed(a);

    /// <inheritdoc/>
    internal override double Weigh(Profile a, Profile b)
    {
        double score = Profile.Shared(a.Mains, b.Mains) > 0 ? 1.2
            : a.WasRenamed(b) || b.WasRenamed(a) ? 2
            : a.OwnsMainOf(b) || b.OwnsMainOf(a) ? (a.IsOpen || b.IsOpen ? -0.3 : 0.8)
            : a.SharesFolded(b) ? -0.2
            : Never;
        if (double.IsNegativeInfinity(score))
        {
            return Never;
        }

        bool within = false;
        bool apart = false;
        foreach ((string level, string name) in a.In)
        {
            foreach ((string otherLevel, string otherName) in b.In)
            {
                within |= name == otherName;
                apart |= level.Length > 0 && level == otherLevel && name != otherName;
            }
        }

        score += within ? 0.8 : apart ? -2 : 0;
        return score + Math.Min(Profile.Shared(a.Beside, b.Beside) * 0.5, 1.5);
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Marks(Profile profile)
    {
        foreach ((_, string name) in profile.In.Order())
        {
            yield return name.Replace(' ', '-');
        }

        foreach (TraitDate date in profile.Begun.OrderBy(static date => date.Year))
        {
            yield return date.Year.ToString(CultureInfo.InvariantCulture);
        }
    }

    // With the unit that a bare tier at its end stands for in the document.
    private string NameOf(LocalEntity entity)
    {
        string name = entity.Traits.Full.Length > 0 ? entity.Traits.Full : entity.Name;
        return entity.Traits.In is [{ } unit, ..] && IsOpen(name) ? $"{name} {BareNames.Of(unit)}" : name;
    }

    // “UBND tỉnh”, but not “chi bộ Long Châu”.
    private bool IsOpen(string name) => EndsOpen(FormOfName(name)) && (!name.Any(char.IsLower) || char.IsLower(name[name.LastIndexOf(' ') + 1]));

    private bool EndsOpen(string form) => _tierForms.Any(tier => form.EndsWith(tier, StringComparison.Ordinal) && (form.Length == tier.Length || form[^(tier.Length + 1)] == ' '));

    // Other full names; an abbreviation of two or three letters stands for many bodies.
    private IEnumerable<string> OtherForms(LocalEntity entity)
    {
        string main = FormOfName(NameOf(entity));
        foreach (string name in entity.Names.Skip(1))
        {
            string form = FormOfName(name);
            if (NameForms.Count(form) > 1 && !IsOpen(name))
            {
                yield return form;
            }
        }

        if (HeadOf(main) is { } head)
        {
            yield return head;
        }

        // “Sở Nông nghiệp Thái Bình” is “Sở Nông nghiệp” where no other province comes in.
        if (WithoutProvince(main) is { } bare)
        {
            yield return bare;
        }

        // “Đảng bộ tỉnh Cao Bằng” is “Đảng bộ Cao Bằng”, too.
        if (main.IndexOf(_province, StringComparison.Ordinal) is > 0 and int at)
        {
            yield return string.Concat(main.AsSpan(0, at), main.AsSpan(at + _province.Length - 1));
        }
    }

    // The name up to its tier, where a unit follows: what other documents may call it.
    private string? HeadOf(string form)
    {
        int end = -1;
        foreach (string tier in _tierForms)
        {
            int at = form.StartsWith(tier + " ", StringComparison.Ordinal) ? 0 : form.LastIndexOf(" " + tier + " ", StringComparison.Ordinal) + 1;
            bool found = at > 0 || form.StartsWith(tier + " ", StringComparison.Ordinal);
            if (found && !_lowForms.Contains(tier))
            {
                end = Math.Max(end, at + tier.Length);
            }
        }

        return end > 0 ? form[..end] : null;
    }

    private string? WithoutProvince(string form)
    {
        int words = NameForms.Count(form);
        int at = form.Length;
        for (int taken = 1; taken <= 3 && words - taken > 1; taken++)
        {
            at = form.LastIndexOf(' ', at - 1);
            if (taken > 1 && _provinces.Contains(form[(at + 1)..]))
            {
                string bare = form.AsSpan(0, at).EndsWith(_province.AsSpan()[..^1], StringComparison.Ordinal) ? form[..(at - _province.Length + 1)] : form[..at];
                return EndsOpen(bare) || !_ofProvinces.Any(head => bare.StartsWith(head, StringComparison.Ordinal)) ? null : bare;
            }
        }

        return null;
    }

    // A known body by its usual name, abbreviations as they are read.
    private string Settled(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = _abbreviations.GetValueOrDefault(words[i], words[i]);
        }

        // A committee goes on when it is no more provisional.
        string full = WithoutProvisional(string.Join(' ', words));
        return _known.GetValueOrDefault(NameForms.Exact(full), full);
    }

    private static string WithoutProvisional(string name)
    {
        foreach (string words in (ReadOnlySpan<string>)["ủy lâm thời", "uỷ lâm thời"])
        {
            int at = name.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                return name.Remove(at + 2, words.Length - 2);
            }
        }

        return name;
    }
}
