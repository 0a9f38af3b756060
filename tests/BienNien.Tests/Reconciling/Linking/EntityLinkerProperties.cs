using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace BienNien.Tests.Reconciling.Linking;

/// <summary>What holds of linking whatever the documents say.</summary>
public sealed class EntityLinkerProperties
{
    private const int Runs = 300;

    private static readonly string[] _persons = ["Nguyễn Văn Hòa", "Nguyễn Văn Hóa", "NGUYỄN VĂN HOÀ", "Lê Đoàn Chu", "Lê Đoàn Trù", "Hai Liên", "Nông Thị Mơ", "Khiêm"];
    private static readonly string[] _bodies = ["UBND tỉnh", "Ủy ban nhân dân tỉnh Cao Bằng", "Sở Nông nghiệp", "Sở Nông nghiệp Cao Bằng", "Ty Nông nghiệp", "chi bộ Nà Sẳm"];
    private static readonly string[] _beside = ["Lê Đoàn Chu", "chi bộ Nà Sẳm", "xã Tân Tiến", "huyện Hòa An"];
    private static readonly string[] _dates = ["", "", "1904", "1906", "1904-06-01", "1934", "1885"];

    private static readonly (string Name, string Level)[] _places =
        [("xã Tân Tiến", "commune"), ("Tân Tiến", "other"), ("Tân Tiến", "commune"), ("cầu Tân Tiến", "site"), ("huyện Hòa An", "district"), ("châu Hòa An", "district"), ("xã Tân Tiên", "commune")];

    private static readonly (string Type, string Number)[] _papers =
        [("Quyết định", "328/QĐ-UB"), ("Quyết định", "382/QĐ-UB"), ("Quyết định", "328"), ("Quyết định", "12/QĐ-UB"), ("Kế hoạch", "12/QĐ-UB")];

    private static Gen<T[]> Some<T>(T[] from, int most) => Gen.Choose(0, most).SelectMany(count => Gen.ArrayOf(Gen.Elements(from), count));

    private static readonly Gen<FiledEntity> _members =
        from kind in Gen.Elements(EntityKind.Person, EntityKind.Person, EntityKind.Place, EntityKind.Organisation, EntityKind.Paper)
        from pick in Gen.Choose(0, 1000)
        from alias in Some(_persons, 1)
        from begun in Gen.Elements(_dates)
        from year in Gen.Elements(0, 0, 1885, 1930, 1952)
        from within in Some(["huyện Hòa An", "huyện Văn Lãng", "Cao Bằng"], 1)
        from beside in Some(_beside, 3)
        from renamed in Some(["Sở Nông nghiệp", "xã Tân Tiến", "Hòa An"], 1)
        from document in Gen.Choose(1, 12)
        let traits = EntityTraits.None with
        {
            Begun = begun,
            Years = (year, year),
            In = [.. within],
            Beside = [.. beside.Distinct().Order(StringComparer.Ordinal)],
            Renamed = kind is EntityKind.Place or EntityKind.Organisation ? [.. renamed] : [],
        }
        select kind switch
        {
            EntityKind.Person => Filed.Of(document, 0, kind, _persons[pick % _persons.Length], traits, [.. alias.Where(name => name != _persons[pick % _persons.Length])]),
            EntityKind.Place => Filed.Of(document, 0, kind, _places[pick % _places.Length].Name, traits with { Type = _places[pick % _places.Length].Level }),
            EntityKind.Organisation => Filed.Of(document, 0, kind, _bodies[pick % _bodies.Length], traits),
            _ => Filed.Of(document, 0, kind, $"{_papers[pick % _papers.Length].Type} {_papers[pick % _papers.Length].Number}", traits with { Type = _papers[pick % _papers.Length].Type, Number = _papers[pick % _papers.Length].Number }),
        };

    // Local places are numbers, so that every member is another one.
    private static readonly Gen<FiledEntity[]> _libraries = Gen.Choose(0, 14).SelectMany(static count => Gen.ArrayOf(_members, count)).Select(static members => members.Select(static (member, at) => member with { Local = at }).ToArray());

    [Fact]
    public void The_order_of_members_makes_no_difference() => Seeded.Check(
        from library in _libraries
        from seed in Gen.Choose(0, 1000)
        select (library, seed),
        Runs,
        static sample => Said(Filed.Linker.LinkAll(sample.library, EntityRulings.None)) == Said(Filed.Linker.LinkAll(Shuffled(sample.library, sample.seed), EntityRulings.None)));

