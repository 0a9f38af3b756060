using System.Collections.Immutable;
using BienNien.Reconciling.Reuse;
using BienNien.Text;

namespace BienNien.Keeping.Chronicling;

/// <summary>The passages that two documents share, as bytes; none, when they share none.</summary>
internal static class PassageCodec
{
    internal static byte[] Write(ImmutableArray<ReusedPassage> passages)
    {
        if (passages.IsEmpty)
        {
            return [];
        }

        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write7BitEncodedInt(passages.Length);
        foreach (ReusedPassage passage in passages)
        {
            Write(writer, passage.A);
            Write(writer, passage.B);
            writer.Write(passage.Similarity);
            writer.Write7BitEncodedInt(passage.Edits.Length);
            foreach (ReuseEdit edit in passage.Edits)
            {
                Write(writer, edit.A);
                Write(writer, edit.B);
            }
        }

        writer.Flush();
        return bytes.ToArray();
    }

    internal static ImmutableArray<ReusedPassage> Read(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return [];
        }

        using BinaryReader reader = new(new MemoryStream(bytes));
        ImmutableArray<ReusedPassage>.Builder passages = ImmutableArray.CreateBuilder<ReusedPassage>(reader.Read7BitEncodedInt());
        for (int left = passages.Capacity; left > 0; left--)
        {
            (TextSpan a, TextSpan b, double similarity) = (Span(reader), Span(reader), reader.ReadDouble());
            ImmutableArray<ReuseEdit>.Builder edits = ImmutableArray.CreateBuilder<ReuseEdit>(reader.Read7BitEncodedInt());
            for (int edit = edits.Capacity; edit > 0; edit--)
            {
                edits.Add(new ReuseEdit(Span(reader), Span(reader)));
            }

            passages.Add(new ReusedPassage(a, b, similarity, edits.MoveToImmutable()));
        }

        return passages.MoveToImmutable();
    }

    private static void Write(BinaryWriter writer, TextSpan span)
    {
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.Length);
    }

    private static TextSpan Span(BinaryReader reader) => new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
}
