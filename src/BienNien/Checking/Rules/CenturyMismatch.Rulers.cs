using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Checking.Rules;

// A century told of a ruler, an era or a dynasty that was not in it: “dưới thời vua Minh Mạng, thế kỷ XVIII”.
internal sealed partial class CenturyMismatch
{
    private const int LifeBeforeReign = 30;
    private const int RiseBeforeReign = 18;
    private const int LongestGap = 4;
    private const int LongestAct = 12;

    private void CheckRulers(MentionView view, DiagnosticSink found)
    {
        for (int s = 0; s < view.Sentences.Length; s++)
        {
            Sentence sentence = view.SentenceAt(s);
            for (int at = 0; at < sentence.Count; at++)
            {
                int length = _rulers.Names.Longest(sentence, at, out List<Ruled>? ruled);
                if (length == 0 || ruled is null || (!ruled.TrueForAll(static one => one.IsHappening) && !(sentence[at].Capitalised && sentence[at + length - 1].Capitalised)))
                {
                    continue;
                }

                int first = sentence.FirstToken + at;
                int end = first + length;
                // “Nguyễn Thái Bình” is not of the Nguyễn, “thời Lý - Trần” is of two.
                bool more = view[end] is { IsWord: true, Capitalised: true } || view[first - 1].Word == _passages.Dash || view[end].Word == _passages.Dash || _rulers.And.Contains(view[end]);
                if (!more)
                {
                    bool cued = IsReigning(view, first, out int cue) || ruled.TrueForAll(static one => one.IsHappening);
                    CheckRuled(view, new Named(first, end, cue, cued), ruled, found);
                }

                at += length - 1;
            }
        }
    }

    // “thời vua …”, “niên hiệu …”, “nhà …”
    private bool IsReigning(MentionView view, int first, out int cue)
    {
        cue = first;
        bool cued = false;
        for (int at = first - 1; at >= first - LongestGap && (_rulers.Cues.Contains(view[at]) || _rulers.Kings.Contains(view[at])); at--)
        {
            cue = at;
            cued |= _rulers.Cues.Contains(view[at]);
        }

        return cued;
    }

    private void CheckRuled(MentionView view, Named name, List<Ruled> ruled, DiagnosticSink found)
    {
        if (EraAfter(view, name) is not { } mention || Era(mention) is not { } era)
        {
            return;
        }

        // A dynasty's name is a surname, an era's name a word, unless “nhà”, “thời”, “niên hiệu” says what it is.
        if (!name.Cued && !ruled.Exists(static one => one.IsPerson))
        {
            return;
        }

        Ruled nearest = default;
        foreach (Ruled one in ruled)
        {
            int from = name.Cued ? one.First - 1 : one.First - (name.Cue < name.First ? RiseBeforeReign : LifeBeforeReign);
            if (from <= era.Last && one.Last + 1 >= era.First)
            {
                return;
            }

            nearest = nearest.Last == 0 || Math.Abs(one.First - era.First) < Math.Abs(nearest.First - era.First) ? one : nearest;
        }

        TextSpan span = view.SpanOf(name.First, name.End);
        string said = view.Line(span);
        string century = view.Line(mention.Span);
        string years = string.Create(CultureInfo.InvariantCulture, $"{nearest.First} - {nearest.Last}");
        string right = $"thế kỷ {RomanNumeral(((nearest.First - 1) / 100) + 1)}";
        found.Report(
            mention.Span,
            new BilingualText($"“{said}” ({years}) không thuộc “{century}”.", $"“{said}” ({years}) is not of “{century}”."),
            expected: right,
            related: [new RelatedPlace(span, new BilingualText($"Trị vì, tồn tại: {years}", $"Reigned, lasted: {years}"))]);
    }

