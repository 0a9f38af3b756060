namespace BienNien.Time;

/// <summary>What EDTF calls the qualification of a date or of a part of it: <c>?</c>, <c>~</c> or <c>%</c>.</summary>
[Flags]
public enum EdtfQualifiers
{
    /// <summary>Stated without reserve.</summary>
    None = 0,

    /// <summary><c>?</c>: the source of the date is doubtful.</summary>
    Uncertain = 1,

    /// <summary><c>~</c>: the date is an estimate.</summary>
    Approximate = 2,
}

/// <summary>The signs of <see cref="EdtfQualifiers"/>.</summary>
internal static class QualifierSigns
{
    /// <summary>Takes one sign off the text, when it begins with one.</summary>
    public static EdtfQualifiers Read(ref ReadOnlySpan<char> text)
    {
        var read = text.IsEmpty ? EdtfQualifiers.None : text[0] switch
        {
            '?' => EdtfQualifiers.Uncertain,
            '~' => EdtfQualifiers.Approximate,
            '%' => EdtfQualifiers.Uncertain | EdtfQualifiers.Approximate,
            _ => EdtfQualifiers.None,
        };
        if (read != EdtfQualifiers.None)
        {
            text = text[1..];
        }

        return read;
    }

    /// <summary>Writes the sign, or nothing.</summary>
    /// <returns>How many characters were written.</returns>
    public static int Write(this EdtfQualifiers qualifiers, Span<char> to)
    {
        if (qualifiers == EdtfQualifiers.None)
        {
            return 0;
        }

        to[0] = qualifiers switch { EdtfQualifiers.Uncertain => '?', EdtfQualifiers.Approximate => '~', _ => '%' };
        return 1;
    }
}
