using System.Collections.Immutable;
using System.Globalization;
using BienNien.Keeping;
using BienNien.Telling.Chronicles;

namespace BienNien.Cli.Hosting;

/// <summary>What editors have decided: read from a library, and written to it.</summary>
internal static class RulingBook
{
    internal const string Same = "same";
    internal const string Different = "different";
    internal const string Preferred = "preferred";

    /// <summary>A conflict that an editor has looked at.</summary>
    internal const string Accept = "accept";

    /// <summary>All rulings, withdrawn ones too, in the order in which they were made.</summary>
    internal static ImmutableArray<RulingView> Of(Library library) => [.. library.Rulings(withdrawn: true).Select(ViewOf)];

    /// <summary>Keeps a ruling; one on names takes effect at once.</summary>
    internal static RulingView Record(Session session, Library library, RulingDraft draft, string who, string why)
    {
        bool pair = draft.Kind is Same or Different;
        Ruling ruling = new(draft.Kind, draft.Subject, pair ? draft.Object : "", pair ? "" : draft.Object, why, who, Now(session));
        return ViewOf(new RulingRow(library.AddRuling(ruling, session.Engine), ruling, null, null, null));
    }

    /// <summary>Takes a ruling back; false when none of this number stands.</summary>
    internal static bool Withdraw(Session session, Library library, long id, string who, string why) =>
        library.WithdrawRuling(id, why, who, Now(session), session.Engine);

    private static RulingView ViewOf(RulingRow row) => new(
        row.Id, row.Ruling.Kind, row.Ruling.A, row.Ruling.B.Length > 0 ? row.Ruling.B : row.Ruling.Value, row.Ruling.Who, row.Ruling.At, row.Ruling.Reason)
    {
        WithdrawnBy = row.WithdrawnBy,
        WithdrawnWhen = row.WithdrawnAt,
        WithdrawnReason = row.WithdrawnReason,
    };

    private static string Now(Session session) => session.Terminal.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
