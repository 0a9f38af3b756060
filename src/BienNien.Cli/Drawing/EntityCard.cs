using System.Collections.Immutable;
using BienNien.Cli.Hosting;
using BienNien.Cli.Language;
using BienNien.Relating.Facts;
using BienNien.Telling;
using BienNien.Telling.Chronicles;
using Spectre.Console;

namespace BienNien.Cli.Drawing;

/// <summary>All that a library has of one entity, for the terminal.</summary>
internal static class EntityCard
{
    internal static void Draw(Session session, EntityDossier dossier, ImmutableArray<QuotedPlace> mentions, int limit)
    {
        Texts texts = session.Texts;
        EntityView entity = dossier.Entity;
        WrappedLines.Draw(session, "", 2, (Session.Fill(
            texts.EntityLine, FactWords.Of(entity.Kind, texts.Language), entity.Name, entity.Mentions.Length, entity.Documents, entity.Id), "bold"));
        if (!entity.Aliases.IsEmpty)
        {
            WrappedLines.Draw(session, "", 2, (Session.Fill(texts.EntityAliases, string.Join("; ", entity.Aliases)), ""));
        }

        Places(session, mentions, limit, entity.Mentions.Length);
        Names(session, entity);
        Facts(session, dossier.Facts);
        Events(session, dossier.Events, limit);
        if (!dossier.Conflicts.IsEmpty)
        {
            Title(session, texts.ConflictsAbout);
            foreach (ConflictView conflict in dossier.Conflicts)
            {
                ConflictList.Draw(session, conflict);
            }
        }

        session.Output.WriteLine();
    }

    private static void Places(Session session, ImmutableArray<QuotedPlace> mentions, int limit, int all)
    {
        int width = mentions.IsEmpty ? 0 : QuotedLines.AddressWidth(mentions);
        foreach (QuotedPlace mention in mentions)
        {
            QuotedLines.Draw(session, 2, width, mention);
        }

        More(session, all, limit);
    }

    // A name that all documents write alike needs no reason.
    private static void Names(Session session, EntityView entity)
    {
        if (entity.Aliases.IsEmpty && entity.Names.Length < 2)
        {
            return;
        }

        Title(session, session.Texts.NamesOf);
        foreach (EntityNameView name in entity.Names)
        {
            string reason = FactWords.Of(name.Reason, session.Texts.Language) + (name.Evidence.Length > 0 ? $": {name.Evidence}" : "");
            WrappedLines.Draw(session, "  ", 4, (name.Document + ":", "blue"), (" " + string.Join("; ", name.Names), ""), ($" ({reason})", "dim"));
        }
    }

    private static void Facts(Session session, ImmutableArray<FactView> facts)
    {
        if (facts.IsEmpty)
        {
            return;
        }

        Title(session, session.Texts.SourcesSay);
        int width = QuotedLines.AddressWidth(facts.Select(static fact => fact.Place));
        foreach (IGrouping<FactProperty, FactView> property in facts.GroupBy(static fact => fact.Property))
        {
            foreach (IGrouping<string, FactView> value in property.GroupBy(fact => Value(session.Texts.Language, fact)))
            {
                WrappedLines.Draw(session, "  ", 4, (FactWords.Of(property.Key, session.Texts.Language) + ":", "bold"), (" " + value.Key, ""));
                foreach (FactView fact in value)
                {
                    QuotedLines.Draw(session, 4, width, fact.Place);
                }
            }
        }
    }

    private static string Value(TellingLanguage language, FactView fact)
    {
        string date = DateWords.Of(fact.Date, fact.Mod, language);
        return fact.Value.Length == 0 ? date : date.Length == 0 ? fact.Value : $"{fact.Value} ({date})";
    }

    private static void Events(Session session, ImmutableArray<EventView> events, int limit)
    {
        if (events.IsEmpty)
        {
            return;
        }

        Title(session, session.Texts.EventsOf);
        foreach (EventView told in events.Take(limit))
        {
            string places = string.Join(", ", ChronicleTables.Addresses(told));
            WrappedLines.Draw(session, "  ", 4, (ChronicleTables.DateOf(session.Texts, told) + ":", "bold"), (" " + told.What, ""), ($" ({places})", "blue"));
        }

        More(session, events.Length, limit);
    }

    private static void Title(Session session, string words)
    {
        session.Output.WriteLine();
        WrappedLines.Write(session, $"[bold]{Markup.Escape(words)}[/]");
    }

    private static void More(Session session, int all, int limit)
    {
        if (all > limit)
        {
            WrappedLines.Write(session, "  " + Markup.Escape(Session.Fill(session.Texts.MoreOf, all - limit)));
        }
    }
}
