using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM015. A length of time, with its amount: “93 năm”, “gần một trăm năm”, “29 ngày đêm”, “15 năm đầu”, “ba ngày” sau.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Duration.md, beside this file.</remarks>
internal sealed class Duration(TimeGrammar grammar) : TimeRule("TIM015", grammar, [.. grammar.Lexicon.NumeralWords, .. grammar.Lexicon.Openings(TimeWord.About, TimeWord.Near, TimeWord.More, TimeWord.Under, TimeWord.NotYet, TimeWord.Not, TimeWord.Over, TimeWord.Non, TimeWord.Xap, TimeWord.Toi, TimeWord.Evening, TimeWord.It, TimeWord.Half)], Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at) == TimeWord.Year && (sentence[at - 1].IsNumber || Grammar.Lexicon.Numeral(sentence[at - 1]) >= 0 || Word(sentence, at - 1) is TimeWord.Tens or TimeWord.Hundred or TimeWord.Thousand))
        {
            return;     // the unit of a length, not five
        }

        var shade = DurationGrammar.Shade(Grammar, sentence, at, out var mod);
        if (shade == 0 && (IsShaded(sentence, at) || IsOrdinal(sentence, at)))
        {
            return;     // read from the shade, or no count at all
        }

        if ((Word(sentence, at) is TimeWord.More or TimeWord.Near or TimeWord.About && shade == 0) || Compares(sentence, at))
        {
            return;
        }

        if (sentence[at + shade].IsNumber && Word(sentence, at + shade + 1) == TimeWord.MinuteSign)
        {
            MinutesBySign(sentence, at, shade, mod, found);
        }
        else if (DurationGrammar.Read(Grammar, sentence, at + shade, out var length, out var to, out var end, out var tail))
        {
            var text = to is { } last ? $"{length}/{last}" : length.ToString();
            Propose(sentence, at, end, new TimeValue(TimexType.Duration, text, mod == TimexMod.None ? tail : mod)
            {
                Reading = to is null && length is { HasOneUnit: true, Unit: < DurationUnit.Hour } && decimal.IsInteger(length.Amount) && IsCounted(sentence, at, end, out var isBack)
                    ? new TimeReading(new TimePoint(end, default)) { Length = length, IsBack = isBack }
                    : null,
            }, found);
        }
    }

    // “(25’)”, “chạy 25’”: elsewhere the sign is of degrees, feet or a quotation.
    private void MinutesBySign(Sentence sentence, int at, int shade, TimexMod mod, MentionSink found)
    {
        var figure = sentence[at + shade];
        var end = at + shade + 2;
        if (figure is { Length: <= 3, Number: > 0 } && !sentence[end - 1].SpaceBefore
            && ((Word(sentence, at - 1) == TimeWord.Open && Word(sentence, end) == TimeWord.Close) || shade > 0 || Is(sentence, at - 1, TimeClass.BeforeLength))
            && !sentence[end].IsNumber)
        {
            Propose(sentence, at, end, new TimeValue(TimexType.Duration, IsoDuration.Of(figure.Number, DurationUnit.Minute).ToString(), mod), found);
        }
    }

    // “ba ngày sau, …”, “hai tháng sau đó”, “Sau hai ngày, …”, “trước đó ba năm”; not “ba năm sau chiến tranh”.
    private bool IsCounted(Sentence sentence, int at, int end, out bool isBack)
    {
        var next = end + 1;
        isBack = Word(sentence, end) == TimeWord.Before && Word(sentence, next) == TimeWord.That;
        if (isBack)
        {
            return true;
        }

        if (Word(sentence, end) == TimeWord.After)
        {
            return Word(sentence, next) == TimeWord.That || !sentence[next].IsWord || Is(sentence, next, TimeClass.Narrated);
        }

        if (Word(sentence, at - 1) == TimeWord.That && Word(sentence, at - 2) is TimeWord.After or TimeWord.Before)
        {
            isBack = Word(sentence, at - 2) == TimeWord.Before;
            return true;
        }

        return Word(sentence, at - 1) == TimeWord.After && Word(sentence, end) == TimeWord.Comma && (at == 1 || sentence[at - 2].IsMark);
    }

    private bool IsShaded(Sentence sentence, int at) =>
        (DurationGrammar.Shade(Grammar, sentence, at - 1, out _) == 1 && !Compares(sentence, at - 1)) || DurationGrammar.Shade(Grammar, sentence, at - 2, out _) == 2;

    // sớm hơn một năm: hơn is no shade of the length; but kéo dài hơn một năm
    private bool Compares(Sentence sentence, int at) =>
        Word(sentence, at) == TimeWord.More && Is(sentence, at - 1, TimeClass.Comparative) && Word(sentence, at - 2) != TimeWord.Draw;

    // thứ 5, ngày 3, tháng 5, số 12: not a count of what follows.
    private bool IsOrdinal(Sentence sentence, int at)
    {
        var before = Word(sentence, at - 1);
        return before is TimeWord.Ordinal or TimeWord.Month or TimeWord.Day or TimeWord.Quarter or TimeWord.Mung or TimeWord.Slash or TimeWord.Tens or TimeWord.Ten or TimeWord.PlusMinus
            || (before is TimeWord.Hyphen or TimeWord.Dot or TimeWord.Comma && !sentence[at].SpaceBefore)
            || (before == TimeWord.Hyphen && sentence[at - 2].IsNumber)
            || (before == TimeWord.Year && sentence[at].Length <= 2 && sentence[at].IsNumber)
            || (Is(sentence, at - 1, TimeClass.Label) && IsDatedAfter(sentence, at));
    }

    // “báo cáo số 12 ngày 15/4”, “khóa 12 năm 2003”; but “chặng đường 60 năm xây dựng”, “mỗi lớp 1,5 ngày” are lengths.
    private static bool IsDatedAfter(Sentence sentence, int at)
    {
        var unit = at + 1;
        while (sentence[unit].IsNumber || (sentence[unit].IsMark && sentence[unit + 1].IsNumber))
        {
            unit++;
        }

        return sentence[unit + 1].IsNumber;
    }
}
