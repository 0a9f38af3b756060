using System.CommandLine;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Reading;
using BienNien.Text;

namespace BienNien.Cli.Commands;

/// <summary><c>read FILE [--blocks]</c></summary>
internal static class ReadCommand
{
    internal static Command Create(Session session)
    {
        Argument<string> file = new("FILE") { Description = session.Texts.FileArgument };
        Option<bool> blocks = new("--blocks") { Description = session.Texts.BlocksOption };
        DescribedCommand command = new("read", session.Texts.Read, "biennien read de-cuong.docx", "biennien read --blocks bao-cao.html | head") { file, blocks };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(session, parsed.GetRequiredValue(file), parsed.GetValue(blocks), cancel)));
        return command;
    }

    private static int Run(Session session, string file, bool blocks, CancellationToken cancel)
    {
        int count = 0;
        foreach (Document document in Inputs.Documents(session, [file], cancel))
        {
            count++;
            if (blocks)
            {
                JsonLines.Write(session.Output, document.Blocks, (json, block) => BlockJson.Write(json, document, block));
            }
            else
            {
                // Nothing is added: places count in exactly these characters.
                session.Output.Write(document.Text);
            }
        }

        return Inputs.ExitCodeOf(session, count);
    }
}
