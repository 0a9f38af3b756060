using BienNien.Checking;
using BienNien.Keeping;
using BienNien.Reading;
using BienNien.Telling;
using BienNien.Web.Shared;

namespace BienNien.Web.Checking;

/// <summary>The words of the pages on which drafts are checked. One class a language, so that the compiler misses none.</summary>
public abstract class CheckTexts
{
    public abstract string Code { get; }
    public abstract TellingLanguage Language { get; }

    public static CheckTexts Of(Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Language == TellingLanguage.English ? EnglishCheckTexts.Instance : VietnameseCheckTexts.Instance;
    }

    protected Texts Words => Texts.Of(Language);

    // Handing in
    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string FileLabel { get; }
    public abstract string DropHere { get; }
    public abstract string FilesRead(string extensions);
    public abstract string LargestFile(int mebibytes);
    public abstract string TextLabel { get; }
    public abstract string TextHint { get; }
    public abstract string AgainstLibrary(int documents);
    public abstract string LibraryEmpty { get; }
    public abstract string LibraryNotAsked(LibraryProblem problem);
    public abstract string Check { get; }
    public abstract string KeptHow(int minutes, int drafts);
    public abstract string ProgramsNote { get; }

    /// <summary>For the script, in place of the button's words.</summary>
    public abstract string Working { get; }

    /// <summary>For the script, which puts the seconds in the place of <c>{0}</c>.</summary>
    public abstract string WorkingFor { get; }
    public abstract string OneFile { get; }
    public abstract string Fault(UploadFault fault);
    public abstract string NotRead { get; }
    public abstract string Unreadable(int code, string detail, long place, string extensions);

    // Result
    public abstract string ResultOf(string name);
    public abstract string NothingFound { get; }
    public abstract string NothingFoundLead { get; }
    public abstract string Found(int count);
    public abstract string CountOf(DiagnosticSeverity severity, int count);
    public abstract string Severity(DiagnosticSeverity severity);
    public abstract string HeldAgainst(int documents);
    public abstract string OwnLeftOut { get; }
    public abstract string NotHeld { get; }
    public abstract string ToIssue(int number);
    public abstract string ToWords(int number);
    public abstract string Expected { get; }
    public abstract string Correction { get; }
    public abstract string Removed { get; }
    public abstract string ComparedWith { get; }
    public abstract string AtLine(int line);
    public abstract string OtherTab { get; }
    public abstract string WhyTold { get; }
    public abstract string WithExamples { get; }
    public abstract string Decide(int number);
    public abstract string Take { get; }
    public abstract string Leave { get; }
    public abstract string Reason { get; }

    /// <summary><c>{0}</c> open, <c>{1}</c> taken, <c>{2}</c> left: the script puts them in anew.</summary>
    public abstract string Counts { get; }
    public abstract string NextIssue { get; }
    public abstract string PreviousIssue { get; }
    public abstract string Keys { get; }
    public abstract string KeysLead { get; }
    public abstract string KeyWords { get; }
    public abstract string UseKeys { get; }
    public abstract string Filter { get; }
    public abstract string AnyRule { get; }
    public abstract string RuleLabel { get; }

    /// <summary><c>{0}</c> shown of <c>{1}</c>.</summary>
    public abstract string Shown { get; }
    public abstract string NotKept { get; }
    public abstract string TakeRest { get; }
    public abstract string LeaveRest { get; }
    public abstract string KeepChoices { get; }
    public abstract string Download { get; }
    public abstract string WordComments { get; }
    public abstract string WordChanges { get; }
    public abstract string CorrectedText { get; }
    public abstract string Report { get; }
    public abstract string ReportJson { get; }
    public abstract string Print { get; }
    public abstract string Forget { get; }
    public abstract string AnotherDraft { get; }
    public abstract string NothingTaken { get; }
    public abstract string NoFixTaken { get; }
    public abstract string NoWord { get; }
    public abstract string DraftWords { get; }
    public abstract string DownloadNote(DraftForm form);

    // Report and rules
    public abstract string ReportTitle(string name);
    public abstract string TakenTitle { get; }
    public abstract string LeftTitle { get; }
    public abstract string Nothing { get; }
    public abstract string RuleOver { get; }
    public abstract string ToldHere { get; }
    public abstract string NotToldHere { get; }
    public abstract string FullEnglish { get; }

    /// <summary>Why a check reports, in this language; null where the check's own English page says it.</summary>
    public abstract string? Explain(string slug);

    /// <summary>The file that could not be read, in one line: what the command line says of it.</summary>
    internal string Line(string name, CheckOutcome.Unreadable problem, IEnumerable<string> extensions) =>
        Library.OneLine($"{name}: BN{problem.Code}: {Unreadable(problem.Code, problem.Detail, problem.Place, string.Join(' ', extensions))}");

    private protected static bool Is(int code, ProblemCode problem) => code == (int)problem;
}
