using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;
using BienNien.Telling.Chronicles;
using BienNien.Text;
using BienNien.Time;
using Shouldly;

namespace BienNien.Tests.Telling.Chronicles;

/// <summary>What commands, pages and exports show of a chronicle, from values alone.</summary>
public sealed class ViewTests
{
    private const string Bridge = "Mở đầu.\nNgày 12/3/1957, huyện Thanh Khê khánh thành cầu Bình Minh, đông vui.\nHết.";

    [Fact]
    public void Documents_are_called_by_their_files_or_by_their_paths_where_that_says_too_little()
    {
        ImmutableDictionary<long, string> names = DocumentNames.Of([(1, "a.txt", "x/a.txt"), (2, "a.txt", "y/a.txt"), (3, "b.txt", "y/b.txt")]);

        (names[1], names[2], names[3]).ShouldBe(("x/a.txt", "y/a.txt", "b.txt"));
    }

    [Fact]
    public void A_judgement_is_named_by_its_kind_and_places_alone()
    {
        Judgement judgement = new(ConflictKind.Date, JudgementReason.Contradiction, ConflictSeverity.Major, new Side(5, new TextSpan(3, 4), default), new Side(9, new TextSpan(7, 4), default), 1, "birth");
        string name = StableName.Of(judgement);

        name.ShouldMatch("^[0-9a-f]{10}$");
        StableName.Of(judgement with { Reason = JudgementReason.Precision, Severity = ConflictSeverity.Minor, Confidence = 0.1, About = "x" }).ShouldBe(name);
        StableName.Of(judgement with { Kind = ConflictKind.Place }).ShouldNotBe(name);
        StableName.Of(judgement with { B = judgement.B with { Span = new TextSpan(7, 5) } }).ShouldNotBe(name);
    }

    [Fact]
    public void A_quote_is_exactly_the_text_and_has_its_sentence_or_else_its_line()
    {
        Document document = EngineFixture.Read(Bridge, "cau.txt");
        TextSpan date = SpanOf("12/3/1957");

        QuotedPlace inSentence = QuotedPlace.Of(1, document, date, SpanOf("Ngày 12/3/1957, huyện Thanh Khê"));
        QuotedPlace elsewhere = QuotedPlace.Of(1, document, date, SpanOf("Hết."));

        (inSentence.Quote, inSentence.Line, inSentence.Address, inSentence.SentenceText).ShouldBe(("12/3/1957", 2, "cau.txt:2", "Ngày 12/3/1957, huyện Thanh Khê"));
        elsewhere.SentenceText.ShouldBe("Ngày 12/3/1957, huyện Thanh Khê khánh thành cầu Bình Minh, đông vui.");
    }

    [Fact]
    public void A_sentence_as_long_as_a_book_is_not_held_with_each_of_its_places()
    {
        string text = string.Concat(Enumerable.Repeat("một ", 100_000));
        QuotedPlace place = QuotedPlace.Of(1, EngineFixture.Read(text), new TextSpan(200_000, 3), new TextSpan(0, text.Length));

        place.Quote.ShouldBe("một");
        place.SentenceText.Length.ShouldBeLessThan(3000);
    }

    [Theory]
    [InlineData(200, "Ngày «12/3/1957», huyện Thanh Khê khánh thành cầu Bình Minh, đông vui.")]
    [InlineData(40, "Ngày «12/3/1957», huyện Thanh Khê khánh…")]
    [InlineData(9, "«12/3/1957»")]
    [InlineData(6, "«12/3/…»")]
    public void A_place_fits_into_one_line_of_any_width(int room, string expected)
    {
        Document document = EngineFixture.Read(Bridge);
        QuotedLine line = QuotedLine.Of(QuotedPlace.Of(1, document, SpanOf("12/3/1957"), SpanOf("Ngày 12/3/1957, huyện Thanh Khê khánh thành cầu Bình Minh, đông vui.")), room);

        $"{line.Before}«{line.Quote}»{line.After}".ShouldBe(expected);
        (line.Before.Length + line.Quote.Length + line.After.Length).ShouldBeLessThanOrEqualTo(room);
    }

    [Fact]
    public void The_end_of_a_line_is_cut_at_a_word_too()
    {
        QuotedLine.Tail("huyện Thanh Khê khánh thành cầu Bình Minh", 20).ShouldBe("…thành cầu Bình Minh");
        QuotedLine.Tail("khánh thành", 20).ShouldBe("khánh thành");
        QuotedLine.Head("khánh thành", 0).ShouldBe("");
        QuotedLine.Tail("khánh thành", 1).ShouldBe("…");
    }

