using System.Collections.Immutable;
using System.Globalization;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM001. A year named as one: “năm 1945”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Year.md, beside this file.</remarks>
internal sealed class Year(Vocabulary.Builder words) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("TIM001");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [words.Add("năm")];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        Token number = sentence[at + 1];
        if (number.IsNumber && number.Length is 3 or 4 && number.Number > 0)
        {
            string year = number.Number.ToString("0000", CultureInfo.InvariantCulture);
            found.Add(sentence, MentionKind.Time, at, at + 2, new TimeValue(TimexType.Date, year));
        }
    }
}
