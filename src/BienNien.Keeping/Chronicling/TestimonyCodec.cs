using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using BienNien.Reconciling;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Keeping.Chronicling;

/// <summary>A testimony as bytes.</summary>
/// <remarks>
/// <para>A mark of the code that wrote it, then four sections: strings (each once), entities, statements, dates. A section is a number of items, the
/// length of each, the items: so that one statement can be read without the others (<see cref="TestimonyBody"/>).</para>
/// <para>Whole numbers of variable length; places from the start of the sentence; strings by their number.</para>
/// </remarks>
internal static class TestimonyCodec
{
    /// <summary>Which way of writing this is: another one when a kind of value gets a new name or place, or the layout its new number here.</summary>
    internal static int Mark { get; } = MarkOf(4);

    /// <summary>The bytes of a testimony.</summary>
    internal static byte[] Write(Testimony testimony)
    {
        Strings strings = new();
        byte[][] entities = [.. testimony.Entities.Select(entity => Item(writer => WriteEntity(writer, entity, strings)))];
        byte[][] statements = [.. testimony.Statements.Select(statement => Item(writer => WriteStatement(writer, statement, strings)))];
        byte[][] dates = [.. testimony.Dates.Select(date => Item(writer => WriteDate(writer, date, 0, strings)))];
        using MemoryStream bytes = new();
        using BinaryWriter all = new(bytes);
        all.Write(Mark);
        WriteSection(all, strings.Items());
        WriteSection(all, entities);
        WriteSection(all, statements);
        WriteSection(all, dates);
        all.Flush();
        return bytes.ToArray();
    }

    /// <summary>The testimony of bytes.</summary>
    /// <exception cref="FormatException">Other code has written them.</exception>
    internal static Testimony Read(byte[] bytes)
    {
        TestimonyBody body = TestimonyBody.TryOpen(bytes) ?? throw new FormatException("A testimony of another version.");
        return new Testimony(
            [.. Enumerable.Range(0, body.Entities).Select(body.Entity)],
            [.. Enumerable.Range(0, body.Statements).Select(body.Statement)],
            [.. Enumerable.Range(0, body.Dates).Select(body.Date)]);
    }

    /// <summary>Which entities a statement speaks of; an entity may come twice.</summary>
    internal static IEnumerable<int> EntitiesOf(Statement statement)
    {
        foreach (int local in statement.Context.Setting)
        {
            yield return local;
        }

        switch (statement)
        {
            case EventStatement told:
                foreach (StatedPart part in told.Parts)
                {
                    yield return part.Local;
                }

                foreach (int near in told.Near)
                {
                    yield return near;
                }

                break;
            case FactStatement fact:
                yield return fact.Subject;
                foreach (int near in fact.Near)
                {
                    yield return near;
                }

                if (fact.Object >= 0)
                {
                    yield return fact.Object;
                }

                break;
            case FigureStatement figure:
                if (figure.Scope >= 0)
                {
                    yield return figure.Scope;
                }

                foreach (int near in figure.Near)
                {
                    yield return near;
                }

                break;
        }
    }

    private static int MarkOf(int layout)
    {
        string names = string.Join(',', [.. Enum.GetNames<EntityKind>(), .. Enum.GetNames<ClaimStatus>(), .. Enum.GetNames<EventType>(), .. Enum.GetNames<FactProperty>(), .. Enum.GetNames<TimexMod>(), .. Enum.GetNames<ScopeSigns>()]);
        return BinaryPrimitives.ReadInt32LittleEndian(StableHash.BytesOf(FormattableString.Invariant($"{layout}:{names}")));
    }

