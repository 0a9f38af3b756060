using System.Collections.Immutable;
using System.Text;
using BienNien.Cli.Hosting;
using BienNien.Text;
using Spectre.Console;

namespace BienNien.Cli.Drawing;

/// <summary>A place and the words around it, with what was found in bold.</summary>
internal static class Snippets
{
    internal static void Draw(Session session, string place, string snippet, ImmutableArray<TextSpan> highlights)
    {
        if (!session.Terminal.OutputIsTerminal)
        {
            // One line for each: for grep and for eyes.
            session.Output.WriteLine($"{place}: {snippet}");
            return;
        }

        StringBuilder markup = new();
        int at = 0;
        foreach (TextSpan span in highlights)
        {
            markup.Append(Markup.Escape(snippet[at..span.Start])).Append("[bold yellow]").Append(Markup.Escape(snippet.Substring(span.Start, span.Length))).Append("[/]");
            at = span.End;
        }

        markup.Append(Markup.Escape(snippet[at..]));
        session.Console.MarkupLine($"[blue]{Markup.Escape(place)}[/]");
        session.Console.Write(new Padder(new Markup(markup.ToString()), new Padding(4, 0, 0, 0)));
    }
}
