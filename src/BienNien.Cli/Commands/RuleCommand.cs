using System.CommandLine;
using BienNien.Cli.Hosting;

namespace BienNien.Cli.Commands;

internal static class RuleCommand
{
    internal static Command Create(Session session) => new DescribedCommand("rule", session.Texts.RuleCommand, "biennien rule list");
}
