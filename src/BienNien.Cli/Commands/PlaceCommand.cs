using System.Collections.Immutable;
using System.CommandLine;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Gazetteers;
using BienNien.Telling;
using BienNien.Time;

namespace BienNien.Cli.Commands;

/// <summary><c>place NAME [--on DATE] [--in CONTAINER] [--format table|json]</c></summary>
internal static class PlaceCommand
{
    internal static Command Create(Session session)
    {
        Argument<string[]> name = new("NAME") { Description = session.Texts.PlaceNameArgument, Arity = ArgumentArity.OneOrMore };
        Option<Edtf?> on = Choices.Date(session.Texts, "--on", session.Texts.OnOption);
        Option<string[]> container = new("--in") { Description = session.Texts.InOption, HelpName = session.Texts.NameSlot, AllowMultipleArgumentsPerToken = true };
        Option<string> format = Choices.OneOf(session.Texts, "--format", session.Texts.FormatOption, "table", "json");
        DescribedCommand command = new(
            "place", session.Texts.PlaceCommand,
            "biennien place \"Cao Lạng\"",
            "biennien place xã Trường Hà --in Cao Bằng --on 1977",
            "biennien place phường Dịch Vọng Hậu --on 30/6/2025 --format json") { name, on, container, format };
        command.SetAction((parsed, _) => Task.FromResult(Run(
            session, string.Join(' ', parsed.GetRequiredValue(name)).Trim(), parsed.GetValue(on),
            parsed.GetValue(container) is { Length: > 0 } words ? string.Join(' ', words).Trim() : null, parsed.GetRequiredValue(format))));
        return command;
    }

    private static int Run(Session session, string name, Edtf? on, string? container, string format)
    {
        if (name.Length == 0 || container?.Length == 0)
        {
            string missing = name.Length == 0 ? Session.Fill(session.Texts.MissingArgument, "NAME") : Session.Fill(session.Texts.MissingValue, "--in");
            session.Report(new Problem("", 0, Problem.CommandLine, $"{missing}. {Session.Fill(session.Texts.SeeHelp, "biennien place")}"));
            return ExitCode.CouldNotRun;
        }

        if (container is not null && session.Gazetteer.Find(container).IsEmpty)
        {
            session.Report(new Problem("", 0, Problem.UnknownContainer, WithNearest(session, container)));
            return ExitCode.CouldNotRun;
        }

        PlaceFilter filter = new() { During = on is null ? null : new DayRange(on.Earliest, on.Latest), Within = container };
        ImmutableArray<PlaceUnit> found = session.Gazetteer.Find(name, filter);
        if (format == "json")
        {
            JsonLines.WriteWhole(session.Output, json =>
            {
                json.WriteStartArray();
                foreach (PlaceUnit unit in found)
                {
                    PlaceUnitJson.Write(json, session.Gazetteer, unit, ContainersOf(session.Gazetteer, unit, filter.During));
                }

                json.WriteEndArray();
            });
        }
        else
        {
            foreach (PlaceUnit unit in found)
            {
                PlaceCard.Draw(session, unit, ContainersOf(session.Gazetteer, unit, filter.During));
            }
        }

        if (found.IsEmpty)
        {
            int otherwise = session.Gazetteer.Find(name).Length;
            session.Terminal.Error.WriteLine(otherwise == 0
                ? Session.Fill(session.Texts.NoPlace, WithNearest(session, name))
                : Session.Fill(session.Texts.NoPlaceSo, name, Conditions(session, on, container), otherwise));
        }

        return ExitCode.Clean;
    }

    // A year may have seen more than one: all of its first and last day.
    private static ImmutableArray<PlaceUnit> ContainersOf(Gazetteer gazetteer, PlaceUnit unit, DayRange? during)
    {
        if (during is not { IsBounded: true } days)
        {
            return gazetteer.ContainersOf(unit);
        }

        ImmutableArray<PlaceUnit> then = gazetteer.ContainersOf(unit, days.First);
        return [.. then, .. gazetteer.ContainersOf(unit, days.Last).Except(then)];
    }

    private static string Conditions(Session session, Edtf? on, string? container)
    {
        List<string> conditions = [];
        if (container is not null)
        {
            conditions.Add("--in " + container);
        }

        if (on is not null)
        {
            conditions.Add("--on " + DateWords.Of(on, session.Texts.Language));
        }

        return string.Join(", ", conditions);
    }

    private static string WithNearest(Session session, string name)
    {
        ImmutableArray<string> near = session.Gazetteer.Nearest(name);
        return near.IsEmpty ? $"“{name}”" : $"“{name}”{Session.Fill(session.Texts.NearNames, string.Join(", ", near))}";
    }
}
