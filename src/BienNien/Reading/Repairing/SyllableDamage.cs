using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BienNien.Text;
using BienNien.Text.Syllables;

namespace BienNien.Reading.Repairing;

/// <summary>Finds syllables that cannot be, or that one which looks like them would fit far better between their neighbours.</summary>
/// <remarks>
/// A noisy channel: what a look-alike gains by standing between these neighbours is set against how unlike it is and how much of the document is damaged at all.
/// That share is counted on the document itself, so that the same doubtful word is marked in a bad scan and left alone in a clean text.
/// </remarks>
internal sealed class SyllableDamage(SyllableModel model, Confusions confusions)
{
    // How much neighbours, and how much frequency, weigh; fitted to the development passages.
    private const double NeighbourWeight = 1.5;
    private const double FrequencyWeight = 0.547;

    // What is printed keeps more right than the pairs alone give it: they have gaps.
    private const double CompoundStands = 3.2;
    private const double PairStands = 2.0;
    private const double HalfFits = 1.0;
    private const double ShortWord = 1.4;
    private const double FrequentFrom = -6.97;
    private const double Frequent = 1.38;
    private const double NameInside = 2.0;
    private const double NameBeside = 2.5;

    // How frequent an unknown word is taken to be.
    private const double UnknownFrequency = -28.87;
    private const double UnknownWithoutMarks = -24.15;

    private const double CleanShare = 0.004;
    private const double MostShare = 0.04;
    private const double SeenWords = 54.0;

    private static readonly Comparer<Suspect> _byPlace = Comparer<Suspect>.Create(static (one, other) => one.Word.CompareTo(other.Word));

    private readonly SyllableModel _model = model;
    private readonly Confusions _confusions = confusions;

    /// <summary>A word that may be damaged, before it is known how damaged the document is.</summary>
    /// <param name="Word">Its place among the words of its stretch of text.</param>
    /// <param name="Span">Where it stands.</param>
    /// <param name="Before">The number of the word before, when nothing but white space stands between them.</param>
    /// <param name="Printed">Its number, perhaps unknown.</param>
    /// <param name="After">The number of the word behind, likewise.</param>
    /// <param name="Reading">The syllable that fits best.</param>
    /// <param name="Score">How much better it fits, in natural logarithms.</param>
    /// <param name="Impossible">Whether the word is no syllable.</param>
    internal readonly record struct Suspect(int Word, TextSpan Span, int Before, int Printed, int After, int Reading, double Score, bool Impossible);

    /// <summary>Adds the suspects among the words of one stretch of text.</summary>
    public void Find(string text, List<ScannedWord> words, List<Suspect> suspects, List<(int Syllable, double Cost)> room)
    {
        int marked = 0;
        int plain = 0;
        foreach (ref readonly ScannedWord word in CollectionsMarshal.AsSpan(words))
        {
            marked += word.Is(WordTraits.Marked) ? 1 : 0;
            plain += word.Is(WordTraits.Marked | WordTraits.Figures | WordTraits.Code) ? 0 : 1;
        }

        // Text typed without marks, or in another language.
        if (marked * 2 < plain)
        {
            return;
        }

        int first = suspects.Count;
        for (int i = 0; i < words.Count; i++)
        {
            if (Examine(text, words, i, room, out Suspect suspect))
            {
                suspects.Add(suspect);
            }
        }

        SettleNeighbours(text, words, suspects, first, room);
    }

    // Beside a damaged word a sound one looks wrong, too. So the surest is read anew first, and its neighbours are looked at beside that reading.
    private void SettleNeighbours(string text, List<ScannedWord> words, List<Suspect> suspects, int first, List<(int Syllable, double Cost)> room)
    {
        for (int k = first; k < suspects.Count; k++)
        {
            if (!IsBeside(suspects, k, first))
            {
                continue;
            }

            int end = k + 1;
            while (end < suspects.Count && suspects[end].Word == suspects[end - 1].Word + 1)
            {
                end++;
            }

            for (int settled = k; settled < end; settled++)
            {
                int best = settled;
                for (int i = settled + 1; i < end; i++)
                {
                    best = suspects[i].Score > suspects[best].Score ? i : best;
                }

                if (suspects[best].Score < SettledScore)
                {
                    break;
                }

                Suspect sure = suspects[best];
                suspects.RemoveAt(best);
                suspects.Insert(settled, sure);
                words[sure.Word] = words[sure.Word] with { Number = sure.Reading };
                for (int i = end - 1; i > settled; i--)
                {
                    if (Math.Abs(suspects[i].Word - sure.Word) != 1)
                    {
                        continue;
                    }

                    if (Examine(text, words, suspects[i].Word, room, out Suspect anew))
                    {
                        suspects[i] = anew;
                    }
                    else
                    {
                        suspects.RemoveAt(i);
                        end--;
                    }
                }
            }

            k = end - 1;
        }

        suspects.Sort(first, suspects.Count - first, _byPlace);
    }

