using BienNien.Cli.Hosting;
using BienNien.Telling.Chronicles;
using Spectre.Console;

namespace BienNien.Cli.Drawing;

/// <summary>Places of documents on one line each: <c>de-cuong.txt:12   … ngày «17/10/1950», quân ta …</c></summary>
internal static class QuotedLines
{
    private const int WidestAddress = 40;
    private const int LeastRoom = 24;

    /// <summary>How wide a column of addresses is.</summary>
    internal static int AddressWidth(IEnumerable<QuotedPlace> places) => Math.Min(WidestAddress, places.Max(static place => place.Address.Length));

    internal static void Draw(Session session, int indent, int addressWidth, QuotedPlace place)
    {
        string address = place.Address.PadRight(addressWidth);
        string margin = new(' ', indent);
        int room = session.Terminal.Width - indent - address.Length - 4;
        if (room < LeastRoom)
        {
            WrappedLines.Write(session, $"{margin}[blue]{Markup.Escape(address)}[/]");
            margin += "  ";
            address = "";
            room = Math.Max(LeastRoom, session.Terminal.Width - margin.Length - 2);
        }

        QuotedLine line = QuotedLine.Of(place, room);
        string shown = address.Length == 0 ? "" : $"[blue]{Markup.Escape(address)}[/]  ";
        WrappedLines.Write(session, $"{margin}{shown}{Markup.Escape(line.Before)}[bold yellow]«{Markup.Escape(line.Quote)}»[/]{Markup.Escape(line.After)}");
    }
}
