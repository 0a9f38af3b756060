using System.Globalization;
using BienNien.Cli.Language;
using BienNien.Keeping;
using BienNien.Reading;

namespace BienNien.Cli.Hosting;

/// <summary>Something that stood in the way, as one line: <c>file:line: BN1002: what is wrong; what to do</c>.</summary>
/// <param name="Path">The file, as the user knows it; empty when no file is meant.</param>
/// <param name="Line">From 1; 0 when no line is meant.</param>
/// <param name="Code">The number after BN.</param>
/// <param name="Detail">What was seen.</param>
/// <param name="Place">Byte of the file.</param>
internal sealed record Problem(string Path, int Line, int Code, string Detail, long Place = 0)
{
    internal const int CommandLine = 3001;
    internal const int GoldMalformed = 3002;
    internal const int GoldWithoutDocument = 3003;
    internal const int GoldDoesNotFit = 3004;
    internal const int NoFiles = 3005;
    internal const int UnknownRule = 3006;
    internal const int AddressTaken = 3007;
    internal const int SeveralDocuments = 3008;
    internal const int NotWritten = 3009;
    internal const int OutputIsLibrary = 3010;
    internal const int OtherDataPackage = 3011;
    internal const int UnknownContainer = 3012;
    internal const int UnknownEntity = 3013;
    internal const int SeveralEntities = 3014;
    internal const int UnknownConflict = 3015;
    internal const int UnknownRuling = 3016;
    internal const int ReasonMissing = 3017;
    internal const int SidesAreEqual = 3018;
    internal const int SettingsMalformed = 3019;
    internal const int BaselineMissing = 3020;
    internal const int BaselineMalformed = 3021;
    internal const int CommentsNeedWord = 3022;
    internal const int CommentsOverDraft = 3023;
    internal const int NotFixable = 3024;
    internal const int NoGit = 3025;
    internal const int RemarkWithoutReason = 3026;
    internal const int NoLanguageClient = 3027;

    internal static Problem Of(ProblemRow row, string shownPath) => new(shownPath, row.Line, row.Code, row.Detail, row.Place);

    internal static Problem Of(LibraryException exception) =>
        new(exception.Path, 0, (int)exception.Problem, exception.Problem == LibraryProblem.Missing ? exception.Path : exception.InnerException?.Message ?? "");

    /// <summary>What is wrong and what to do, without place and code.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="extensions">The endings of the files that are read.</param>
    private string Explain(Texts texts, string extensions) => Session.Fill(Template(texts), Detail, Place, extensions);

    /// <summary>The whole line.</summary>
    /// <inheritdoc cref="Explain"/>
    internal string Tell(Texts texts, string extensions)
    {
        string place = Path.Length == 0 ? "biennien" : Line == 0 ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}");
        return Library.OneLine(string.Create(CultureInfo.InvariantCulture, $"{place}: BN{Code}: {Explain(texts, extensions)}"));
    }

    private string Template(Texts texts) => Code switch
    {
        (int)ProblemCode.Empty => texts.Empty,
        (int)ProblemCode.NotText => texts.NotText,
        (int)ProblemCode.NotUtf8 => texts.NotUtf8,
        (int)ProblemCode.Damaged => texts.Damaged,
        (int)ProblemCode.TooLarge => texts.TooLarge,
        (int)ProblemCode.UnknownFormat => texts.UnknownFormat,
        (int)ProblemCode.Protected => texts.Protected,
        (int)ProblemCode.ProgramMissing => texts.ProgramMissing,
        (int)ProblemCode.ProgramFailed => texts.ProgramFailed,
        (int)ProblemCode.OverLimit => texts.OverLimit,
        (int)FileProblem.AccessDenied => texts.AccessDenied,
        (int)FileProblem.NotFound => texts.NotFound,
        (int)FileProblem.InputOutput => texts.InputOutput,
        (int)FileProblem.Internal => texts.Internal,
        (int)LibraryProblem.Missing => texts.LibraryMissing,
        (int)LibraryProblem.NotALibrary => texts.NotALibrary,
        (int)LibraryProblem.TooNew => texts.LibraryTooNew,
        (int)LibraryProblem.NoAccess => texts.LibraryNoAccess,
        (int)LibraryProblem.Busy => texts.LibraryBusy,
        (int)LibraryProblem.NotUpToDate => texts.LibraryNotUpToDate,
        CommandLine => "{0}",
        GoldMalformed => texts.GoldMalformed,
        GoldWithoutDocument => texts.GoldWithoutDocument,
        GoldDoesNotFit => texts.GoldDoesNotFit,
        NoFiles => texts.NoFiles,
        UnknownRule => texts.UnknownRule,
        AddressTaken => texts.AddressTaken,
        SeveralDocuments => texts.SeveralDocuments,
        NotWritten => texts.NotWritten,
        OutputIsLibrary => texts.OutputIsLibrary,
        OtherDataPackage => texts.OtherDataPackage,
        UnknownContainer => texts.UnknownContainer,
        UnknownEntity => texts.UnknownEntity,
        SeveralEntities => texts.SeveralEntities,
        UnknownConflict => texts.UnknownConflict,
        UnknownRuling => texts.UnknownRuling,
        ReasonMissing => texts.ReasonMissing,
        SidesAreEqual => texts.SidesAreEqual,
        SettingsMalformed => texts.SettingsMalformed,
        BaselineMissing => texts.BaselineMissing,
        BaselineMalformed => texts.BaselineMalformed,
        CommentsNeedWord => texts.CommentsNeedWord,
        CommentsOverDraft => texts.CommentsOverDraft,
        NotFixable => texts.NotFixable,
        NoGit => texts.NoGit,
        RemarkWithoutReason => texts.RemarkWithoutReason,
        NoLanguageClient => texts.NoLanguageClient,
        _ => texts.UnknownProblem,
    };
}
