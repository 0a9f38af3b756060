using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BienNien.Checking;
using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Reading;
using BienNien.Rules;
using BienNien.Telling;
using BienNien.Web;
using BienNien.Web.Checking;
using BienNien.Web.Shared;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace BienNien.Apps.Tests.Web;

/// <summary>A draft is handed in, looked at, decided on and taken away, without scripts.</summary>
public sealed class CheckPageTests(CheckPageTests.Shared shared) : IClassFixture<CheckPageTests.Shared>
{
    private const string Sentence = "Nhà máy được được khánh thành năm 1961.";
    private const string Pasted = Sentence + "\n\nXã họp dân vào thứ Năm, ngày 12/3/1986, tại đình. Huyện có suối,núi và đồng cỏ.\n";

    private HttpClient _client = shared.App.GetTestClient();
    private string _cookie = "";

    [Fact]
    public async Task Pasted_words_come_back_with_each_place_marked_and_told_beside_its_block()
    {
        IDocument page = await Review(Pasted);

        IElement[] words = [.. page.QuerySelectorAll("mark.issue")];
        words.Select(mark => mark.TextContent).ShouldBe(["được được", "thứ Năm", "suối,núi"]);
        string.Concat(page.QuerySelectorAll(".b-paragraph").Select(block => string.Concat(block.ChildNodes.Where(node => (node as IElement)?.ClassName != "issue-number").Select(node => node.TextContent))))
            .ShouldBe(Pasted.Replace("\n", "", StringComparison.Ordinal));
        IElement card = page.GetElementById("d2")!;
        card.ParentElement!.ParentElement.ShouldBe(words[1].Closest(".row"));
        card.QuerySelector(".card-severity")!.TextContent.ShouldNotBeEmpty();
        card.QuerySelector(".card-title")!.TextContent.ShouldBe("Thứ trong tuần không đúng với ngày");
        card.QuerySelector(".card-message")!.TextContent.ShouldContain("thứ Tư");
        card.QuerySelector(".card-rule a")!.GetAttribute("href").ShouldBe("/check/rules/CHK007");
        page.QuerySelector("[data-counts]")!.TextContent.ShouldBe("Chưa quyết: 3 · Nhận: 0 · Bỏ: 0");
        foreach (IElement link in page.QuerySelectorAll("main a[href^='#']"))
        {
            page.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull(link.OuterHtml);
        }
    }

    [Fact]
    public async Task In_English_every_word_of_the_pages_is_English()
    {
        IDocument page = await Review(Pasted, language: "en");

        page.QuerySelector("html")!.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector("#d2 .card-title")!.TextContent.ShouldBe("Weekday mismatch");
        page.QuerySelector("#d2 .card-message")!.TextContent.ShouldContain("Wednesday");
        page.QuerySelector("#d2 .card-rule p")!.GetAttribute("lang").ShouldBe("en");
        (await Page("/check/rules/CHK007", "en")).QuerySelector("h1")!.TextContent.ShouldBe("Weekday mismatch");
    }

