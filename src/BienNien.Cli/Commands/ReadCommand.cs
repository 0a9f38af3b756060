using System.CommandLine;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Reading;
using BienNien.Reading.Papers;
using BienNien.Text;

namespace BienNien.Cli.Commands;

/// <summary><c>read FILE [--header] [--blocks] [--damage] [--encoding NAME]</c></summary>
internal static class ReadCommand
{
    private const int MostNames = 50;

    internal static Command Create(Session session)
    {
        Argument<string> file = new("FILE") { Description = session.Texts.FileArgument };
        Option<bool> blocks = new("--blocks") { Description = session.Texts.BlocksOption };
        Option<bool> header = new("--header") { Description = session.Texts.HeaderOption };
        Option<bool> damage = new("--damage") { Description = session.Texts.DamageOption };
        Option<string?> encoding = Choices.Encoding(session.Texts);
        DescribedCommand command = new(
            "read", session.Texts.Read, "biennien read de-cuong.docx", "biennien read --blocks bao-cao.html | head", "biennien read --header cong-van.docx",
            "biennien read --damage ban-quet.pdf", "biennien read \"kho.zip/bao-cao/2020.docx\"") { file, blocks, header, damage, encoding };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            session, parsed.GetRequiredValue(file), new Parts(parsed.GetValue(header), parsed.GetValue(blocks), parsed.GetValue(damage)),
            Choices.Reading(parsed.GetValue(encoding)), cancel)));
        return command;
    }

    private static int Run(Session session, string file, Parts parts, ReadOptions options, CancellationToken cancel)
    {
        int count = 0;
        if (session.Terminal.Files.IsFolder(file))
        {
            foreach (Document document in Inputs.Documents(session, [file], options, cancel))
            {
                count++;
                Write(session, document, parts);
            }

            return Inputs.ExitCodeOf(session, count);
        }

        Document[] documents = [.. Inputs.Documents(session, [file], options, cancel)];
        Document? own = documents.Length == 1 ? documents[0] : documents.FirstOrDefault(document => document.Name == file);
        string others = string.Join(", ", documents.Where(document => document != own).Take(MostNames).Select(static document => $"\"{document.Name}\""))
            + (documents.Length > MostNames ? ", …" : "");
        if (own is not null)
        {
            Write(session, own, parts);
            if (documents.Length > 1)
            {
                // A letter is printed; what hangs on it is named, so that it can be asked for.
                session.Terminal.Error.WriteLine(Session.Fill(session.Texts.AlsoHolds, file, others));
            }
        }
        else if (documents.Length > 1)
        {
            // Places count in one text: several, one after the other, would be none of them.
            session.Report(new Problem(file, 0, Problem.SeveralDocuments, others));
            return ExitCode.CouldNotRun;
        }

        return Inputs.ExitCodeOf(session, documents.Length);
    }

    private static void Write(Session session, Document document, Parts parts)
    {
        if (!parts.Any)
        {
            // Nothing is added: places count in exactly these characters.
            session.Output.Write(document.Text);
            return;
        }

        if (parts.Header)
        {
            WriteHeader(session, document);
        }

        if (parts.Blocks)
        {
            JsonLines.Write(session.Output, document.Blocks, (json, block) => BlockJson.Write(json, document, block));
        }

        if (parts.Damage)
        {
            JsonLines.Write(session.Output, document.Damages, (json, damage) => DamageJson.Write(json, document, damage));
        }
    }

    private static void WriteHeader(Session session, Document document)
    {
        // A document without a header has a kind all the same: that nothing says what it is.
        PaperHeader paper = session.Engine.PaperHeaders.Read(document) ?? new PaperHeader();
        JsonLines.Write(session.Output, [paper], (json, found) =>
        {
            json.WriteStartObject();
            json.WriteString("doc", document.Name);
            PaperHeaderJson.WriteProperties(json, found);
            json.WriteEndObject();
        });
    }
    // What is printed in place of the text, in this order.
    private readonly record struct Parts(bool Header, bool Blocks, bool Damage)
    {
        public bool Any => Header || Blocks || Damage;
    }
}
