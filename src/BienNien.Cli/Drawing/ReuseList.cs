using System.Collections.Immutable;
using System.Globalization;
using BienNien.Cli.Hosting;
using BienNien.Telling.Chronicles;

namespace BienNien.Cli.Drawing;

/// <summary>Copied passages for the terminal: the first side's words, with <c>[17 → 18]</c> where the second has others.</summary>
internal static class ReuseList
{
    // Words that are the same are shown near a difference only.
    private const int Beside = 60;
    private const int Opening = 100;

    internal static void Draw(Session session, ImmutableArray<ReuseView> passages)
    {
        foreach (ReuseView passage in passages)
        {
            string head = string.Create(CultureInfo.InvariantCulture, $"{Lines(passage.A)} = {Lines(passage.B)}");
            int similar = (int)Math.Floor(passage.Similarity * 100);
            WrappedLines.Draw(session, "", 4, (head, "bold"), (" " + Session.Fill(session.Texts.ReuseLine, similar, passage.Edits.Length), "dim"));
            WrappedLines.Draw(session, "    ", 4, [.. Parts(passage)]);
            session.Output.WriteLine();
        }
    }

    private static string Lines(QuotedPlace place)
    {
        int last = place.Line + place.Quote.AsSpan().Count('\n');
        return last == place.Line ? place.Address : string.Create(CultureInfo.InvariantCulture, $"{place.Address}–{last}");
    }

    private static IEnumerable<(string Words, string Style)> Parts(ReuseView passage)
    {
        ImmutableArray<ReuseRun> runs = passage.Runs();
        for (int i = 0; i < runs.Length; i++)
        {
            string words = QuotedLine.OneLine(runs[i].A);
            if (runs[i].B is not { } other)
            {
                yield return (Shortened(words, i == 0, i == runs.Length - 1), "");
                continue;
            }

            // Empty sides have no word to stand for them: the arrow says on which side there is none.
            // What only the second has would stand before the next word.
            string behind = words.Length == 0 ? " " : "";
            yield return ($"[{string.Join(' ', new[] { words.Trim(), "→", QuotedLine.OneLine(other).Trim() }.Where(static part => part.Length > 0))}]{behind}", "bold yellow");
        }
    }

    private static string Shortened(string words, bool first, bool last) => (first, last) switch
    {
        (true, true) => QuotedLine.Head(words, Opening),
        (true, false) => QuotedLine.Tail(words, Beside),
        (false, true) => QuotedLine.Head(words, Beside),
        _ when words.Length > 2 * Beside => $"{QuotedLine.Head(words, Beside)} {QuotedLine.Tail(words, Beside)}",
        _ => words,
    };
}
