using System.Collections.Immutable;

namespace BienNien.Reading.Papers;

/// <summary>Who signed a paper: of several the first. Parts that the paper does not have are null.</summary>
/// <param name="Name">The name without rank or degree.</param>
/// <param name="Office">The office in which he signed: <c>PHÓ CHỦ TỊCH</c>.</param>
/// <param name="Form">The words that say in what right: <c>TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH</c>.</param>
/// <param name="Modes">Those rights in their order; empty without a form.</param>
public sealed record PaperSigner(PaperPart<string>? Name, PaperPart<string>? Office, PaperPart<string>? Form, ImmutableArray<SigningMode> Modes);
