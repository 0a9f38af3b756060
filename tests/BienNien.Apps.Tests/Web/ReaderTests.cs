using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BienNien.Finding;
using BienNien.Keeping;
using BienNien.Telling;
using BienNien.Text;
using BienNien.Web.Documents;
using BienNien.Web.Shared;
using Shouldly;

namespace BienNien.Apps.Tests.Web;

/// <summary>Blocks as HTML, where marks overlap and documents are long.</summary>
public sealed class ReaderTests
{
    private static readonly Texts _texts = Texts.Of(TellingLanguage.Vietnamese);

    [Fact]
    public void Marks_that_overlap_are_cut_and_every_word_is_still_there_once()
    {
        const string Text = "Hội Nông dân xã Tế Thắng họp năm 1931.";
        DocumentContent content = Content(
            Text,
            [new BlockRow(0, BlockKind.Paragraph, 0, new TextSpan(0, Text.Length), [new TextSpan(0, Text.Length)], null)],
            [Mention(MentionKind.Organisation, 0, 24), Mention(MentionKind.Place, 13, 28), Mention(MentionKind.Time, 29, 37)]);

        IDocument page = Read(content);

        page.QuerySelector(".words")!.TextContent.ShouldBe(Text);
        string.Concat(page.QuerySelectorAll(".m-org").Select(mark => mark.TextContent)).ShouldBe(Text[..24]);
        string.Concat(page.QuerySelectorAll(".m-place").Select(mark => mark.TextContent)).ShouldBe(Text[13..28]);
        page.QuerySelectorAll(".m-place:not(.more)").Length.ShouldBe(1);
    }

    [Fact]
    public void Marks_of_emphasis_are_not_printed_and_notes_are_set_as_notes()
    {
        const string Text = "Suốt **93 năm** *qua*, 3 * 4 = 12, làng[^2] dựng [sic] cổng.";
        DocumentContent content = Content(
            Text, [new BlockRow(0, BlockKind.Paragraph, 0, new TextSpan(0, Text.Length), [new TextSpan(0, Text.Length)], null)], [Mention(MentionKind.Time, 7, 13)]);

        IDocument page = Read(content);

        page.QuerySelector(".b-paragraph")!.TextContent.ShouldBe("Suốt 93 năm qua, 3 * 4 = 12, làng2 dựng [sic] cổng.");
        page.QuerySelector(".b-paragraph sup")!.TextContent.ShouldBe("2");
        page.QuerySelector(".m-time")!.TextContent.ShouldBe("93 năm");
    }

    [Fact]
    public void A_block_that_is_cut_by_a_page_is_read_as_one_and_the_page_is_named()
    {
        const string Text = "Đê dài hai 12 mươi dặm.";
        DocumentContent content = Content(
            Text,
            [
                new BlockRow(0, BlockKind.Paragraph, 0, new TextSpan(0, Text.Length), [TextSpan.Between(0, 10), TextSpan.Between(14, Text.Length)], null),
                new BlockRow(1, BlockKind.Furniture, 0, TextSpan.Between(11, 13), [TextSpan.Between(11, 13)], null),
            ],
            []) with
        {
            PageStarts = [11],
        };

        IDocument page = Read(content);

        page.QuerySelector(".b-paragraph")!.TextContent.ShouldBe("Đê dài hai mươi dặm.");
        page.QuerySelector(".b-furniture")!.TextContent.ShouldBe("12");
        page.QuerySelectorAll(".place-page").Select(place => place.TextContent).ShouldBe(["trang 1", "trang 2"]);
    }

