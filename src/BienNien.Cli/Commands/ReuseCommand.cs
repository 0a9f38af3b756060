using System.Collections.Immutable;
using System.CommandLine;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Telling.Chronicles;

namespace BienNien.Cli.Commands;

/// <summary><c>reuse [--library LIB] [--format table|json] [--all]</c></summary>
internal static class ReuseCommand
{
    internal static Command Create(Session session) => ChronicleCommand.Create(
        session, "reuse", session.Texts.ReuseCommand, session.Texts.AllReuseOption, "doan-chep",
        static source => source.Reuse(), ChronicleJson.Write, static (passages, _) => passages,
        (source, passages, all) => Draw(session, source.Documents, passages, all));

    private static string Draw(Session session, int documents, ImmutableArray<ReuseView> passages, bool all)
    {
        ImmutableArray<ReuseView> shown = [.. passages.Where(passage => all || !passage.Edits.IsEmpty)];
        ReuseList.Draw(session, shown);
        return passages.IsEmpty ? Session.Fill(session.Texts.NoReuse, documents)
            : shown.Length < passages.Length ? Session.Fill(session.Texts.ReuseShown, shown.Length, passages.Length)
            : Session.Fill(session.Texts.ReuseFound, passages.Length);
    }
}
