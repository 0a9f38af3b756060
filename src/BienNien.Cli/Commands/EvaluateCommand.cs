using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Evaluating;
using BienNien.Keeping;
using BienNien.Keeping.Files;
using BienNien.Reading;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Cli.Commands;

/// <summary><c>evaluate GOLD… [--docs FOLDER] [--kinds …] [--misses N] [--format table|json]</c></summary>
internal static class EvaluateCommand
{
    internal static Command Create(Session session)
    {
        Argument<string[]> gold = new("GOLD") { Description = session.Texts.GoldArgument, Arity = ArgumentArity.OneOrMore };
        Option<string?> docs = new("--docs") { Description = session.Texts.DocsOption, HelpName = "FOLDER" };
        Option<string?> kinds = Choices.Kinds(session.Texts, Scorer.Kinds);
        Option<int?> misses = Choices.Number(session.Texts, "--misses", session.Texts.MissesOption);
        Option<string> format = Choices.OneOf(session.Texts, "--format", session.Texts.FormatOption, "table", "json");
        DescribedCommand command = new("evaluate", session.Texts.Evaluate, "biennien evaluate gold/*.jsonl", "biennien evaluate gold/a.jsonl --docs van-ban/ --kinds TIME --misses 20")
        {
            gold, docs, kinds, misses, format,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            session, parsed.GetRequiredValue(gold), parsed.GetValue(docs), Choices.Split(parsed.GetValue(kinds)), parsed.GetValue(misses) ?? 0,
            parsed.GetRequiredValue(format), cancel)));
        return command;
    }

    private static int Run(Session session, string[] golds, string? docs, string[] kinds, int misses, string format, CancellationToken cancel)
    {
        ImmutableArray<string> wanted = kinds.Length == 0 ? Scorer.Kinds : [.. kinds];
        Dictionary<string, KindScore> scores = wanted.ToDictionary(static kind => kind, static _ => default(KindScore), StringComparer.Ordinal);
        Dictionary<(string, MissKind), int> told = [];
        int count = 0;
        foreach (string path in golds)
        {
            if (ReadGold(session, path) is not { } gold || FindDocument(session, path, docs, cancel) is not { } document || !Fits(session, path, gold, document))
            {
                continue;
            }

            count++;
            DocumentAnalysis analysis = session.Engine.Analyze(document);
            ImmutableArray<Annotation> predicted = Annotation.Of(analysis);
            if (wanted.Contains(Annotation.Issue))
            {
                predicted = predicted.AddRange(Annotation.Of(document, session.Engine.Checker.Check(analysis)));
            }

            foreach (string kind in wanted)
            {
                KindResult result = Scorer.Score(kind, gold, predicted);
                scores[kind] += result.Score;
                foreach (Miss miss in result.Misses)
                {
                    int nth = told[(kind, miss.What)] = told.GetValueOrDefault((kind, miss.What)) + 1;
                    if (nth <= misses && format == "table")
                    {
                        Tell(session, document, kind, miss);
                    }
                }
            }
        }

        if (count > 0 && format == "json")
        {
            WriteJson(session, wanted, scores);
        }
        else if (count > 0)
        {
            WriteTable(session, wanted, scores);
        }

        return Inputs.ExitCodeOf(session, count);
    }

    private static ImmutableArray<Annotation>? ReadGold(Session session, string path)
    {
        switch (new FileLoader(session.Terminal.Files, ReadOptions.Default).Load(path))
        {
            case FileResult.Failed failed:
                session.Report(failed.Problem, path);
                return null;
            case FileResult.Loaded loaded:
                try
                {
                    return Annotation.ReadAll(Encoding.UTF8.GetString(loaded.Content.Bytes.Span));
                }
                catch (FormatException e)
                {
                    string[] parts = e.Message.Split(": ", 2);
                    session.Report(new Problem(path, int.Parse(parts[0], CultureInfo.InvariantCulture), Problem.GoldMalformed, parts[1]));
                    return null;
                }

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Document? FindDocument(Session session, string gold, string? docs, CancellationToken cancel)
    {
        string folder = docs ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(gold))!, "..", "corpus");
        string name = Path.GetFileNameWithoutExtension(gold);
        string? file = session.Engine.Reader.Extensions.Select(extension => Path.Combine(folder, name + extension)).FirstOrDefault(File.Exists);
        if (file is null)
        {
            session.Report(new Problem(gold, 0, Problem.GoldWithoutDocument, docs ?? Path.GetFullPath(folder)));
            return null;
        }

        return Inputs.Documents(session, [file], ReadOptions.Default, cancel).FirstOrDefault();
    }

    // Gold of another version of the text would give figures that mean nothing.
    private static bool Fits(Session session, string path, ImmutableArray<Annotation> gold, Document document)
    {
        Annotation? wrong = gold.FirstOrDefault(row => row.Span.Start < 0 || row.Span.Length < 0 || row.Span.End > document.Text.Length
            || (row.Text.Length > 0 && Library.OneLine(document.Surface(row.Span)) != Library.OneLine(row.Text.Normalize())));
        if (wrong is null)
        {
            return true;
        }

        session.Report(new Problem(path, 1 + gold.IndexOf(wrong), Problem.GoldDoesNotFit, wrong.Text, wrong.Span.Start));
        return false;
    }

    private static void Tell(Session session, Document document, string kind, Miss miss)
    {
        Annotation at = (miss.Gold ?? miss.Predicted)!;
        string what = miss.What switch
        {
            MissKind.Missed => session.Texts.Missed,
            MissKind.Spurious => session.Texts.Spurious,
            MissKind.Value => session.Texts.WrongValue,
            _ => session.Texts.WrongExtent,
        };
        string detail = miss.What switch
        {
            MissKind.Value => $"«{Library.OneLine(at.Text)}» {Attributes.Of(miss.Gold!.Attributes)} ≠ {Attributes.Of(miss.Predicted!.Attributes)}",
            MissKind.Extent => $"«{Library.OneLine(miss.Gold!.Text)}» ≠ «{Library.OneLine(miss.Predicted!.Text)}»",
            _ => $"«{Library.OneLine(at.Text)}» {Attributes.Of(at.Attributes)}",
        };
        session.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{document.Name}:{document.LineOf(at.Span.Start)}: {kind} {what}: {detail}"));
    }

    private static void WriteTable(Session session, ImmutableArray<string> kinds, Dictionary<string, KindScore> scores)
    {
        session.Output.WriteLine($"{"kind",-9} {"gold",5} {"pred",5} {"P",6} {"R",6} {"F1",6} {"relF1",6} {"value",6}");
        foreach (string kind in kinds)
        {
            KindScore score = scores[kind];
            if (score.Gold + score.Predicted > 0)
            {
                string value = score.ValueAccuracy is { } share ? share.ToString("0.000", CultureInfo.InvariantCulture) : "–";
                session.Output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind,-9} {score.Gold,5} {score.Predicted,5} {score.Precision,6:0.000} {score.Recall,6:0.000} {score.F1,6:0.000} {score.RelaxedF1,6:0.000} {value,6}"));
            }
        }
    }

    private static void WriteJson(Session session, ImmutableArray<string> kinds, Dictionary<string, KindScore> scores) => JsonLines.WriteWhole(session.Output, json =>
    {
        json.WriteStartObject();
        foreach (string kind in kinds)
        {
            KindScore score = scores[kind];
            json.WriteStartObject(kind);
            json.WriteNumber("gold", score.Gold);
            json.WriteNumber("pred", score.Predicted);
            json.WriteNumber("P", score.Precision);
            json.WriteNumber("R", score.Recall);
            json.WriteNumber("F1", score.F1);
            json.WriteNumber("relF1", score.RelaxedF1);
            if (score.ValueAccuracy is { } value)
            {
                json.WriteNumber("value", value);
            }
            else
            {
                json.WriteNull("value");
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    });
}
