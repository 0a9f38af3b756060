using System.Buffers;
using System.Text;
using BienNien.Text;

namespace BienNien.Reading.Encodings;

/// <summary>Finds the encoding of text that is no UTF-8 by what it reads as: in the right one nearly every word is a syllable of Vietnamese.</summary>
internal static class EncodingDetector
{
    // Of one word, against a syllable: how likely something else is in the right encoding, and in text that none of the encodings explains.
    private const double OddWord = 1.0 / 200;
    private const double Unexplained = 1.0 / 15;

    // How much more often a declaration is right than wrong.
    private const double Declared = 20;

    private const int FewestWords = 2;
    private const double WesternConfidence = 0.5;
    private const double MostWestern = 0.9;
    private const double MostUtf16 = 0.9;
    private const int FarthestUtf16 = 64 * 1024;

    private static readonly SearchValues<char> _westernLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàâäçéèêëîïñôöùûüÿæœßáíóúåÀÂÄÇÉÈÊËÎÏÑÔÖÙÛÜŸÆŒÁÍÓÚÅ");

    /// <summary>What a byte order mark says; null without one.</summary>
    public static SourceEncoding? OfMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new SourceEncoding(TextEncoding.Utf8, 1),
        [0xFF, 0xFE, ..] => new SourceEncoding(TextEncoding.Utf16LittleEndian, 1),
        [0xFE, 0xFF, ..] => new SourceEncoding(TextEncoding.Utf16BigEndian, 1),
        _ => null,
    };

    /// <summary>The encoding of a file that is neither UTF-8 nor marked.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="declared">What the file says of itself; evidence, no more.</param>
    /// <returns>Null when none fits: it is damaged, in a language of other letters, or no text.</returns>
    public static SourceEncoding? Detect(ReadOnlySpan<byte> bytes, TextEncoding? declared)
    {
        if (bytes.Contains((byte)0))
        {
            return DetectUtf16(bytes);
        }

        EncodingSample sample = new();
        sample.Add(bytes);
        return DetectByTable(sample.Lines, declared);
    }

    /// <summary>The encoding of text with bytes beyond ASCII that is not UTF-8.</summary>
    /// <param name="lines">The lines that have such bytes: <see cref="EncodingSample"/>.</param>
    /// <param name="declared">What the file says of itself; evidence, no more.</param>
    /// <returns>Null when none fits: damaged UTF-8, or a language of other letters.</returns>
    public static SourceEncoding? DetectByTable(ReadOnlySpan<byte> lines, TextEncoding? declared)
    {
        if (IsMostlyUtf8(lines))
        {
            return null;
        }

        Span<double> scores = stackalloc double[ByteTable.Encodings.Length];
        Span<SyllableEvidence> evidence = stackalloc SyllableEvidence[scores.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            TextEncoding encoding = ByteTable.Encodings[i];
            ByteTable table = ByteTable.Of(encoding)!;
            if (table.IndexOfControl(lines) >= 0)
            {
                scores[i] = double.NegativeInfinity;
                continue;
            }

            evidence[i] = SyllableEvidence.Of(Decode(table, lines), smallAmongCapitals: encoding == TextEncoding.Tcvn3);

            // The more usual encodings come first, each half as usual as the one before.
            scores[i] = evidence[i].Impossible * Math.Log(OddWord) - i * Math.Log(2) + (encoding == declared ? Math.Log(Declared) : 0);
        }

        int best = IndexOfMax(scores);
        double unexplained = evidence[best].Count * Math.Log(Unexplained);
        if (evidence[best].Possible == 0 || scores[best] <= unexplained)
        {
            return Western(lines);
        }

        // One word alone is a syllable in several of them.
        if (evidence[best].Possible < FewestWords && ByteTable.Encodings[best] != declared)
        {
            return null;
        }

        double all = Math.Exp(unexplained - scores[best]);
        foreach (double score in scores)
        {
            all += Math.Exp(score - scores[best]);
        }

        return new SourceEncoding(ByteTable.Encodings[best], (double)evidence[best].Possible / evidence[best].Count / all);
    }

    /// <summary>The byte order of UTF-16 without a mark; null when the bytes are something else.</summary>
    private static SourceEncoding? DetectUtf16(ReadOnlySpan<byte> bytes)
    {
        int pairs = Math.Min(bytes.Length, FarthestUtf16) / 2;
        Span<int> high = stackalloc int[2];
        for (int i = 0; i < 2 * pairs; i++)
        {
            // The blocks of Vietnamese: Latin, its extensions, marks, Latin Extended Additional, punctuation.
            high[i % 2] += bytes[i] is 0x00 or 0x01 or 0x03 or 0x1E or 0x20 ? 1 : 0;
        }

        // Spaces have the low byte 0x20, so both orders have some.
        int order = high[1] >= high[0] ? 1 : 0;
        double share = pairs == 0 ? 0 : (double)high[order] / pairs;
        return share >= MostUtf16 && high[1 - order] < high[order] / 2
            ? new SourceEncoding(order == 1 ? TextEncoding.Utf16LittleEndian : TextEncoding.Utf16BigEndian, share)
            : null;
    }

    private static string Decode(ByteTable table, ReadOnlySpan<byte> bytes)
    {
        char[] room = ArrayPool<char>.Shared.Rent(bytes.Length);
        string text = new(room, 0, table.DecodeOwn(bytes, room));
        ArrayPool<char>.Shared.Return(room);
        return text.Normalize();
    }

    private static int IndexOfMax(ReadOnlySpan<double> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    // A few bad bytes in UTF-8 are damage, not an encoding.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0;
        int bad = 0;
        while (!bytes.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int consumed);
            bad += status == OperationStatus.Done ? 0 : 1;
            good += status == OperationStatus.Done && !rune.IsAscii ? 1 : 0;
            bytes = bytes[consumed..];
        }

        return good > bad;
    }

    // French, or English with printer's quotes, in Windows-1252. Windows-1258 has the same codes for all that they are written with.
    private static SourceEncoding? Western(ReadOnlySpan<byte> lines)
    {
        ByteTable table = ByteTable.Of(TextEncoding.Windows1258)!;
        string text = table.IndexOfControl(lines) < 0 ? Decode(table, lines) : "\u0323";
        int western = 0;
        int words = 0;
        foreach (ReadOnlySpan<char> word in new MarkedWords(text))
        {
            int marked = 0;
            foreach (char c in word)
            {
                marked += c < 0x80 ? 0 : 1;
            }

            words++;
            western += 2 * marked <= word.Length + 1 && !word.ContainsAnyExcept(_westernLetters) ? 1 : 0;
        }

        return western >= MostWestern * words ? new SourceEncoding(TextEncoding.Windows1258, WesternConfidence) : null;
    }
}
