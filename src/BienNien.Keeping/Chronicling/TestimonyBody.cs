using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using BienNien.Reconciling;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Keeping.Chronicling;

/// <summary>A testimony whose items are read when they are asked for. For one thread.</summary>
internal sealed class TestimonyBody
{
    private readonly byte[] _bytes;
    private readonly int[] _stringStarts;
    private readonly int[] _entityStarts;
    private readonly int[] _statementStarts;
    private readonly int[] _dateStarts;
    private readonly string?[] _strings;

    private TestimonyBody(byte[] bytes)
    {
        _bytes = bytes;
        Cursor cursor = new(this, sizeof(int));
        _stringStarts = cursor.Section();
        _entityStarts = cursor.Section();
        _statementStarts = cursor.Section();
        _dateStarts = cursor.Section();
        _strings = new string?[_stringStarts.Length - 1];
    }

    internal int Entities => _entityStarts.Length - 1;

    internal int Statements => _statementStarts.Length - 1;

    internal int Dates => _dateStarts.Length - 1;

    /// <summary>Null when other code has written the bytes.</summary>
    internal static TestimonyBody? TryOpen(byte[] bytes) =>
        bytes.Length >= sizeof(int) && BinaryPrimitives.ReadInt32LittleEndian(bytes) == TestimonyCodec.Mark ? new TestimonyBody(bytes) : null;

    internal LocalEntity Entity(int local)
    {
        Cursor cursor = new(this, _entityStarts[local]);
        EntityKind kind = (EntityKind)cursor.Byte();
        ImmutableArray<string> names = cursor.Strings();
        EntityMention[] mentions = new EntityMention[cursor.Int()];
        int end = 0;
        for (int i = 0; i < mentions.Length; i++)
        {
            TextSpan span = cursor.Span(end);
            mentions[i] = new EntityMention(span, cursor.Int());
            end = span.Start;
        }

        (string begun, string ended, string type) = (cursor.String(), cursor.String(), cursor.String());
        (string full, string number, string issuer) = (cursor.String(), cursor.String(), cursor.String());
        (int, int) years = (cursor.Signed(), cursor.Signed());
        return new LocalEntity(kind, names, ImmutableCollectionsMarshal.AsImmutableArray(mentions), new EntityTraits
        {
            Begun = begun,
            Ended = ended,
            Type = type,
            Full = full,
            Number = number,
            Issuer = issuer,
            Years = years,
            In = cursor.Strings(),
            Offices = cursor.Strings(),
            Beside = cursor.Strings(),
            Around = cursor.Strings(),
            Units = cursor.Strings(),
            Renamed = cursor.Strings(),
        });
    }

    internal Statement Statement(int ordinal)
    {
        Cursor cursor = new(this, _statementStarts[ordinal]);
        TestimonyCodec.StatementKind kind = (TestimonyCodec.StatementKind)cursor.Byte();
        ClaimStatus status = (ClaimStatus)cursor.Byte();
        TextSpan sentence = cursor.Span(0);
        int start = sentence.Start;
        TextSpan span = cursor.Span(start);
        StatementContext context = new(cursor.Topics(), cursor.Topics(), cursor.Locals(), (ScopeSigns)cursor.Int(), cursor.Hashes());
        context = context is { Topics.IsEmpty: true, Around.IsEmpty: true, Setting.IsEmpty: true, Signs: ScopeSigns.None, Passage.IsEmpty: true } ? StatementContext.None : context;
        switch (kind)
        {
            case TestimonyCodec.StatementKind.Event:
                EventType type = (EventType)cursor.Byte();
                StatedDate date = cursor.Date(start);
                StatedPart[] parts = new StatedPart[cursor.Int()];
                for (int i = 0; i < parts.Length; i++)
                {
                    parts[i] = new StatedPart(cursor.Int(), cursor.String(), cursor.Span(start));
                }

                StatedNumber[] numbers = new StatedNumber[cursor.Int()];
                for (int i = 0; i < numbers.Length; i++)
                {
                    numbers[i] = cursor.Number(start);
                }

                return new EventStatement(
                    span, sentence, status, type, date, ImmutableCollectionsMarshal.AsImmutableArray(parts), ImmutableCollectionsMarshal.AsImmutableArray(numbers),
                    cursor.Hashes(), cursor.Hashes(), cursor.Locals())
                {
                    Context = context,
                };
            case TestimonyCodec.StatementKind.Fact:
                return new FactStatement(span, sentence, status, (FactProperty)cursor.Byte(), cursor.Int(), cursor.Int() - 1, cursor.String(), cursor.Date(start)) { Context = context, Words = cursor.Hashes(), Near = cursor.Locals() };
            case TestimonyCodec.StatementKind.Figure:
                (StatedNumber number, int table) = (cursor.Number(start), cursor.Int() - 1);
                (string indicator, int scope, StatedDate period) = (cursor.String(), cursor.Int() - 1, cursor.Date(start));
                return new FigureStatement(span, sentence, status, number, indicator, scope, period, cursor.Locals(), cursor.Hashes()) { Context = context, Table = table };
            default:
                throw new InvalidDataException("No such kind of statement.");
        }
    }

