using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using BienNien.Knowledge;

namespace BienNien.Reconciling.Linking;

/// <summary>Persons: one name is one person unless dates, native places or lifetimes exclude each other; near spellings need traits that agree.</summary>
internal sealed class PersonLikeness : Likeness
{
    /// <summary>Nobody is seen acting for longer than this.</summary>
    private const int LongestCareer = 62;
    private const int YoungestActor = 7;
    private const int Oldest = 105;
    private const int MostCompared = 8;
    private const int MostDecades = 3;

    private static readonly string[] _modern =
    [
        "dong chi", "bi thu", "pho bi thu", "chu tich", "pho chu tich", "giam doc", "pho giam doc", "tieu doi", "trung doi", "dai doi", "tieu doan", "trung doan", "su doan", "thieu uy", "trung uy",
        "thuong uy", "dai uy", "thieu ta", "trung ta", "thuong ta", "dai ta", "thieu tuong", "trung tuong", "thuong tuong", "dai tuong", "uy vien", "truong ban", "pho truong ban", "truong phong", "chinh uy", "chinh tri vien",
    ];

    private static readonly string[] _old =
    [
        "cu nhan", "tu tai", "pho bang", "hoang giap", "tham hoa", "bang nhan", "trang nguyen", "huong cong", "sinh do", "dinh nguyen", "ong nghe", "cu nghe", "tri huyen", "tri phu", "tong doc", "tuan phu", "an sat", "bo chinh", "bo chanh",
        "de doc", "lanh binh", "doc binh", "tan tuong", "tan ly", "doc hoc", "huan dao", "giao thu", "tri chau", "chanh tong", "ly truong",
    ];

