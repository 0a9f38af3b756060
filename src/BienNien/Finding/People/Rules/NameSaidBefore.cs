using BienNien.Rules;

namespace BienNien.Finding.People.Rules;

/// <summary>PER005. A name that the document has already given to a person, where nothing else tells it: “Xích Long về báo cáo”.</summary>
/// <remarks>
/// The words come from the document, so no token opens this rule: <see cref="PersonResolver"/> looks for them once all names are known.
/// Examples and the cases it leaves alone: NameSaidBefore.md, beside this file.
/// </remarks>
internal sealed class NameSaidBefore() : ResolvedRule(new RuleId("PER005"));