    private static bool IsBeside(List<Suspect> suspects, int at, int first) =>
        (at + 1 < suspects.Count && suspects[at + 1].Word == suspects[at].Word + 1) || (at > first && suspects[at - 1].Word == suspects[at].Word - 1);

    /// <summary>The damage among the suspects of a document.</summary>
    /// <param name="suspects">By their places.</param>
    /// <param name="wordCount">How many words the document has.</param>
    /// <param name="least">The least confidence that is told.</param>
    /// <param name="found">Gets the damage.</param>
    /// <param name="text">The document's text.</param>
    public void Judge(List<Suspect> suspects, int wordCount, double least, ImmutableArray<Damage>.Builder found, string text)
    {
        // A pair that no table has but that this document writes again and again is a word of its own.
        Dictionary<(int, int), int> seen = [];
        foreach (Suspect suspect in suspects)
        {
            Count((suspect.Before, suspect.Printed));
            Count((suspect.Printed, suspect.After));
        }

        double share = CleanShare;
        for (int round = 0; round < 3; round++)
        {
            double damaged = 0;
            foreach (Suspect suspect in suspects)
            {
                double confidence = Confidence(suspect, share);
                damaged += confidence > 0.8 ? confidence : 0;
            }

            share = Math.Clamp((damaged + (CleanShare * SeenWords)) / (wordCount + SeenWords), CleanShare, MostShare);
        }

        foreach (Suspect suspect in suspects)
        {
            double confidence = Confidence(suspect, share);
            if (confidence >= least)
            {
                found.Add(new Damage(
                    suspect.Span,
                    InCaseOf(text.AsSpan(suspect.Span.Start, suspect.Span.Length), _model[suspect.Reading]),
                    suspect.Impossible ? DamageReason.ImpossibleSyllable : DamageReason.UnlikelySyllable,
                    Math.Round(confidence, 2)));
            }
        }

        void Count((int, int) pair)
        {
            if (pair.Item1 != SyllableModel.Unknown && pair.Item2 != SyllableModel.Unknown)
            {
                seen[pair] = seen.GetValueOrDefault(pair) + 1;
            }
        }

        double Confidence(in Suspect suspect, double damagedShare)
        {
            int before = seen.GetValueOrDefault((suspect.Before, suspect.Printed));
            int after = seen.GetValueOrDefault((suspect.Printed, suspect.After));
            double own = Math.Max(before, after) > 2 ? 2.0 * Math.Log(Math.Max(before, after)) : 0;
            return 1 / (1 + Math.Exp(-(suspect.Score - own + Math.Log(damagedShare / (1 - damagedShare)))));
        }
    }

