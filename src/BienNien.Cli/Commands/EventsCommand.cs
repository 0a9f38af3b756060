using System.Collections.Immutable;
using System.CommandLine;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Telling.Chronicles;

namespace BienNien.Cli.Commands;

/// <summary><c>events [--library LIB] [--format table|json] [--all]</c></summary>
internal static class EventsCommand
{
    internal static Command Create(Session session) => ChronicleCommand.Create(
        session, "events", session.Texts.EventsCommand, session.Texts.AllEventsOption, "su-kien",
        static source => source.Events(), ChronicleJson.Write, static (events, _) => events,
        (source, events, all) => Draw(session, source.Documents, events, all));

    private static string Draw(Session session, int documents, ImmutableArray<EventView> events, bool all)
    {
        ImmutableArray<EventView> shown = [.. events.Where(told => all || told.Sentences > 1)];
        if (!shown.IsEmpty)
        {
            ChronicleTables.Draw(session, shown);
        }

        return events.IsEmpty ? Session.Fill(session.Texts.NoEventsFound, documents)
            : shown.Length < events.Length ? Session.Fill(session.Texts.EventsShown, shown.Length, events.Length)
            : Session.Fill(session.Texts.EventsFound, events.Length);
    }
}
