using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC002. The years of a life behind a name: “Nguyễn Khắc Bút (1887 - 1942)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: LifeYears.md, beside this file.</remarks>
internal sealed class LifeYears : IFactRule
{
    /// <summary>Fewer years are those of an office or a campaign.</summary>
    private const int ShortestLife = 14;

    private const int LongestLife = 110;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC002");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        if (scene.Lead is not null)
        {
            // Years behind the names of holders of an office are their terms.
            return;
        }

        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Kind != MentionKind.Time || scene.TimeAt(scene.Inside[n].First) != n || Edtf.TryParse(scene.DateOf(n)) is not { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known } life
                || life.End.Year - life.Start.Year is < ShortestLife or > LongestLife)
            {
                continue;
            }

            int first = scene.Inside[n].First;
            int open = scene.BracketAt(first);
            int name = open > 0 && open == first - 1 ? open - 1 : open < 0 && sentence.Block.Kind == BlockKind.Heading && sentence[first - 1].Word == scene.Words.Comma ? first - 2 : -1;
            bool ends = open < 0 ? scene.Inside[n].End >= sentence.Count : sentence[scene.Inside[n].End] is { IsMark: true };
            name = name > 0 && sentence[name].Word == scene.Words.Close && scene.BracketAt(name) > 0 ? scene.BracketAt(name) - 1 : name;
            if (name < 0 || !ends || scene.KindAt(name) != MentionKind.Person)
            {
                continue;
            }

            Mention time = scene.MentionOf(n);
            FactSubject subject = new(scene.Inside[scene.NameAt(name)].Index, FactCertainty.High, default);
            TextSpan span = TextSpan.Between(scene.Mentions[subject.Mention].Span.Start, time.Span.End);
            sink.Add(new Fact(FactProperty.Born, subject, span, time.Span) { Date = life.Start.ToString(), DateMention = scene.Inside[n].Index });
            sink.Add(new Fact(FactProperty.Died, subject, span, time.Span) { Date = life.End.ToString(), DateMention = scene.Inside[n].Index });
        }
    }
}
