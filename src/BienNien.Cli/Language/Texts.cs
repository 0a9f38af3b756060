using BienNien.Checking;
using BienNien.Gazetteers;
using BienNien.Keeping.Chronicling;
using BienNien.Telling;

namespace BienNien.Cli.Language;

/// <summary>Every text that the command line shows, in one language. “{0}” and its like are filled in; both languages have the same.</summary>
internal sealed partial record Texts
{
    internal static Texts Of(TellingLanguage language) => language == TellingLanguage.Vietnamese ? Vietnamese : English;

    public required TellingLanguage Language { get; init; }

    /// <summary>The language as a BCP 47 tag.</summary>
    public string Tag => Language == TellingLanguage.Vietnamese ? "vi" : "en";

    /// <summary>The name of a severity.</summary>
    internal string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Error,
        DiagnosticSeverity.Warning => Warning,
        _ => Note,
    };

    /// <summary>What a build does once all files are read.</summary>
    internal string Of(ChronicleStep step) => step switch
    {
        ChronicleStep.Filing => StepFiling,
        ChronicleStep.Linking => StepLinking,
        ChronicleStep.Placing => StepPlacing,
        ChronicleStep.Judging => StepJudging,
        _ => StepComparing,
    };

    /// <summary>The name of a level of places.</summary>
    internal string Of(PlaceLevel level) => level switch
    {
        PlaceLevel.Country => LevelCountry,
        PlaceLevel.Region => LevelRegion,
        PlaceLevel.Province => LevelProvince,
        PlaceLevel.District => LevelDistrict,
        PlaceLevel.Commune => LevelCommune,
        PlaceLevel.Hamlet => LevelHamlet,
        PlaceLevel.Street => LevelStreet,
        PlaceLevel.Site => LevelSite,
        PlaceLevel.Water => LevelWater,
        PlaceLevel.Mountain => LevelMountain,
        PlaceLevel.Route => LevelRoute,
        _ => LevelOther,
    };

    // The program and its help
    public required string Program { get; init; }
    public required string Usage { get; init; }
    public required string Arguments { get; init; }
    public required string Options { get; init; }
    public required string Commands { get; init; }
    public required string Example { get; init; }
    public required string CommandSlot { get; init; }
    public required string OptionsSlot { get; init; }
    public required string DateSlot { get; init; }
    public required string NameSlot { get; init; }
    public required string ReasonSlot { get; init; }
    public required string DefaultIs { get; init; }
    public required string ExitCodes { get; init; }
    public required string MoreHelp { get; init; }
    public required string HelpOption { get; init; }
    public required string VersionOption { get; init; }
    public required string LanguageOption { get; init; }

    // What is wrong with a command line
    public required string UnknownWord { get; init; }
    public required string MissingArgument { get; init; }
    public required string MissingValue { get; init; }
    public required string MissingCommand { get; init; }
    public required string NotOneOf { get; init; }
    public required string NotAPositiveNumber { get; init; }
    public required string NotADate { get; init; }
    public required string SeeHelp { get; init; }

    // Commands
    public required string Read { get; init; }
    public required string Find { get; init; }
    public required string Relate { get; init; }
    public required string Build { get; init; }
    public required string Search { get; init; }
    public required string Show { get; init; }
    public required string PlaceCommand { get; init; }
    public required string Export { get; init; }
    public required string Check { get; init; }
    public required string Rules { get; init; }
    public required string Evaluate { get; init; }
    public required string Serve { get; init; }
    public required string EntitiesCommand { get; init; }
    public required string EventsCommand { get; init; }
    public required string ConflictsCommand { get; init; }
    public required string ReuseCommand { get; init; }
    public required string RuleCommand { get; init; }
    public required string RuleSame { get; init; }
    public required string RuleDifferent { get; init; }
    public required string RulePrefer { get; init; }
    public required string RuleAccept { get; init; }
    public required string RuleList { get; init; }
    public required string RuleWithdraw { get; init; }

    // Arguments and options
    public required string FileArgument { get; init; }
    public required string FilesArgument { get; init; }
    public required string FoldersArgument { get; init; }
    public required string WordsArgument { get; init; }
    public required string NameArgument { get; init; }
    public required string PlaceNameArgument { get; init; }
    public required string RuleArgument { get; init; }
    public required string GoldArgument { get; init; }
    public required string BlocksOption { get; init; }
    public required string HeaderOption { get; init; }
    public required string DamageOption { get; init; }
    public required string EncodingOption { get; init; }
    public required string FormatOption { get; init; }
    public required string KindsOption { get; init; }
    public required string LibraryOption { get; init; }
    public required string JobsOption { get; init; }
    public required string LimitOption { get; init; }
    public required string OnOption { get; init; }
    public required string InOption { get; init; }
    public required string UnitsOption { get; init; }
    public required string UrlsOption { get; init; }
    public required string ToOption { get; init; }
    public required string OutputOption { get; init; }
    public required string InternalOption { get; init; }
    public required string DocsOption { get; init; }
    public required string MissesOption { get; init; }
    public required string EntityArgument { get; init; }
    public required string OtherEntityArgument { get; init; }
    public required string PreferredArgument { get; init; }
    public required string ConflictArgument { get; init; }
    public required string RulingArgument { get; init; }
    public required string AllEntitiesOption { get; init; }
    public required string AllEventsOption { get; init; }
    public required string AllConflictsOption { get; init; }
    public required string AllReuseOption { get; init; }
    public required string AllRulingsOption { get; init; }
    public required string ReasonOption { get; init; }
    public required string ByOption { get; init; }
    public required string SideOption { get; init; }

    // Problems: 0 detail, 1 byte
    public required string Empty { get; init; }
    public required string NotText { get; init; }
    public required string NotUtf8 { get; init; }
    public required string EncodingFound { get; init; }
    public required string Damaged { get; init; }
    public required string TooLarge { get; init; }
    public required string UnknownFormat { get; init; }
    public required string Protected { get; init; }
    public required string ProgramMissing { get; init; }
    public required string ProgramFailed { get; init; }
    public required string OverLimit { get; init; }
    public required string AccessDenied { get; init; }
    public required string NotFound { get; init; }
    public required string InputOutput { get; init; }
    public required string Internal { get; init; }
    public required string LibraryMissing { get; init; }
    public required string NotALibrary { get; init; }
    public required string LibraryTooNew { get; init; }
    public required string LibraryNoAccess { get; init; }
    public required string LibraryBusy { get; init; }
    public required string LibraryNotUpToDate { get; init; }
    public required string CheckLibraryOption { get; init; }
    public required string GoldMalformed { get; init; }
    public required string GoldWithoutDocument { get; init; }
    public required string GoldDoesNotFit { get; init; }
    public required string NoFiles { get; init; }
    public required string UnknownRule { get; init; }
    public required string AddressTaken { get; init; }
    public required string SeveralDocuments { get; init; }
    public required string NotWritten { get; init; }
    public required string OutputIsLibrary { get; init; }
    public required string OtherDataPackage { get; init; }
    public required string UnknownContainer { get; init; }
    public required string UnknownEntity { get; init; }
    public required string SeveralEntities { get; init; }
    public required string UnknownConflict { get; init; }
    public required string UnknownRuling { get; init; }
    public required string ReasonMissing { get; init; }
    public required string SidesAreEqual { get; init; }
    public required string UnknownProblem { get; init; }
    public required string Stopped { get; init; }

    // What the machine has: 0 name, 1 version, 2 where or what
    public required string Doctor { get; init; }
    public required string DoctorHas { get; init; }
    public required string DoctorLacks { get; init; }
    public required string DoctorLacksPart { get; init; }
    public required string DoctorReads { get; init; }
    public required string DoctorIcu { get; init; }
    public required string DoctorLimits { get; init; }
    public required string DoctorFirmLimits { get; init; }
    public required string DoctorWatchedLimits { get; init; }
    public required string WithoutPoppler { get; init; }
    public required string WithoutTesseract { get; init; }
    public required string WithoutLibreOffice { get; init; }

    // Tables
    public required string Place { get; init; }
    public required string Kind { get; init; }
    public required string Words { get; init; }
    public required string Value { get; init; }
    public required string Rule { get; init; }
    public required string Date { get; init; }
    public required string Type { get; init; }
    public required string Status { get; init; }
    public required string Trigger { get; init; }
    public required string Who { get; init; }
    public required string Where { get; init; }
    public required string Undated { get; init; }
    public required string Indicator { get; init; }
    public required string Scope { get; init; }
    public required string Period { get; init; }
    public required string Comparison { get; init; }
    public required string What { get; init; }
    public required string Level { get; init; }
    public required string Within { get; init; }
    public required string BegunBy { get; init; }
    public required string EndedBy { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required string Today { get; init; }
    public required string Coordinates { get; init; }
    public required string PlaceNote { get; init; }
    public required string Code { get; init; }
    public required string Source { get; init; }
    public required string ToThisDay { get; init; }
    public required string EndNotKnown { get; init; }
    public required string StillThere { get; init; }
    public required string ChangedOn { get; init; }
    public required string ChangedInSteps { get; init; }
    public required string LocationOf { get; init; }
    public required string Names { get; init; }
    public required string NameColumn { get; init; }
    public required string MentionCount { get; init; }
    public required string DocumentCount { get; init; }
    public required string Happening { get; init; }
    public required string ToldIn { get; init; }

    // Results
    public required string Reading { get; init; }
    public required string Built { get; init; }
    public required string BuiltRest { get; init; }
    public required string PassedOver { get; init; }
    public required string Unreadable { get; init; }
    public required string Building { get; init; }
    public required string StepFiling { get; init; }
    public required string StepLinking { get; init; }
    public required string StepPlacing { get; init; }
    public required string StepJudging { get; init; }
    public required string StepComparing { get; init; }
    public required string HitsShown { get; init; }
    public required string NothingFound { get; init; }
    public required string NoPlace { get; init; }
    public required string NearNames { get; init; }
    public required string NoPlaceSo { get; init; }
    public required string NameLine { get; init; }
    public required string MoreOf { get; init; }
    public required string OtherNames { get; init; }
    public required string EventsOf { get; init; }
    public required string FiguresOf { get; init; }
    public required string FactsOf { get; init; }
    public required string About { get; init; }
    public required string Fact { get; init; }
    public required string ThisDocument { get; init; }
    public required string GuessedKey { get; init; }
    public required string NoEventsIn { get; init; }
    public required string NoFiguresIn { get; init; }
    public required string ImpliedKey { get; init; }
    public required string Exported { get; init; }
    public required string ExportedTo { get; init; }
    public required string NothingToExport { get; init; }
    public required string LeftOut { get; init; }
    public required string NotReadYet { get; init; }
    public required string Serving { get; init; }
    public required string AlsoHolds { get; init; }
    public required string CommentsOption { get; init; }
    public required string FormOption { get; init; }
    public required string FormOnlyWord { get; init; }
    public required string FormUnknown { get; init; }
    public required string FormBy { get; init; }
    public required string FormBefore { get; init; }
    public required string FormAfter { get; init; }
    public required string FixOption { get; init; }
    public required string ConfigOption { get; init; }
    public required string BaselineOption { get; init; }
    public required string UpdateBaselineOption { get; init; }
    public required string ChangedSinceOption { get; init; }
    public required string SettingsMalformed { get; init; }
    public required string BaselineMissing { get; init; }
    public required string BaselineMalformed { get; init; }
    public required string CommentsNeedWord { get; init; }
    public required string CommentsOverDraft { get; init; }
    public required string NotFixable { get; init; }
    public required string NoGit { get; init; }
    public required string RemarkWithoutReason { get; init; }
    public required string BaselineWritten { get; init; }
    public required string CommentsWritten { get; init; }
    public required string Fixed { get; init; }
    public required string Lsp { get; init; }
    public required string StdioOption { get; init; }
    public required string NoLanguageClient { get; init; }
    public required string CheckedClean { get; init; }
    public required string CheckedFound { get; init; }
    public required string Expected { get; init; }
    public required string SeeAlso { get; init; }
    public required string Error { get; init; }
    public required string Warning { get; init; }
    public required string Note { get; init; }
    public required string MentionsTitle { get; init; }
    public required string CheckTitle { get; init; }
    public required string Key { get; init; }
    public required string LineShort { get; init; }
    public required string PageShort { get; init; }
    public required string Missed { get; init; }
    public required string Spurious { get; init; }
    public required string WrongValue { get; init; }
    public required string WrongExtent { get; init; }
    public required string WorkingConflicts { get; init; }
    public required string EmptyLibrary { get; init; }
    public required string NotReconciledYet { get; init; }
    public required string NoConflicts { get; init; }
    public required string ConflictsFound { get; init; }
    public required string ConflictsRuled { get; init; }
    public required string CompatibleLeft { get; init; }
    public required string CompatibleTitle { get; init; }
    public required string RuledTitle { get; init; }
    public required string TitleCount { get; init; }
    public required string AlsoBetween { get; init; }
    public required string NotIndependent { get; init; }
    public required string NoEntities { get; init; }
    public required string EntitiesShown { get; init; }
    public required string EntitiesFound { get; init; }
    public required string NoEventsFound { get; init; }
    public required string EventsShown { get; init; }
    public required string EventsFound { get; init; }
    public required string ToldTimes { get; init; }
    public required string NoReuse { get; init; }
    public required string ReuseShown { get; init; }
    public required string ReuseFound { get; init; }
    public required string ReuseLine { get; init; }
    public required string SourcesSay { get; init; }
    public required string NamesOf { get; init; }
    public required string ConflictsAbout { get; init; }
    public required string EntityLine { get; init; }
    public required string EntityAliases { get; init; }
    public required string RulingSame { get; init; }
    public required string RulingDifferent { get; init; }
    public required string RulingPrefer { get; init; }
    public required string RulingAcceptBoth { get; init; }
    public required string RulingAcceptSide { get; init; }
    public required string RulingLine { get; init; }
    public required string RulingWithdrawn { get; init; }
    public required string RulingRecorded { get; init; }
    public required string RulingTakenBack { get; init; }
    public required string NoRulings { get; init; }
    public required string EffectOne { get; init; }
    public required string EffectTwo { get; init; }
    public required string EffectNone { get; init; }
    public required string EffectName { get; init; }
    public required string EffectConflict { get; init; }

    // Kinds of mentions
    public required string KindTime { get; init; }
    public required string KindQuantity { get; init; }
    public required string KindPerson { get; init; }
    public required string KindAlias { get; init; }
    public required string KindPlace { get; init; }
    public required string KindRenamed { get; init; }
    public required string KindOrganisation { get; init; }
    public required string KindOrganisationChange { get; init; }
    public required string KindDocumentReference { get; init; }
    public required string KindAward { get; init; }
    public required string KindQuote { get; init; }

    // Levels of places
    public required string LevelCountry { get; init; }
    public required string LevelRegion { get; init; }
    public required string LevelProvince { get; init; }
    public required string LevelDistrict { get; init; }
    public required string LevelCommune { get; init; }
    public required string LevelHamlet { get; init; }
    public required string LevelStreet { get; init; }
    public required string LevelSite { get; init; }
    public required string LevelWater { get; init; }
    public required string LevelMountain { get; init; }
    public required string LevelRoute { get; init; }
    public required string LevelOther { get; init; }
}
