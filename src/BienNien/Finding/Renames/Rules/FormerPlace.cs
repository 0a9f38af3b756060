namespace BienNien.Finding.Renames.Rules;

/// <summary>REN001. The old name that a place had: “thị trấn Quảng Uyên (trước đây là thị trấn Háng Chấu)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: FormerPlace.md, beside this file.</remarks>
internal sealed class FormerPlace(RenameLexicon lexicon) : RenameRule(lexicon, "REN001", RenameFrame.Former);
