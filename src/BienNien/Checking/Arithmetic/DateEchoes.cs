using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>Finds happenings that come once and are told with two dates: “khánh thành ngày 5-9-1959”, “tháng 9-1961: khánh thành trường”. Immutable.</summary>
internal sealed class DateEchoes
{
    private const int Reach = 6;

    private readonly ImmutableArray<(ImmutableArray<int> Words, int Happening, bool Common)> _once;
    private readonly WordSet _many;
    private readonly WordSet _until;
    private readonly WordSet _again;
    private readonly WordSet _things;

    public DateEchoes(Vocabulary.Builder words)
    {
        DataTable table = DataTable.Load("happenings-once");
        (int phrase, int kind) = (table.IndexOf("phrase"), table.IndexOf("kind"));

        // Words for one happening stand in one row; what is common tells only with the name of the thing, and where the dates look like one mistyped.
        _once =
        [
            .. table.Rows.Where(row => row[kind] != "thing").SelectMany((row, index) => row[phrase].Split('|').Select(words.AddPhrase).Select(read => (read, index, row[kind] == "common"))),
        ];
        _many = words.AddSet("chi", "tổ");
        _until = words.AddSet("đến", "tới");
        _again = words.AddSet("mới", "lại", "lần", "mở", "tái", "hai", "thứ", "kỷ", "niệm", "đợt", "giai");
        _things = words.AddSet(table.Rows.Where(row => row[kind] == "thing").Select(row => row[phrase]));
    }

    /// <summary>Pairs of dates of which one is wrong, the earlier told first.</summary>
    public List<(TextSpan First, TextSpan Second)> Read(DocumentAnalysis analysis)
    {
        MentionView view = new(analysis, MentionKind.Time);
        List<Telling> told = [];
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            if (analysis.Document.Blocks[sentence.Block].Cell is not null)
            {
                continue;
            }

            for (int at = sentence.First; at < sentence.End; at++)
            {
                foreach ((ImmutableArray<int> words, int happening, bool common) in _once)
                {
                    if (view.Has(at, words) && Of(view, sentence, at, at + words.Length, happening, common) is { } telling)
                    {
                        told.Add(telling);
                    }
                }
            }
        }

        List<(TextSpan First, TextSpan Second)> pairs = [];
        for (int j = 1; j < told.Count; j++)
        {
            for (int i = 0; i < j; i++)
            {
                if (told[i].IsOf(told[j]) && told[i].Days.Intersect(told[j].Days) is null && (!(told[i].Named || told[j].Named) || IsSlip(told[i].Days, told[j].Days))
                    && !told.Exists(other => other != told[i] && other != told[j] && other.IsOf(told[i]) && other.Days.Intersect(told[i].Days) is null && other.Days.Intersect(told[j].Days) is null))
                {
                    pairs.Add((told[i].Date, told[j].Date));
                    break;
                }
            }
        }

        return pairs;
    }

    private Telling? Of(MentionView view, SentenceRange sentence, int first, int end, int happening, bool common)
    {
        Mention? date = null;
        int nearest = int.MaxValue;
        int dates = 0;
        HashSet<int> things = [];
        bool named = common;
        for (int at = sentence.First; at < sentence.End; at++)
        {
            int distance = at < first ? first - at : at - end + 1;
            if (view.At(at) is { } mention)
            {
                dates += mention.Value is TimeValue { Type: TimexType.Date } && mention != view.At(at - 1) ? 1 : 0;
                if (mention.Value is TimeValue { Type: TimexType.Date, Days: { IsBounded: true } days, Mod: TimexMod.None } && days.Last.Year == days.First.Year)
                {
                    // A day is told of a happening; a year or a month may be told of anything beside it.
                    int weight = days.First == days.Last && distance > 2 ? distance - 2 : distance;

                    // “… cho đến Cách mạng tháng Tám”: the end of a time, not the day of the happening.
                    weight += _until.Contains(view[view.RangeOf(mention.Span).First - 1]) ? Reach : 0;
                    (date, nearest) = weight < nearest ? (mention, weight) : (date, nearest);
                }
            }
            else if (distance <= Reach)
            {
                if (_again.Contains(view[at]))
                {
                    return null;
                }

                if (distance <= 4 && (at < first || at >= end))
                {
                    named |= _many.Contains(view[at]);
                    if (_things.Contains(view[at]) || _many.Contains(view[at]))
                    {
                        things.Add(view[at].Word);
                    }
                }
            }
        }

        HashSet<long> names = NameMarks.Of(view.Tokens, view.Document.Text, Math.Max(sentence.First, first - (2 * Reach)), Math.Min(sentence.End, end + Reach));
        bool reached = nearest <= Reach || (named && dates == 1);
        return date is null || !reached || (named ? names.Count == 0 : things.Count == 0) ? null : new Telling(happening, named, common, things, names, date.Span, ((TimeValue)date.Value).Days!.Value);
    }

    // One of day, month and year is another, or one figure of the year.
    private static bool IsSlip(DayRange one, DayRange other) =>
        one.First.Year == other.First.Year
            ? new QuotedTime(0, default, one).IsMisquoted(other)
            : DigitSlips.IsSlip(one.First.Year.ToString(CultureInfo.InvariantCulture), other.First.Year.ToString(CultureInfo.InvariantCulture));

    /// <summary>A happening with its date and what it happened to.</summary>
    private sealed record Telling(int Happening, bool Named, bool Common, HashSet<int> Things, HashSet<long> Names, TextSpan Date, DayRange Days)
    {
        /// <summary>Whether another telling can be of the same.</summary>
        public bool IsOf(Telling other) =>
            Happening == other.Happening && (Common || Things.Overlaps(other.Things)) && (Named || other.Named ? Names.Overlaps(other.Names) : !NameMarks.Differ(Names, other.Names));
    }
}
