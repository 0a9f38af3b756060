using BienNien.Rules;

namespace BienNien.Finding.People.Rules;

/// <summary>PER011. The given name alone of somebody whom the document has named in full: “Lương Văn Tri … Tri vượt biên giới”.</summary>
/// <remarks>
/// The words come from the document, so no token opens this rule: <see cref="GivenNames"/> looks for them once all names are known.
/// Examples, sources and the cases it leaves alone: GivenName.md, beside this file.
/// </remarks>
internal sealed class GivenName() : ResolvedRule(new RuleId("PER011"));
