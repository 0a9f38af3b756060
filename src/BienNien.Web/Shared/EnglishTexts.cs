using System.Globalization;
using BienNien.Finding;
using BienNien.Keeping;
using BienNien.Reading;
using BienNien.Telling;

namespace BienNien.Web.Shared;

internal sealed class EnglishTexts : Texts
{
    public static EnglishTexts Instance { get; } = new();

    public override string Code => "en";
    public override TellingLanguage Language => TellingLanguage.English;
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

    public override string Tagline => "A chronicle with its sources";
    public override string SkipToContent => "Skip to content";
    public override string MainMenu => "Main menu";
    public override string Home => "Home";
    public override string Timeline => "Timeline";
    public override string Documents => "Documents";
    public override string Search => "Search";
    public override string CheckDraft => "Check a draft";
    public override string SearchHint => "Search all documents, with or without tone marks";
    public override string SearchLabel => "Search the library";
    public override string LanguageLabel => "Language";
    public override string ThemeToDark => "Dark theme";
    public override string ThemeToLight => "Light theme";
    public override string FooterText => "Every line of the chronicle leads back to its sentence. Biên Niên records what documents say; it does not judge them.";
    public override string Licenses => "Licences of software and fonts";
    public override string Loading => "Loading…";

    public override string HomeTitle => "The library";
    public override string HomeLead => "The dates, people, places and events of these documents, each leading back to the sentence that says so.";
    public override string DocumentsCount(int count) => count == 1 ? "document" : "documents";
    public override string EventsCount(int count) => count == 1 ? "event" : "events";
    public override string MentionsCount(int count) => count == 1 ? "mention" : "mentions";
    public override string CopiesNote(int files, int documents) => $"{Number(files)} files, {Number(files - documents)} of them exact copies.";
    public override string Period => "Period";
    public override string ByDecade => "Events by decade";
    public override string ByDecadeLead => "Choose a decade to see it on the timeline.";
    public override string Decade(int firstYear) => firstYear < 0 ? $"{-firstYear - 9}–{-firstYear} BC" : $"{firstYear.ToString(Culture)}–{(firstYear + 9).ToString(Culture)}";
    public override string Year(int year) => year <= 0 ? $"{(1 - year).ToString(Culture)} BC" : year.ToString(Culture);
    public override string AllDocuments => "All documents";
    public override string MentionsByKind => "What is mentioned";
    public override string EventsByType => "Kinds of events";
    public override string Unreadable => "Files that could not be read";
    public override string UnreadableLead(int count) => count == 1 ? "One file could not be read; the others are not affected." : $"{Number(count)} files could not be read; the others are not affected.";
    public override string Problem(int code) => code switch
    {
        (int)ProblemCode.Empty => "The file is empty.",
        (int)ProblemCode.NotText => "Not a text, whatever the file's ending says.",
        (int)ProblemCode.NotUtf8 => "Not UTF-8, nor in another encoding that is recognised. Give --encoding when building the library, or save it again as UTF-8.",
        (int)ProblemCode.Damaged => "The file is damaged or cut off. Copy it again from the original.",
        (int)ProblemCode.TooLarge => "The file is too large. Divide it into several.",
        (int)ProblemCode.UnknownFormat => "This kind of file cannot be read yet. Save it as .docx, .html, .md or .txt.",
        (int)ProblemCode.Protected => "The file is locked by a password. Unlock it and save it again.",
        (int)ProblemCode.ProgramMissing => "The program that reads this kind of file is missing. biennien doctor says how to install it.",
        (int)ProblemCode.ProgramFailed => "The program that reads this kind of file failed. Open the file to see whether it is whole.",
        (int)ProblemCode.OverLimit => "Reading it goes over a limit. Split the file.",
        (int)FileProblem.AccessDenied => "No right to read it. Allow the file to be read.",
        (int)FileProblem.NotFound => "The file is no longer there.",
        (int)FileProblem.InputOutput => "The disk or another program stood in the way. Try again.",
        _ => "It could not be read.",
    };

    public override string EmptyTitle => "The library is still empty";
    public override string EmptyLead => "Point Biên Niên at a folder of documents (.txt, .md, .html, .docx):";
    public override string EmptyCommand => "biennien build FOLDER --library";
    public override string EmptyThen => "Then reload this page. To add documents later, run the command again: what was read is not read twice.";
    public override string ReadTimeline => "Open the timeline";