    internal StatedDate Date(int ordinal) => new Cursor(this, _dateStarts[ordinal]).Date(0);

    private string String(int number) =>
        _strings[number] ??= Encoding.UTF8.GetString(_bytes.AsSpan(_stringStarts[number].._stringStarts[number + 1]));

    /// <summary>Where reading stands.</summary>
    private ref struct Cursor
    {
        private readonly TestimonyBody _body;
        private readonly ReadOnlySpan<byte> _bytes;
        private int _at;

        internal Cursor(TestimonyBody body, int at)
        {
            _body = body;
            _bytes = body._bytes;
            _at = at;
        }

        /// <summary>The starts of a section's items, with the section's end behind them; goes on behind the section.</summary>
        internal int[] Section()
        {
            int[] starts = new int[Int() + 1];
            int length = BinaryPrimitives.ReadInt32LittleEndian(_bytes[_at..]);
            _at += sizeof(int);
            for (int i = 1; i < starts.Length; i++)
            {
                starts[i] = starts[i - 1] + Int();
            }

            for (int i = 0; i < starts.Length; i++)
            {
                starts[i] += _at;
            }

            _at += length;
            return starts;
        }

        internal byte Byte() => _bytes[_at++];

        internal int Int() => (int)Long();

        internal long Long()
        {
            ulong value = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte next = _bytes[_at++];
                value |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80)
                {
                    return (long)value;
                }
            }
        }

        internal int Signed()
        {
            uint value = (uint)Long();
            return (int)(value >> 1) ^ -(int)(value & 1);
        }

        internal string String() => _body.String(Int());

        internal ImmutableArray<string> Strings()
        {
            int count = Int();
            if (count == 0)
            {
                return [];
            }

            string[] values = new string[count];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = String();
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(values);
        }

        internal TextSpan Span(int from) => new(from + Signed(), Int());

        internal StatedDate Date(int start)
        {
            string value = String();
            TimexMod mod = (TimexMod)Byte();
            byte flags = Byte();
            return new StatedDate(value, mod, Span(start), (flags & 1) != 0, (flags & 2) != 0);
        }

        internal StatedNumber Number(int start)
        {
            byte given = Byte();
            decimal? value = (given & 1) != 0 ? Decimal() : null;
            decimal? to = (given & 2) != 0 ? Decimal() : null;
            decimal step = Decimal();
            return new StatedNumber(value, to, String(), (TimexMod)Byte(), step, Span(start), (given & 4) != 0);
        }

        internal ImmutableArray<Topic> Topics()
        {
            int count = Int();
            if (count == 0)
            {
                return [];
            }

            Topic[] topics = new Topic[count];
            for (int i = 0; i < topics.Length; i++)
            {
                topics[i] = new Topic(Hash(), Hash(), Int());
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(topics);
        }

        internal ImmutableArray<int> Locals()
        {
            int count = Int();
            if (count == 0)
            {
                return [];
            }

            int[] locals = new int[count];
            for (int i = 0; i < locals.Length; i++)
            {
                locals[i] = Int();
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(locals);
        }

        internal ImmutableArray<uint> Hashes()
        {
            int count = Int();
            if (count == 0)
            {
                return [];
            }

            uint[] hashes = new uint[count];
            for (int i = 0; i < hashes.Length; i++)
            {
                hashes[i] = Hash();
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(hashes);
        }

        private uint Hash()
        {
            uint hash = BinaryPrimitives.ReadUInt32LittleEndian(_bytes[_at..]);
            _at += sizeof(uint);
            return hash;
        }

        private decimal Decimal()
        {
            byte head = Byte();
            long low = Long();
            int high = (head & 0x40) != 0 ? Int() : 0;
            return new decimal((int)low, (int)(low >> 32), high, (head & 0x80) != 0, (byte)(head & 0x1F));
        }
    }
}
