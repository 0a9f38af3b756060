using System.Collections.Immutable;
using System.CommandLine;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Telling.Chronicles;

namespace BienNien.Cli.Commands;

/// <summary><c>entities [--library LIB] [--format table|json] [--all]</c></summary>
internal static class EntitiesCommand
{
    internal static Command Create(Session session) => ChronicleCommand.Create(
        session, "entities", session.Texts.EntitiesCommand, session.Texts.AllEntitiesOption, "thuc-the",
        static source => source.Entities(), ChronicleJson.Write, static (entities, _) => entities,
        (source, entities, all) => Draw(session, source.Documents, entities, all));

    private static string Draw(Session session, int documents, ImmutableArray<EntityView> entities, bool all)
    {
        ImmutableArray<EntityView> shown =
        [
            .. entities.Where(entity => all || entity.Documents > 1 || entity.Aliases.Length > 0)
                .OrderBy(static entity => entity.Kind).ThenByDescending(static entity => entity.Mentions.Length).ThenBy(static entity => entity.Id, StringComparer.Ordinal),
        ];
        if (!shown.IsEmpty)
        {
            ChronicleTables.Draw(session, shown, Namesakes(entities));
        }

        return entities.IsEmpty ? Session.Fill(session.Texts.NoEntities, documents)
            : shown.Length < entities.Length ? Session.Fill(session.Texts.EntitiesShown, shown.Length, entities.Length)
            : Session.Fill(session.Texts.EntitiesFound, entities.Length);
    }

    private static HashSet<string> Namesakes(ImmutableArray<EntityView> entities) =>
        entities.GroupBy(static entity => entity.Name, StringComparer.Ordinal).Where(static group => group.Count() > 1).Select(static group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
}
