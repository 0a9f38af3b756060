using System.Runtime.InteropServices;
using BienNien.Finding.Names;
using BienNien.Text;

namespace BienNien.Finding.People;

/// <summary>Another name stated for a person: where it stands and whose it is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StatedName(int First, int End, string Of);

/// <summary>Reads the names that a cue gives to the person named just before: “(tức Sáu Dân, Chín Dũng)”.</summary>
internal sealed class AliasReader(Vocabulary.Builder words, NameReader names)
{
    private const int FarthestBack = 24;

    private readonly WordSet _fillers = words.AddSet("là", ":", "ông", "bà", "đồng", "chí", "cụ");
    private readonly WordSet _others = words.AddSet("hay", "hoặc", "và", ",", ";", "/");

    // Cues of one word that are common words elsewhere (“danh hiệu”, “tự vệ”): only after a mark.
    private readonly WordSet _shortCues = words.AddSet("hiệu", "tự", "húy");

    /// <summary>The names after the cue that begins at a token; empty when none does.</summary>
    public List<StatedName> Read(Sentence sentence, int at)
    {
        List<StatedName> stated = [];
        int cue = names.Lexicon.AliasCues.Longest(sentence, at, out _);
        if (cue == 0 || (cue == 1 && _shortCues.Contains(sentence[at]) && !sentence[at - 1].IsMark) || !HasNameAfter(sentence, at + cue)
            || PersonBefore(sentence, at) is not { } person)
        {
            return stated;
        }

        int i = at + cue;
        while (i < sentence.Count)
        {
            i = Skip(sentence, i);
            int end = names.RunEnd(sentence, i);
            if (end == i || end - i > 5 || names.Lexicon.OrganisationHeads.Longest(sentence, i, out _) >= end - i)
            {
                break;
            }

            stated.Add(new StatedName(i, end, person));
            i = end;
            while (names.Lexicon.Quotes.Contains(sentence[i]))
            {
                i++;
            }

            // A further cue (“bí danh …, bút danh …”) is asked for itself.
            if (!_others.Contains(sentence[i]) || names.Lexicon.AliasCues.Longest(sentence, i + 1, out _) > 0)
            {
                break;
            }

            i++;
        }

        return stated;
    }

    private bool HasNameAfter(Sentence sentence, int i) => NameReader.IsName(sentence, Skip(sentence, i));

    private int Skip(Sentence sentence, int i)
    {
        while (!sentence[i].Capitalised && (_fillers.Contains(sentence[i]) || names.Lexicon.Quotes.Contains(sentence[i])))
        {
            i++;
        }

        return i;
    }

    // The nearest name before the cue; between them only punctuation, or another alias with its cue.
    private string? PersonBefore(Sentence sentence, int cue)
    {
        string? nearest = null;
        for (int i = cue - 1; i >= 0 && cue - i <= FarthestBack; i--)
        {
            Token token = sentence[i];
            if (token.IsWord && NameReader.IsName(sentence, i) && (!NameReader.ContinuesRun(sentence, i) || names.Lexicon.TitleEnds.Contains(sentence[i - 1])))
            {
                int known = names.Named(names.Lexicon.Persons, sentence, i, out string? id);
                int end = names.RunEnd(sentence, i);
                if (known > 0 && known >= end - i)
                {
                    return id;
                }

                if (names.ReadsAsPerson(sentence, i, out int full))
                {
                    return SaidBefore.NameOf(sentence, i, full);
                }

                if (nearest is null && end - i is >= 1 and <= 4 && cue - end <= 2
                    && PersonContext.TitleBefore(names, sentence, i, out _) is not null)
                {
                    nearest = SaidBefore.NameOf(sentence, i, end);
                }
            }
        }

        return nearest;
    }
}
