using System.Collections.Immutable;

namespace BienNien.Reading.Papers;

/// <summary>The form of a paper: the parts that Nghị định 30/2020/NĐ-CP (state) and Hướng dẫn 36-HD/VPTW (Party) prescribe, as far as it has them.</summary>
public sealed record PaperHeader
{
    /// <summary>What kind of document it is.</summary>
    public PaperKind Kind { get; init; }

    /// <summary>How sure the kind is, from 0 to 1: 1 for a paper that names its type in its form, less where only words of a title speak.</summary>
    public double KindConfidence { get; init; }

    /// <summary>The body that issued it.</summary>
    public PaperPart<string>? Issuer { get; init; }

    /// <summary>The body above the issuer, which stands over it.</summary>
    public PaperPart<string>? Above { get; init; }

    /// <summary>Number and symbol as one, as the paper is cited: <c>30/2020/NĐ-CP</c>, <c>12-NQ/TU</c>; the symbol alone when the number was left blank.</summary>
    public PaperPart<string>? Reference { get; init; }

    /// <summary>The number before the symbol: <c>12</c>, <c>30/2020</c>; null when it was left blank.</summary>
    public PaperPart<string>? Number { get; init; }

    /// <summary>The symbol: <c>QĐ-UBND</c>, <c>NQ/TU</c>.</summary>
    public PaperPart<string>? Symbol { get; init; }

    /// <summary>Where it was issued.</summary>
    public PaperPart<string>? Place { get; init; }

    /// <summary>When it was issued, EDTF; a month or a year where the day was left blank.</summary>
    public PaperPart<string>? Date { get; init; }

    /// <summary>The type as written: <c>BÁO CÁO</c>; null for letters.</summary>
    public PaperPart<string>? Type { get; init; }

    /// <summary>What it is about (trích yếu).</summary>
    public PaperPart<string>? Title { get; init; }

    /// <summary>The bracketed line that says with which paper it went: <c>(Kèm theo Quyết định số …)</c>.</summary>
    public PaperPart<string>? Enclosure { get; init; }

    /// <summary>Who signed it.</summary>
    public PaperSigner? Signer { get; init; }

    /// <summary>To whom it is addressed (<c>Kính gửi</c>), in order; never null.</summary>
    public ImmutableArray<PaperPart<string>> Addressees { get; init; } = [];

    /// <summary>Who got it (<c>Nơi nhận</c>), in order, the archive's own copy included; never null.</summary>
    public ImmutableArray<PaperPart<string>> Recipients { get; init; } = [];

    /// <summary>A mark that restricts its use: <c>MẬT</c>, <c>Lưu hành nội bộ</c>.</summary>
    public PaperPart<string>? Handling { get; init; }

    /// <summary>A mark of urgency: <c>HỎA TỐC</c>.</summary>
    public PaperPart<string>? Urgency { get; init; }

    /// <summary>Whether any part of a form was read; when not, only the kind can be known.</summary>
    public bool HasForm =>
        Issuer is not null || Number is not null || Symbol is not null || Date is not null || Type is not null || Enclosure is not null
        || Signer is not null || Addressees.Length > 0 || Recipients.Length > 0 || Handling is not null || Urgency is not null;
}
