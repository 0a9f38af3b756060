using System.Collections.Immutable;
using BienNien.Evaluating;
using BienNien.Reading;
using BienNien.Relating;
using Shouldly;

namespace BienNien.Tests.Gold;

/// <summary>What is reached on annotated documents is not lost again.</summary>
public sealed class GoldFloorTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    // Strict F1 and value accuracy, in thousandths, a little below what was reached. The figures only rise: whoever reaches more, raises them.
    private static readonly ImmutableArray<(string Kind, int StrictF1, int Value)> _floors =
    [
        ("TIME", 990, 990),
        ("QUANTITY", 985, 990),
        ("PERSON", 980, 980),
        ("PLACE", 985, 0),
        ("ORG", 975, 0),
        ("DOCREF", 960, 900),
        ("ALIAS", 880, 0),
        ("RENAMED", 870, 0),
        ("AWARD", 990, 0),
        ("QUOTE", 780, 0),
        ("EVENT", 240, 925),
        ("ISSUE", 300, 850),
    ];

    [GoldFact]
    public void Scores_on_gold_stay_above_their_floors()
    {
        List<string> below = [];
        ImmutableDictionary<string, KindScore> scores = Score();
        foreach ((string kind, int strict, int value) in _floors)
        {
            KindScore score = scores[kind];
            if (score.F1 * 1000 < strict || (score.ValueAccuracy ?? 1) * 1000 < value)
            {
                below.Add($"{kind}: strict F1 {score.F1:0.000} (floor {strict}), value {score.ValueAccuracy:0.000} (floor {value})");
            }
        }

        below.ShouldBeEmpty();
    }

    private ImmutableDictionary<string, KindScore> Score()
    {
        Dictionary<string, KindScore> scores = Scorer.Kinds.ToDictionary(kind => kind, _ => default(KindScore), StringComparer.Ordinal);
        foreach (string path in Directory.GetFiles(GoldFactAttribute.Folder!, "*.jsonl").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(path) + ".txt";
            byte[] bytes = File.ReadAllBytes(Path.Combine(GoldFactAttribute.Folder!, "..", "corpus", name));
            ReadResult.Read read = fixture.Engine.Reader.Read(name, bytes, ReadOptions.Default).ShouldBeOfType<ReadResult.Read>();
            DocumentAnalysis analysis = fixture.Engine.Analyze(read.Document);
            ImmutableArray<Annotation> gold = Annotation.ReadAll(File.ReadAllText(path));
            ImmutableArray<Annotation> predicted = [.. Annotation.Of(analysis), .. Annotation.Of(read.Document, fixture.Engine.Checker.Check(analysis))];
            foreach (string kind in Scorer.Kinds)
            {
                scores[kind] += Scorer.Score(kind, gold, predicted).Score;
            }
        }

        return scores.ToImmutableDictionary();
    }
}

/// <summary>A test on annotated documents, which are no part of the project: skipped where they are not beside it.</summary>
public sealed class GoldFactAttribute : FactAttribute
{
    public GoldFactAttribute()
    {
        if (Folder is null)
        {
            Skip = "the annotated documents (gold/ and corpus/) are not beside the project";
        }
    }

    /// <summary>The folder of gold files, in a folder beside the project; null when there is none.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "BienNien.slnx")) && at.Parent is { } parent)
            {
                return parent.EnumerateDirectories().Select(folder => Path.Combine(folder.FullName, "gold"))
                    .FirstOrDefault(folder => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.jsonl").Any());
            }
        }

        return null;
    }
}
