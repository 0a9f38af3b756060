using System.Collections.Immutable;
using BienNien.Cli.Hosting;
using BienNien.Cli.Language;
using BienNien.Telling.Chronicles;

namespace BienNien.Cli.Drawing;

/// <summary>What editors have decided, for the terminal.</summary>
internal static class RulingList
{
    internal static void Draw(Session session, ImmutableArray<RulingView> rulings)
    {
        foreach (RulingView ruling in rulings)
        {
            WrappedLines.Draw(session, "", 4, (Line(session.Texts, ruling), ""));
            if (!ruling.Stands)
            {
                WrappedLines.Draw(session, "    ", 4, (Session.Fill(session.Texts.RulingWithdrawn, ruling.WithdrawnBy, ruling.WithdrawnWhen, ruling.WithdrawnReason), "dim"));
            }
        }
    }

    /// <summary>A ruling in one line: what, who, when, why.</summary>
    internal static string Line(Texts texts, RulingView ruling) =>
        Session.Fill(texts.RulingLine, ruling.Id, What(texts, ruling), ruling.By, ruling.When, ruling.Reason);

    private static string What(Texts texts, RulingView ruling) => ruling.Kind switch
    {
        RulingBook.Same => Session.Fill(texts.RulingSame, ruling.Subject, ruling.Object),
        RulingBook.Different => Session.Fill(texts.RulingDifferent, ruling.Subject, ruling.Object),
        RulingBook.Preferred => Session.Fill(texts.RulingPrefer, ruling.Subject, ruling.Object),
        _ when ruling.Object.Length == 0 => Session.Fill(texts.RulingAcceptBoth, ruling.Subject),
        _ => Session.Fill(texts.RulingAcceptSide, ruling.Subject, ruling.Object),
    };
}
