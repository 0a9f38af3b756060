using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC014. What the row of a table says of the person that it names: office and term, birth, origin, death.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: TableOfPersons.md, beside this file.</remarks>
internal sealed class TableOfPersons : IFactRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC014");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        if (scene.Sentence.Block.Cell is not { IsHeader: false, Row: > 0 } cell)
        {
            return;
        }

        TableRow row = sink.Row;
        Column column = ColumnOf(scene, cell);
        for (int n = 0; n < scene.Inside.Count && row.Person < 0; n++)
        {
            if (scene.MentionOf(n).Kind == MentionKind.Person && scene.Inside[n].First <= 3)
            {
                row.Name(scene.Inside[n].Index, scene.Span, scene.Lead);
            }
        }

        FactSubject subject = new(row.Person, FactCertainty.High, row.NameCell);
        switch (column)
        {
            case Column.Born or Column.Died when FirstDate(scene) is >= 0 and int date && !scene.DateOf(date).Contains('/', StringComparison.Ordinal):
                TextSpan told = scene.MentionOf(date).Span;
                sink.Add(new Fact(column == Column.Born ? FactProperty.Born : FactProperty.Died, subject, told, told) { Date = scene.DateOf(date), DateMention = scene.Inside[date].Index });
                break;
            case Column.Native:
                for (int n = 0; n < scene.Inside.Count; n++)
                {
                    if (scene.MentionOf(n).Kind == MentionKind.Place)
                    {
                        sink.Add(new Fact(FactProperty.NativePlace, subject, scene.MentionOf(n).Span, scene.MentionOf(n).Span) { Object = scene.Inside[n].Index });
                        break;
                    }
                }

                break;
            case Column.Term when FirstDate(scene) is >= 0 and int term:
                row.TakeTerm(scene.DateOf(term), scene.Inside[term].Index, scene.MentionOf(term).Span, scene.Span);
                break;
            case Column.Office:
                for (int i = 0; i < scene.Sentence.Count; i++)
                {
                    if (OfficeReader.Read(scene, i) is { IsNone: false } office && (i == 0 || scene.Sentence[i - 1].IsMark || scene.Words.Former.Contains(scene.Sentence[i - 1])))
                    {
                        row.Take(office, scene.Sentence.Span(office.First, office.ValueEnd), scene.Span);
                        i = office.End - 1;
                    }
                }

                break;
            default:
                break;
        }
    }

    private static int FirstDate(FactScene scene)
    {
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is TimeValue && scene.DateOf(n).Length > 0)
            {
                return n;
            }
        }

        return -1;
    }

    private static Column ColumnOf(FactScene scene, TableCell cell)
    {
        if (!scene.Document.Tables.TryHead(cell, out Sentence head))
        {
            return Column.Other;
        }

        FactGrammar words = scene.Words;
        Column column = Column.Other;
        for (int i = 0; i < head.Count && i < 12; i++)
        {
            int word = head[i].Word;
            column = word == words.Born && words.Sacrifice.Contains(head[i - 1]) ? Column.Died
                : word == words.Born ? Column.Born
                : word == words.Lost ? Column.Died
                : word == words.Native ? Column.Native
                : words.OfficeHeads.Contains(word) && column == Column.Other && !words.TermHeads.Contains(head[i + 1]) ? Column.Office
                : words.TermHeads.Contains(word) ? Column.Term
                : column;
        }

        return column;
    }

    private enum Column
    {
        Other,
        Office,
        Term,
        Born,
        Died,
        Native,
    }
}
