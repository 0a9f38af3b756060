using BienNien.Rules;

namespace BienNien.Finding.Organisations.Rules;

/// <summary>ORG004. An abbreviation that the document has bound to a body: “Công ty Than Hà Tu (HTC) … HTC đã …”.</summary>
/// <remarks>
/// The words come from the document, so no token opens this rule: <see cref="OrganisationResolver"/> looks for them once all names are known.
/// Examples and the cases it leaves alone: AbbreviatedBody.md, beside this file.
/// </remarks>
internal sealed class AbbreviatedBody() : ResolvedRule(new RuleId("ORG004"));
