using System.Collections.Immutable;
using System.CommandLine;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Cli.Language;
using BienNien.Telling.Chronicles;

namespace BienNien.Cli.Commands;

/// <summary><c>conflicts [--library LIB] [--format table|json] [--all]</c></summary>
internal static class ConflictsCommand
{
    internal static Command Create(Session session) => ChronicleCommand.Create(
        session, "conflicts", session.Texts.ConflictsCommand, session.Texts.AllConflictsOption, "mau-thuan",
        source => ConflictList.Sorted(session.Texts, source.Conflicts()),
        (json, conflict) => ChronicleJson.Write(json, conflict, session.Texts.Tag),
        static (judged, all) => all ? judged : [.. judged.Where(static view => view.Judgement.IsConflict)],
        (source, judged, all) => Draw(session, source.Documents, judged, all));

    private static string Draw(Session session, int documents, ImmutableArray<ConflictView> judged, bool all)
    {
        Texts texts = session.Texts;
        ConflictList.Draw(session, [.. judged.Where(view => all || view is { Judgement.IsConflict: true, Ruling: null })]);
        int conflicts = judged.Count(static view => view.Judgement.IsConflict);
        int ruled = judged.Count(static view => view is { Judgement.IsConflict: true, Ruling: not null });
        List<string> line = [conflicts == 0 ? Session.Fill(texts.NoConflicts, documents) : Session.Fill(texts.ConflictsFound, conflicts, documents)];
        if (ruled > 0 && !all)
        {
            line.Add(Session.Fill(texts.ConflictsRuled, ruled));
        }

        if (judged.Length > conflicts && !all)
        {
            line.Add(Session.Fill(texts.CompatibleLeft, judged.Length - conflicts));
        }

        return string.Join(' ', line);
    }
}
