using BienNien.Checking;
using BienNien.Keeping;
using BienNien.Reading;
using BienNien.Telling;

namespace BienNien.Web.Checking;

internal sealed class EnglishCheckTexts : CheckTexts
{
    public static EnglishCheckTexts Instance { get; } = new();

    public override string Code => "en";
    public override TellingLanguage Language => TellingLanguage.English;

    public override string Title => "Check a draft";
    public override string Lead => "Paste text or choose a file. Dates, figures, names, cited papers and wording are compared, and each place that does not agree is told beside its sentence.";
    public override string FileLabel => "The draft's file";
    public override string DropHere => "Drop a file here, or choose one from your machine.";
    public override string FilesRead(string extensions) => $"Read are: {extensions}.";
    public override string LargestFile(int mebibytes) => $"One file at a time, {mebibytes} MiB at most.";
    public override string TextLabel => "Or paste text";
    public override string TextHint => "The whole text or a passage";
    public override string AgainstLibrary(int documents) => $"Hold it against the library, too ({Words.Number(documents)} {(documents == 1 ? "document" : "documents")})";
    public override string LibraryEmpty => "The library holds no document yet: the draft is checked by itself.";
    public override string LibraryNotAsked(LibraryProblem problem) => $"BN{(int)problem}: " + problem switch
    {
        LibraryProblem.Missing => "there is no library yet; the draft is checked by itself. Make one with “biennien build”.",
        LibraryProblem.NotALibrary => "the library's file is no library; the draft is checked by itself. Choose the right file with --library.",
        LibraryProblem.TooNew => "a newer version has made the library; the draft is checked by itself. Use a newer version of the program.",
        LibraryProblem.Busy => "another program is writing the library; the draft is checked by itself. Wait, then check it again.",
        LibraryProblem.NotUpToDate => "the library was built by another version, or not to its end; the draft is checked by itself. Run “biennien build” again.",
        _ => "the library cannot be opened or written; the draft is checked by itself. Look to the rights and the room on the disk.",
    };
    public override string Check => "Check";
    public override string KeptHow(int minutes, int drafts) =>
        $"The draft stays in the memory of the machine that runs this program: it goes to no disk, no library, no log. It is dropped when it was not used for {minutes} minutes, or sooner when there are more than {drafts} drafts.";
    public override string ProgramsNote => "Only PDF, pictures and older office files pass through a temporary folder, from which other programs read them; it is deleted at once.";
    public override string Working => "Reading and checking the draft…";
    public override string WorkingFor => "Reading and checking the draft… {0} s";
    public override string OneFile => "One file at a time is checked.";
    public override string Fault(UploadFault fault) => fault switch
    {
        UploadFault.Nothing => "There is nothing to check yet. Choose a file or paste text.",
        UploadFault.Both => "There are a file and pasted text. Leave one of the two.",
        UploadFault.TooLarge => $"The draft is too large: {DraftUpload.MostBytes >> 20} MiB at most. Split it into several files.",
        UploadFault.NotOurs => "The page was opened too long ago, or the form does not come from here, so it was not taken. Send it again from this page.",
        UploadFault.Busy => "Many other drafts are being checked. Wait a moment, then send it again.",
        UploadFault.Gone => "This draft is no longer in memory: its time is over, or the program was started anew. Send it again.",
        _ => "It was not taken. Send it again.",
    };
    public override string NotRead => "The draft could not be read";
    public override string Unreadable(int code, string detail, long place, string extensions) =>
        Is(code, ProblemCode.Empty) ? $"the file is empty ({detail}); get the original again"
        : Is(code, ProblemCode.NotText) ? $"not text ({detail} at byte {place}); see whether the file's name has the right ending"
        : Is(code, ProblemCode.NotUtf8) ? $"not UTF-8 ({detail} at byte {place}), nor in another encoding that is recognised; save the file again as UTF-8"
        : Is(code, ProblemCode.Damaged) ? $"the file is damaged or cut off ({detail}); get the original again"
        : Is(code, ProblemCode.TooLarge) ? $"the file is too large ({detail}); split it into smaller ones"
        : Is(code, ProblemCode.UnknownFormat) ? $"files of the kind “{detail}” are not read; convert it to one of {extensions}"
        : Is(code, ProblemCode.Protected) ? "the file has a password; take it away and try again"
        : Is(code, ProblemCode.ProgramMissing) ? $"{detail}, which reads this kind of file, is not installed on the machine that runs this program; “biennien doctor” says how to install it"
        : Is(code, ProblemCode.ProgramFailed) ? $"the program that reads this kind of file failed ({detail}); open the file to see whether it is whole"
        : Is(code, ProblemCode.OverLimit) ? $"reading it goes over a limit ({detail}); split the file or convert it to one that is smaller"
        : code == DraftChecker.SeveralDocuments ? $"holds several documents; send one of them alone: {detail}"
        : code == (int)FileProblem.Internal ? $"the program stumbled over a mistake of its own ({detail}); please report it, with this file if you may"
        : $"could not be read ({detail})";

