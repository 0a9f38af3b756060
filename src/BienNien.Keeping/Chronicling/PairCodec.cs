using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;

namespace BienNien.Keeping.Chronicling;

/// <summary>Where a statement is kept.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Ordinal">Its place among the testimony's statements.</param>
internal readonly record struct StatementPlace(long Document, int Ordinal) : IComparable<StatementPlace>
{
    public int CompareTo(StatementPlace other) => Document != other.Document ? Document.CompareTo(other.Document) : Ordinal.CompareTo(other.Ordinal);
}

/// <summary>Two statements of a block and what comes of them.</summary>
/// <param name="A">The one that comes first by document and ordinal.</param>
/// <param name="B">The other.</param>
/// <param name="Found">What comes of them.</param>
internal readonly record struct ComparedPair(StatementPlace A, StatementPlace B, PairFindings Found);

/// <summary>The compared pairs of a block of which something came, as bytes.</summary>
/// <remarks>Sides are of the pair's documents: their places alone are written, and which document is meant.</remarks>
internal static class PairCodec
{
    internal static byte[] Write(IEnumerable<ComparedPair> pairs)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        Dictionary<string, int> words = new(StringComparer.Ordinal);
        foreach (ComparedPair pair in pairs)
        {
            if (pair.Found.IsNone)
            {
                continue;
            }

            writer.Write(pair.A.Document);
            writer.Write7BitEncodedInt(pair.A.Ordinal);
            writer.Write(pair.B.Document);
            writer.Write7BitEncodedInt(pair.B.Ordinal);
            writer.Write((byte)pair.Found.Ties.Length);
            writer.Write7BitEncodedInt(pair.Found.Judgements.Length);
            foreach (Judgement judgement in pair.Found.Judgements)
            {
                writer.Write((byte)judgement.Kind);
                writer.Write((byte)judgement.Reason);
                writer.Write((byte)judgement.Severity);
                Write(writer, judgement.A, pair);
                Write(writer, judgement.B, pair);
                writer.Write(judgement.Confidence);
                WriteWord(writer, judgement.About, words);
            }

            writer.Write7BitEncodedInt(pair.Found.Agreements.Length);
            foreach (Agreement agreement in pair.Found.Agreements)
            {
                writer.Write((byte)agreement.Kind);
                Write(writer, agreement.A, pair);
                Write(writer, agreement.B, pair);
                writer.Write(agreement.Confidence);
                WriteWord(writer, agreement.About, words);
            }
        }

        writer.Flush();
        return bytes.ToArray();
    }

    internal static List<ComparedPair> Read(byte[] bytes)
    {
        List<ComparedPair> pairs = [];
        List<string> words = [];
        using MemoryStream stream = new(bytes);
        using BinaryReader reader = new(stream);
        while (stream.Position < stream.Length)
        {
            StatementPlace a = new(reader.ReadInt64(), reader.Read7BitEncodedInt());
            StatementPlace b = new(reader.ReadInt64(), reader.Read7BitEncodedInt());
            ImmutableArray<EventTie> ties = reader.ReadByte() > 0 ? [new EventTie(a.Document, a.Ordinal, b.Document, b.Ordinal)] : [];
            Judgement[] judgements = new Judgement[reader.Read7BitEncodedInt()];
            for (int i = 0; i < judgements.Length; i++)
            {
                judgements[i] = new Judgement(
                    (ConflictKind)reader.ReadByte(), (JudgementReason)reader.ReadByte(), (ConflictSeverity)reader.ReadByte(), ReadSide(reader, a, b), ReadSide(reader, a, b), reader.ReadDouble(), Word(reader, words));
            }

            Agreement[] agreements = new Agreement[reader.Read7BitEncodedInt()];
            for (int i = 0; i < agreements.Length; i++)
            {
                agreements[i] = new Agreement((ConflictKind)reader.ReadByte(), ReadSide(reader, a, b), ReadSide(reader, a, b), reader.ReadDouble(), Word(reader, words));
            }

            pairs.Add(new ComparedPair(a, b, new PairFindings(ties, [.. judgements], [.. agreements])));
        }

        return pairs;
    }

    private static void WriteWord(BinaryWriter writer, string word, Dictionary<string, int> words)
    {
        if (words.TryGetValue(word, out int number))
        {
            writer.Write7BitEncodedInt(number + 1);
            return;
        }

        words.Add(word, words.Count);
        writer.Write7BitEncodedInt(0);
        writer.Write(word);
    }

    private static string Word(BinaryReader reader, List<string> words)
    {
        int number = reader.Read7BitEncodedInt();
        if (number > 0)
        {
            return words[number - 1];
        }

        words.Add(reader.ReadString());
        return words[^1];
    }

    private static void Write(BinaryWriter writer, Side side, in ComparedPair pair)
    {
        writer.Write(side.Document == pair.A.Document);
        writer.Write7BitEncodedInt(side.Span.Start);
        writer.Write7BitEncodedInt(side.Span.Length);
        writer.Write7BitEncodedInt(side.Sentence.Start);
        writer.Write7BitEncodedInt(side.Sentence.Length);
    }

    private static Side ReadSide(BinaryReader reader, StatementPlace a, StatementPlace b) => new(
        reader.ReadBoolean() ? a.Document : b.Document, new TextSpan(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt()), new TextSpan(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt()));
}
