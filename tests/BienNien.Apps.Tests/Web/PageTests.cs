using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using BienNien.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Shouldly;

namespace BienNien.Apps.Tests.Web;

/// <summary>The pages as they are without scripts.</summary>
public sealed class PageTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Home_says_what_the_library_holds()
    {
        IDocument page = await web.PageAsync("/");

        page.QuerySelector("html")!.GetAttribute("lang").ShouldBe("vi");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelector(".figures dd")!.TextContent.ShouldBe("2");
        page.QuerySelectorAll(".document-list a").Select(link => link.TextContent).ShouldContain(WebFixture.DykeTitle);
        page.QuerySelectorAll(".strip a").Select(link => link.GetAttribute("href")).ShouldContain("/timeline?from=1920&to=1929");
        page.QuerySelector(".problems")!.TextContent.ShouldContain("rong.txt");
        page.QuerySelector(".problems")!.TextContent.ShouldContain("Tệp rỗng.");
    }

    [Fact]
    public async Task The_list_of_the_timeline_has_every_dated_event_in_order()
    {
        IDocument page = await web.PageAsync("/timeline?status=any");

        string[] dates = [.. page.QuerySelectorAll(".event-list .event-when > a").Select(link => link.TextContent)];
        dates.ShouldContain("12/4/1921");
        dates.ShouldContain("tháng 9/1926");
        Array.IndexOf(dates, "12/4/1921").ShouldBeLessThan(Array.IndexOf(dates, "tháng 9/1926"));
    }

    [Theory]
    [InlineData("?from=1922&to=1926", "tháng 9/1926", "12/4/1921")]
    [InlineData("?text=khoi+cong", "12/4/1921", "tháng 9/1926")]
    [InlineData("?type=construction&type=liberation&to=1921", "12/4/1921", "tháng 9/1926")]
    [InlineData("?name=dang+dinh+giau", "tháng 9/1926", "12/4/1921")]
    public async Task Filters_stand_in_the_address(string query, string inside, string outside)
    {
        IDocument page = await web.PageAsync("/timeline" + query);

        string[] dates = [.. page.QuerySelectorAll(".event-list .event-when > a").Select(link => link.TextContent)];
        dates.ShouldContain(inside);
        dates.ShouldNotContain(outside);
        page.QuerySelectorAll(".chosen").ShouldNotBeEmpty();
        page.QuerySelector(".clear a")!.GetAttribute("href").ShouldBe("/timeline");
    }

    [Fact]
    public async Task A_year_that_is_none_is_named_and_the_page_still_shows_events()
    {
        IDocument page = await web.PageAsync("/timeline?from=xưa");

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("“xưa”");
        page.QuerySelectorAll(".event-list .event").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Filters_that_let_nothing_through_say_so()
    {
        IDocument page = await web.PageAsync("/timeline?from=1700&to=1701");

        page.QuerySelector(".notice")!.TextContent.ShouldContain("Không có sự kiện nào");
        page.QuerySelector("[data-timeline]").ShouldBeNull();
    }

    [Fact]
    public async Task From_an_event_to_its_sentence_and_back()
    {
        IDocument timeline = await web.PageAsync("/timeline");
        IElement listed = timeline.QuerySelectorAll(".event").First(item => item.QuerySelector(".event-when > a")!.TextContent == "12/4/1921");
        string[] address = listed.QuerySelector(".event-sentence a")!.GetAttribute("href")!.Split('#');

        IDocument reader = await web.PageAsync(address[0]);
        IElement sentence = reader.GetElementById(address[1]).ShouldNotBeNull();
        sentence.TextContent.ShouldContain("khởi công");
        sentence.TextContent.ShouldNotContain("được bầu");
        IElement note = reader.QuerySelector($"[data-note='{address[1][1..]}']").ShouldNotBeNull();
        note.TextContent.ShouldContain("12/4/1921");

        IDocument back = await web.PageAsync(note.QuerySelector(".note-timeline")!.GetAttribute("href")!);
        back.QuerySelector(".selected .event-sentence")!.TextContent.ShouldContain("khởi công");

        IDocument one = await web.PageAsync(note.QuerySelector(".note-event")!.GetAttribute("href")!);
        one.QuerySelector("h1")!.TextContent.ShouldContain("12/4/1921");
        one.QuerySelector(".facts code")!.TextContent.ShouldBe("1921-04-12");
        one.QuerySelector("blockquote b")!.TextContent.ShouldContain("khởi công");
        one.QuerySelector(".actions a")!.GetAttribute("href").ShouldBe(string.Join('#', address));
    }

    [Fact]
    public async Task The_reader_shows_the_documents_own_words_with_its_mentions()
    {
        IDocument page = await web.PageAsync(await web.DocumentAsync(WebFixture.DykeTitle));

        string words = string.Join(' ', page.QuerySelectorAll(".words").Select(block => block.TextContent));
        words.ShouldContain("Ngày 12/4/1921, Sở Công chính Thanh Hóa khởi công xây dựng đập Bái Thượng.");
        IElement time = page.QuerySelectorAll(".m-time").First(mark => mark.TextContent.Contains("12/4/1921", StringComparison.Ordinal));
        time.GetAttribute("title")!.ShouldContain("1921-04-12");
        time.GetAttribute("title")!.ShouldContain("TIM");
        page.QuerySelectorAll("[data-kind]").Select(box => box.GetAttribute("data-kind")).ShouldContain("time");
        page.QuerySelector(".words h2")!.TextContent.ShouldBe(WebFixture.DykeTitle);
    }

    [Theory]
    [InlineData("dang dinh giau", "Đặng Đình Giàu")]
    [InlineData("Đặng Đình Giàu", "Đặng Đình Giàu")]
    [InlineData("de song ma", "ĐÊ SÔNG MÃ")]
    public async Task Search_finds_words_typed_with_and_without_marks(string typed, string found)
    {
        IDocument page = await web.PageAsync("/search?q=" + Uri.EscapeDataString(typed));

        IElement hit = page.QuerySelectorAll(".hit")[0];
        string.Join(' ', hit.QuerySelectorAll(".snippet mark").Select(mark => mark.TextContent)).ShouldBe(found);
        page.QuerySelector("main [data-search]")!.GetAttribute("value").ShouldBe(typed);
        string[] address = hit.QuerySelector("a")!.GetAttribute("href")!.Split('#');
        (await web.PageAsync(address[0])).GetElementById(address[1])!.TextContent.ShouldContain(found);
    }

    [Fact]
    public async Task A_search_without_words_explains_and_one_without_results_says_so()
    {
        (await web.PageAsync("/search")).QuerySelector(".lead")!.TextContent.ShouldContain("không dấu");
        (await web.PageAsync("/search?q=kh%C3%B4ng-c%C3%B3-ch%E1%BB%AF-n%C3%A0y")).QuerySelector(".notice")!.TextContent.ShouldContain("“không-có-chữ-này”");
    }

    [Fact]
    public async Task What_a_document_holds_is_never_markup()
    {
        string reader = await web.DocumentAsync("THỬ");
        string[] pages = ["/", "/documents", reader, "/timeline?status=any", "/search?q=tran", "/search?q=" + Uri.EscapeDataString("<script>alert(1)</script>"), "/timeline?text=" + Uri.EscapeDataString("\"><script>alert(1)</script>")];
        foreach (string path in pages)
        {
            IDocument page = await web.PageAsync(path);
            page.QuerySelectorAll("script:not([src])").ShouldBeEmpty(path);
            page.QuerySelectorAll("img, [onerror], iframe").ShouldBeEmpty(path);
        }

        (await web.PageAsync(reader)).QuerySelector(".words")!.TextContent.ShouldContain("<script>alert(\"x\")</script> & \"NGOẶC\"");
        IDocument events = await web.PageAsync("/timeline?status=any&text=bau+lam");
        string href = events.QuerySelector(".event-when > a")!.GetAttribute("href")!;
        (await web.PageAsync(href)).QuerySelectorAll("img, script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_drawing_gets_days_and_widths()
    {
        using HttpResponseMessage response = await web.GetAsync("/timeline/data?status=any");
        using JsonDocument data = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        JsonElement[] items = [.. data.RootElement.GetProperty("items").EnumerateArray()];
        JsonElement day = items.First(item => item.GetProperty("date").GetString() == "12/4/1921");
        (day.GetProperty("end").GetInt32() - day.GetProperty("start").GetInt32()).ShouldBe(1);
        DateTime.UnixEpoch.AddDays(day.GetProperty("start").GetInt32()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe("1921-04-12");
        JsonElement month = items.First(item => item.GetProperty("date").GetString() == "tháng 9/1926");
        (month.GetProperty("end").GetInt32() - month.GetProperty("start").GetInt32()).ShouldBe(30);
    }

    [Fact]
    public async Task What_a_document_says_with_reserve_is_drawn_so()
    {
        using HttpResponseMessage response = await web.GetAsync("/timeline/data?status=any");
        using JsonDocument data = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        JsonElement about = data.RootElement.GetProperty("items").EnumerateArray().First(item => item.GetProperty("date").GetString() == "khoảng năm 1802");
        about.GetProperty("doubtful").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_window_of_the_drawing_holds_only_its_own_events()
    {
        int start = (int)(new DateTime(1926, 1, 1, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalDays;
        using HttpResponseMessage response = await web.GetAsync($"/timeline/data?status=any&start={start}&end={start + 365}");
        using JsonDocument data = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        data.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("date").GetString()).Distinct().ShouldBe(["tháng 9/1926"]);
    }

    [Theory]
    [InlineData("/", "The library")]
    [InlineData("/timeline", "Timeline")]
    [InlineData("/documents", "Documents")]
    [InlineData("/search", "Search the library")]
    [InlineData("/nowhere", "There is no such page")]
    public async Task Every_page_speaks_English_when_asked(string path, string heading)
    {
        foreach (IDocument page in new[] { await web.PageAsync(path + "?lang=en"), await web.PageAsync(path, "en-GB,en;q=0.9,vi;q=0.5") })
        {
            page.QuerySelector("html")!.GetAttribute("lang").ShouldBe("en");
            page.QuerySelector("h1")!.TextContent.ShouldBe(heading);
        }
    }

    [Fact]
    public async Task A_choice_of_language_is_kept_and_goes_over_what_the_browser_asks_for()
    {
        using HttpResponseMessage response = await web.GetAsync("/?lang=en", "vi");
        response.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("biennien-lang=en", StringComparison.Ordinal));

        using HttpRequestMessage next = new(HttpMethod.Get, "/documents");
        next.Headers.Add("Cookie", "biennien-lang=en");
        next.Headers.Add("Accept-Language", "vi");
        using HttpResponseMessage page = await web.Client().SendAsync(next);
        (await page.Content.ReadAsStringAsync()).ShouldContain("lang=\"en\"");
    }

    [Theory]
    [InlineData("/timeline?from=1920", "/timeline?from=1920")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    public async Task A_choice_of_theme_leads_back_to_our_own_page_only(string back, string expected)
    {
        using FormUrlEncodedContent form = new([new("theme", "dark"), new("back", back)]);
        using HttpResponseMessage response = await web.Client().PostAsync(new Uri("/preferences/theme", UriKind.Relative), form);

        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.ShouldBe(expected);
        response.Headers.GetValues("Set-Cookie").Single().ShouldStartWith("biennien-theme=dark");
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/documents/1")]
    [InlineData("/documents/x")]
    [InlineData("/events/1-1")]
    [InlineData("/events/x")]
    public async Task What_is_not_there_is_a_404_with_a_way_on(string path)
    {
        using HttpResponseMessage response = await web.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await web.PageAsync(path)).QuerySelector("main form[action='/search']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/timeline")]
    [InlineData("/nowhere")]
    [InlineData("/timeline/data")]
    [InlineData("/assets/app.js")]
    public async Task Every_answer_forbids_what_is_not_ours(string path)
    {
        using HttpResponseMessage response = await web.GetAsync(path);

        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain("frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task No_page_refers_to_another_site()
    {
        foreach (string path in new[] { "/", "/timeline", "/documents", "/search?q=de", await web.DocumentAsync(WebFixture.DykeTitle) })
        {
            IDocument page = await web.PageAsync(path);
            page.QuerySelectorAll("[src], [href], [action]")
                .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href") ?? element.GetAttribute("action")!)
                .ShouldAllBe(address => (address.StartsWith('/') && !address.StartsWith("//")) || address.StartsWith('#'), path);
            page.QuerySelectorAll("[style], style").ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task A_request_under_a_foreign_name_is_refused()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        request.Headers.Host = "elsewhere.example";
        using HttpResponseMessage response = await web.Client().SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Without_a_library_every_page_says_how_to_make_one()
    {
        string missing = Path.Combine(Path.GetTempPath(), "khong-co-" + Guid.NewGuid().ToString("N") + ".db");
        await using WebApplication app = await WebFixture.StartAsync(missing);
        using HttpResponseMessage response = await app.GetTestClient().GetAsync(new Uri("/timeline", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        string html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        html.ShouldContain("Chưa có thư viện");
        html.ShouldContain("biennien build");
        File.Exists(missing).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_library_is_said_to_be_none()
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, new string('x', 5000));
            await using WebApplication app = await WebFixture.StartAsync(file);
            using HttpResponseMessage response = await app.GetTestClient().GetAsync(new Uri("/", UriKind.Relative));

            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()).ShouldContain("không phải thư viện");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task An_empty_library_says_how_to_fill_it()
    {
        string file = Path.Combine(Path.GetTempPath(), "trong-" + Guid.NewGuid().ToString("N") + ".db");
        try
        {
            using (Library.Open(file))
            {
            }

            await using WebApplication app = await WebFixture.StartAsync(file);
            foreach (string path in new[] { "/", "/timeline", "/documents", "/search?q=a" })
            {
                using HttpResponseMessage response = await app.GetTestClient().GetAsync(new Uri(path, UriKind.Relative));
                response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            }

            string html = WebUtility.HtmlDecode(await app.GetTestClient().GetStringAsync(new Uri("/", UriKind.Relative)));
            html.ShouldContain("biennien build");
        }
        finally
        {
            foreach (string part in new[] { file, file + "-wal", file + "-shm" })
            {
                File.Delete(part);
            }
        }
    }
}
