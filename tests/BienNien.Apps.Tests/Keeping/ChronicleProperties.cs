using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BienNien.Keeping;
using BienNien.Keeping.Chronicling;
using BienNien.Reading;
using BienNien.Reconciling;
using BienNien.Reconciling.Reuse;
using BienNien.Relating;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace BienNien.Apps.Tests.Keeping;

/// <summary>What must hold of a library whatever happens to its documents.</summary>
public sealed class ChronicleProperties
{
    private const int Slots = 6;

    /// <summary>A document comes, changes or goes (null), and then perhaps a build.</summary>
    private sealed record Change(int Slot, string? Text, bool Build);

    private static Gen<Change> Changes =>
        from slot in Gen.Choose(0, Slots - 1)
        from text in Gen.Frequency((4, ChronicleTexts.Documents.Select(static text => (string?)text)), (1, Gen.Constant((string?)null)))
        from build in Gen.Elements(true, true, false)
        select new Change(slot, text, build);

    private static Gen<ImmutableArray<Change>> Histories => Gen.Choose(3, 10).SelectMany(count => Changes.ListOf(count)).Select(static changes => changes.ToImmutableArray());

    private static Gen<Ruling> Rulings =>
        from kind in Gen.Elements("same", "different", "preferred")
        from a in Gen.Elements("Lò Văn Thắm", "Vi Đức Hoan", "Thanh Sơn", "person/nong-thi-may", "xã Trung Hà")
        from b in Gen.Elements("Lò Văn Thấm", "Vi Đức Hoàn", "Đinh Quang Lưu", "Hải Vân", "xã Phúc Lâm")
        select new Ruling(kind, a, kind == "preferred" ? "" : b, kind == "preferred" ? b : "", "sổ gốc", "người biên tập", "2026-05-04T09:00:00Z");

    [Fact]
    public void A_library_built_step_by_step_is_that_built_at_one_go() => Check(Histories, 60, history =>
    {
        using ChronicleFolder folder = new();
        using Library library = folder.Open("a.db");
        foreach (Change change in history)
        {
            Apply(folder, change);
            if (change.Build)
            {
                folder.Build(library);
            }
        }

        folder.Build(library);
        ChronicleFolder.Dump(library).ShouldBe(folder.DumpOfNew("b.db"));
    });

    [Fact]
    public void A_library_says_what_the_reconciler_says_of_the_same_documents() => Check(Histories, 30, history =>
    {
        using ChronicleFolder folder = new();
        using Library library = folder.Open("a.db");
        foreach (Change change in history)
        {
            Apply(folder, change);
        }

        folder.Build(library);
        ImmutableArray<(long Id, DocumentAnalysis Analysis)> documents =
        [
            .. library.Documents().Select(row => (row.Id, ChronicleFolder.Engine.Analyze(
                ((ReadResult.Read)ChronicleFolder.Engine.Reader.Read(row.Name, File.ReadAllBytes(folder[row.Path]), ReadOptions.Default)).Document))),
        ];
        Chronicle expected = ChronicleFolder.Engine.Reconciler.Reconcile(
            documents.Select(static document => (document.Id, ChronicleFolder.Engine.Testify(document.Analysis))), EntityRulings.None,
            documents.ToDictionary(static document => document.Id, static document => ReuseProfiler.Profile(document.Analysis.Tokens)));

        Told(library.ReadChronicle()).ShouldBe(Told(expected));
        library.UnreconciledDocuments().ShouldBe(0);
    });

    [Fact]
    public void A_build_that_is_cut_off_anywhere_goes_on() => Check(Histories.SelectMany(static history => Gen.Choose(0, 12).Select(at => (history, at))), 40, run =>
    {
        using ChronicleFolder folder = new();
        using (Library library = folder.Open("a.db"))
        {
            foreach (Change change in run.history)
            {
                Apply(folder, change);
                if (change.Build)
                {
                    using CancellationTokenSource cut = new();
                    int left = run.at;
                    try
                    {
                        folder.Build(library, cancel: cut.Token, progress: new Told(_ =>
                        {
                            if (left-- == 0)
                            {
                                cut.Cancel();
                            }
                        }));
                    }
                    catch (OperationCanceledException)
                    {
                        // What is left is done by the next.
                    }
                }
            }
        }

        using Library again = folder.Open("a.db");
        folder.Build(again);
        ChronicleFolder.Dump(again).ShouldBe(folder.DumpOfNew("b.db"));
    });

