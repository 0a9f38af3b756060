using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC011. Holders of an office under its name, each with the term: “Bí thư Huyện ủy qua các thời kỳ: Lê Xuân Trạch (1948 - 1950) …”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OfficeList.md, beside this file.</remarks>
internal sealed class OfficeList : IFactRule
{
    private const int LongestEntry = 30;
    private const int FarthestName = 10;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC011");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        if (scene.Lead is not { } lead || sentence.Count > LongestEntry || sentence.Block.Kind is not (BlockKind.ListItem or BlockKind.Paragraph) || scene.Span.Contains(lead.Span))
        {
            return;
        }

        int person = -1;
        for (int n = 0; n < scene.Inside.Count && person < 0 && scene.Inside[n].First <= FarthestName; n++)
        {
            person = scene.MentionOf(n).Kind == MentionKind.Person ? n : -1;
        }

        if (person < 0 || !Opens(scene, scene.Inside[person].First, out int before))
        {
            return;
        }

        int past = scene.Inside[person].End;
        past = sentence[past].Word == scene.Words.Comma || sentence[past].Word == scene.Words.Colon || scene.Words.Dashes.Contains(sentence[past]) ? past + 1 : past;
        int term = before >= 0 ? before : OfficeBehindName.TermOf(scene, past);
        if (term >= 0)
        {
            TextSpan name = scene.MentionOf(person).Span;
            TextSpan time = scene.MentionOf(term).Span;
            sink.Add(new Fact(FactProperty.Office, new FactSubject(scene.Inside[person].Index, FactCertainty.High, default), TextSpan.Between(Math.Min(name.Start, time.Start), Math.Max(name.End, time.End)), time)
            {
                Object = lead.Object,
                Value = lead.Value,
                Date = scene.DateOf(term),
                DateMention = scene.Inside[term].Index,
                Lean = lead.Span,
            });
        }
    }

    // Only a mark, words of address and the term stand before the name.
    private static bool Opens(FactScene scene, int name, out int term)
    {
        term = -1;
        for (int i = 0; i < name; i++)
        {
            if (scene.TimeAt(i) is >= 0 and int time)
            {
                term = scene.DateOf(time).Length > 0 ? time : term;
                continue;
            }

            Token token = scene.Sentence[i];
            if (!token.IsMark && !token.IsNumber && !token.IsRoman && !scene.Words.Addresses.Contains(token) && !scene.Words.BeforeDate.Contains(token))
            {
                return false;
            }
        }

        return true;
    }
}
