using System.Collections.Immutable;
using System.Globalization;
using BienNien.Cli.Hosting;
using BienNien.Cli.Language;
using BienNien.Gazetteers;
using BienNien.Telling;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace BienNien.Cli.Drawing;

/// <summary>What the gazetteer knows of a place, for the terminal.</summary>
internal static class PlaceCard
{
    internal static void Draw(Session session, PlaceUnit unit, ImmutableArray<PlaceUnit> containers)
    {
        Texts texts = session.Texts;
        session.Console.Write(new Markup($"[bold]{Markup.Escape(unit.ToString())}[/]\n"));
        Grid card = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2)).AddColumn();
        Add(card, texts.Level, texts.Of(unit.Level));
        Add(card, texts.Date, Validity(texts, unit));
        Add(card, texts.Within, string.Join(", ", containers));
        Add(card, texts.BegunBy, unit.LegalBasis);
        Add(card, texts.EndedBy, unit.EndedBy);
        Add(card, texts.Before, Changes(texts, session.Gazetteer.PredecessorsOf(unit)));
        Add(card, texts.After, Changes(texts, session.Gazetteer.SuccessorsOf(unit)));
        Add(card, texts.Today, unit.Today);
        Add(card, texts.Coordinates, Location(texts, session.Gazetteer, unit));
        Add(card, texts.PlaceNote, unit.Note);
        Add(card, texts.Code, unit.Code);
        Add(card, texts.Source, unit.Source);
        session.Console.Write(card);
        session.Console.WriteLine();
    }

    private static void Add(Grid card, string label, string words)
    {
        if (words.Length > 0)
        {
            card.AddRow(new Cell(label, new Style(decoration: Decoration.Dim)), new Cell(words));
        }
    }

    private static string Validity(Texts texts, PlaceUnit unit)
    {
        string words = unit.Validity is { } validity ? DateWords.Of(validity, texts.Language) : "";
        return (words.Length > 0, unit.GoesOn, unit.ValidFrom is not null && unit.ValidTo is null) switch
        {
            (true, true, _) => Session.Fill(texts.ToThisDay, words),
            (true, _, true) => Session.Fill(texts.EndNotKnown, words),
            (false, true, _) => texts.StillThere,
            (false, _, _) => texts.Undated,
            _ => words,
        };
    }

    // One a line: after a split each may have a part only.
    private static string Changes(Texts texts, ImmutableArray<Succession> changes) => string.Join('\n', changes.Select(change =>
    {
        string name = change.Unit.Parent is { Level: >= PlaceLevel.Province } around ? $"{change.Unit}, {around}" : change.Unit.ToString();
        string day = change.Day == LocalDate.MinIsoValue ? texts.Undated : DateWords.Of(LocalDatePattern.Iso.Format(change.Day), texts.Language);
        return change.Steps == 1 ? Session.Fill(texts.ChangedOn, name, day) : Session.Fill(texts.ChangedInSteps, name, day, change.Steps);
    }));

    private static string Location(Texts texts, Gazetteer gazetteer, PlaceUnit unit)
    {
        if (gazetteer.LocationOf(unit) is not var (point, of))
        {
            return "";
        }

        string numbers = string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.00}, {point.Longitude:0.00}");
        return of == unit ? numbers : Session.Fill(texts.LocationOf, numbers, of);
    }
}
