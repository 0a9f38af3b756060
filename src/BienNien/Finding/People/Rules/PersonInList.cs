using BienNien.Rules;

namespace BienNien.Finding.People.Rules;

/// <summary>PER010. A name among the persons of a list: “Ô Mã Nhi, Phàn Tiếp, Tích Lệ Cơ”, “hai ông Danh Ên, Kim Sên”.</summary>
/// <remarks>
/// Its neighbours tell it, so no token opens this rule: <see cref="PersonLists"/> looks once the other names are known.
/// Examples, sources and the cases it leaves alone: PersonInList.md, beside this file.
/// </remarks>
internal sealed class PersonInList() : ResolvedRule(new RuleId("PER010"));
