using System.CommandLine;
using BienNien.Cli.Hosting;
using BienNien.Rules;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace BienNien.Cli.Commands;

/// <summary><c>rules [ID]</c></summary>
internal static class RulesCommand
{
    internal static Command Create(Session session)
    {
        Argument<string?> id = new("ID") { Description = session.Texts.RuleArgument, Arity = ArgumentArity.ZeroOrOne };
        DescribedCommand command = new("rules", session.Texts.Rules, "biennien rules", "biennien rules TIM001") { id };
        command.SetAction((parsed, _) => Task.FromResult(Run(session, parsed.GetValue(id))));
        return command;
    }

    private static int Run(Session session, string? asked)
    {
        if (asked is null)
        {
            Table table = new Table { Border = TableBorder.Simple }
                .AddColumn(new TableColumn(session.Texts.Rule).NoWrap()).AddColumn("").AddColumn(session.Texts.What);
            foreach (RulePage page in RulePage.LoadAll())
            {
                table.AddRow(new Cell(page.Id.ToString()), new Cell(page.Name), new Cell(page.Title));
            }

            session.Console.Write(table);
            return ExitCode.Clean;
        }

        if (RuleId.TryParse(asked, out RuleId id) && RulePage.LoadAll().FirstOrDefault(page => page.Id == id) is { } found)
        {
            session.Output.Write(found.Markdown);
            return ExitCode.Clean;
        }

        session.Report(new Problem("", 0, Problem.UnknownRule, asked));
        return ExitCode.CouldNotRun;
    }
}
