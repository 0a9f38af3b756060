using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Relating.Figures.Rules;
using BienNien.Text;

namespace BienNien.Relating.Figures;

/// <summary>Reads the figures of indicators from a document's amounts. Built once, immutable.</summary>
/// <remarks>One pass over the sentences; those without an amount cost a look at their mentions.</remarks>
internal sealed class FigureRelater
{
    private readonly FigureGrammar _words;
    private readonly IndicatorNames _names = IndicatorNames.Create();
    private readonly UnitTable _units = UnitTable.Load();

    public FigureRelater(Vocabulary.Builder words)
    {
        _words = new FigureGrammar(words);
        Rules = [new CellFigure(_names), new PlanShare(), new FromTo(), new ShareOfWhole(), new Comparison(), new StatedFigure(), new CountedThing(_names)];
    }

    /// <summary>All rules, in the order in which they are asked about an amount.</summary>
    public ImmutableArray<IFigureRule> Rules { get; }

    /// <summary>The figures of a document, in reading order.</summary>
    public ImmutableArray<FigureClaim> Relate(TokenizedDocument document, ImmutableArray<Mention> mentions)
    {
        FigureScene scene = new(document, mentions, _words);
        FigureContext context = new(document, mentions, _words);
        FigureSink sink = new(scene, context, _names);
        (int block, bool told) = (-1, false);
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            Sentence sentence = document.SentenceAt(s);
            (int first, int end, bool amounts) = MentionsOf(sentence, mentions);
            context.Begin(sentence);
            int before = sink.Claims.Count;
            if (amounts)
            {
                scene.Load(s, first, end);
                sink.Begin(follows: told && sentence.BlockIndex == block);
                for (int a = 0; a < scene.Amounts.Count; a++)
                {
                    sink.BeginAmount(a);
                    foreach (IFigureRule rule in Rules)
                    {
                        sink.Rule = rule.Id;
                        if (rule.Read(scene, a, sink))
                        {
                            break;
                        }
                    }
                }
            }

            (block, told) = (sentence.BlockIndex, sink.Claims.Count > before);
            context.End(sentence, first, end, sink.Claims.Count > before ? LastPeriod(sink.Claims, before) : FigurePeriod.None);
        }

        return FigureLinker.Link(mentions, sink.Claims, sink.Parts, _units);
    }

    private static FigurePeriod LastPeriod(List<FigureClaim> claims, int from)
    {
        for (int i = claims.Count - 1; i >= from; i--)
        {
            if (claims[i].Period is { Implied: false, Mention: >= 0 } period)
            {
                return period;
            }
        }

        return FigurePeriod.None;
    }

    // Sentences come block by block, and a block that a page's end cuts may begin before others and end after them.
    private static (int First, int End, bool Amounts) MentionsOf(Sentence sentence, ImmutableArray<Mention> mentions)
    {
        int start = sentence[0].Start;
        int stop = sentence[sentence.Count - 1].End;
        (int low, int high) = (0, mentions.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = mentions[middle].Span.Start < start ? (middle + 1, high) : (low, middle);
        }

        int end = low;
        bool amounts = false;
        for (; end < mentions.Length && mentions[end].Span.Start < stop; end++)
        {
            amounts |= mentions[end].Kind == MentionKind.Quantity;
        }

        return (low, end, amounts);
    }
}