    [Fact]
    public void The_numbers_of_documents_make_no_difference() => Seeded.Check(_libraries, Runs, static library =>
        Ids(Filed.Linker.LinkAll(library, EntityRulings.None)) == Ids(Filed.Linker.LinkAll(library.Select(static member => member with { Document = 1000 - (7 * member.Document) }), EntityRulings.None)));

    [Fact]
    public void Twice_is_the_same_as_once() => Seeded.Check(_libraries, Runs, static library =>
        Said(Filed.Linker.LinkAll(library, EntityRulings.None)) == Said(Filed.Linker.LinkAll(library, EntityRulings.None)));

    [Fact]
    public void Each_member_is_in_one_entity_and_each_entity_has_its_own_id() => Seeded.Check(_libraries, Runs, static library =>
    {
        ImmutableArray<LinkedEntity> linked = Filed.Linker.LinkAll(library, EntityRulings.None);
        return linked.SelectMany(static entity => entity.Links.Select(static link => link.Local)).Order().SequenceEqual(Enumerable.Range(0, library.Length))
            && linked.Select(static entity => entity.Id).Distinct(StringComparer.Ordinal).Count() == linked.Length
            && linked.All(static entity => entity.Links.All(static link => link.Confidence is > 0 and <= 1));
    });

    [Fact]
    public void An_unrelated_document_changes_nothing() => Seeded.Check(_libraries, Runs, static library =>
    {
        FiledEntity stranger = Filed.Of(99, 99, EntityKind.Person, "Phùng Khắc Khoan", null);
        return Said(Filed.Linker.LinkAll(library, EntityRulings.None)) == Said([.. Filed.Linker.LinkAll([.. library, stranger], EntityRulings.None).Where(static entity => entity.Id != "person/phung-khac-khoan")]);
    });

    [Fact]
    public void What_no_chain_of_keys_joins_is_never_one() => Seeded.Check(_libraries, Runs, static library =>
        Filed.Linker.LinkAll(library, EntityRulings.None).All(entity => HangTogether([.. entity.Links.Select(link => library[link.Local])], library)));

    [Fact]
    public void Same_members_in_one_component_or_alone_have_the_same_kind() => Seeded.Check(_libraries, Runs, static library =>
        Filed.Linker.LinkAll(library, EntityRulings.None).All(entity => entity.Links.All(link => library[link.Local].Entity.Kind == entity.Kind)));

    [Fact]
    public void What_is_ruled_to_be_different_is_never_one() => Seeded.Check(_libraries, Runs, static library =>
        Filed.Linker.LinkAll(library, new EntityRulings([("Hai Liên", "Nông Thị Mơ")], [("Lê Đoàn Chu", "Lê Đoàn Trù")], []))
            .All(entity => entity.Links.Select(link => library[link.Local].Entity.Name).Intersect(["Lê Đoàn Chu", "Lê Đoàn Trù"]).Count() < 2));

    private static bool HangTogether(FiledEntity[] members, FiledEntity[] library)
    {
        HashSet<string> reached = [.. Filed.Linker.KeysOf(members[0].Entity)];
        for (int before = 0; before != reached.Count;)
        {
            before = reached.Count;
            foreach (FiledEntity member in library.Where(member => Filed.Linker.KeysOf(member.Entity).Any(reached.Contains)))
            {
                reached.UnionWith(Filed.Linker.KeysOf(member.Entity));
            }
        }

        return members.All(member => Filed.Linker.KeysOf(member.Entity).Any(reached.Contains));
    }

    private static FiledEntity[] Shuffled(FiledEntity[] library, int seed)
    {
        // A step that is prime to the length visits all.
        int step = Enumerable.Range(1 + seed, library.Length + 2).FirstOrDefault(candidate => library.Length == 0 || System.Numerics.BigInteger.GreatestCommonDivisor(candidate, library.Length) == 1, 1);
        return [.. library.Select((_, at) => library[(int)(((long)at * step + seed) % library.Length)])];
    }

    private static string Said(ImmutableArray<LinkedEntity> linked) => string.Join('\n', linked.Select(static entity =>
        $"{entity.Id} {entity.Name} [{string.Join(',', entity.Aliases)}] {string.Join(';', entity.Links.Select(static link => $"{link.Document}.{link.Local} {link.Reason} {link.Confidence} {link.Evidence}"))}"));

    private static string Ids(ImmutableArray<LinkedEntity> linked) => string.Join('\n', linked.Select(static entity => $"{entity.Id} {string.Join(',', entity.Links.Select(static link => link.Local).Order())}"));
}
