using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Relating.Places;

/// <summary>The dates of the sentences of a document that have places, each read when it is first asked for.</summary>
internal sealed class PlaceTimes(TokenizedDocument document, ImmutableArray<Mention> mentions)
{
    private const string Nowadays = "nay";
    private const int FarthestNowadays = 4;

    private readonly ImmutableArray<DayRange>[] _dates = new ImmutableArray<DayRange>[document.Sentences.Length];

    /// <summary>The dates of the sentence of a mention, of which any may be its own; empty when it tells none.</summary>
    public ImmutableArray<DayRange> Of(Mention mention)
    {
        int sentence = document.SentenceOfToken(document.TokenAt(mention.Span.Start));
        ref ImmutableArray<DayRange> dates = ref _dates[sentence];
        if (dates.IsDefault)
        {
            dates = Read(document.Sentences[sentence]);
        }

        return dates;
    }

    /// <summary>Whether a place stands behind “nay là”, “nay thuộc”: the dates of the sentence are of the other name.</summary>
    public bool IsNowadays(Mention mention)
    {
        int token = document.TokenAt(mention.Span.Start);
        ImmutableArray<Token> tokens = document.Tokens;
        for (int i = token - 1; i >= Math.Max(0, token - FarthestNowadays) && tokens[i].IsWord; i--)
        {
            Token word = tokens[i];
            if (word.Length == Nowadays.Length && document.Document.Text.AsSpan(word.Start, word.Length).Equals(Nowadays, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableArray<DayRange> Read(SentenceRange sentence)
    {
        int start = document.Tokens[sentence.First].Start;
        int end = document.Tokens[sentence.End - 1].End;
        ImmutableArray<DayRange>.Builder? dates = null;
        for (int i = FirstFrom(start); i < mentions.Length && mentions[i].Span.Start < end; i++)
        {
            if (mentions[i].Value is TimeValue { Days: { } days })
            {
                (dates ??= ImmutableArray.CreateBuilder<DayRange>()).Add(days);
            }
        }

        return dates?.ToImmutable() ?? [];
    }

    private int FirstFrom(int start)
    {
        int low = 0;
        int high = mentions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = mentions[middle].Span.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
