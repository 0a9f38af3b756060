using BienNien.Finding;
using BienNien.Text;

namespace BienNien.Relating.Facts;

/// <summary>An office as it stands in a sentence.</summary>
/// <param name="First">Its first token.</param>
/// <param name="ValueEnd">One past the words of the office itself.</param>
/// <param name="End">One past the body or place behind it.</param>
/// <param name="Object">Index of the mention of the body or place; -1 without one.</param>
/// <param name="Value">The office in small letters, on one line, without the body.</param>
/// <param name="Reference">The reference by which the body is meant; -1 without one.</param>
internal readonly record struct Office(int First, int ValueEnd, int End, int Object, string Value, int Reference)
{
    /// <summary>Whether any stands there.</summary>
    public bool IsNone => End == 0;
}

/// <summary>Reads offices with the body that they are held in: “Bí thư Tỉnh ủy Cao Bằng”, “Trưởng ban Tuyên giáo”, “Chủ tịch xã Tân Tiến”.</summary>
internal static class OfficeReader
{
    /// <summary>The office that begins at a place; none when there is none.</summary>
    public static Office Read(FactScene scene, int at)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        int length = scene.NameAt(at) >= 0 || scene.TimeAt(at) >= 0 ? 0 : words.Offices.Longest(sentence, at, out _);
        int valueEnd = at + length;
        for (int i = at + 1; i <= valueEnd && length > 0; i++)
        {
            if (scene.NameFrom(i, MentionKind.Organisation) < 0 && scene.NameFrom(i, MentionKind.Place) < 0)
            {
                continue;
            }

            // “Bí thư Tỉnh ủy” before the name “Tỉnh ủy Cao Bằng”; “tri huyện” stays whole before “huyện Văn Uyên”.
            int shorter = words.Offices.Longest(sentence, at, i - at, out _);
            if (shorter == i - at)
            {
                valueEnd = i;
            }
            else if (scene.KindAt(i) == MentionKind.Organisation && words.Heads.Contains(sentence[i - 1]))
            {
                return HeadOf(scene, at, i);
            }

            break;
        }

        if (length == 0)
        {
            bool heads = words.Heads.Contains(sentence[at]) && scene.NameAt(at) < 0;
            int next = heads && words.Heads.Contains(sentence[at + 1]) ? at + 2 : at + 1;
            return heads && scene.NameFrom(next, MentionKind.Organisation) >= 0 && sentence.Surface(next).Length > 1 ? HeadOf(scene, at, next) : default;
        }

        return WithBody(scene, at, valueEnd, WordsOf(scene, at, valueEnd));
    }

    // “Trưởng Ban Tuyên giáo Tỉnh ủy”: the head of what is named, as “Trưởng ban”.
    private static Office HeadOf(FactScene scene, int at, int body)
    {
        SceneEnd(scene, body, out int end, out int mention);
        int noun = Math.Max(1, scene.Words.Bodies.Longest(scene.Sentence, body, 2, out _));
        return new Office(at, body, end, mention, $"{WordsOf(scene, at, body)} {WordsOf(scene, body, body + noun)}", -1);
    }

    private static Office WithBody(FactScene scene, int at, int valueEnd, string value)
    {
        Sentence sentence = scene.Sentence;
        FactGrammar words = scene.Words;
        int i = valueEnd;
        while (words.OfficeTails.Contains(sentence[i]) && scene.NameAt(i) < 0 && i < valueEnd + 6)
        {
            i++;
        }

        for (int behind = i; behind >= valueEnd; behind = behind > valueEnd ? valueEnd : valueEnd - 1)
        {
            MentionKind? kind = scene.KindAt(behind);
            if (kind is MentionKind.Organisation or MentionKind.Place && (behind == valueEnd ? scene.NameAt(behind - 1) != scene.NameAt(behind) || kind == MentionKind.Place : true))
            {
                SceneEnd(scene, behind, out int end, out int mention);
                return new Office(at, valueEnd, end, mention, value, -1);
            }
        }

        // “tri huyện Văn Uyên”: the place is named within the title.
        if (scene.NameAt(valueEnd - 1) is >= 0 and int inner && scene.MentionOf(inner).Kind == MentionKind.Place)
        {
            return new Office(at, valueEnd, scene.Inside[inner].End, scene.Inside[inner].Index, value, -1);
        }

        int noun = words.Bodies.Longest(sentence, i, out _);

        // “trung đội trưởng bộ đội địa phương”
        noun = noun == 1 && sentence[i + 1] is { IsWord: true, Capitalised: false } && !words.Tiers.Contains(sentence[i + 1]) && !words.OfficeTails.Contains(sentence[i + 1]) ? 0 : noun;
        int reference = scene.ReferenceAt(i);
        if (noun > 0 && reference >= 0 && scene.Mentions[scene.References.All[reference].Mention].Kind == MentionKind.Organisation)
        {
            return new Office(at, valueEnd, i + noun, scene.References.All[reference].Mention, value, reference);
        }

        if (noun > 0)
        {
            int past = i + noun;
            while (words.Tiers.Contains(sentence[past]) && past < i + noun + 2)
            {
                past++;
            }

            // “Bí thư đầu tiên của Tỉnh ủy” is a “bí thư tỉnh ủy”.
            return i == valueEnd
                ? new Office(at, past, past, -1, WordsOf(scene, at, past), -1)
                : new Office(at, valueEnd, past, -1, $"{value} {WordsOf(scene, i, past)}", -1);
        }

        return new Office(at, valueEnd, valueEnd, -1, value, -1);
    }

    private static void SceneEnd(FactScene scene, int at, out int end, out int mention)
    {
        int name = scene.NameAt(at);
        (end, mention) = (scene.Inside[name].End, scene.Inside[name].Index);
    }

    private static string WordsOf(FactScene scene, int first, int end) => scene.WordsAt(first, end).ToLowerInvariant();
}
