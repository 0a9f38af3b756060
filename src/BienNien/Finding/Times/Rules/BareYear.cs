using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM010. A year in figures alone, where the words around show that it is one: “(1946)”, “Hà Nội, 2001.”, “từ 1930”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: BareYear.md, beside this file.</remarks>
internal sealed class BareYear(TimeGrammar grammar) : TimeRule("TIM010", grammar, [], Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if ((Word(sentence, at - 1) == TimeWord.Year && !Grammar.IsCounted(sentence, at - 1)) || !TimeGrammar.IsBareYear(sentence[at]))
        {
            if (sentence[at].Length <= 4 && Grammar.StartsFree(sentence, at) && Word(sentence, at - 1) != TimeWord.Year && Grammar.BareYear(sentence, at, false, out var before))
            {
                Propose(sentence, at, before, found);       // 179 TCN
            }

            return;
        }

        // đánh số từ 1 đến 1930
        var isCounted = Word(sentence, at - 1) == TimeWord.To && Word(sentence, at - 3) == TimeWord.From && sentence[at - 2].IsNumber && !TimeGrammar.IsBareYear(sentence[at - 2]);
        if (!isCounted && Grammar.StartsFree(sentence, at) && Grammar.EndsFree(sentence, at + 1) && (IsIntroduced(sentence, at) || StandsAlone(sentence, at) || OpensEntry(sentence, at) || IsListed(sentence, at) || OpensClause(sentence, at)) && Grammar.BareYear(sentence, at, true, out var year))
        {
            Propose(sentence, at, year, found);
        }
    }

    // từ 1930, Đông Xuân 1954, (1946), Luật Đất đai 2013
    private bool IsIntroduced(Sentence sentence, int at)
    {
        var before = sentence[at - 1];
        if (Grammar.IsLabelled(sentence, at))
        {
            return false;
        }

        // các năm 2018, 2019 và 2020
        if (Word(sentence, at - 1) is TimeWord.Comma or TimeWord.And && TimeGrammar.IsBareYear(sentence[at - 2])
            && (Word(sentence, at - 3) is TimeWord.Year or TimeWord.Comma or TimeWord.And))
        {
            return true;
        }

        // trong 3 năm 2021, 2022, 2023
        if (Word(sentence, at - 1) == TimeWord.Year)
        {
            return Word(sentence, at + 1) is TimeWord.Comma or TimeWord.And && TimeGrammar.IsBareYear(sentence[at + 2]);
        }

        if (Word(sentence, at - 1) == TimeWord.Open)
        {
            return !Grammar.IsCountAfter(sentence, -1, at + 1);
        }

        // từ 1896 mở sang: of late times only a noun that is counted makes it no year
        return Is(sentence, at - 1, TimeClass.YearIntroducer)
            ? !CountsAfter(sentence, at) || (sentence[at].Number is >= 1850 and <= 2050 && Word(sentence, at - 1) is TimeWord.From or TimeWord.Season && !Grammar.IsCountedNoun(sentence[at + 1]))
            : before is { IsWord: true, Capitalised: true, AllUpper: false, Length: > 1 } && (before.Traits & TokenTraits.SentenceStart) == 0 && IsRecent(sentence, at) && !CountsAfter(sentence, at);
    }

    // “…, 1993, tr. 214”, “… Hà Nội 2001.”
    private bool StandsAlone(Sentence sentence, int at)
    {
        var before = sentence[at - 1];
        var after = sentence[at + 1];
        return IsRecent(sentence, at) && (after.IsMark || after.Kind == TokenKind.None)
            && (Word(sentence, at + 1) is not (TimeWord.Slash or TimeWord.Hyphen) || (Word(sentence, at + 1) == TimeWord.Hyphen && after.SpaceBefore && sentence[at + 2].IsWord))
            && ((Word(sentence, at - 1) == TimeWord.Comma && before.Kind == TokenKind.Mark && sentence[at].SpaceBefore
                    && (sentence[at - 2].IsWord || Word(sentence, at - 2) is TimeWord.Close or TimeWord.Dot
                        || (sentence[at - 2] is { IsNumber: true, Length: <= 2 } && Word(sentence, at + 1) is TimeWord.Open or TimeWord.Dot or TimeWord.Semicolon)))
                || (Word(sentence, at - 1) is TimeWord.Colon or TimeWord.Semicolon && sentence[at].SpaceBefore && (sentence[at - 2].IsWord || Word(sentence, at - 1) == TimeWord.Semicolon))
                || (before.IsWord && !Is(sentence, at - 1, TimeClass.Label) && (before.Capitalised || sentence[at].Number is >= 1930 and <= 2040)));
    }

    // “1978, 1988 và 1996”, “(1940; 1941; 9/3/1945)”, “năm 2020, 2021”: years in a list, whether or not one of them is named.
    private bool IsListed(Sentence sentence, int at)
    {
        if (CountsAfter(sentence, at) || Grammar.IsLabelled(sentence, at))
        {
            return false;
        }

        var listed = (IsJoint(sentence, at - 1) && IsListYear(sentence, at - 2) && !Is(sentence, at - 3, TimeClass.Label))
            || (IsJoint(sentence, at + 1) && IsListYear(sentence, at + 2) && !CountsAfter(sentence, at + 2) && sentence[at + 2].SpaceBefore);
        return listed && IsRecent(sentence, at);
    }

    // “năm 2018 có 6 đồng chí, 2019 có 4”: a year that opens a clause after one that a year opened
    private bool OpensClause(Sentence sentence, int at) =>
        Word(sentence, at - 1) is TimeWord.Comma or TimeWord.Semicolon && sentence[at].SpaceBefore && sentence[at].Number is >= 1900 and <= 2100
        && Is(sentence, at + 1, TimeClass.Follower) && Word(sentence, at + 1) is not (TimeWord.And or TimeWord.To or TimeWord.Of);

    private bool IsJoint(Sentence sentence, int at) => Word(sentence, at) is TimeWord.Comma or TimeWord.And or TimeWord.Semicolon;

    private bool IsListYear(Sentence sentence, int at) => TimeGrammar.IsBareYear(sentence[at]) && Grammar.EndsFree(sentence, at + 1);

    // “1884. Tháng 6, …”, “1862 ── Hòa ước …”, “7/1952: …”: the year that opens an entry of annals.
    // Alone in a heading it is what the text under it tells of.
    private bool OpensEntry(Sentence sentence, int at)
    {
        if (sentence.Block.Kind == BlockKind.Heading && IsAlone(sentence, at))
        {
            return true;
        }

        if (at > 0 || sentence[0].Start != sentence.Block.Span.Start)
        {
            return false;
        }

        return sentence[2] is { SpaceBefore: true, IsWord: true, Capitalised: true }
            && (Word(sentence, 1) is TimeWord.Dot or TimeWord.Colon or TimeWord.Hyphen || (sentence[1].IsMark && sentence.Surface(1)[0] is '─' or '―' or '▪' or '•' or '|'));
    }

    private static bool IsAlone(Sentence sentence, int at)
    {
        for (var other = 0; other < sentence.Count; other++)
        {
            if (other != at && !sentence[other].IsMark)
            {
                return false;
            }
        }

        return true;
    }

    private bool CountsAfter(Sentence sentence, int at) =>
        sentence[at + 1].IsWord && !sentence[at + 1].Capitalised && !Is(sentence, at + 1, TimeClass.Follower);

    private static bool IsRecent(Sentence sentence, int at) => sentence[at].Number is >= 1800 and <= 2100;
}
