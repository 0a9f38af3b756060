using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences.Rules;

/// <summary>REF009. A book as notes cite it, to the page: “Lịch sử …, tập 1, NXB Chính trị quốc gia, Hà Nội, 2002, tr.114”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Book.md, beside this file.</remarks>
internal sealed class Book : IMentionRule
{
    private const int LongestTitle = 60;
    private const int LongestImprint = 16;

    private readonly PaperGrammar _papers;
    private readonly PhraseTable<bool> _bodies;
    private readonly ImmutableArray<int> _publishingHouse;
    private readonly WordSet _press;
    private readonly WordSet _pages;
    private readonly WordSet _cues;
    private readonly WordSet _books;
    private readonly WordSet _volumes;

    public Book(PaperGrammar papers, Vocabulary.Builder words)
    {
        _papers = papers;
        PhraseTable<bool>.Builder bodies = new();
        foreach (string head in DataTable.Load("org-heads").Column("head").Concat(DataTable.Load("orgs-known").Column("name")))
        {
            bodies.Add(words.AddPhrase(head).AsSpan(), true);
        }

        _bodies = bodies.Build();
        _publishingHouse = words.AddPhrase("Nhà xuất bản");
        _press = words.AddSet("NXB");
        _pages = words.AddSet("tr", "trang", "t");
        _cues = words.AddSet("xem", "theo", "dẫn", "nguồn", "trích", "thêm", "từ");
        _books = words.AddSet("cuốn", "sách");
        _volumes = words.AddSet("tập", "quyển", "phần", "bộ");
        OpeningWords = [words.Add("NXB"), words.Add("Nhà"), words.Add("tr"), words.Add("trang")];
    }

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REF009");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; }

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (_pages.Contains(sentence[at]))
        {
            FindWithoutPublisher(sentence, at, found);
            return;
        }

        bool full = sentence.Has(at, _publishingHouse.AsSpan());
        if ((!full && !_press.Contains(sentence[at])) || !(PaperGrammar.IsMark(sentence, at - 1, ',') || PaperGrammar.IsMark(sentence, at - 1, '.')))
        {
            return;
        }

        int year = YearAfter(sentence, at);
        int first = TitleBefore(sentence, at - 1);
        if (year == 0 || first < 0 || at - 1 - first < 2)
        {
            return;
        }

