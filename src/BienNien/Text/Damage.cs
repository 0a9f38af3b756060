namespace BienNien.Text;

/// <summary>Why a reading other than the one printed is proposed.</summary>
public enum DamageReason
{
    /// <summary>No Vietnamese syllable can be written so.</summary>
    ImpossibleSyllable,

    /// <summary>Letters stand where figures must, or figures where letters must.</summary>
    LetterForDigit,

    /// <summary>The syllable exists, but one that looks like it is far more likely between these neighbours.</summary>
    UnlikelySyllable,

    /// <summary>A date or a length of time stands around it, which only the reading makes whole: a word of dates misread, a year torn apart.</summary>
    BrokenDate,
}

/// <summary>Words that were probably damaged by a scan. The text keeps them; only what is proposed is set beside them.</summary>
/// <param name="Span">The damaged characters; never empty.</param>
/// <param name="Reading">What probably stood there, NFC; not the same as the characters.</param>
/// <param name="Reason">Why.</param>
/// <param name="Confidence">How likely the reading is, above 0 up to 1.</param>
public sealed record Damage(TextSpan Span, string Reading, DamageReason Reason, double Confidence);