    public override string ResultOf(string name) => $"Checked: {name}";
    public override string NothingFound => "Nothing to look at was found";
    public override string NothingFoundLead => "What this program can compare agrees. What it does not know still needs a reader.";
    public override string Found(int count) => count == 1 ? "1 place to look at" : $"{Words.Number(count)} places to look at";
    public override string CountOf(DiagnosticSeverity severity, int count) => $"{Words.Number(count)} " + severity switch
    {
        DiagnosticSeverity.Error => count == 1 ? "error" : "errors",
        DiagnosticSeverity.Warning => count == 1 ? "warning" : "warnings",
        _ => count == 1 ? "note" : "notes",
    };
    public override string Severity(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "Error",
        DiagnosticSeverity.Warning => "Warning",
        _ => "Note",
    };
    public override string HeldAgainst(int documents) => $"Held against {Words.Number(documents)} {(documents == 1 ? "document" : "documents")} of the library.";
    public override string OwnLeftOut => "A document of the same file name was taken for an earlier state of this draft and left out:";
    public override string NotHeld => "Checked by itself, not held against the library.";
    public override string ToIssue(int number) => $"See place {number}";
    public override string ToWords(int number) => $"Place {number}, to its words";
    public override string Expected => "Compare:";
    public override string Correction => "Correction:";
    public override string Removed => "taken out";
    public override string ComparedWith => "Places it was compared with";
    public override string AtLine(int line) => $"line {line}";
    public override string OtherTab => "Opens in another tab";
    public override string WhyTold => "Why this is told";
    public override string WithExamples => "Rule and examples";
    public override string Decide(int number) => $"Decide on place {number}";
    public override string Take => "Take";
    public override string Leave => "Leave";
    public override string Reason => "Reason";
    public override string Counts => "Open: {0} · Taken: {1} · Left: {2}";
    public override string NextIssue => "Next place";
    public override string PreviousIssue => "Previous place";
    public override string Keys => "Keys";
    public override string KeysLead => "While no text box is in use:";
    public override string KeyWords => "j, n|next place|k, p|previous place|a|take|x|leave|u|open again";
    public override string UseKeys => "Use these keys";
    public override string Filter => "Filter";
    public override string AnyRule => "Every rule";
    public override string RuleLabel => "Rule";
    public override string Shown => "{0} of {1} places shown";
    public override string NotKept => "The choices could not be kept: the draft is no longer in memory, or the connection is lost.";
    public override string TakeRest => "Take all that are open";
    public override string LeaveRest => "Leave all that are open";
    public override string KeepChoices => "Keep choices";
    public override string Download => "Download";
    public override string WordComments => "Word with comments";
    public override string WordChanges => "Word with tracked changes";
    public override string CorrectedText => "Corrected text";
    public override string Report => "Report (HTML)";
    public override string ReportJson => "Report (JSON)";
    public override string Print => "Print";
    public override string Forget => "Drop the draft from memory";
    public override string AnotherDraft => "Check another draft";
    public override string NothingTaken => "Nothing is taken yet, so there is nothing to download. Choose “Take” at one place at least.";
    public override string NoFixTaken => "No place that was taken has a single possible correction. Take one with a line “Correction”.";
    public override string NoWord => "This file cannot take Word comments. Download a report instead.";
    public override string DraftWords => "The draft";
    public override string DownloadNote(DraftForm form) => form switch
    {
        DraftForm.Word => "Everything in the Word file stays as it is; the places that were taken have comments. Tracked changes are made only where a place that was taken has a single possible correction.",
        DraftForm.Plain => "Everything in the text stays as it is, but for places that were taken and have a single possible correction.",
        _ => "Only the words of the file, with those places corrected that were taken and have a single possible correction.",
    };

    public override string ReportTitle(string name) => $"What was found in “{name}”";
    public override string TakenTitle => "To be corrected";
    public override string LeftTitle => "Looked at and left as it stands";
    public override string Nothing => "Nothing.";
    public override string RuleOver => "A rule of checking";
    public override string ToldHere => "Told";
    public override string NotToldHere => "Not told";
    public override string FullEnglish => "In full";

    // The engine's own pages are in English.
    public override string? Explain(string slug) => null;
}
