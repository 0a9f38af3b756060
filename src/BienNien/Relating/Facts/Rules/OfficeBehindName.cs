using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC009. Offices set behind the name of who holds them: “đồng chí Mạc Đình Tú, Bí thư Chi bộ Nà Ngần, …”, “Ma Thế Hồng - Phó Chủ tịch HĐND tỉnh”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OfficeBehindName.md, beside this file.</remarks>
internal sealed class OfficeBehindName : IFactRule
{
    private const int MostParts = 8;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC009");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Kind == MentionKind.Person)
            {
                Read(scene, sink, n);
            }
        }
    }

    private static void Read(FactScene scene, FactSink sink, int person)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        FactSubject subject = new(scene.Inside[person].Index, FactCertainty.High, default);
        int i = scene.Inside[person].End;
        for (int part = 0; part < MostParts && i < sentence.Count; part++)
        {
            int mark = i;
            if (sentence[i].Word == words.Open && OfficeReader.Read(scene, SkipFormer(scene, i + 1)).IsNone)
            {
                // “A (bí danh B), Bí thư …”
                while (i < sentence.Count && sentence[i].Word != words.Close)
                {
                    i++;
                }

                mark = i + 1;
            }

            bool marked = sentence[mark].Word == words.Comma || sentence[mark].Word == words.Colon || words.Dashes.Contains(sentence[mark]) || sentence[mark].Word == words.Open;
            if (!marked)
            {
                return;
            }

            int at = SkipFormer(scene, mark + 1);
            Office office = OfficeReader.Read(scene, at);
            if (office.IsNone)
            {
                // “A, sinh năm 1969, Trưởng ban …”
                if (sentence[mark].Word == words.Comma && NextComma(scene, mark + 1) is > 0 and int comma)
                {
                    i = comma;
                    continue;
                }

                return;
            }

            if (IsBefore(scene, office.End))
            {
                return;
            }

            TextSpan value = sentence.Span(office.First, office.ValueEnd);
            int term = TermOf(scene, office.End);
            ListDate? founding = term < 0 && sentence.Block.Kind == BlockKind.ListItem ? scene.ListDate : null;
            sink.Add(new Fact(FactProperty.Office, subject, value, value)
            {
                Object = office.Object >= 0 ? office.Object : founding?.Body ?? -1,
                Value = office.Value,
                Date = term >= 0 ? scene.DateOf(term) : founding?.Date ?? "",
                DateMention = term >= 0 ? scene.Inside[term].Index : founding?.Mention ?? -1,
                Status = scene.StatusAt(office.First),
                Lean = office.Reference >= 0 ? scene.Mentions[office.Object].Span : default,
            });
            i = office.End;
        }
    }

    private static int SkipFormer(FactScene scene, int at) => scene.Words.Former.Contains(scene.Sentence[at]) ? at + 1 : at;

    // A birth year or another name of the same person between the name and the office.
    private static int NextComma(FactScene scene, int from)
    {
        bool beside = scene.Sentence[from].Word == scene.Words.Born;
        for (int n = 0; n < scene.Inside.Count && !beside; n++)
        {
            beside = scene.MentionOf(n).Kind == MentionKind.Alias && scene.Inside[n].First >= from && scene.Inside[n].First <= from + 3;
        }

        for (int i = from; beside && i < Math.Min(scene.Sentence.Count, from + 8); i++)
        {
            if (scene.Sentence[i].Word == scene.Words.Comma)
            {
                return i;
            }
        }

        return -1;
    }

    // “…, Chủ tịch Hồ Chí Minh”: the office is that of the name behind it.
    private static bool IsBefore(FactScene scene, int end)
    {
        int next = end;
        while (next <= end + 3 && scene.Words.Addresses.Contains(scene.Sentence[next]) && scene.NameAt(next) < 0)
        {
            next++;
        }

        return scene.NameFrom(next, MentionKind.Person) >= 0 || scene.Sentence[next].Word == scene.Words.Is;
    }

    /// <summary>The term of an office right behind it: “(1951 - 1958)”, “từ năm 1951 đến năm 1958”.</summary>
    internal static int TermOf(FactScene scene, int end)
    {
        int next = end;
        while (next <= end + 2 && (scene.Sentence[next].Word == scene.Words.Open || scene.Words.BeforeDate.Contains(scene.Sentence[next]) || scene.Words.TermHeads.Contains(scene.Sentence[next])) && scene.TimeAt(next) < 0)
        {
            next++;
        }

        return scene.TimeAt(next) is >= 0 and int time && scene.DateOf(time).Length > 0 ? time : -1;
    }
}