    [Fact]
    public void Cells_keep_their_columns_and_items_their_list()
    {
        const string Text = "Năm Dân 1931 450 - một - hai";
        DocumentContent content = Content(
            Text,
            [
                Cell(0, 0, 3, 0, 0, header: true),
                Cell(1, 4, 7, 0, 2, header: true),
                Cell(2, 8, 12, 1, 0, header: false),
                Cell(3, 13, 16, 1, 2, header: false),
                new BlockRow(4, BlockKind.ListItem, 1, TextSpan.Between(17, 22), [TextSpan.Between(17, 22)], null),
                new BlockRow(5, BlockKind.ListItem, 1, TextSpan.Between(23, 28), [TextSpan.Between(23, 28)], null),
            ],
            []);

        IDocument page = Read(content);

        page.QuerySelectorAll("tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))).ShouldBe(["Năm||Dân", "1931||450"]);
        page.QuerySelectorAll("th").Select(cell => cell.GetAttribute("scope")).ShouldBe(["col", "col"]);
        page.QuerySelectorAll("ul.b-list > li").Length.ShouldBe(2);
    }

    [Fact]
    public void The_outline_has_no_hole_whatever_levels_the_document_has()
    {
        const string Text = "A B C D";
        DocumentContent content = Content(
            Text,
            [Heading(0, 0), Heading(1, 4), Heading(2, 6), Heading(3, 1)],
            []);

        Read(content).QuerySelectorAll(".words > *").Select(heading => heading.LocalName).ShouldBe(["h2", "h3", "h4", "h2"]);
    }

    [Fact]
    public void A_long_document_is_read_in_parts_and_every_offset_leads_to_its_own()
    {
        const int Size = 1000;
        int count = (3 * Links.PartLength / Size) + 5;
        string text = string.Concat(Enumerable.Repeat(new string('a', Size - 1) + "\n", count));
        DocumentContent content = Content(
            text,
            [.. Enumerable.Range(0, count).Select(i => new BlockRow(i, BlockKind.Paragraph, 0, new TextSpan(i * Size, Size - 1), [new TextSpan(i * Size, Size - 1)], null))],
            []);

        HashSet<string> seen = [];
        for (int block = 0; block < count; block++)
        {
            string address = Links.Part(7, block * Size);
            int at = address.Contains('?', StringComparison.Ordinal) ? block * Size : 0;
            ReaderModel model = ReaderModel.Of(content, at, _texts);
            model.PartStarts.Length.ShouldBe(4);
            model.Html.ShouldContain($"id=\"b{block}\"");
            seen.Add(model.Html);
            block += 49;
        }

        seen.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(TellingLanguage.Vietnamese, "có lẽ là")]
    [InlineData(TellingLanguage.English, "probably")]
    public void Damaged_words_stay_as_printed_and_say_once_what_they_probably_were(TellingLanguage language, string note)
    {
        const string Text = "Thợ làrn cổng ngày l5/8/l945.";
        DocumentContent content = Content(
            Text,
            [new BlockRow(0, BlockKind.Paragraph, 0, new TextSpan(0, Text.Length), [new TextSpan(0, Text.Length)], null)],
            [Mention(MentionKind.Time, 14, 28), Mention(MentionKind.Quantity, 22, 28)]) with
        {
            Damages =
            [
                new Damage(TextSpan.Between(4, 8), "làm", DamageReason.ImpossibleSyllable, 0.9),
                new Damage(TextSpan.Between(19, 28), "15/8/1945", DamageReason.LetterForDigit, 0.95),
            ],
        };

        IDocument page = new HtmlParser().ParseDocument(BlockMarkup.Write(content, content.Blocks, Texts.Of(language)));

        IElement[] notes = [.. page.QuerySelectorAll(".damage .hidden")];
        notes.Select(hidden => hidden.TextContent).ShouldBe([$" ({note} “làm”)", $" ({note} “15/8/1945”)"]);
        page.QuerySelector(".damage")!.GetAttribute("title")!.ShouldContain("“làm” (90%)");
        // Within a mention there is one hint: the mention's.
        page.QuerySelectorAll(".m .damage[title]").ShouldBeEmpty();
        page.QuerySelector(".m-time")!.GetAttribute("title")!.ShouldContain("“15/8/1945” (95%)");
        foreach (IElement hidden in notes)
        {
            hidden.Remove();
        }

        page.QuerySelector(".b-paragraph")!.TextContent.ShouldBe(Text);
        page.QuerySelectorAll(".damage").Select(damage => damage.TextContent).ShouldBe(["làrn", "l5/8/l945"]);
    }

    [Fact]
    public void A_quote_leaves_the_hints_to_its_damaged_words()
    {
        const string Text = "“Thợ làrn cổng.”";
        DocumentContent content = Content(
            Text,
            [new BlockRow(0, BlockKind.Paragraph, 0, new TextSpan(0, Text.Length), [new TextSpan(0, Text.Length)], null)],
            [Mention(MentionKind.Quote, 0, Text.Length)]) with
        {
            Damages = [new Damage(TextSpan.Between(5, 9), "làm", DamageReason.ImpossibleSyllable, 0.9)],
        };

        IDocument page = Read(content);

        page.QuerySelector(".m-quote .damage")!.GetAttribute("title")!.ShouldContain("“làm”");
        page.QuerySelector(".m-quote")!.GetAttribute("title")!.ShouldNotContain("làm");
    }

    private static IDocument Read(DocumentContent content) =>
        new HtmlParser().ParseDocument(BlockMarkup.Write(content, content.Blocks, _texts));

    private static DocumentContent Content(string text, ImmutableArray<BlockRow> blocks, ImmutableArray<MentionRow> mentions) => new(
        new DocumentRow(7, "thu.txt", "thu.txt", "Thử", "", text.Length, text.Length, "", 1, mentions.Length, 0),
        text, [], ["thu.txt"], blocks, mentions, ImmutableArray<EventRow>.Empty);

    private static MentionRow Mention(MentionKind kind, int start, int end) =>
        new(7, 0, kind, TextSpan.Between(start, end), "", "", "TST001", "{}", null, null);

    private static BlockRow Cell(int ordinal, int start, int end, int row, int column, bool header) =>
        new(ordinal, BlockKind.TableCell, 0, TextSpan.Between(start, end), [TextSpan.Between(start, end)], new TableCell(0, row, column, header));

    private static BlockRow Heading(int place, int level) =>
        new(place, BlockKind.Heading, level, new TextSpan(2 * place, 1), [new TextSpan(2 * place, 1)], null);
}
