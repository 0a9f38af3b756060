using System.Collections.Immutable;
using BienNien.Cli.Hosting;
using BienNien.Cli.Language;
using BienNien.Reconciling.Conflicts;
using BienNien.Telling;
using BienNien.Telling.Chronicles;
using Spectre.Console;

namespace BienNien.Cli.Drawing;

/// <summary>Conflicts for the terminal: by weight, then by what they are about, both sides below each other.</summary>
internal static class ConflictList
{
    internal static void Draw(Session session, ImmutableArray<ConflictView> conflicts)
    {
        Texts texts = session.Texts;
        foreach (IGrouping<(int, string Title), ConflictView> part in conflicts.GroupBy(conflict => Part(texts, conflict)).OrderBy(static part => part.Key.Item1))
        {
            WrappedLines.Write(session, $"[bold]{Markup.Escape(Session.Fill(texts.TitleCount, part.Key.Title, part.Count()))}[/]");
            foreach (IGrouping<string, ConflictView> group in part.GroupBy(conflict => Subject(texts, conflict)))
            {
                session.Output.WriteLine();
                WrappedLines.Write(session, $"  [bold]{Markup.Escape(group.Key)}[/]");
                foreach (IGrouping<(string, string), ConflictView> alike in group.GroupBy(static conflict => Words(conflict)))
                {
                    Draw(session, alike.First());
                    foreach (ConflictView other in alike.Skip(1))
                    {
                        WrappedLines.Draw(session, $"    {other.Id}  ", 16, (Session.Fill(texts.AlsoBetween, other.A.Address, other.B.Address), "dim"));
                        DrawRuling(session, other);
                    }
                }
            }

            session.Output.WriteLine();
        }
    }

    /// <summary>In the order in which they are shown: by part, subject, kind and place.</summary>
    internal static ImmutableArray<ConflictView> Sorted(Texts texts, IEnumerable<ConflictView> conflicts) =>
    [
        .. conflicts.OrderBy(conflict => Part(texts, conflict).Order).ThenBy(static conflict => conflict.SubjectName.Length == 0 ? 1 : 0)
            .ThenBy(conflict => Subject(texts, conflict), StringComparer.Ordinal)
            .ThenBy(static conflict => conflict.A.Name, StringComparer.Ordinal).ThenBy(static conflict => conflict.A.Span)
            .ThenBy(static conflict => conflict.B.Name, StringComparer.Ordinal).ThenBy(static conflict => conflict.B.Span).ThenBy(static conflict => conflict.Id, StringComparer.Ordinal),
    ];

    internal static void Draw(Session session, ConflictView conflict)
    {
        WrappedLines.Draw(session, $"    {conflict.Id}  ", 16, (conflict.Why.In(session.Texts.Tag), ""));
        int width = QuotedLines.AddressWidth([conflict.A, conflict.B]);
        QuotedLines.Draw(session, 6, width, conflict.A);
        QuotedLines.Draw(session, 6, width, conflict.B);
        if (!conflict.Independent && conflict.A.Document != conflict.B.Document)
        {
            WrappedLines.Draw(session, "      ", 6, (session.Texts.NotIndependent, "dim"));
        }

        DrawRuling(session, conflict);
    }

    private static void DrawRuling(Session session, ConflictView conflict)
    {
        if (conflict.Ruling is { } ruling)
        {
            WrappedLines.Draw(session, "      ", 8, (RulingList.Line(session.Texts, ruling), "green"));
        }
    }

    // Of ten documents one of which spells a name another way, nine pairs say the same.
    private static (string, string) Words(ConflictView conflict)
    {
        string a = QuotedLine.OneLine(conflict.A.Quote);
        string b = QuotedLine.OneLine(conflict.B.Quote);
        return string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
    }

    private static (int Order, string Title) Part(Texts texts, ConflictView conflict) => conflict switch
    {
        { Judgement.IsConflict: false } => (5, texts.CompatibleTitle),
        { Ruling: not null } => (4, texts.RuledTitle),
        _ => ((int)ConflictSeverity.Major - (int)conflict.Judgement.Severity, JudgementWords.Of(conflict.Judgement.Severity, texts.Language)),
    };

    // “Hoàng Văn Nọn · Sinh”
    private static string Subject(Texts texts, ConflictView conflict)
    {
        string about = FactWords.About(conflict.Judgement.About, texts.Language);
        string kind = about.Length > 0 ? about : JudgementWords.Of(conflict.Judgement.Kind, texts.Language);
        return conflict.SubjectName.Length > 0 ? $"{conflict.SubjectName} · {kind}" : kind;
    }
}
