using BienNien.Rules;

namespace BienNien.Finding.Places.Rules;

/// <summary>PLA006. A bare name that the document has named with its type word: “xã Tơ Tung … Tơ Tung có …”.</summary>
/// <remarks>
/// The words come from the document, so no token opens this rule: <see cref="PlaceResolver"/> looks for them once all names are known.
/// Examples and the cases it leaves alone: PlaceSaidBefore.md, beside this file.
/// </remarks>
internal sealed class PlaceSaidBefore() : ResolvedRule(new RuleId("PLA006"));
