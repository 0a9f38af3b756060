namespace BienNien.Finding.Renames.Rules;

/// <summary>PLA007. An old place of which the text says what it is now: “phủ Tam Kỳ (nay là thành phố Tam Kỳ)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: RenamedPlace.md, beside this file.</remarks>
internal sealed class RenamedPlace(RenameLexicon lexicon) : RenameRule(lexicon, "PLA007", RenameFrame.Now, RenameFrame.Today, RenameFrame.Bracket);
