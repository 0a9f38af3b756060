using BienNien.Cli.Hosting;
using Spectre.Console;

namespace BienNien.Cli.Drawing;

/// <summary>Lines of text of the terminal's width, the second and later ones indented.</summary>
internal static class WrappedLines
{
    /// <summary>Writes words, each in its style, with line breaks between words.</summary>
    /// <param name="session">Where to.</param>
    /// <param name="first">What stands before the first line.</param>
    /// <param name="indent">How far the others are indented.</param>
    /// <param name="parts">Words with Spectre's styles; empty for none.</param>
    internal static void Draw(Session session, string first, int indent, params ReadOnlySpan<(string Words, string Style)> parts)
    {
        int width = Math.Max(session.Terminal.Width, indent + 20);
        string line = Markup.Escape(first);
        int length = first.Length;
        bool atStart = true;
        bool apart = false;
        foreach ((string words, string style) in parts)
        {
            bool glued = !apart && words.Length > 0 && words[0] != ' ';
            foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                int space = atStart || glued ? 0 : 1;
                if (!atStart && length + space + word.Length > width)
                {
                    Write(session, line);
                    line = new string(' ', indent);
                    length = indent;
                    space = 0;
                }

                line += new string(' ', space) + (style.Length > 0 ? $"[{style}]{Markup.Escape(word)}[/]" : Markup.Escape(word));
                length += space + word.Length;
                (atStart, glued) = (false, false);
            }

            apart = words.EndsWith(' ');
        }

        Write(session, line);
    }

    /// <summary>Writes one line as it is.</summary>
    internal static void Write(Session session, string markup)
    {
        if (session.Terminal.OutputIsTerminal)
        {
            session.Console.MarkupLine(markup);
        }
        else
        {
            session.Output.WriteLine(Markup.Remove(markup).TrimEnd());
        }
    }
}
