using System.Collections.Immutable;
using BienNien.Checking.Arithmetic;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Knowledge;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Rules;

// Orders told by “trước đó”, “sau đó”, “trước khi …”, by a happening that everybody can date, and by which of a row of congresses it was.
internal sealed partial class Chronology
{
    private const int TurnReach = 4;

    private void CheckTurns(MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        for (int s = 0; s < view.Sentences.Length; s++)
        {
            SentenceRange sentence = view.Sentences[s];
            for (int at = sentence.First; at + 2 < sentence.End; at++)
            {
                bool before = _clauses.Before.Contains(view[at]);
                if (!before && !_clauses.After.Contains(view[at]))
                {
                    continue;
                }

                if (view[at + 1].Word == _that && at > sentence.First && !_turnWords.Lengths.Contains(view[at - 1]))
                {
                    CheckThat(view, sentence, at, before, told, found);
                }
                else if (before && _turnWords.When.Contains(view[at + 1]))
                {
                    CheckWhen(view, sentence, at, told, found);
                }
                else if (at == sentence.First)
                {
                    CheckKnown(view, s, at, before, told, found);
                }
            }
        }
    }

    // “được bầu năm 1976; trước đó, năm 1981, ông là …”: against the date right before in the sentence.
    private void CheckThat(MentionView view, SentenceRange sentence, int at, bool before, HashSet<TextSpan> told, DiagnosticSink found)
    {
        if (DateNear(view, at + 2, sentence.End) is not { } date)
        {
            return;
        }

        Mention? own = null;
        for (int i = at - 1; i >= sentence.First && own is null; i--)
        {
            own = view.At(i);
        }

        if (own is null || !IsDate(own) || Told.Date(own) is not { } one || Told.Date(date) is not { } other || !view[at - 1].IsMark || (before ? other.Earliest <= one.Latest : other.Latest >= one.Earliest))
        {
            return;
        }

        ReportOrder(view, date.Span, own.Span, told, found, before ? "mốc phải ở sau" : "mốc phải ở trước", before ? "what comes after" : "what comes before");
    }

    // The date that follows within a word or two, past a comma.
    private Mention? DateNear(MentionView view, int at, int end)
    {
        for (int i = at; i < end && i <= at + TurnReach; i++)
        {
            if (view.At(i) is { } date)
            {
                return IsDate(date) ? date : null;
            }

            if (view[i].Word != _clauses.Comma && !_turnWords.Small.Contains(view[i]))
            {
                return null;
            }
        }

        return null;
    }

    // “được chia tách từ ngày 01/01/2004; trước khi chia tách, đến cuối năm 2006, …”
    private void CheckWhen(MentionView view, SentenceRange sentence, int at, HashSet<TextSpan> told, DiagnosticSink found)
    {
        int name = at + 2;
        int comma = name;
        while (comma < sentence.End && comma < name + TurnReach && !view[comma].IsMark && view.At(comma) is null)
        {
            comma++;
        }

        if (comma - name < 2 || view[comma].Word != _clauses.Comma || DateNear(view, comma + 1, sentence.End) is not { } date)
        {
            return;
        }

        for (int i = sentence.First; i < at - 2; i++)
        {
            if (view.IsSameWord(i, name) && view.IsSameWord(i + 1, name + 1))
            {
                for (int next = i + 2; next < at && next <= i + StepReach; next++)
                {
                    if (view.At(next) is { } own)
                    {
                        if (IsDate(own) && Told.Date(own) is { } one && Told.Date(date) is { } other && other.Earliest > one.Latest)
                        {
                            ReportOrder(view, date.Span, own.Span, told, found, "mốc phải ở sau", "what comes after");
                        }

                        return;
                    }
                }
            }
        }
    }

    // “Trước Cách mạng tháng Tám, năm 1951, …”
    private void CheckKnown(MentionView view, int s, int at, bool before, HashSet<TextSpan> told, DiagnosticSink found)
    {
        Sentence sentence = view.SentenceAt(s);
        int length = 0;
        (LocalDate First, LocalDate Last) days = default;
        int name = at + 1;
        for (; name <= at + 2 && length == 0; name++)
        {
            length = _turnWords.Known.Longest(sentence, name - sentence.FirstToken, out days);
        }

        int comma = name - 1 + length;
        if (length == 0 || view[comma].Word != _clauses.Comma || DateNear(view, comma + 1, sentence.FirstToken + sentence.Count) is not { } date || Told.Date(date) is not { } said
            || (before ? said.Earliest <= days.Last : said.Latest >= days.First))
        {
            return;
        }

        ReportOrder(view, date.Span, view.SpanOf(name - 1, comma), told, found, before ? "việc phải ở sau" : "việc phải ở trước", before ? "what comes after" : "what comes before");
    }