    [Fact]
    public async Task A_document_of_the_library_that_says_otherwise_is_named_and_one_click_away()
    {
        string before = Dump();

        IDocument page = await Review("Ngày 15/3/1957, huyện Thanh Khê khánh thành cầu Bình Minh.");

        IElement link = page.QuerySelector("[data-rule=CHK027] .card-related a")!;
        link.TextContent.ShouldBe("bien-nien.txt");
        string[] address = link.GetAttribute("href")!.Split('#');
        (await Page(address[0])).GetElementById(address[1])!.TextContent.ShouldContain("Ngày 12/3/1957");
        page.QuerySelector(".page-head")!.TextContent.ShouldContain("1 tài liệu");
        Dump().ShouldBe(before);
        (await Page("/documents")).QuerySelectorAll(".listing tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Places_of_the_draft_itself_are_one_click_away()
    {
        IDocument page = await Review("Lễ kỷ niệm 74 năm (25/5/1948 - 25/5/2023) sẽ tổ chức ở sân đình.\n");

        IElement[] links = [.. page.QuerySelectorAll(".card-related a")];
        links.ShouldNotBeEmpty();
        links.Select(link => page.GetElementById(link.GetAttribute("href")![1..])!).ShouldAllBe(place => place.ClassName == "compared");
    }

    [Fact]
    public async Task What_is_taken_becomes_a_comment_at_its_words_and_what_is_left_does_not()
    {
        byte[] file = WordFile(["Nhà máy ", "được đ", "ược khánh thành.", " Có suối,núi."]);
        IDocument page = await Review(file, "Đề cương.docx");

        using HttpResponseMessage response = await Choose(page, "word", ("c1", "take"), ("c2", "leave"), ("r2", "chép nguyên văn"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Đề cương.soat.docx");
        using MemoryStream copy = new(await response.Content.ReadAsByteArrayAsync());
        using WordprocessingDocument word = WordprocessingDocument.Open(copy, false);
        MainDocumentPart main = word.MainDocumentPart!;
        W.Comment comment = main.WordprocessingCommentsPart!.Comments.Elements<W.Comment>().ShouldHaveSingleItem();
        comment.InnerText.ShouldContain("CHK020");
        Between(main.Document.Body!, comment.Id!).ShouldBe("được được");
        main.Document.Body!.InnerText.ShouldBe("Nhà máy được được khánh thành. Có suối,núi.");

        // The choice was kept, and its reason with it.
        IDocument again = await Page(page.QuerySelector("form.review")!.GetAttribute("action")!);
        again.QuerySelector("[name=c2][value=leave]")!.HasAttribute("checked").ShouldBeTrue();
        again.QuerySelector("[name=r2]")!.GetAttribute("value").ShouldBe("chép nguyên văn");
        again.QuerySelector("[data-counts]")!.TextContent.ShouldBe("Chưa quyết: 0 · Nhận: 1 · Bỏ: 1");
    }

    [Fact]
    public async Task Corrections_that_are_taken_can_be_tracked_changes()
    {
        IDocument page = await Review(WordFile(["Nhà máy được được khánh thành. Có suối,núi."]), "a.docx");

        using HttpResponseMessage none = await Choose(page, "changes", ("c1", "leave"), ("c2", "leave"));
        using HttpResponseMessage response = await Choose(page, "changes", ("c1", "leave"), ("c2", "take"));

        none.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using MemoryStream copy = new(await response.Content.ReadAsByteArrayAsync());
        using WordprocessingDocument word = WordprocessingDocument.Open(copy, false);
        word.MainDocumentPart!.Document.Body!.Descendants<W.InsertedRun>().ShouldHaveSingleItem();
        string.Concat(word.MainDocumentPart.Document.Body.Descendants<W.Text>().Select(static text => text.Text)).ShouldBe("Nhà máy được được khánh thành. Có suối, núi.");
    }

    [Fact]
    public async Task A_correction_that_is_taken_is_made_and_the_others_are_not()
    {
        IDocument page = await Review("\uFEFF" + Pasted.Normalize(NormalizationForm.FormD), "ban.md");

        using HttpResponseMessage response = await Choose(page, "text", ("c1", "take"), ("c3", "leave"));

        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(
            Encoding.UTF8.GetBytes("\uFEFF" + Pasted.Replace("được được", "được", StringComparison.Ordinal).Normalize(NormalizationForm.FormD)));
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("ban.soat.md");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_gives_its_words_back_corrected()
    {
        IDocument page = await Review("<html><body><h1>Bản tin</h1><p>Nhà máy được được khánh thành.</p></body></html>", "ban.html");

        using HttpResponseMessage response = await Choose(page, "text", ("c1", "take"));

        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("ban.soat.txt");
        (await response.Content.ReadAsStringAsync()).ShouldContain("Nhà máy được khánh thành.");
    }

    [Fact]
    public async Task Reports_tell_what_was_taken_and_what_was_left_for_which_reason()
    {
        IDocument page = await Review(Pasted);
        (string, string)[] choices = [("c1", "take"), ("c2", "leave"), ("r2", "theo lời kể <b>")];

        using HttpResponseMessage json = await Choose(page, "json", choices);
        using HttpResponseMessage html = await Choose(page, "html", choices);

        JsonElement report = JsonDocument.Parse(await json.Content.ReadAsStringAsync()).RootElement;
        report.GetProperty("taken").EnumerateArray().ShouldHaveSingleItem().GetProperty("rule").GetString().ShouldBe("CHK020");
        JsonElement left = report.GetProperty("left").EnumerateArray().ShouldHaveSingleItem();
        left.GetProperty("diagnostic").GetProperty("rule").GetString().ShouldBe("CHK007");
        left.GetProperty("reason").GetString().ShouldBe("theo lời kể <b>");
        html.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        IDocument told = new HtmlParser().ParseDocument(await html.Content.ReadAsStringAsync());
        told.QuerySelectorAll("li").Length.ShouldBe(2);
        told.QuerySelector("#left + ol p")!.TextContent.ShouldContain("theo lời kể <b>");
    }

    [Fact]
    public async Task Without_a_choice_nothing_is_made_and_the_page_says_why()
    {
        IDocument page = await Review(Pasted);

        using HttpResponseMessage response = await Choose(page, "text");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Read(response)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Chưa nhận chỗ nào");
    }

    [Fact]
    public async Task All_that_is_open_can_be_taken_at_once()
    {
        IDocument page = await Review(Pasted);

        using HttpResponseMessage response = await Choose(page, "take-rest", ("c1", "leave"));

        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Page(response.Headers.Location!.OriginalString)).QuerySelector("[data-counts]")!.TextContent.ShouldBe("Chưa quyết: 0 · Nhận: 2 · Bỏ: 1");
    }

    [Fact]
    public async Task A_clean_draft_is_said_to_be_so()
    {
        IDocument page = await Review("Trời nhiều mây.");

        page.QuerySelector(".found")!.TextContent.ShouldContain("Không thấy chỗ nào cần xem");
        page.QuerySelector(".words")!.TextContent.ShouldBe("Trời nhiều mây.");
        page.QuerySelector(".review-bar").ShouldBeNull();
    }

    [Theory]
    [InlineData("hong.docx", "khong phai zip", "BN1004")]
    [InlineData("anh.xyz", "gì đó", "BN1006")]
    [InlineData("rong.txt", "", "BN1001")]
    public async Task A_file_that_cannot_be_read_is_told_in_the_line_of_the_command(string name, string content, string code)
    {
        using HttpResponseMessage response = await HandIn(await Token(), file: Encoding.UTF8.GetBytes(content), name: name);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        IDocument page = await Read(response);
        page.QuerySelector(".check-problem p:last-child")!.TextContent.ShouldStartWith($"{name}: {code}: ");
        page.QuerySelector("form.hand-in").ShouldNotBeNull();
    }

    [Fact]
    public async Task Nothing_and_both_are_refused_and_pasted_words_are_not_lost()
    {
        using HttpResponseMessage nothing = await HandIn(await Token(), text: "  ");
        using HttpResponseMessage both = await HandIn(await Token(), text: Sentence, file: "chữ"u8.ToArray(), name: "a.txt");

        (await Read(nothing)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Chưa có gì để soát");
        IDocument page = await Read(both);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Hãy để lại một trong hai");
        page.QuerySelector("textarea")!.TextContent.ShouldBe(Sentence);
    }

    [Fact]
    public async Task A_draft_that_is_too_large_is_refused_with_the_limit()
    {
        using HttpResponseMessage response = await HandIn(await Token(), file: new byte[DraftUpload.MostBytes + 1], name: "a.txt");
        using HttpResponseMessage larger = await HandIn(await Token(), file: new byte[DraftUpload.MostBytes + (3 << 20)], name: "a.txt");

        foreach (HttpResponseMessage refused in (HttpResponseMessage[])[response, larger])
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            (await Read(refused)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("20 MiB");
        }
    }

    [Fact]
    public async Task A_form_that_is_not_ours_changes_nothing()
    {
        IDocument page = await Review(Pasted);
        string address = page.QuerySelector("form.review")!.GetAttribute("action")!;

        using HttpResponseMessage handed = await HandIn("", text: Pasted);
        using HttpResponseMessage forgotten = await Post(address, [("do", "forget")]);

        handed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Read(handed)).QuerySelector("textarea")!.TextContent.ShouldBe(Pasted);
        forgotten.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Page(address)).QuerySelector("form.review").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_draft_is_dropped_when_its_time_is_over_or_its_reader_says_so()
    {
        IDocument page = await Review(Pasted);
        string address = page.QuerySelector("form.review")!.GetAttribute("action")!;
        shared.Clock.Now += DraftStore.Kept - TimeSpan.FromMinutes(1);
        (await Get(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        shared.Clock.Now += DraftStore.Kept + TimeSpan.FromMinutes(1);

        using HttpResponseMessage gone = await Get(address);
        using HttpResponseMessage late = await Choose(page, "text", ("c1", "take"));

        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Read(gone)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("không còn trong bộ nhớ");
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        IDocument other = await Review(Pasted);
        (await Choose(other, "forget")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Get(other.QuerySelector("form.review")!.GetAttribute("action")!)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Get("/check/" + new string('0', 32))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void No_more_drafts_are_kept_than_are_promised()
    {
        using DraftStore store = new(shared.Clock);
        Draft[] drafts = [.. Enumerable.Range(0, DraftStore.Most + 1).Select(i => NewDraft($"a{i}.txt"))];
        foreach (Draft draft in drafts)
        {
            shared.Clock.Now += TimeSpan.FromSeconds(1);
            store.Add(draft);
        }

        store.Find(drafts[0].Id).ShouldBeNull();
        drafts[1..].ShouldAllBe(draft => store.Find(draft.Id) == draft);
        drafts.Select(draft => draft.Id).Distinct().Count().ShouldBe(drafts.Length);
        drafts.ShouldAllBe(draft => draft.Id.Length == 32);
    }

    [Fact]
    public async Task Without_a_library_a_draft_is_checked_by_itself_and_the_page_says_why()
    {
        await using WebApplication app = await Open(shared.Folder["khong-co.db"]);
        (await Page("/check")).QuerySelector(".against")!.TextContent.ShouldContain("BN2001");
        IDocument page = await Review(Pasted);

        page.QuerySelectorAll("mark.issue").Length.ShouldBe(3);
        page.QuerySelector(".not-held")!.TextContent.ShouldContain("BN2001");
        File.Exists(shared.Folder["khong-co.db"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Over_an_empty_library_a_draft_is_checked_by_itself()
    {
        using (Library.Open(shared.Folder["rong.db"]))
        {
        }

        await using WebApplication app = await Open(shared.Folder["rong.db"]);
        (await Page("/check")).QuerySelector(".against")!.TextContent.ShouldContain("chưa có tài liệu nào");
        (await Review(Pasted, againstLibrary: false)).QuerySelectorAll("mark.issue").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Several_drafts_are_checked_at_once_and_the_library_stays_as_it_was()
    {
        string before = Dump();
        string token = await Token();

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(10, 6).Select(day =>
            HandIn(token, text: $"Ngày {day}/3/1957, huyện Thanh Khê khánh thành cầu Bình Minh.", againstLibrary: true)));

        foreach ((HttpResponseMessage answer, int day) in answers.Select((answer, i) => (answer, i + 10)))
        {
            (await Page(answer.Headers.Location!.OriginalString)).QuerySelectorAll("[data-rule=CHK027]").Length.ShouldBe(day == 12 ? 0 : 1);
            answer.Dispose();
        }

        Dump().ShouldBe(before);
    }

    [Fact]
    public async Task What_a_draft_holds_is_never_markup_and_no_page_breaks_the_policy()
    {
        IDocument page = await Review("Ông <script>alert(1)</script> được được \"><img src=x onerror=alert(1)> khen.", "<b>x'y.txt");

        page.QuerySelectorAll("main script, main img, h1 b").ShouldBeEmpty();
        page.QuerySelector(".words")!.TextContent.ShouldContain("<script>alert(1)</script>");
        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_check_has_a_page_that_explains_it_in_both_languages()
    {
        foreach (RulePage rule in RulePage.LoadAll().Where(static page => page.Id.ToString().StartsWith("CHK", StringComparison.Ordinal)))
        {
            IDocument vietnamese = await Page($"/check/rules/{rule.Id}");
            vietnamese.QuerySelectorAll(".rule-examples").Length.ShouldBe(2);
            vietnamese.QuerySelectorAll(".rule-examples mark").ShouldNotBeEmpty();
            vietnamese.QuerySelector(".rule-page > p:not([lang])").ShouldNotBeNull(rule.Name);
            (await Page($"/check/rules/{rule.Id}", "en")).QuerySelectorAll(".rule-page p[lang=en]").Length.ShouldBeGreaterThan(1);
        }

        ICheck[] checks = [.. Engine.Create().Checker.Checks];
        RuleWords words = new();
        checks.ShouldAllBe(check => RuleWords.SlugOf(words.Page(check.Id)!) == check.Slug);
        checks.ShouldAllBe(check => CheckTexts.Of(Texts.Of(TellingLanguage.Vietnamese)).Explain(check.Slug) != null);
        (await Get("/check/rules/CHK999")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Every_word_is_said_in_both_languages()
    {
        CheckTexts vietnamese = CheckTexts.Of(Texts.Of(TellingLanguage.Vietnamese));
        CheckTexts english = CheckTexts.Of(Texts.Of(TellingLanguage.English));
        foreach (PropertyInfo property in typeof(CheckTexts).GetProperties().Where(static property => property.PropertyType == typeof(string)))
        {
            string said = (string)property.GetValue(vietnamese)!;
            string translated = (string)property.GetValue(english)!;
            said.ShouldNotBeNullOrWhiteSpace();
            translated.ShouldNotBe(said);
            translated.ShouldNotMatch("[ăĂơƠưƯạảấầẩẫậắằẳẵặẹẻẽếềểễệ]");
            translated.Count(static c => c is '{' or '|').ShouldBe(said.Count(static c => c is '{' or '|'));
        }

        foreach (int code in Enum.GetValues<ProblemCode>().Cast<int>().Concat([DraftChecker.SeveralDocuments, (int)FileProblem.Internal, 0]))
        {
            english.Unreadable(code, "?", 7, ".txt").ShouldNotBe(vietnamese.Unreadable(code, "?", 7, ".txt"));
        }

        Enum.GetValues<UploadFault>().ShouldAllBe(fault => english.Fault(fault) != vietnamese.Fault(fault));
        Enum.GetValues<LibraryProblem>().ShouldAllBe(problem => english.LibraryNotAsked(problem) != vietnamese.LibraryNotAsked(problem));
    }

    // Another application, to which this test speaks from now on.
    private async Task<WebApplication> Open(string library)
    {
        WebApplication app = await shared.StartAsync(library);
        (_client, _cookie) = (app.GetTestClient(), "");
        return app;
    }

    private Task<IDocument> Review(string text, string? name = null, bool againstLibrary = true, string language = "vi") => name is null
        ? ReviewAsync(text, null, "", againstLibrary, language)
        : Review(Encoding.UTF8.GetBytes(text), name);

    private Task<IDocument> Review(byte[] file, string name) => ReviewAsync("", file, name, againstLibrary: true, "vi");

    private async Task<IDocument> ReviewAsync(string text, byte[]? file, string name, bool againstLibrary, string language)
    {
        using HttpResponseMessage response = await HandIn(await Token(), text, file, name, againstLibrary);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await response.Content.ReadAsStringAsync());
        return await Page(response.Headers.Location!.OriginalString, language);
    }

    // The token of a fresh form; its cookie is sent from then on.
    private async Task<string> Token()
    {
        using HttpResponseMessage response = await Get("/check");
        _cookie = response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies)
            ? cookies.Select(static cookie => cookie.Split(';')[0]).First(static cookie => cookie.StartsWith("biennien-form=", StringComparison.Ordinal))
            : _cookie;
        return (await Read(response)).QuerySelector("[name=form]")!.GetAttribute("value")!;
    }

    private async Task<HttpResponseMessage> HandIn(string token, string text = "", byte[]? file = null, string name = "", bool againstLibrary = false)
    {
        using MultipartFormDataContent form = new() { { new StringContent(token), "form" }, { new StringContent(text), "text" } };
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "file", name);
        }

        if (againstLibrary)
        {
            form.Add(new StringContent("1"), "library");
        }

        return await Send(HttpMethod.Post, "/check", form);
    }

    // What the form of a page sends when one of its buttons is pressed.
    private Task<HttpResponseMessage> Choose(IDocument page, string wish, params (string Name, string Value)[] choices)
    {
        IElement form = page.QuerySelector("form.review")!;
        return Post(form.GetAttribute("action")!, [("form", form.QuerySelector("[name=form]")!.GetAttribute("value")!), .. choices, ("do", wish)]);
    }

    private async Task<HttpResponseMessage> Post(string path, (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(static field => KeyValuePair.Create(field.Name, field.Value)));
        return await Send(HttpMethod.Post, path, form);
    }

    private Task<HttpResponseMessage> Get(string path, string language = "vi") => Send(HttpMethod.Get, path, null, language);

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content, string language = "vi")
    {
        using HttpRequestMessage request = new(method, path) { Content = content };
        request.Headers.Add("Accept-Language", language);
        if (_cookie.Length > 0)
        {
            request.Headers.Add("Cookie", _cookie);
        }

        return await _client.SendAsync(request);
    }

    private async Task<IDocument> Page(string path, string language = "vi")
    {
        using HttpResponseMessage response = await Get(path, language);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        return await Read(response);
    }

    private static async Task<IDocument> Read(HttpResponseMessage response) => await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    private string Dump()
    {
        using Library library = Library.OpenExisting(shared.Folder["l.db"]);
        using MemoryStream written = new();
        library.Dump(written);
        return Encoding.UTF8.GetString(written.ToArray());
    }

    private static Draft NewDraft(string name)
    {
        BienNien.Text.Document document = ((ReadResult.Read)DocumentReader.Create().Read(name, "Trời nhiều mây."u8.ToArray(), ReadOptions.Default)).Document;
        return new Draft(name, DraftForm.Plain, new CheckedDocument(document, []), default, new LibraryLook.NotAsked(), System.Collections.Immutable.ImmutableDictionary<RelatedPlace, string>.Empty);
    }

    private static byte[] WordFile(string[] runs)
    {
        using MemoryStream file = new();
        using (WordprocessingDocument word = WordprocessingDocument.Create(file, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            word.AddMainDocumentPart().Document = new W.Document(new W.Body(new W.Paragraph(
                runs.Select(static run => new W.Run(new W.Text(run) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve })))));
        }

        return file.ToArray();
    }

    // The words between a comment's marks.
    private static string Between(W.Body body, string comment)
    {
        bool inside = false;
        StringBuilder words = new();
        foreach (DocumentFormat.OpenXml.OpenXmlElement element in body.Descendants())
        {
            inside = element switch
            {
                W.CommentRangeStart start when start.Id == comment => true,
                W.CommentRangeEnd end when end.Id == comment => false,
                _ => inside,
            };
            if (inside && element is W.Text text)
            {
                words.Append(text.Text);
            }
        }

        return words.ToString();
    }

    public sealed class ManualClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>One application over a library of one document: an engine takes longer to make than a draft takes to check.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        internal TemporaryFolder Folder { get; } = new();

        public ManualClock Clock { get; } = new();

        public WebApplication App { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Directory.CreateDirectory(Folder["kho"]);
            await File.WriteAllTextAsync(Path.Combine(Folder["kho"], "bien-nien.txt"), "Sổ ghi.\n\nNgày 12/3/1957, huyện Thanh Khê khánh thành cầu Bình Minh.\n");
            using (Library library = Library.Open(Folder["l.db"]))
            {
                await new Builder(library, new DiskFileSystem(), DocumentReader.Create(), () => Engine.Create()).BuildAsync([Folder["kho"]], BuildOptions.Default with { Jobs = 1 });
            }

            App = await StartAsync(Folder["l.db"]);
        }

        public async Task<WebApplication> StartAsync(string library)
        {
            WebApplication app = WebApp.Create(new WebAppOptions { Library = library }, builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<TimeProvider>(Clock);
            });
            await app.StartAsync();
            return app;
        }

        public async Task DisposeAsync()
        {
            await App.DisposeAsync();
            Folder.Dispose();
        }
    }
}
