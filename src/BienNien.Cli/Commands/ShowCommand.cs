using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Keeping;
using BienNien.Telling;
using BienNien.Telling.Chronicles;
using BienNien.Text;
using Spectre.Console;

namespace BienNien.Cli.Commands;

/// <summary><c>show NAME|ID [--library LIB] [--limit N] [--format text|json]</c></summary>
internal static class ShowCommand
{
    private const int Limit = 20;

    internal static Command Create(Session session)
    {
        Argument<string[]> name = new("NAME") { Description = session.Texts.NameArgument, Arity = ArgumentArity.OneOrMore };
        Option<string> library = Choices.Library(session.Texts);
        Option<int?> limit = Choices.Number(session.Texts, "--limit", session.Texts.LimitOption, Limit);
        Option<string> format = Choices.OneOf(session.Texts, "--format", session.Texts.FormatOption, "text", "json");
        DescribedCommand command = new(
            "show", session.Texts.Show, "biennien show \"Hoàng Đình Giong\"", "biennien show cao bang --limit 5", "biennien show person/hoang-dinh-giong --format json") { name, library, limit, format };
        command.SetAction((parsed, _) => ChronicleSource.UseAsync(
            session, parsed.GetRequiredValue(library), source => source.DossiersOf(string.Join(' ', parsed.GetRequiredValue(name))),
            (source, dossiers) => Tell(session, source, dossiers, string.Join(' ', parsed.GetRequiredValue(name)), parsed.GetValue(limit) ?? Limit, parsed.GetRequiredValue(format))));
        return command;
    }

    private static void Tell(Session session, ChronicleSource source, ImmutableArray<EntityDossier> dossiers, string typed, int limit, string format)
    {
        if (format == "json")
        {
            JsonLines.WriteArray(session.Output, dossiers, (json, dossier) => ChronicleJson.Write(json, dossier, session.Texts.Tag));
        }
        else if (dossiers.IsEmpty)
        {
            DrawName(session, source.Library, typed, limit);
        }

        foreach (EntityDossier dossier in format == "json" ? [] : dossiers)
        {
            EntityCard.Draw(session, dossier, source.InContext(dossier.Entity, limit), limit);
        }
    }

    // A name of what is no entity, such as an award; or names much like the one that was typed.
    private static void DrawName(Session session, Library library, string typed, int limit)
    {
        ImmutableArray<NameRow> like = library.Names(typed, limit: limit);
        string folded = Letters.Fold(Library.OneLine(typed));
        ImmutableArray<NameRow> same = [.. like.Where(row => Letters.Fold(row.Name) == folded)];
        foreach (NameRow row in same)
        {
            session.Console.Write(new Markup("[bold]" + Markup.Escape(Session.Fill(
                session.Texts.NameLine, Kinds.NameOf(session.Texts, row.Kind), row.Name, row.Mentions, row.Documents)) + "[/]\n"));
            ImmutableArray<MentionInContext> mentions = [.. library.Mentions(row.Name, row.Kind, limit: int.MaxValue).Where(m => m.Mention.Name == row.Name)];
            foreach (MentionInContext mention in mentions.Take(limit))
            {
                TextSpan span = new(mention.Mention.Span.Start - mention.SnippetStart, mention.Mention.Span.Length);
                Snippets.Draw(session, string.Create(CultureInfo.InvariantCulture, $"{mention.DocumentName}:{mention.Line}"), mention.Snippet, [span]);
            }

            if (mentions.Length > limit)
            {
                session.Console.WriteLine(Session.Fill(session.Texts.MoreOf, mentions.Length - limit));
            }
        }

        if (!same.IsEmpty)
        {
            DrawEvents(session, library.Events(new EventFilter { Name = typed, Status = null, Undated = true, Limit = limit }), limit);
        }
        else if (!like.IsEmpty)
        {
            session.Console.WriteLine(session.Texts.OtherNames);
            foreach (NameRow row in like)
            {
                session.Console.WriteLine("  " + Session.Fill(session.Texts.NameLine, Kinds.NameOf(session.Texts, row.Kind), row.Name, row.Mentions, row.Documents));
            }
        }
        else
        {
            session.Terminal.Error.WriteLine(Session.Fill(session.Texts.NothingFound, typed));
        }
    }

    private static void DrawEvents(Session session, EventPage page, int limit)
    {
        if (page.Total == 0)
        {
            return;
        }

        session.Console.Write(new Markup($"[bold]{Markup.Escape(session.Texts.EventsOf)}[/]\n"));
        foreach (EventRow told in page.Events)
        {
            string date = told.Date.Length == 0 ? session.Texts.Undated : DateWords.Of(told.Date, session.Texts.Language);
            Snippets.Draw(
                session, string.Create(CultureInfo.InvariantCulture, $"{date}  {told.DocumentName}:{told.Line}"), Library.OneLine(told.SentenceText), []);
        }

        if (page.Total > limit)
        {
            session.Console.WriteLine(Session.Fill(session.Texts.MoreOf, page.Total - limit));
        }
    }
}