        found.Add(sentence, MentionKind.DocumentReference, first, PagesAfter(sentence, year + 1), new DocumentReferenceValue("Sách")
        {
            Title = PaperGrammar.Words(sentence, first, at - 1),
            Date = sentence.Surface(year).ToString(),
            Issuer = PaperGrammar.Words(sentence, at, PublisherEnd(sentence, at, year)),
        });
    }

    // “Phan Huy Lê (chủ biên), Địa bạ Hà Đông, 1995, tr. 75”: a title, a year, a page.
    private void FindWithoutPublisher(Sentence sentence, int at, MentionSink found)
    {
        int year = at - 2;
        int end = PagesAfter(sentence, at - 1);
        if (end <= at || !PaperGrammar.IsMark(sentence, at - 1, ',') || !PaperGrammar.IsYear(sentence[year]) || !PaperGrammar.IsMark(sentence, year - 1, ','))
        {
            return;
        }

        int first = TitleBefore(sentence, year - 1);
        for (int i = Math.Max(first, 0); i < year - 3 && first >= 0 && !sentence[first].Capitalised; i++)
        {
            // “số liệu về chợ theo Ban Chấp hành …: Những sự kiện lịch sử, 1998, tr. 31”
            first = _cues.Contains(sentence[i]) && sentence[i + 1].Capitalised ? i + 1 : first;
        }

        if (first < 0 || year - 1 - first < 3 || !sentence[first].Capitalised)
        {
            return;
        }

        for (int i = first; i < year; i++)
        {
            if (_press.Contains(sentence[i]))
            {
                return;
            }
        }

        found.Add(sentence, MentionKind.DocumentReference, first, end, new DocumentReferenceValue("Sách")
        {
            Title = PaperGrammar.Words(sentence, first, year - 1),
            Date = sentence.Surface(year).ToString(),
        });
    }

    private static int YearAfter(Sentence sentence, int at)
    {
        for (int i = at + 1; i < sentence.Count && i - at < LongestImprint; i++)
        {
            if (PaperGrammar.IsYear(sentence[i]))
            {
                return i;
            }

            if (!sentence[i].IsWord && sentence.Surface(i) is not ("," or "." or "-" or "–" or ":"))
            {
                return 0;
            }
        }

        return 0;
    }

    private static int PublisherEnd(Sentence sentence, int at, int year)
    {
        for (int i = at + 1; i < year; i++)
        {
            if (PaperGrammar.IsMark(sentence, i, ',') || (PaperGrammar.IsMark(sentence, i, '.') && i > at + 1))
            {
                return i;
            }
        }

        return year;
    }

    // “t. 4, tr. 480”: a volume, then a page.
    private int PagesAfter(Sentence sentence, int at)
    {
        int end = OnePageAfter(sentence, at);
        return end > at ? OnePageAfter(sentence, end) : at;
    }

    private int OnePageAfter(Sentence sentence, int at)
    {
        int next = PaperGrammar.IsMark(sentence, at, ',') || PaperGrammar.IsMark(sentence, at, '.') ? at + 1 : at;
        Token word = sentence[next];
        if (!word.IsWord)
        {
            return at;
        }

        // “tr90”: the page stuck to its word.
        if ((word.Traits & TokenTraits.HasDigit) != 0 && sentence.Surface(next) is ['t' or 'T', 'r', >= '0' and <= '9', ..])
        {
            return next + 1;
        }

        if (!_pages.Contains(word))
        {
            return at;
        }

        next++;
        next += PaperGrammar.IsMark(sentence, next, '.') || PaperGrammar.IsMark(sentence, next, ':') ? 1 : 0;
        if (!sentence[next].IsNumber)
        {
            return at;
        }

        next++;
        while (sentence[next + 1].IsNumber && sentence.Surface(next) is "-" or "–" or ",")
        {
            next += 2;
        }

        return next;
    }

    // Back to the start of the note, then past its number, its cue words, the papers and the bodies that stand before the title.
    private int TitleBefore(Sentence sentence, int end)
    {
        int first = Math.Max(0, end - LongestTitle);
        int depth = 0;
        for (int i = end - 1; i >= first; i--)
        {
            if (PaperGrammar.IsAfterPageBreak(sentence, i))
            {
                first = i;
                break;
            }

            if (PaperGrammar.IsMark(sentence, i, ')'))
            {
                depth++;
            }
            else if (PaperGrammar.IsMark(sentence, i, '('))
            {
                if (depth == 0 || (sentence[i + 1].IsNumber && sentence[i + 1].Length <= 2 && PaperGrammar.IsMark(sentence, i + 2, ')')))
                {
                    // “(1) Nguyễn …”: the number of a note.
                    first = depth == 0 ? i + 1 : i + 3;
                    break;
                }

                depth--;
            }
            else if (PaperGrammar.IsMark(sentence, i, ';') || (_books.Contains(sentence[i]) && !sentence[i].Capitalised && i + 1 < end && sentence[i + 1].Capitalised))
            {
                first = i + 1;
                break;
            }
            else if (i == first && first > 0)
            {
                return -1;
            }
        }

        first = SkipOpening(sentence, first, end);
        for (int next = NextSegment(sentence, first, end); next > 0; next = NextSegment(sentence, first, end))
        {
            bool body = _bodies.Longest(sentence, first, out _) > 0 && sentence[next].Capitalised && !_volumes.Contains(sentence[next]);
            bool paper = _papers.TypeAt(sentence, first, out PaperType? type) > 0 && type!.Kind != PaperCitation.Short;
            bool date = _papers.DateAt(sentence, first, out _) > 0;
            if (!body && !paper && !date)
            {
                break;
            }

            first = next;
        }

        return first;
    }

    private int SkipOpening(Sentence sentence, int first, int end)
    {
        while (first < end && (!sentence[first].IsWord || _cues.Contains(sentence[first]) || (first + 1 < end && sentence.Surface(first + 1) is ")" && sentence[first].Length == 1)))
        {
            first++;
        }

        return first;
    }

    // The first token after the next comma outside brackets, or 0.
    private static int NextSegment(Sentence sentence, int first, int end)
    {
        int depth = 0;
        for (int i = first; i + 1 < end; i++)
        {
            depth += PaperGrammar.IsMark(sentence, i, '(') ? 1 : PaperGrammar.IsMark(sentence, i, ')') ? -1 : 0;
            if (depth == 0 && PaperGrammar.IsMark(sentence, i, ','))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
