using BienNien.Rules;

namespace BienNien.Finding.Places.Rules;

/// <summary>PLA008. An unknown name between or after the places of a list: “từ Quỳnh Khê, Vật Cách tới ga Dụ Nghĩa”.</summary>
/// <remarks>
/// Its neighbours tell it, so no token opens this rule: <see cref="PlaceLists"/> looks once the other names are known.
/// Examples, sources and the cases it leaves alone: PlaceInList.md, beside this file.
/// </remarks>
internal sealed class PlaceInList() : ResolvedRule(new RuleId("PLA008"));
