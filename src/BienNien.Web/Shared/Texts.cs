using BienNien.Finding;
using BienNien.Keeping;
using BienNien.Reading;
using BienNien.Reading.Papers;
using BienNien.Relating;
using BienNien.Telling;

namespace BienNien.Web.Shared;

/// <summary>Every word of the pages that is not a document's own. One class a language, so that the compiler misses none.</summary>
public abstract class Texts
{
    /// <summary>BCP 47, for <c>lang</c> attributes.</summary>
    public abstract string Code { get; }
    public abstract TellingLanguage Language { get; }

    /// <summary>For numbers: 12.345 or 12,345.</summary>
    public abstract System.Globalization.CultureInfo Culture { get; }

    public static Texts Of(TellingLanguage language) => language == TellingLanguage.English ? EnglishTexts.Instance : VietnameseTexts.Instance;

    public string Number(long value) => value.ToString("N0", Culture);

    public string Date(string edtf) => edtf.Length == 0 ? NoDate : DateWords.Of(edtf, Language);

    public string Date(EventRow row) => row.Date.Length == 0 ? NoDate : DateWords.Of(row.Date, row.DateMod, Language);

    // Frame
    public abstract string Tagline { get; }
    public abstract string SkipToContent { get; }
    public abstract string MainMenu { get; }
    public abstract string Home { get; }
    public abstract string Timeline { get; }
    public abstract string Documents { get; }
    public abstract string Search { get; }
    public abstract string CheckDraft { get; }
    public abstract string SearchHint { get; }
    public abstract string SearchLabel { get; }
    public abstract string LanguageLabel { get; }
    public abstract string ThemeToDark { get; }
    public abstract string ThemeToLight { get; }
    public abstract string FooterText { get; }
    public abstract string Licenses { get; }
    public abstract string Loading { get; }

    // Home
    public abstract string HomeTitle { get; }
    public abstract string HomeLead { get; }
    public abstract string DocumentsCount(int count);
    public abstract string EventsCount(int count);
    public abstract string MentionsCount(int count);
    public abstract string CopiesNote(int files, int documents);
    public abstract string Period { get; }
    public abstract string ByDecade { get; }
    public abstract string ByDecadeLead { get; }
    public abstract string Decade(int firstYear);
    public abstract string Year(int year);
    public abstract string AllDocuments { get; }
    public abstract string MentionsByKind { get; }
    public abstract string EventsByType { get; }
    public abstract string Unreadable { get; }
    public abstract string UnreadableLead(int count);
    public abstract string Problem(int code);
    public abstract string EmptyTitle { get; }
    public abstract string EmptyLead { get; }
    public abstract string EmptyCommand { get; }
    public abstract string EmptyThen { get; }
    public abstract string ReadTimeline { get; }

    // Timeline
    public abstract string TimelineLead { get; }
    public abstract string FilterTitle { get; }
    public abstract string FilterTypes { get; }
    public abstract string FilterFrom { get; }
    public abstract string FilterTo { get; }
    public abstract string FilterDocument { get; }
    public abstract string AnyDocument { get; }
    public abstract string FilterText { get; }
    public abstract string FilterName { get; }
    public abstract string FilterStatus { get; }
    public abstract string AnyStatus { get; }
    public abstract string Apply { get; }
    public abstract string ClearFilters { get; }
    public abstract string BadYear(string value);
    public abstract string EventList { get; }
    public abstract string EventRange(int first, int last, int total);
    public abstract string NoEvents { get; }
    public abstract string NoEventsHint { get; }
    public abstract string TimelineDrawing { get; }
    public abstract string TimelineKeys { get; }
    public abstract string ZoomIn { get; }
    public abstract string ZoomOut { get; }
    public abstract string FitAll { get; }
    public abstract string DrawnNote { get; }
    public abstract string ClusterLabel(int count);
    public abstract string TimelineFailed { get; }

    /// <summary>For the drawing's script, which puts the count in the place of <c>{0}</c>.</summary>
    public abstract string EventsInView { get; }

    /// <summary>Twelve, with <c>|</c> between.</summary>
    public abstract string ShortMonths { get; }

