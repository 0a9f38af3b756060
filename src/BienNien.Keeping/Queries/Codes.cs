using BienNien.Finding;
using BienNien.Reconciling;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Text;
using NodaTime;

namespace BienNien.Keeping.Queries;

/// <summary>Values as columns, and back.</summary>
internal static class Codes
{
    private static readonly LocalDate _epoch = new(1970, 1, 1);

    internal static int ToDays(LocalDate date) => Period.DaysBetween(_epoch, date);

    internal static LocalDate? ToDate(long? days) => days is long known ? _epoch.PlusDays((int)known) : null;

    internal static string Write(EventType type) => type.Code();

    internal static EventType ReadEventType(string code) => Enum.Parse<EventType>(code, ignoreCase: true);

    internal static string Write(EntityKind kind) => kind.ToString().ToLowerInvariant();

    internal static string Write(ClaimStatus status) => status.Code();

    internal static ClaimStatus ReadStatus(string code) => Enum.Parse<ClaimStatus>(code, ignoreCase: true);

    internal static string Write(FigureTurn turn) => turn switch
    {
        FigureTurn.None => "",
        FigureTurn.Rise => "rise",
        FigureTurn.Fall => "fall",
        _ => throw new ArgumentOutOfRangeException(nameof(turn), turn, "A turn without a code."),
    };

    internal static FigureTurn ReadTurn(string code) => code.Length == 0 ? FigureTurn.None : Enum.Parse<FigureTurn>(code, ignoreCase: true);

    internal static MentionKind ReadKind(string name) =>
        MentionKinds.Parse(name) ?? throw new InvalidDataException($"«{name}» is no kind of mention.");

    internal static TextSpan Span(long start, long end) => TextSpan.Between((int)start, (int)end);
}
