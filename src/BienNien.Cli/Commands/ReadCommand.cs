using System.CommandLine;
using System.Text.Json;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
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
                JsonLines.Write(session.Output, document.Blocks, (json, block) => WriteBlock(json, document, block));
            }
            else
            {
                // Nothing is added: places count in exactly these characters.
                session.Output.Write(document.Text);
            }
        }

        return Inputs.ExitCodeOf(session, count);
    }

    private static void WriteBlock(Utf8JsonWriter json, Document document, Block block)
    {
        json.WriteStartObject();
        json.WriteString("kind", block.Kind.ToString());
        json.WriteNumber("level", block.Level);
        json.WriteNumber("start", block.Span.Start);
        json.WriteNumber("end", block.Span.End);
        json.WriteNumber("line", document.LineOf(block.Span.Start));
        if (document.PageOf(block.Span.Start) is int page)
        {
            json.WriteNumber("page", page);
        }

        if (block.Parts.Length > 1)
        {
            json.WriteStartArray("parts");
            foreach (TextSpan part in block.Parts)
            {
                json.WriteStartArray();
                json.WriteNumberValue(part.Start);
                json.WriteNumberValue(part.End);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        if (block.Cell is { } cell)
        {
            json.WriteStartObject("cell");
            json.WriteNumber("table", cell.Table);
            json.WriteNumber("row", cell.Row);
            json.WriteNumber("column", cell.Column);
            json.WriteBoolean("header", cell.IsHeader);
            json.WriteEndObject();
        }

        json.WriteString("text", string.Join(' ', block.Parts.Select(document.Surface)));
        json.WriteEndObject();
    }
}
