using System.Collections.Immutable;
using BienNien.Reconciling.Reuse;
using BienNien.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace BienNien.Tests.Reconciling.Reuse;

public sealed class ReuseCandidatesTests
{
    // Small libraries with postings around the length at which they turn into stars.
    private static Gen<ImmutableArray<ulong>[]> Libraries =>
        from documents in Gen.Choose(1, 40)
        from hashes in Gen.Choose(1, 12).Select(static most => Enumerable.Range(1, most).Select(static hash => (ulong)hash).ToArray())
        from chosen in Gen.Choose(0, 99).ArrayOf(documents * hashes.Length)
        from share in Gen.Choose(20, 95)
        select Enumerable.Range(0, documents)
            .Select(document => hashes.Where((_, i) => chosen[(document * hashes.Length) + i] < share).ToImmutableArray()).ToArray();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(24, 24 * 23 / 2)]
    [InlineData(25, 24)]
    [InlineData(10_000, 9_999)]
    public void A_posting_proposes_all_pairs_or_those_of_its_first(int documents, int pairs)
    {
        (int A, int B)[] proposed = [.. ReuseCandidates.Proposed([.. Enumerable.Range(0, documents)])];
        proposed.Distinct().Count().ShouldBe(pairs);
        proposed.ShouldAllBe(static pair => pair.A < pair.B);
        if (documents > ReuseCandidates.AllPairsUpTo)
        {
            proposed.ShouldAllBe(static pair => pair.A == 0);
        }
    }

    [Fact]
    public void Pairs_of_a_library_are_those_that_enough_postings_propose() => Seeded.Check(Libraries, 300, static library =>
        ReuseCandidates.Find(library).SequenceEqual(Counted(library)));

    [Fact]
    public void Partners_of_each_document_are_the_pairs_it_is_in() => Seeded.Check(Libraries, 200, static library =>
    {
        (int A, int B)[] pairs = [.. ReuseCandidates.Find(library)];
        return Enumerable.Range(0, library.Length).All(document => Partners(library, document)
            .SequenceEqual(pairs.Where(pair => pair.A == document || pair.B == document).Select(pair => pair.A == document ? pair.B : pair.A).Order()));
    });

    /// <summary>A library that grows document by document, looking again only where a posting is disturbed, has the pairs of one that is read at once.</summary>
    [Fact]
    public void Documents_added_in_any_order_give_the_pairs_of_all_at_once() => Seeded.Check(
        from library in Libraries
        from order in Gen.Shuffle(Enumerable.Range(0, library.Length).ToArray())
        select (library, order),
        200,
        static sample =>
        {
            ImmutableArray<ulong>[] known = [.. sample.library.Select(static _ => ImmutableArray<ulong>.Empty)];
            HashSet<(int, int)> pairs = [];
            foreach (int added in sample.order)
            {
                Dictionary<ulong, int[]> before = sample.library[added].ToDictionary(static hash => hash, hash => Posting(known, hash));
                known[added] = sample.library[added];
                int[] again = [.. before.Select(posting => (Before: posting.Value, After: Posting(known, posting.Key)))
                    .Where(static posting => ReuseCandidates.IsDisturbed(posting.Before, posting.After))
                    .SelectMany(static posting => posting.After).Append(added).Distinct()];
                foreach (int document in again)
                {
                    pairs.RemoveWhere(pair => pair.Item1 == document || pair.Item2 == document);
                    pairs.UnionWith(Partners(known, document).Select(other => (Math.Min(document, other), Math.Max(document, other))));
                }
            }

            return pairs.SetEquals(ReuseCandidates.Find(sample.library));
        });

    [Theory]
    [InlineData(23, 30, false)] // 24 documents: all pairs still
    [InlineData(24, 30, true)] // the 25th makes a star
    [InlineData(25, 30, false)] // one more ray
    [InlineData(25, -1, true)] // another middle
    public void A_posting_is_disturbed_when_its_shape_or_middle_changes(int documents, int added, bool disturbed)
    {
        int[] before = [.. Enumerable.Range(0, documents)];
        int[] after = [.. before.Append(added).Order()];
        ReuseCandidates.IsDisturbed(before, after).ShouldBe(disturbed);
        ReuseCandidates.IsDisturbed(after, before).ShouldBe(disturbed);
    }

    [Fact]
    public void A_formula_of_all_documents_gives_as_many_pairs_as_documents()
    {
        ImmutableArray<ulong>[] library = [.. Enumerable.Repeat<ImmutableArray<ulong>>([1, 2, 3, 4], 5000)];
        ReuseCandidates.Find(library).Count().ShouldBe(4999);
    }

    private static IEnumerable<(int, int)> Counted(ImmutableArray<ulong>[] library) =>
        library.SelectMany(static hashes => hashes).Distinct()
            .SelectMany(hash => ReuseCandidates.Proposed(Posting(library, hash)))
            .GroupBy(static pair => pair).Where(static pair => pair.Count() >= ReuseCandidates.FewestShared).Select(static pair => pair.Key).Order();

    private static ImmutableArray<int> Partners(ImmutableArray<ulong>[] library, int document) =>
        ReuseCandidates.PartnersOf(document, library[document].Select(hash => Posting(library, hash)), Comparer<int>.Default);

    private static int[] Posting(ImmutableArray<ulong>[] library, ulong hash) => [.. Enumerable.Range(0, library.Length).Where(document => library[document].Contains(hash))];
}