    [Fact]
    public void A_ruling_works_at_once_as_in_a_new_library_and_leaves_nothing_when_it_is_withdrawn() =>
        Check(Histories.SelectMany(static history => Rulings.ListOf(2).Select(rulings => (history, rulings: rulings.ToList()))), 40, run =>
        {
            using ChronicleFolder folder = new();
            using Library library = folder.Open("a.db");
            foreach (Change change in run.history.Take(run.history.Length - 1))
            {
                Apply(folder, change);
            }

            folder.Build(library);
            long[] ids = [.. run.rulings.Select(ruling => library.AddRuling(ruling, ChronicleFolder.Engine))];
            Apply(folder, run.history[^1]);
            folder.Build(library);
            ChronicleFolder.Dump(library).ShouldBe(folder.DumpOfNew("b.db", run.rulings));

            foreach (long id in ids)
            {
                library.WithdrawRuling(id, "nhầm", "người khác", "2026-05-05T09:00:00Z", ChronicleFolder.Engine).ShouldBeTrue();
                library.WithdrawRuling(id, "nhầm", "người khác", "2026-05-05T09:00:00Z", ChronicleFolder.Engine).ShouldBeFalse();
            }

            library.Rulings().ShouldBeEmpty();
            library.Rulings(withdrawn: true).Length.ShouldBe(ids.Length);
            ChronicleFolder.Dump(library).ShouldBe(folder.DumpOfNew("c.db"));
        });

    [Fact]
    public void A_testimony_comes_back_from_its_bytes() => Check(ChronicleTexts.Documents, 200, text =>
    {
        Testimony testimony = TestimonyOf(text);

        string before = JsonSerializer.Serialize(testimony, _whole);
        JsonSerializer.Serialize(TestimonyCodec.Read(TestimonyCodec.Write(testimony)), _whole).ShouldBe(before);
    });

    private static readonly JsonSerializerOptions _whole = new() { IncludeFields = true, Converters = { new StatementWriter() } };

    private static Testimony TestimonyOf(string text) => ChronicleFolder.Engine.Testify(ChronicleFolder.Engine.Analyze(
        ((ReadResult.Read)ChronicleFolder.Engine.Reader.Read("a.txt", System.Text.Encoding.UTF8.GetBytes(text), ReadOptions.Default)).Document));

    private static void Apply(ChronicleFolder folder, Change change)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{change.Slot}.txt");
        if (change.Text is { } text)
        {
            folder.Write(name, text);
        }
        else
        {
            folder.Remove(name);
        }
    }

    private static string Told(Chronicle chronicle) => string.Join('\n',
    [
        .. chronicle.Entities.Select(static entity => $"{entity.Id} {entity.Kind} {entity.Name} [{string.Join(", ", entity.Aliases)}] {string.Join("; ", entity.Links)}"),
        .. chronicle.Events.Select(static told => string.Join("; ", told.Tellings.Select(static telling => $"{telling.Document}:{telling.Ordinal}"))),
        .. chronicle.Judgements.Select(static judgement => judgement.ToString()),
        .. chronicle.Copies.Select(static copy => $"{copy.A} {copy.B} {copy.Passage.A} {copy.Passage.B} {copy.Passage.Similarity} {string.Join("; ", copy.Passage.Edits)}"),
    ]);

    private static void Check<T>(Gen<T> values, int count, Action<T> holds) =>
        global::FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20_260_504UL, 93UL), Prop.ForAll(values.ToArbitrary(), holds));

    // Statements by what they are, not by what they are called.
    private sealed class StatementWriter : System.Text.Json.Serialization.JsonConverter<Statement>
    {
        private static readonly JsonSerializerOptions _options = new() { IncludeFields = true };

        public override Statement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Statement value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value.GetType(), _options);
    }
}