    // The century right beside the name, or the one in which its bearer acts.
    private Mention? EraAfter(MentionView view, Named name)
    {
        (int from, int to) = view.SentenceOf(name.First);
        int at = name.End;
        while (name.Cued && at < name.End + LongestGap && view.At(at) is null && _rulers.Beside.Contains(view[at]))
        {
            at++;
        }

        if (name.Cued && view.At(at) is { } beside && view.RangeOf(beside.Span).First == at)
        {
            bool bracket = view[at - 1].Word == _open || view[at - 2].Word == _open;
            return at < to && Names(view, beside) && (bracket || EndsThere(view, view.RangeOf(beside.Span).End)) ? beside : null;
        }

        // “cuối thế kỷ XVII, dưới thời vua Quang Trung”, “cuối thế kỷ XVII, vua Quang Trung ra Bắc”
        bool acts = _rulers.Acts.Contains(view[name.End], view[name.End + 1]);
        bool king = name.Cue < name.First || view[name.First].Capitalised;
        int before = name.Cue - 1;
        before = view[before].Word == _comma || view[before].Word == _open ? before - 1 : before;
        if (before < name.Cue - 1 && (acts || name.Cued) && view.At(before) is { } earlier && before >= from && Names(view, earlier) && Era(earlier) is not null && view.RangeOf(earlier.Span).First - from <= 2)
        {
            return earlier;
        }

        bool opens = name.Cue == from || view[name.Cue - 1].IsMark;
        bool by = view[name.Cue - 1].Word == _rulers.By;
        bool of = !by && _rulers.Of.Contains(view[name.Cue - 1]) && _passages.Happenings.Contains(view[name.Cue - 2]);
        if (!king || !((opens && acts) || of || by))
        {
            return null;
        }

        for (at = name.End; at < to && at < name.End + LongestAct; at++)
        {
            if (view.At(at) is { } mention)
            {
                return Names(view, mention) ? mention : null;
            }

            // “Lê Lợi được thờ …”, “trận của Ngô Quyền mà thế kỷ XIX …”
            if (view[at].IsMark || _passages.Again.Contains(view[at]) || (of && !_rulers.Beside.Contains(view[at])))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A name of a ruler, an era or a dynasty, with the words before it that say so.</summary>
    private readonly record struct Named(int First, int End, int Cue, bool Cued);

    /// <summary>The years of a reign, an era or a dynasty.</summary>
    private readonly record struct Ruled(int First, int Last, bool IsPerson, bool IsHappening = false);

    /// <summary>Who ruled when, from data/rulers.tsv and data/reigns.tsv.</summary>
    private sealed class RulerYears
    {
        public RulerYears(Vocabulary.Builder words)
        {
            Dictionary<string, List<Ruled>> known = new(StringComparer.Ordinal);
            Dictionary<string, (int First, int Last)> houses = new(StringComparer.Ordinal);
            Read("rulers", true);
            Read("reigns", false);
            Happen();
            foreach ((string house, (int first, int last)) in houses)
            {
                if (char.IsUpper(house[0]))
                {
                    Add(house, new Ruled(first, last, false));
                }
            }

            PhraseTable<List<Ruled>>.Builder names = new();
            foreach ((string name, List<Ruled> ruled) in known)
            {
                names.Add(words.AddPhrase(name).AsSpan(), ruled);
            }

            Names = names.Build();
            Cues = words.AddSet("thời", "đời", "triều", "hiệu", "nhà");
            Kings = words.AddSet("vua", "chúa", "dưới", "niên", "vương");
            And = words.AddSet("và", "-", "–", "đến", "tới", "sang");
            Beside = words.AddSet(",", "(", "vào", "thuộc", "ở", "là", "tức", "khoảng", "trong", "hồi", "giữa", "của", "diễn", "ra");
            By = words.Add("do");
            Of = words.AddSet("của", "do", "thời");
            Acts = CuePhrases.Of(words, "deed-of-a-ruler");

            void Read(string file, bool person)
            {
                DataTable table = DataTable.Load(file);
                (int name, int others, int first, int last, int dynasty) = (table.IndexOf("name"), table.IndexOf("other_names"), table.IndexOf("first"), table.IndexOf("last"), table.IndexOf("dynasty"));
                foreach (ImmutableArray<string> row in table.Rows)
                {
                    if (!int.TryParse(row[first], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int from) || !int.TryParse(row[last], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int to) || from < 0)
                    {
                        continue;
                    }

                    foreach (string one in row[others].Split('|', StringSplitOptions.RemoveEmptyEntries).Append(row[name]))
                    {
                        string bare = one.StartsWith("vua ", StringComparison.Ordinal) || one.StartsWith("chúa ", StringComparison.Ordinal) ? one[(one.IndexOf(' ', StringComparison.Ordinal) + 1)..] : one;
                        // “Minh Vương”, “Trần Cao” name many; a name of one word anything.
                        if (bare.Contains(' ', StringComparison.Ordinal))
                        {
                            Add(bare, new Ruled(from, to, person));
                        }
                    }

                    // “Lê sơ” and “Lê trung hưng” are both “thời Lê”, “Hậu Trần” is “Trần”.
                    string[] parts = row[dynasty].Split(' ');
                    string house = parts.Length == 1 ? parts[0] : !char.IsUpper(parts[1][0]) ? parts[0] : parts[0] is "Tiền" or "Hậu" or "chúa" ? parts[1] : row[dynasty];
                    houses[house] = houses.TryGetValue(house, out (int First, int Last) old) ? (Math.Min(old.First, from), Math.Max(old.Last, to)) : (from, to);
                }
            }

            // “phong trào Cần Vương, cuối thế kỷ XVIII”: what happened once is told with its century as a reign is.
            void Happen()
            {
                DataTable table = DataTable.Load("dated-happenings");
                (int name, int first, int last) = (table.IndexOf("name"), table.IndexOf("first"), table.IndexOf("last"));
                foreach (ImmutableArray<string> row in table.Rows)
                {
                    Add(row[name], new Ruled(int.Parse(row[first].AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(row[last].AsSpan(0, 4), CultureInfo.InvariantCulture), false, true));
                }
            }

            void Add(string name, Ruled ruled)
            {
                if (!known.TryGetValue(name, out List<Ruled>? all))
                {
                    known[name] = all = [];
                }

                all.Add(ruled);
            }
        }

        public PhraseTable<List<Ruled>> Names { get; }

        public WordSet Cues { get; }

        public WordSet Kings { get; }

        public WordSet And { get; }

        public WordSet Beside { get; }

        public int By { get; }

        public WordSet Of { get; }

        public CuePhrases Acts { get; }

    }
}
