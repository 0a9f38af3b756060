namespace BienNien.Finding.Renames.Rules;

/// <summary>REN002. Places joined, divided or renamed by a verb that they follow: “sáp nhập xã A và xã B thành xã C”, “đổi núi A làm núi B”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: JoinedPlaces.md, beside this file.</remarks>
internal sealed class JoinedPlaces(RenameLexicon lexicon) : RenameRule(lexicon, "REN002", RenameFrame.Joins, RenameFrame.Takes);