    // “Đại hội lần thứ I năm 1949, lần thứ II năm 1952, lần thứ III năm 1950”
    private void CheckOrdinals(MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        List<(int Number, Mention Date)> row = [];
        int block = -1;
        int noun = 0;
        for (int at = 0; at + 2 < view.Tokens.Length; at++)
        {
            bool time = view[at].Word == _time && view[at + 1].Word == _clauses.Ordinal;
            bool term = _turnWords.Terms.Contains(view[at]);
            int figure = time ? at + 2 : at + 1;
            if ((!time && !term) || (view[figure].IsWord && term && !view[figure].IsRoman) || _turnWords.Ordinals.Read(view, figure, out int end) is not (> 0 and < 100 and var number))
            {
                continue;
            }

            if (view.BlockOf(at) != block || view[at].Word != noun)
            {
                Judge(view, row, told, found);
                row.Clear();
                (block, noun) = (view.BlockOf(at), view[at].Word);
            }

            Mention? date = null;
            for (int next = end; next <= end + 3 && date is null && !(view[next].IsMark && view[next].Word != _open && view[next].Word != _clauses.Colon); next++)
            {
                date = view.At(next);
            }

            if (date is not null && IsDate(date))
            {
                row.Add((number, date));
            }
        }

        Judge(view, row, told, found);
    }

    // The one that is dated before the one before it, though the one after it is not.
    private static void Judge(MentionView view, List<(int Number, Mention Date)> row, HashSet<TextSpan> told, DiagnosticSink found)
    {
        for (int i = 1; i < row.Count && row.Count >= LeastItems; i++)
        {
            if (row[i].Number != row[i - 1].Number + 1)
            {
                return;
            }
        }

        for (int i = 1; i < row.Count && row.Count >= LeastItems; i++)
        {
            if (Told.Date(row[i].Date) is { } own && Told.Date(row[i - 1].Date) is { } before && own.Latest < before.Earliest
                && (i + 1 == row.Count || (Told.Date(row[i + 1].Date) is { } after && after.Earliest > before.Latest)))
            {
                ReportOrder(view, row[i].Date.Span, row[i - 1].Date.Span, told, found, "lần trước đó", "the one before");
            }
        }
    }

    // “Đồng chí Minh (1910 - 1941) …”: the life of whom the sentence opens with.
    private Mention? LifeOf(MentionView view, SentenceRange sentence)
    {
        for (int at = sentence.First + 1; at + 1 < sentence.End && at <= sentence.First + LongestName; at++)
        {
            if (view.At(at) is { } life)
            {
                return view[at - 1].Word == _open && view[at - 2].Capitalised && view[view.RangeOf(life.Span).End].Word == _close
                    && Told.Date(life) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known, Start.Year: { } from, End.Year: { } to } && to - from is >= YoungestMember and <= 110
                    && _clauses.Persons.Contains(view[sentence.First])
                    ? life
                    : null;
            }
        }

        return null;
    }

    /// <summary>The words that turn back or on, and what everybody can date.</summary>
    private sealed class Turns
    {
        public Turns(Vocabulary.Builder words)
        {
            When = words.AddSet("khi");
            Small = words.AddSet("vào", "đến", "tới", "từ", "hồi", "khoảng", "cuối", "đầu", "ngay");
            Lengths = words.AddSet("năm", "tháng", "ngày", "tuần", "thế", "kỷ", "giờ", "phút", "lâu", "ít", "hôm", "trong");
            Terms = words.AddSet("khóa", "khoá");
            Ordinals = new OrdinalReader(words);
            PhraseTable<(LocalDate First, LocalDate Last)>.Builder known = new();
            DataTable table = DataTable.Load("dated-happenings");
            (int name, int first, int last) = (table.IndexOf("name"), table.IndexOf("first"), table.IndexOf("last"));
            foreach (ImmutableArray<string> row in table.Rows)
            {
                if (Edtf.TryParse(row[first]) is { } from && Edtf.TryParse(row[last]) is { } to)
                {
                    known.Add(words.AddPhrase(row[name]).AsSpan(), (from.Earliest, to.Latest));
                }
            }

            Known = known.Build();
        }

        public PhraseTable<(LocalDate First, LocalDate Last)> Known { get; }

        public WordSet When { get; }

        public WordSet Small { get; }

        public WordSet Lengths { get; }

        public WordSet Terms { get; }

        public OrdinalReader Ordinals { get; }
    }
}