    [Fact]
    public void The_date_of_a_happening_is_the_most_exact_one_that_most_independent_tellings_hold()
    {
        EventTelling[] tellings = [Telling(1, "1950-10-17"), Telling(2, "1950-10"), Telling(3, "1950-10-18"), Telling(4, "1950")];

        // 17 and 18 are held by three tellings each; copies of the third are no further witnesses.
        EventView.Of([.. tellings, Telling(5, "1950-10-17")], CopiedPassages.None).Date.ShouldBe("1950-10-17");
        EventView.Of(tellings[1..], CopiedPassages.None).Date.ShouldBe("1950-10-18");
        EventView copied = EventView.Of(
            [Telling(1, "1950-10-17"), Telling(2, "1950-10-18"), Telling(3, "1950-10-18"), Telling(4, "1950-10-17"), Telling(5, "1950-10-18")], Copies((2, 3), (3, 5)));
        copied.Date.ShouldBe("1950-10-17");
        (copied.Independent, copied.Documents).ShouldBe((3, 5));
    }

    [Fact]
    public void A_happening_is_the_same_in_whatever_order_its_tellings_come()
    {
        EventTelling[] tellings = [Telling(3, "1950-10"), Telling(1, "1950-10-17"), Telling(2, "")];
        EventView one = EventView.Of(tellings, CopiedPassages.None);
        EventView other = EventView.Of(tellings.Reverse(), CopiedPassages.None);

        (other.Id, other.Date, other.What, other.Type).ShouldBe((one.Id, one.Date, one.What, one.Type));
        other.Tellings.ShouldBe(one.Tellings);
    }

    [Fact]
    public void What_happened_is_told_in_the_words_of_the_most_exact_telling()
    {
        EventView told = EventView.Of([Telling(1, "1957-03-12")], CopiedPassages.None);

        told.What.ShouldBe("Huyện Thanh Khê khánh thành cầu Bình Minh, đông vui");
        told.Who.ShouldBe(["organisation/x"]);
        told.Where.ShouldBe(["place/cau-binh-minh"]);
    }

    [Fact]
    public void The_subject_of_a_conflict_is_the_person_before_the_place_and_the_rare_before_the_common()
    {
        Subject province = Entity("place/tinh", EntityKind.Place, (1, 0), (2, 0), (3, 0));
        Subject bridge = Entity("place/cau", EntityKind.Place, (1, 10), (2, 10));
        Subject person = Entity("person/lam", EntityKind.Person, (1, 20), (2, 20));
        Side a = new(1, new TextSpan(5, 2), new TextSpan(0, 15));
        Side b = new(2, new TextSpan(5, 2), new TextSpan(0, 15));
        SharedSubjects subjects = new([province, bridge, person]);

        subjects.Of(a, b)!.Id.ShouldBe("place/cau");
        subjects.Of(a with { Sentence = new TextSpan(0, 30) }, b with { Sentence = new TextSpan(0, 30) })!.Id.ShouldBe("person/lam");
        subjects.Of(a, b with { Document = 4 }).ShouldBeNull();

        SharedSubjects papers = new([person, Entity("paper/12", EntityKind.Paper, (1, 25), (2, 25), (3, 0))]);
        papers.Of(a with { Sentence = new TextSpan(0, 30) }, b with { Sentence = new TextSpan(0, 30) }, ofPaper: true)!.Id.ShouldBe("paper/12");
    }

    [Fact]
    public void A_copied_passage_shows_what_differs_where_it_stands()
    {
        Document a = EngineFixture.Read("Ngày 17 tháng 10 quân ta vào làng.", "a.txt");
        Document b = EngineFixture.Read("Ngày 18 tháng 10 quân vào làng cũ.", "b.txt");
        ReuseView view = new(
            QuotedPlace.Alone(1, a, new TextSpan(0, a.Text.Length)), QuotedPlace.Alone(2, b, new TextSpan(0, b.Text.Length)), 0.8,
            [(new TextSpan(5, 2), new TextSpan(5, 2)), (new TextSpan(22, 2), new TextSpan(22, 0))]);

        view.Runs().ShouldBe([new("Ngày ", null), new("17", "18"), new(" tháng 10 quân ", null), new("ta", ""), new(" vào làng.", null)]);
    }

    private static TextSpan SpanOf(string words) => new(Bridge.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static EventTelling Telling(long document, string date)
    {
        TextSpan sentence = SpanOf("Ngày 12/3/1957, huyện Thanh Khê khánh thành cầu Bình Minh, đông vui.");
        return new EventTelling(
            QuotedPlace.Of(document, EngineFixture.Read(Bridge, $"{document}.txt"), SpanOf("khánh thành"), sentence), EventType.Construction, date, TimexMod.None,
            [new EventPartView("organisation/x", EntityKind.Organisation, "agent", SpanOf("huyện Thanh Khê")), new EventPartView("place/cau-binh-minh", EntityKind.Place, "where", SpanOf("cầu Bình Minh"))])
        {
            DateSpan = SpanOf("Ngày 12/3/1957"),
            Times = [SpanOf("Ngày 12/3/1957")],
        };
    }

    private static CopiedPassages Copies(params (long A, long B)[] pairs) =>
        new(pairs.Select(static pair => (pair.A, new TextSpan(0, Bridge.Length), pair.B, new TextSpan(0, Bridge.Length))));

    private static Subject Entity(string id, EntityKind kind, params (long Document, int Start)[] mentions) =>
        new(id, kind, id, [.. mentions.Select(static mention => (mention.Document, new TextSpan(mention.Start, 3)))]);
}
