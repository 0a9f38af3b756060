namespace BienNien.Reading.Papers;

/// <summary>In what right somebody signs a paper (Nghị định 30/2020/NĐ-CP, article 13). <c>data/signing-forms.tsv</c> has the letters.</summary>
public enum SigningMode
{
    /// <summary>TM., T/M: for a body that decides together.</summary>
    OnBehalf,

    /// <summary>KT., K/T: a deputy for the head of the office.</summary>
    Deputising,

    /// <summary>TL., T/L: a subordinate by order.</summary>
    ByOrder,

    /// <summary>TUQ.: by a written authority.</summary>
    ByAuthority,

    /// <summary>Q.: somebody who holds the office for the time being.</summary>
    Acting,
}
