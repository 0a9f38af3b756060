namespace BienNien.Relating.Events;

/// <summary>A trigger as it stands in one sentence; places are tokens of the sentence.</summary>
internal sealed class Trigger(TriggerEntry entry, int first, int head, int end)
{
    /// <summary>What the lexicon says of the head.</summary>
    public TriggerEntry Entry { get; set; } = entry;

    /// <summary>The first token of the verb group: <c>được</c>, <c>tuyên bố</c>, or the head itself.</summary>
    public int First { get; set; } = first;

    /// <summary>The first token of the head.</summary>
    public int Head { get; set; } = head;

    /// <summary>One past the head.</summary>
    public int End { get; set; } = end;

    /// <summary>Where the clause part that belongs to it begins.</summary>
    public int WindowStart { get; set; }

    /// <summary>One past where it ends.</summary>
    public int WindowEnd { get; set; }

    /// <summary>Index of its segment.</summary>
    public int Segment { get; set; }

    /// <summary>The place of <c>được</c>, <c>bị</c>; -1 in an active clause.</summary>
    public int PassiveAt { get; set; } = -1;

    /// <summary>The place of the office in <c>cử … làm Bí thư</c>; -1 without one.</summary>
    public int OfficeAt { get; set; } = -1;

    /// <summary>The verb whose subject it shares: “A kết nạp B, tuyên bố thành lập chi bộ”; itself when it has its own.</summary>
    public Trigger? SubjectOf { get; set; }

    /// <summary>Whether it is the first verb of its segment.</summary>
    public bool IsFirst { get; set; } = true;

    /// <summary>Whether a comma or <c>và</c> joins it to the verb before: “…, tuyên bố thành lập chi bộ”.</summary>
    public bool IsCoordinate { get; set; }

    /// <summary>Whether it only says the verb before it again: “giải phóng và tiếp quản”.</summary>
    public bool RepeatsVerb { get; set; }

    /// <summary>Whether a word before it makes a noun of it: <c>cuộc tấn công</c>, <c>ngày thành lập</c>.</summary>
    public bool Nominal { get; set; }

    /// <summary>Whether it only says what something was for: <c>để đánh chiếm</c>.</summary>
    public bool Purpose { get; set; }

    /// <summary>Whether a rule has read it, so that later rules leave it.</summary>
    public bool Taken { get; set; }
}

/// <summary>A part of a sentence under one date: <c>[First, End)</c>.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last.</param>
/// <param name="FrontDate">Mention of the date that opens it; -1 when none does.</param>
/// <param name="ContentStart">The first token after that date and its comma.</param>
internal readonly record struct Segment(int First, int End, int FrontDate, int ContentStart);

/// <summary>A mention of the sentence, with its tokens.</summary>
/// <param name="Index">Index into the document's mentions.</param>
/// <param name="First">First token in the sentence.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct SceneMention(int Index, int First, int End);