    public override string TimelineLead => "Each mark is as wide as what the document says: a day is a point, “the 19th century” is a hundred years.";
    public override string FilterTitle => "Filter events";
    public override string FilterTypes => "Kinds of events";
    public override string FilterFrom => "From year";
    public override string FilterTo => "To year";
    public override string FilterDocument => "Document";
    public override string AnyDocument => "Any document";
    public override string FilterText => "With the words";
    public override string FilterName => "With the name";
    public override string FilterStatus => "How it is said";
    public override string AnyStatus => "In any way";
    public override string Apply => "Filter";
    public override string ClearFilters => "Clear filters";
    public override string BadYear(string value) => $"“{value}” is not a year; write it in digits, as 1930.";
    public override string EventList => "List of events";
    public override string EventRange(int first, int last, int total) =>
        total <= last - first + 1 ? total == 1 ? "1 event" : $"{Number(total)} events" : $"{Number(first)}–{Number(last)} of {Number(total)} events";
    public override string NoEvents => "No event fits the filters.";
    public override string NoEventsHint => "Take away a condition, or widen the years.";
    public override string TimelineDrawing => "Drawing of the timeline";
    public override string TimelineKeys => "Drag to move, Ctrl + scroll to zoom. Keys: ← → move, + − zoom, 0 shows all. The list below has every event.";
    public override string ZoomIn => "Zoom in";
    public override string ZoomOut => "Zoom out";
    public override string FitAll => "Show all";
    public override string DrawnNote => "Faded: the document says “about”. A band with a number: many events, click to come closer.";
    public override string ClusterLabel(int count) => $"{Number(count)} events";
    public override string EventsInView => "{0} events in view";
    public override string ShortMonths => "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
    public override string BeforeOurEra => "BC";
    public override string TimelineFailed => "The drawing could not be loaded; the list below is complete.";
    public override string Previous => "Previous";
    public override string Next => "Next";
    public override string Pages => "Pages";
    public override string PageOf(int page, int pages) => $"Page {Number(page)} of {Number(pages)}";

    public override string DocumentsLead => "Open a document to read it with what was found in colour, and to go from a sentence to its event.";
    public override string ColumnTitle => "Title";
    public override string ColumnFile => "File";
    public override string ColumnEvents => "Events";
    public override string ColumnMentions => "Mentions";
    public override string ColumnLength => "Length";
    public override string Characters(int count) => $"{Number(count)} characters";
    public override string Key => "Key to the colours";
    public override string KeyHint => "Clear a box to hide the colour of a kind.";
    public override string ShowAll => "Show all";
    public override string HideAll => "Hide all";
    public override string Contents => "Contents";
    public override string EventsHere => "Events in this document";
    public override string OnTimeline => "On the timeline";
    public override string DocumentOnTimeline => "See this document on the timeline";
    public override string Line(int line) => $"line {Number(line)}";
    public override string OnThePage => "Show on the page";
    public override string PageImage(int page, string title) => $"Picture of page {Number(page)} of “{title}”";
    public override string PageNotShown(ProblemCode problem) => problem switch
    {
        ProblemCode.Empty => "The file is no longer where it was, or has changed, so the page cannot be shown. Read the folder again with biennien build.",
        ProblemCode.ProgramMissing => "The program that draws pages of PDF is not installed. biennien doctor says how to install it.",
        ProblemCode.UnknownFormat => "Browsers do not show this kind of picture (TIFF). Open the file itself.",
        ProblemCode.OverLimit => "The page is too large to be shown. Open the file itself.",
        _ => "The page could not be drawn. Open the file itself.",
    };

    public override string Outlined(string words) => $"Outlined: “{words}”.";
    public override string InTheText => "Show in the text";
    public override string MentionedHere => "Mentioned on this page";
    public override string NothingMentionedHere => "Nothing.";
    public override string Page(int page) => $"page {Number(page)}";
    public override string Part(int part, int parts) => $"Part {Number(part)} of {Number(parts)}";
    public override string Handling => "Restriction";
    public override string EncodingFound(string name, int percent) => $"Read as {name} (confidence {percent}%)";
    public override string OtherCopies => "Files with this content";
    public override string FilterKind => "Kind of document";
    public override string AnyKind => "Any kind";
    public override string ApplyKind => "Filter";
    public override string PaperHeader => "The paper’s own header";
    public override string PaperIssuer => "Issued by";
    public override string PaperNumber => "Number, symbol";
    public override string PaperDate => "Place and date";
    public override string PaperType => "Type";
    public override string PaperTitle => "Subject";
    public override string PaperEnclosure => "Enclosed with";
    public override string PaperSigner => "Signed by";
    public override string PaperAddressees => "Addressed to";
    public override string PaperRecipients => "Sent to";
    public override string PaperUrgency => "Urgency";
    public override string NumberLeftBlank(string symbol) => $"{symbol} (number left blank)";
    public override string KindGuessed(string kind) => $"{kind} (by its title)";
    public override string Source => "Source";
    public override string Rule => "rule";
    public override string NoText => "This document has no text.";
    public override string Footnotes => "Notes";

