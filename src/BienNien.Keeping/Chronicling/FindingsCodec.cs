using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;

namespace BienNien.Keeping.Chronicling;

/// <summary>Ties, judgements and agreements as bytes; none when there are none.</summary>
internal static class FindingsCodec
{
    internal static byte[] Write(ImmutableArray<Judgement> judgements) => Write(new BlockFindings([], judgements, []));

    internal static byte[] Write(BlockFindings findings)
    {
        if (findings.Ties.IsEmpty && findings.Judgements.IsEmpty && findings.Agreements.IsEmpty)
        {
            return [];
        }

        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        Write(writer, findings);
        writer.Flush();
        return bytes.ToArray();
    }

    internal static BlockFindings Read(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return BlockFindings.None;
        }

        using BinaryReader reader = new(new MemoryStream(bytes));
        return Read(reader);
    }

    internal static void Write(BinaryWriter writer, BlockFindings findings)
    {
        writer.Write7BitEncodedInt(findings.Ties.Length);
        foreach (EventTie tie in findings.Ties)
        {
            writer.Write(tie.Document);
            writer.Write7BitEncodedInt(tie.Ordinal);
            writer.Write(tie.OtherDocument);
            writer.Write7BitEncodedInt(tie.OtherOrdinal);
        }

        writer.Write7BitEncodedInt(findings.Judgements.Length);
        foreach (Judgement judgement in findings.Judgements)
        {
            writer.Write((byte)judgement.Kind);
            writer.Write((byte)judgement.Reason);
            writer.Write((byte)judgement.Severity);
            Write(writer, judgement.A);
            Write(writer, judgement.B);
            writer.Write(judgement.Confidence);
            writer.Write(judgement.About);
        }

        writer.Write7BitEncodedInt(findings.Agreements.Length);
        foreach (Agreement agreement in findings.Agreements)
        {
            writer.Write((byte)agreement.Kind);
            Write(writer, agreement.A);
            Write(writer, agreement.B);
            writer.Write(agreement.Confidence);
            writer.Write(agreement.About);
        }
    }

    internal static BlockFindings Read(BinaryReader reader)
    {
        ImmutableArray<EventTie>.Builder ties = ImmutableArray.CreateBuilder<EventTie>(reader.Read7BitEncodedInt());
        for (int left = ties.Capacity; left > 0; left--)
        {
            ties.Add(new EventTie(reader.ReadInt64(), reader.Read7BitEncodedInt(), reader.ReadInt64(), reader.Read7BitEncodedInt()));
        }

        ImmutableArray<Judgement>.Builder judgements = ImmutableArray.CreateBuilder<Judgement>(reader.Read7BitEncodedInt());
        for (int left = judgements.Capacity; left > 0; left--)
        {
            judgements.Add(new Judgement(
                (ConflictKind)reader.ReadByte(), (JudgementReason)reader.ReadByte(), (ConflictSeverity)reader.ReadByte(), ReadSide(reader), ReadSide(reader), reader.ReadDouble(), reader.ReadString()));
        }

        ImmutableArray<Agreement>.Builder agreements = ImmutableArray.CreateBuilder<Agreement>(reader.Read7BitEncodedInt());
        for (int left = agreements.Capacity; left > 0; left--)
        {
            agreements.Add(new Agreement((ConflictKind)reader.ReadByte(), ReadSide(reader), ReadSide(reader), reader.ReadDouble(), reader.ReadString()));
        }

        return new BlockFindings(ties.MoveToImmutable(), judgements.MoveToImmutable(), agreements.MoveToImmutable());
    }

    internal static void Write(BinaryWriter writer, Side side)
    {
        writer.Write(side.Document);
        writer.Write7BitEncodedInt(side.Span.Start);
        writer.Write7BitEncodedInt(side.Span.Length);
        writer.Write7BitEncodedInt(side.Sentence.Start);
        writer.Write7BitEncodedInt(side.Sentence.Length);
    }

    internal static Side ReadSide(BinaryReader reader) => new(
        reader.ReadInt64(), new TextSpan(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt()), new TextSpan(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt()));
}
