using System.Collections.Immutable;
using System.Globalization;
using BienNien.Cli.Hosting;
using BienNien.Cli.Language;
using BienNien.Telling;
using BienNien.Telling.Chronicles;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace BienNien.Cli.Drawing;

/// <summary>Entities and happenings of a library as tables for the terminal.</summary>
internal static class ChronicleTables
{
    private const int MostPlaces = 3;
    private const int WidestPlace = 36;

    internal static void Draw(Session session, ImmutableArray<EntityView> entities, IReadOnlySet<string> namesakes)
    {
        Texts texts = session.Texts;
        Table table = new Table { Border = TableBorder.Simple }
            .AddColumn(new TableColumn(texts.Kind).NoWrap())
            .AddColumn(texts.NameColumn)
            .AddColumn(texts.Names)
            .AddColumn(new TableColumn(texts.MentionCount).RightAligned().NoWrap())
            .AddColumn(new TableColumn(texts.DocumentCount).RightAligned().NoWrap());
        foreach (EntityView entity in entities)
        {
            // The end of the id says what tells one from a namesake; commands take it behind the name.
            string name = namesakes.Contains(entity.Name) && entity.Id.IndexOf('~', StringComparison.Ordinal) is var end and > 0 ? entity.Name + entity.Id[end..] : entity.Name;
            table.AddRow(
                new Cell(FactWords.Of(entity.Kind, texts.Language)), new Cell(name), new Cell(string.Join("; ", entity.Aliases)),
                Number(entity.Mentions.Length), Number(entity.Documents));
        }

        session.Console.Write(table);
    }

    internal static void Draw(Session session, ImmutableArray<EventView> events)
    {
        Texts texts = session.Texts;
        Table table = new Table { Border = TableBorder.Simple }
            .AddColumn(new TableColumn(texts.Date).NoWrap())
            .AddColumn(new TableColumn(texts.Type).NoWrap())
            .AddColumn(texts.Happening)
            .AddColumn(new TableColumn(texts.ToldIn).NoWrap());
        foreach (EventView told in events)
        {
            string[] places = [.. Addresses(told).Select(static address => QuotedLine.Tail(address, WidestPlace))];
            string shown = string.Join('\n', places.Take(MostPlaces)) + (places.Length > MostPlaces ? "\n…" : "");
            string count = told.Documents > 1 ? Session.Fill(texts.ToldTimes, told.Documents, told.Independent) + "\n" : "";
            table.AddRow(new Cell(DateOf(texts, told)), new Cell(EventWords.Of(told.Type, texts.Language)), new Cell(told.What), new Cell(count + shown));
        }

        session.Console.Write(table);
    }

    internal static string DateOf(Texts texts, EventView told) => told.Date.Length == 0 ? texts.Undated : DateWords.Of(told.Date, told.Mod, texts.Language);

    /// <summary>Where a happening is told, each line once.</summary>
    internal static IEnumerable<string> Addresses(EventView told) => told.Tellings.Select(static telling => telling.Place.Address).Distinct(StringComparer.Ordinal);

    private static Cell Number(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