    private static readonly FrozenSet<string> _commonMiddles = new[] { "van", "thi" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> _commonSurnames = new[] { "nguyen", "tran", "le", "pham", "hoang", "huynh" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] _placeOpenings = ["tinh ", "huyen ", "xa ", "thi xa ", "thanh pho ", "phuong ", "quan ", "thi tran ", "lang ", "thon ", "chau ", "phu ", "tong ", "ban ", "song ", "cau ", "don "];

    private readonly FrozenSet<string> _forms;
    private readonly FrozenSet<string> _court;

    internal PersonLikeness()
    {
        DataTable titles = DataTable.Load("person-titles");
        ILookup<string, string> byCategory = titles.Column("title").Zip(titles.Column("category")).ToLookup(static row => row.Second, static row => NameForms.Folded(row.First), StringComparer.Ordinal);
        _forms = byCategory["address"].ToFrozenSet(StringComparer.Ordinal);
        _court = byCategory["court"].ToFrozenSet(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    internal override string Kind => "person";

    /// <inheritdoc/>
    internal override double NotApart => -0.95;

    /// <inheritdoc/>
    internal override string SlugOf(LocalEntity entity) => NameForms.Slug(entity.Name);

    /// <inheritdoc/>
    internal override string KeyOfSlug(string slug) => "person/" + NameForms.Skeleton(slug.Replace('-', ' '));

    /// <inheritdoc/>
    internal override string NearForm(string main) => NameForms.Skeleton(NameForms.Fold(main));

    /// <inheritdoc/>
    internal override ImmutableArray<string> KeysOf(LocalEntity entity)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (string name in OwnNames(entity))
        {
            keys.Add(KeyOfSlug(NameForms.Slug(name)));
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    internal override Profile Describe(LocalEntity entity)
    {
        EntityTraits traits = entity.Traits;
        Profile profile = new() { First = traits.Years.First, Last = traits.Years.Last };
        string main = NameForms.Exact(entity.Name);
        profile.Mains.Add(main);
        foreach (string name in OwnNames(entity))
        {
            string form = NameForms.Exact(name);
            profile.Names.Add(form);
            if (form != main)
            {
                profile.Asides.Add(form);
            }
        }

        if (TraitDate.Of(traits.Begun) is { } born)
        {
            profile.Begun.Add(born);
        }

        if (TraitDate.Of(traits.Ended) is { } died)
        {
            profile.Ended.Add(died);
        }

        if (profile.Begun.Any(born => profile.Ended.Any(died => died.Year < born.Year)))
        {
            // One of the two is read wrongly, as a year of the sixty-year cycle may be.
            profile.Begun.Clear();
        }

        if (profile.Begun.Count > 0 && profile.First != 0)
        {
            // What is said to have happened in his childhood did not happen to him, or is his birth.
            int grown = profile.Begun.First().Year + YoungestActor;
            (profile.First, profile.Last) = profile.Last < grown ? (0, 0) : (Math.Max(profile.First, grown), profile.Last);
        }

        foreach (string place in traits.In)
        {
            profile.In.Add((BareNames.TypeOf(place).Level, NameForms.Folded(BareNames.Of(place))));
        }

        foreach (string beside in traits.Beside)
        {
            profile.Beside.Add(NameForms.Folded(beside));
        }

        foreach (string around in traits.Around)
        {
            profile.Around.Add(NameForms.Folded(around));
        }

        foreach (string office in traits.Offices)
        {
            string folded = NameForms.Folded(office);
            profile.Signs |= SignsOf(office, folded);
            if (!_forms.Contains(folded))
            {
                profile.Offices.Add(folded);
            }
        }

        string[] words = NameForms.Folded(entity.Name).Split(' ');
        profile.Signs |= words.Length > 2 && words[1] == "thi" ? PersonSigns.Woman : PersonSigns.None;
        return profile;
    }

    /// <inheritdoc/>
    internal override bool ShareName(Profile a, Profile b) => Profile.Shared(a.Mains, b.Mains) > 0 || a.OwnsMainOf(b) || b.OwnsMainOf(a);

    /// <inheritdoc/>
    internal override double Weigh(Profile a, Profile b)
    {
        double score = Names(a, b);
        if (double.IsNegativeInfinity(score) || Contrary(a.Signs, b.Signs, PersonSigns.Man, PersonSigns.Woman))
        {
            return Never;
        }

        score += Lives(a, b);
        score += NativePlaces(a, b);
        double offices = Weight(a.Offices, b.Offices, OfficeWeight) is > 0 and var shared ? shared : NearOffices(a.Offices, b.Offices);
        double company = Weight(a.Beside, b.Beside, CompanyWeight);
        score += Math.Min(offices, 2);
        score += Math.Min(company, 2.5);
        score += Math.Min(0.2 * (Profile.Shared(a.Around, b.Around) + Profile.Shared(a.Around, b.Beside) + Profile.Shared(a.Beside, b.Around)), 0.4);
        if (Contrary(a.Signs, b.Signs, PersonSigns.Old, PersonSigns.Modern))
        {
            score -= 2;
        }

        // Both are well described, and nothing is common.
        bool strangers = offices == 0 && company == 0 && a.Beside.Count > 2 && b.Beside.Count > 2 && a.Offices.Count > 0 && b.Offices.Count > 0;
        return score - (strangers ? 0.5 : 0);
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Tokens(Profile profile)
    {
        foreach (string token in base.Tokens(profile))
        {
            yield return token;
        }

        for (int decade = profile.First / 10; profile.First != 0 && decade <= Math.Min(profile.Last / 10, (profile.First / 10) + MostDecades); decade++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"y{decade}");
        }
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Marks(Profile profile)
    {
        foreach (TraitDate date in profile.Begun.OrderBy(static date => date.Year))
        {
            yield return date.Year.ToString(CultureInfo.InvariantCulture);
        }

        foreach (TraitDate date in profile.Ended.OrderBy(static date => date.Year))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"d{date.Year}");
        }

        foreach ((_, string name) in profile.In.Order())
        {
            yield return name.Replace(' ', '-');
        }

        foreach (string office in profile.Offices.Order(StringComparer.Ordinal))
        {
            yield return office.Replace(' ', '-');
        }

        if (profile.First != 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"y{profile.First}");
        }
    }

    // Names that stand for him alone: not a given name, not the end of the full name.
    private static IEnumerable<string> OwnNames(LocalEntity entity)
    {
        yield return entity.Name;
        string main = " " + NameForms.Folded(entity.Name);
        foreach (string name in entity.Names.Skip(1))
        {
            string folded = NameForms.Folded(name);
            if (NameForms.Count(folded) > 1 && !main.EndsWith(" " + folded, StringComparison.Ordinal))
            {
                yield return name;
            }
        }
    }

    private static double Names(Profile a, Profile b)
    {
        if (Profile.Shared(a.Mains, b.Mains) > 0)
        {
            string shared = a.Mains.Where(b.Mains.Contains).Min(StringComparer.Ordinal)!;
            return NameForms.Count(shared) > 1 ? 0.8 + (0.35 * Rarity(NameForms.Fold(shared))) : -0.5;
        }

        if (a.OwnsMainOf(b) || b.OwnsMainOf(a))
        {
            return 1;
        }

        double best = Never;
        foreach (string one in a.Mains)
        {
            foreach (string other in b.Mains)
            {
                best = Math.Max(best, Spelling(one, other));
            }
        }

        return best + (Profile.Shared(a.Asides, b.Asides) > 0 ? 1.5 : 0);
    }

    // What is rare is hardly two persons with nearly one name; “Văn” and “Thị” stand in every other name.
    private static double Spelling(string one, string other)
    {
        (string first, string second) = (NameForms.Fold(one), NameForms.Fold(other));
        string[] words = first.Split(' ');
        if (words.Length < 2 || NameForms.Skeleton(first) != NameForms.Skeleton(second))
        {
            return Never;
        }

        return Rarity(first) - 0.7 - (first == second ? 0 : 0.2);
    }

    // 0 for “Nguyễn Văn An”, 1.1 for “Lại Đình Thược”: how unlikely it is that two persons have it.
    private static double Rarity(string folded)
    {
        string[] words = folded.Split(' ');
        return (words.Length > 3 || (words.Length == 3 && !_commonMiddles.Contains(words[1])) ? 0.7 : 0) + (_commonSurnames.Contains(words[0]) ? 0 : 0.4);
    }

    private static double Lives(Profile a, Profile b)
    {
        DateFit births = TraitDate.Fit(a.Begun, b.Begun);
        double score = births switch { DateFit.Same => 2.5, DateFit.Slip => -0.9, DateFit.Apart => Never, _ => 0 };

        // Of one year of birth, they are one of whose death sources disagree.
        score += TraitDate.Fit(a.Ended, b.Ended) switch { DateFit.Same => 2.5, DateFit.Slip => -0.8, DateFit.Apart => births == DateFit.Same ? -3 : -4, _ => 0 };
        return score + Excludes(a, b) + Excludes(b, a) + Careers(a, b);
    }

    // The one was dead before the other was born, or acts as a child or at a hundred years and more.
    private static double Excludes(Profile one, Profile other)
    {
        double score = 0;
        foreach (TraitDate born in one.Begun)
        {
            score += other.Ended.Any(died => died.Year < born.Year + YoungestActor) || (other.First != 0 && other.First > born.Year + Oldest) ? Never
                : other.First == 0 || other.First >= born.Year + YoungestActor ? 0
                : Math.Abs(other.First - born.Year) <= 1 ? 0.5 : -4;
        }

        foreach (TraitDate died in one.Ended)
        {
            score += other.Begun.Any(born => died.Year - born.Year > Oldest) ? Never
                : other.First > died.Year + 1 ? (other.First > died.Year + 20 ? -2.5 : -0.6) : other.First != 0 && other.First < died.Year - Oldest ? -4 : 0;
        }

        return score;
    }

    private static double Careers(Profile a, Profile b)
    {
        if (a.First == 0 || b.First == 0)
        {
            return 0;
        }

        int gap = Math.Max(a.First, b.First) - Math.Min(a.Last, b.Last);
        return gap > LongestCareer ? -4 : gap > 40 ? -1.2 : gap <= 1 ? 0.5 : gap <= 12 ? 0.3 : 0;
    }

    private static double NativePlaces(Profile a, Profile b)
    {
        if (a.In.Count == 0 || b.In.Count == 0)
        {
            return 0;
        }

        double apart = 0;
        foreach ((string level, string name) in a.In)
        {
            foreach ((string otherLevel, string otherName) in b.In)
            {
                if (name == otherName)
                {
                    return 1.6;
                }

                if (level == otherLevel)
                {
                    apart = Math.Min(apart, level switch { "province" => -2, "district" => -1.6, "commune" => -1.1, _ => 0 });
                }
            }
        }

        return apart;
    }

    private static double Weight(HashSet<string> some, HashSet<string> others, Func<string, double> weight)
    {
        (HashSet<string> few, HashSet<string> many) = some.Count <= others.Count ? (some, others) : (others, some);
        return few.Where(many.Contains).Order(StringComparer.Ordinal).Sum(weight);
    }

    // Every body has a chairman: with no body beside it an office says little.
    private static double OfficeWeight(string office) => NameForms.Count(office) > 2 ? 1 : 0.4;

    // “giám đốc” and “giám đốc sở”.
    private static double NearOffices(HashSet<string> some, HashSet<string> others) =>
        some.Count <= MostCompared && others.Count <= MostCompared
            && some.Any(one => others.Any(other => one.StartsWith(other + " ", StringComparison.Ordinal) || other.StartsWith(one + " ", StringComparison.Ordinal))) ? 0.4 : 0;

    // A place meets many, a person or body few.
    private static double CompanyWeight(string beside) => _placeOpenings.Any(opening => beside.StartsWith(opening, StringComparison.Ordinal)) || NameForms.Count(beside) < 3 ? 0.5 : 0.9;

    private static bool Contrary(PersonSigns a, PersonSigns b, PersonSigns one, PersonSigns other)
    {
        PersonSigns both = one | other;
        return ((a & both) == one && (b & both) == other) || ((a & both) == other && (b & both) == one);
    }

    private PersonSigns SignsOf(string written, string title)
    {
        PersonSigns signs = written.ToLowerInvariant() switch
        {
            "bà" or "chị" or "cô" or "mẹ" or "nữ đồng chí" => PersonSigns.Woman,
            "ông" or "anh" => PersonSigns.Man,
            _ => PersonSigns.None,
        };
        signs |= _court.Contains(title) || Opens(title, _old) ? PersonSigns.Old : PersonSigns.None;
        return signs | (Opens(title, _modern) ? PersonSigns.Modern : PersonSigns.None);
    }

    private static bool Opens(string title, string[] words) =>
        Array.Exists(words, word => title.StartsWith(word, StringComparison.Ordinal) && (title.Length == word.Length || title[word.Length] == ' '));
}