    private static byte[] Item(Action<BinaryWriter> write)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        write(writer);
        writer.Flush();
        return bytes.ToArray();
    }

    private static void WriteSection(BinaryWriter writer, byte[][] items)
    {
        writer.Write7BitEncodedInt(items.Length);
        writer.Write(items.Sum(static item => item.Length));
        foreach (byte[] item in items)
        {
            writer.Write7BitEncodedInt(item.Length);
        }

        foreach (byte[] item in items)
        {
            writer.Write(item);
        }
    }

    private static void WriteEntity(BinaryWriter writer, LocalEntity entity, Strings strings)
    {
        writer.Write((byte)entity.Kind);
        WriteStrings(writer, entity.Names, strings);
        writer.Write7BitEncodedInt(entity.Mentions.Length);
        int end = 0;
        foreach (EntityMention mention in entity.Mentions)
        {
            WriteSpan(writer, mention.Span, end);
            writer.Write7BitEncodedInt(mention.Name);
            end = mention.Span.Start;
        }

        EntityTraits traits = entity.Traits;
        foreach (string value in (ReadOnlySpan<string>)[traits.Begun, traits.Ended, traits.Type, traits.Full, traits.Number, traits.Issuer])
        {
            writer.Write7BitEncodedInt(strings.NumberOf(value));
        }

        WriteSigned(writer, traits.Years.First);
        WriteSigned(writer, traits.Years.Last);
        foreach (ImmutableArray<string> values in (ReadOnlySpan<ImmutableArray<string>>)[traits.In, traits.Offices, traits.Beside, traits.Around, traits.Units, traits.Renamed])
        {
            WriteStrings(writer, values, strings);
        }
    }

    private static void WriteStatement(BinaryWriter writer, Statement statement, Strings strings)
    {
        writer.Write((byte)(statement switch
        {
            EventStatement => StatementKind.Event,
            FactStatement => StatementKind.Fact,
            FigureStatement => StatementKind.Figure,
            _ => throw new ArgumentOutOfRangeException(nameof(statement), statement, "A kind of statement that cannot be written."),
        }));
        writer.Write((byte)statement.Status);
        WriteSpan(writer, statement.Sentence, 0);
        int start = statement.Sentence.Start;
        WriteSpan(writer, statement.Span, start);
        WriteTopics(writer, statement.Context.Topics);
        WriteTopics(writer, statement.Context.Around);
        WriteLocals(writer, statement.Context.Setting);
        writer.Write7BitEncodedInt((int)statement.Context.Signs);
        WriteHashes(writer, statement.Context.Passage);
        switch (statement)
        {
            case EventStatement told:
                writer.Write((byte)told.Type);
                WriteDate(writer, told.Date, start, strings);
                writer.Write7BitEncodedInt(told.Parts.Length);
                foreach (StatedPart part in told.Parts)
                {
                    writer.Write7BitEncodedInt(part.Local);
                    writer.Write7BitEncodedInt(strings.NumberOf(part.Role));
                    WriteSpan(writer, part.Span, start);
                }

                writer.Write7BitEncodedInt(told.Numbers.Length);
                foreach (StatedNumber number in told.Numbers)
                {
                    WriteNumber(writer, number, start, strings);
                }

                WriteHashes(writer, told.Object);
                WriteHashes(writer, told.Words);
                WriteLocals(writer, told.Near);
                break;
            case FactStatement fact:
                writer.Write((byte)fact.Property);
                writer.Write7BitEncodedInt(fact.Subject);
                writer.Write7BitEncodedInt(fact.Object + 1);
                writer.Write7BitEncodedInt(strings.NumberOf(fact.Value));
                WriteDate(writer, fact.Date, start, strings);
                WriteHashes(writer, fact.Words);
                WriteLocals(writer, fact.Near);
                break;
            case FigureStatement figure:
                WriteNumber(writer, figure.Number, start, strings);
                writer.Write7BitEncodedInt(figure.Table + 1);
                writer.Write7BitEncodedInt(strings.NumberOf(figure.Indicator));
                writer.Write7BitEncodedInt(figure.Scope + 1);
                WriteDate(writer, figure.Period, start, strings);
                WriteLocals(writer, figure.Near);
                WriteHashes(writer, figure.Words);
                break;
        }
    }

    private static void WriteDate(BinaryWriter writer, StatedDate date, int start, Strings strings)
    {
        writer.Write7BitEncodedInt(strings.NumberOf(date.Value));
        writer.Write((byte)date.Mod);
        writer.Write((byte)((date.Lunar ? 1 : 0) | (date.Implied ? 2 : 0)));
        WriteSpan(writer, date.Span, start);
    }

    private static void WriteNumber(BinaryWriter writer, StatedNumber number, int start, Strings strings)
    {
        writer.Write((byte)((number.Value.HasValue ? 1 : 0) | (number.To.HasValue ? 2 : 0) | (number.Scaled ? 4 : 0)));
        if (number.Value is { } value)
        {
            WriteDecimal(writer, value);
        }

        if (number.To is { } to)
        {
            WriteDecimal(writer, to);
        }

        WriteDecimal(writer, number.Step);
        writer.Write7BitEncodedInt(strings.NumberOf(number.Unit));
        writer.Write((byte)number.Mod);
        WriteSpan(writer, number.Span, start);
    }

    // Exact: how many noughts stand behind the point is a part of a decimal.
    private static void WriteDecimal(BinaryWriter writer, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        writer.Write((byte)(((bits[3] >> 16) & 0x1F) | (bits[3] < 0 ? 0x80 : 0) | (bits[2] != 0 ? 0x40 : 0)));
        writer.Write7BitEncodedInt64(((long)bits[1] << 32) | (uint)bits[0]);
        if (bits[2] != 0)
        {
            writer.Write7BitEncodedInt(bits[2]);
        }
    }

    private static void WriteTopics(BinaryWriter writer, ImmutableArray<Topic> topics)
    {
        writer.Write7BitEncodedInt(topics.Length);
        foreach (Topic topic in topics)
        {
            writer.Write(topic.Head);
            writer.Write(topic.Name);
            writer.Write7BitEncodedInt(topic.Ordinal);
        }
    }

    private static void WriteLocals(BinaryWriter writer, ImmutableArray<int> locals)
    {
        writer.Write7BitEncodedInt(locals.Length);
        foreach (int local in locals)
        {
            writer.Write7BitEncodedInt(local);
        }
    }

    private static void WriteHashes(BinaryWriter writer, ImmutableArray<uint> hashes)
    {
        writer.Write7BitEncodedInt(hashes.Length);
        foreach (uint hash in hashes)
        {
            writer.Write(hash);
        }
    }

    private static void WriteStrings(BinaryWriter writer, ImmutableArray<string> values, Strings strings)
    {
        writer.Write7BitEncodedInt(values.Length);
        foreach (string value in values)
        {
            writer.Write7BitEncodedInt(strings.NumberOf(value));
        }
    }

    private static void WriteSpan(BinaryWriter writer, TextSpan span, int from)
    {
        WriteSigned(writer, span.Start - from);
        writer.Write7BitEncodedInt(span.Length);
    }

    // Small numbers of either sign stay small: 0, -1, 1, -2 … as 0, 1, 2, 3 ….
    private static void WriteSigned(BinaryWriter writer, int value) => writer.Write7BitEncodedInt((value << 1) ^ (value >> 31));

    /// <summary>Which kind of statement follows.</summary>
    internal enum StatementKind : byte
    {
        /// <summary>A happening.</summary>
        Event,

        /// <summary>A fact.</summary>
        Fact,

        /// <summary>A number.</summary>
        Figure,
    }

    /// <summary>Each string once.</summary>
    private sealed class Strings
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _values = [];

        internal int NumberOf(string value)
        {
            if (!_numbers.TryGetValue(value, out int number))
            {
                _numbers.Add(value, number = _values.Count);
                _values.Add(value);
            }

            return number;
        }

        internal byte[][] Items() => [.. _values.Select(Encoding.UTF8.GetBytes)];
    }
}