    private bool Examine(string text, List<ScannedWord> words, int at, List<(int Syllable, double Cost)> room, out Suspect suspect)
    {
        suspect = default;
        ScannedWord word = words[at];
        if (word.Is(WordTraits.Figures | WordTraits.Code) || word.Length == 1)
        {
            return false;
        }

        int before = word.Is(WordTraits.Follows) ? words[at - 1].Number : SyllableModel.Unknown;
        int after = at + 1 < words.Count && words[at + 1].Is(WordTraits.Follows) ? words[at + 1].Number : SyllableModel.Unknown;
        if (before == SyllableModel.Unknown && after == SyllableModel.Unknown)
        {
            return false;
        }

        int printed = word.Number;
        ReadOnlySpan<char> surface = text.AsSpan(word.Start, word.Length);
        bool known = printed != SyllableModel.Unknown;
        bool pairBefore = known && before != SyllableModel.Unknown && _model.IsPair(before, printed);
        bool pairAfter = known && after != SyllableModel.Unknown && _model.IsPair(printed, after);
        if (pairBefore && pairAfter && !word.Is(WordTraits.Misplaced))
        {
            return false;
        }

        bool misplaced = word.Is(WordTraits.Misplaced) || (!known && SyllableGrammar.TryTakeApart(surface, out Syllable syllable) && syllable.Mark == ToneMark.Misplaced);
        double standsBefore = Stands(before, printed, pairBefore && !misplaced);
        double standsAfter = Stands(printed, after, pairAfter && !misplaced);
        double stands = 0;

        bool besideName = false;
        if (word.Is(WordTraits.AllCapitals))
        {
            // A word of a title in capitals is a word; one among small letters is an abbreviation.
            if (!(at > 0 && words[at - 1].Is(WordTraits.AllCapitals)) && !(at + 1 < words.Count && words[at + 1].Is(WordTraits.AllCapitals)))
            {
                return false;
            }
        }
        else if (word.Is(WordTraits.Capital))
        {
            bool capitalBefore = word.Is(WordTraits.Follows) && words[at - 1].Is(WordTraits.Capital);
            bool capitalAfter = at + 1 < words.Count && words[at + 1].Is(WordTraits.Follows) && words[at + 1].Is(WordTraits.Capital);
            besideName = capitalBefore || capitalAfter;
            stands += word.Is(WordTraits.Opens) ? 0 : NameInside;
            stands += besideName ? NameBeside : 0;
        }

        Span<byte> letters = stackalloc byte[SyllableCode.MostLetters];
        SyllableCode code = new(letters);
        if (!code.TryRead(surface))
        {
            return false;
        }

        double frequency = known && !misplaced ? _model.LogFrequency(printed) : word.Is(WordTraits.Marked) && (misplaced || !SyllableGrammar.IsPossible(surface)) ? UnknownFrequency : UnknownWithoutMarks;
        double bondBefore = misplaced ? 0 : _model.Bond(before, printed);
        double bondAfter = misplaced ? 0 : _model.Bond(printed, after);
        stands += (FrequencyWeight * frequency) + (word.Length <= 2 && known ? ShortWord : 0) + (known && frequency > FrequentFrom ? Frequent : 0);
        double best = double.NegativeInfinity;
        int reading = 0;
        ReadOnlySpan<uint> followers = before != SyllableModel.Unknown ? _model.FollowersOf(before) : [];
        ReadOnlySpan<uint> leaders = after != SyllableModel.Unknown ? _model.LeadersOf(after) : [];
        foreach ((int candidate, double cost) in known && !misplaced ? _confusions.Of(printed, code, room) : _confusions.Find(code, misplaced, room))
        {
            bool fitsBefore = !followers.IsEmpty && SyllableModel.Has(followers, candidate);
            bool fitsAfter = !leaders.IsEmpty && SyllableModel.Has(leaders, candidate);
            if (!fitsBefore && !fitsAfter)
            {
                continue;
            }

            double gainBefore = Gain(bondBefore, standsBefore, fitsBefore && _model.IsCompound(before, candidate), _model.Bond(before, candidate));
            double gainAfter = Gain(bondAfter, standsAfter, fitsAfter && _model.IsCompound(candidate, after), _model.Bond(candidate, after));
            double score = gainBefore + gainAfter + (FrequencyWeight * _model.LogFrequency(candidate)) - cost - stands;
            bool fitsHalf = (before != SyllableModel.Unknown && !fitsBefore) || (after != SyllableModel.Unknown && !fitsAfter);
            score -= fitsHalf ? HalfFits : 0;
            if (score > best)
            {
                (best, reading) = (score, candidate);
            }
        }

        if (best < LeastScore)
        {
            return false;
        }

        suspect = new Suspect(at, new TextSpan(word.Start, word.Length), before, printed, after, reading, best, !SyllableGrammar.IsPossible(surface));
        return true;
    }

    // In a bad scan a suspect with this score is damaged.
    private const double SettledScore = 6.25;

    // Even in a bad scan less is not worth keeping.
    private const double LeastScore = 1.0;

    private double Stands(int first, int second, bool isPair) =>
        !isPair ? 0 : _model.IsCompound(first, second) ? CompoundStands : PairStands;

    // The table of pairs was read from print with slips of its own (“nghiên cửu”): beside a word of two syllables a mere pair says nothing.
    private static double Gain(double ownBond, double stands, bool isCompound, double bond) =>
        isCompound && stands == PairStands ? NeighbourWeight * (bond - Math.Min(ownBond, 0)) : (NeighbourWeight * (bond - ownBond)) - stands;

    /// <summary>A reading in small letters as the printed word is written: with a capital, in capitals.</summary>
    public static string InCaseOf(ReadOnlySpan<char> printed, string reading) =>
        !char.IsUpper(printed[0]) ? reading
        : printed.Length > 1 && char.IsUpper(printed[1]) && char.IsUpper(printed[^1]) ? reading.ToUpperInvariant()
        : char.ToUpperInvariant(reading[0]) + reading[1..];
}