    /// <summary>What follows a year before our era.</summary>
    public abstract string BeforeOurEra { get; }

    public abstract string Previous { get; }
    public abstract string Next { get; }
    public abstract string Pages { get; }
    public abstract string PageOf(int page, int pages);

    // Documents and reader
    public abstract string DocumentsLead { get; }
    public abstract string ColumnTitle { get; }
    public abstract string ColumnFile { get; }
    public abstract string ColumnEvents { get; }
    public abstract string ColumnMentions { get; }
    public abstract string ColumnLength { get; }
    public abstract string Characters(int count);
    public abstract string Key { get; }
    public abstract string KeyHint { get; }
    public abstract string ShowAll { get; }
    public abstract string HideAll { get; }
    public abstract string Contents { get; }
    public abstract string EventsHere { get; }
    public abstract string OnTimeline { get; }
    public abstract string DocumentOnTimeline { get; }
    public abstract string Line(int line);
    public abstract string Page(int page);
    public abstract string OnThePage { get; }
    public abstract string PageImage(int page, string title);
    public abstract string PageNotShown(ProblemCode problem);
    public abstract string Outlined(string words);
    public abstract string InTheText { get; }
    public abstract string MentionedHere { get; }
    public abstract string NothingMentionedHere { get; }
    public abstract string Part(int part, int parts);
    public abstract string Handling { get; }
    public abstract string EncodingFound(string name, int percent);
    public abstract string OtherCopies { get; }
    public string PaperKind(PaperKind kind) => PaperWords.Of(kind, Language);
    public abstract string FilterKind { get; }
    public abstract string AnyKind { get; }
    public abstract string ApplyKind { get; }
    public abstract string PaperHeader { get; }
    public abstract string PaperIssuer { get; }
    public abstract string PaperNumber { get; }
    public abstract string PaperDate { get; }
    public abstract string PaperType { get; }
    public abstract string PaperTitle { get; }
    public abstract string PaperEnclosure { get; }
    public abstract string PaperSigner { get; }
    public abstract string PaperAddressees { get; }
    public abstract string PaperRecipients { get; }
    public abstract string PaperUrgency { get; }
    public abstract string NumberLeftBlank(string symbol);
    public abstract string KindGuessed(string kind);
    public abstract string Source { get; }
    public abstract string Rule { get; }
    public abstract string NoText { get; }
    public abstract string Footnotes { get; }
    public abstract string Note(string mark);
    public abstract string BackToMark { get; }
    public abstract string Debris { get; }
    public abstract string Comment { get; }
    public abstract string DamagedWords { get; }
    public abstract string Damage(string reading, int percent);
    public abstract string ReadingNote(string reading);

    // Search
    public abstract string SearchTitle { get; }
    public abstract string SearchLead { get; }
    public abstract string ResultCount(int count);
    public abstract string NoResults(string query);
    public abstract string NoResultsHint { get; }
    public abstract string SearchExamples { get; }
    public abstract string InexactHits { get; }

    // Events
    public abstract string EventWord { get; }
    public abstract string WhatSourceSays { get; }
    public abstract string When { get; }
    public abstract string NoDate { get; }
    public abstract string DateCarried { get; }
    public abstract string EdtfLabel { get; }
    public abstract string Who { get; }
    public abstract string Where { get; }
    public abstract string Figures { get; }
    public abstract string Type { get; }
    public abstract string StatusLabel { get; }
    public abstract string OpenSentence { get; }
    public abstract string SeeOnTimeline { get; }
    public abstract string ReadByRule { get; }
    public abstract string Role(string role);
    public abstract string Kind(MentionKind kind);
    public string EventTypeName(EventType type) => EventWords.Of(type, Language);
    public string Status(ClaimStatus status) => EventWords.Of(status, Language);

    // Errors
    public abstract string NotFoundTitle { get; }
    public abstract string NotFoundLead { get; }
    public abstract string ErrorTitle { get; }
    public abstract string ErrorLead { get; }
    public abstract string BackHome { get; }
    public abstract string LibraryTitle(LibraryProblem problem);
    public abstract string LibraryLead(LibraryProblem problem);
    public abstract string TryAgain { get; }
}