    public override string Note(string mark) => $"Note {mark}";

    public override string BackToMark => "Back to the mark of this note";
    public override string Debris => "Left behind by a program";
    public override string Comment => "An editor's remark";
    public override string DamagedWords => "Probably damaged by a scan";
    public override string Damage(string reading, int percent) => $"Probably damaged by a scan; should read “{reading}” ({percent}%)";
    public override string ReadingNote(string reading) => $" (probably “{reading}”)";

    public override string SearchTitle => "Search the library";
    public override string SearchLead => "Words typed without marks find words with marks, and “d” finds “đ”. Put words in quotation marks to find them in this order.";
    public override string ResultCount(int count) => count == 1 ? "1 passage" : $"{Number(count)} passages";
    public override string NoResults(string query) => $"Nothing found for “{query}”.";
    public override string NoResultsHint => "Try fewer words, without marks, or without quotation marks.";
    public override string SearchExamples => "Examples";
    public override string InexactHits => "Other marks";

    public override string EventWord => "Event";
    public override string WhatSourceSays => "What the document says";
    public override string When => "When";
    public override string NoDate => "no date given";
    public override string DateCarried => "the date comes from another sentence or heading";
    public override string EdtfLabel => "As EDTF";
    public override string Who => "Who";
    public override string Where => "Where";
    public override string Figures => "Figures";
    public override string Type => "Kind";
    public override string StatusLabel => "How it is said";
    public override string OpenSentence => "Open this sentence in the document";
    public override string SeeOnTimeline => "See it on the timeline";
    public override string ReadByRule => "Read by rule";
    public override string Role(string role) => role switch
    {
        "agent" => "agent",
        "patient" => "concerned",
        "office" => "office",
        "place" or EventPart.Where => "place",
        EventPart.Figure => "figure",
        _ => "related",
    };
    public override string Kind(MentionKind kind) => kind switch
    {
        MentionKind.Time => "Time",
        MentionKind.Quantity => "Quantity",
        MentionKind.Person => "Person",
        MentionKind.Alias => "Alias",
        MentionKind.Place => "Place",
        MentionKind.Renamed => "Former name",
        MentionKind.Organisation => "Organisation",
        MentionKind.OrganisationChange => "Change of a body",
        MentionKind.DocumentReference => "Paper",
        MentionKind.Award => "Award",
        MentionKind.Quote => "Quotation",
        _ => kind.ToString(),
    };

    public override string NotFoundTitle => "There is no such page";
    public override string NotFoundLead => "The address is wrong, or the document was taken out of the library. Search for it by name, or open the list of documents.";
    public override string ErrorTitle => "Something went wrong in the program";
    public override string ErrorLead => "This page could not be made. The library is unchanged. Reload it; if it fails again, please report it with the last lines of the window in which biennien serve runs.";
    public override string BackHome => "Back to the home page";
    public override string LibraryTitle(LibraryProblem problem) => problem switch
    {
        LibraryProblem.Missing => "There is no library yet",
        LibraryProblem.NotALibrary => "This file is not a library of Biên Niên",
        LibraryProblem.TooNew => "A newer version has made this library",
        LibraryProblem.Busy => "The library is busy",
        _ => "The library could not be opened",
    };
    public override string LibraryLead(LibraryProblem problem) => problem switch
    {
        LibraryProblem.Missing => "The library's file is not there. Make it with this command, then reload the page:",
        LibraryProblem.NotALibrary => "Choose the right file with --library, or make a new library with:",
        LibraryProblem.TooNew => "Use a newer version of Biên Niên, or make another library with:",
        LibraryProblem.Busy => "Another program holds the file. Wait a moment, then reload the page.",
        _ => "The file may not be read, or the disk is full. Look to the rights and the space, then reload the page.",
    };
    public override string TryAgain => "Reload";
}
