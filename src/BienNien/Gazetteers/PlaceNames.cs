using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BienNien.Text;

namespace BienNien.Gazetteers;

/// <summary>Names to numbers by hash: a look-up costs the length of the name, however many names there are.</summary>
/// <remarks>Immutable once built. No string is made of what is asked, hit or miss.</remarks>
internal sealed class PlaceNames
{
    /// <summary>The longest name that is looked up, in UTF-16 code units.</summary>
    public const int Longest = 120;

    private readonly bool _folded;
    private readonly int[] _buckets;   // one more than the place of the first entry of the chain; 0 for none
    private readonly Entry[] _entries;
    private readonly int[] _starts;    // of the numbers of each entry
    private readonly int[] _numbers;

    private PlaceNames(bool folded, int[] buckets, Entry[] entries, int[] starts, int[] numbers) =>
        (_folded, _buckets, _entries, _starts, _numbers) = (folded, buckets, entries, starts, numbers);

    /// <summary>Asks for a name: the numbers of all places that are spelt so; one comes twice when two of its names are compared alike.</summary>
    /// <param name="name">NFC.</param>
    /// <param name="room">At least twice <see cref="Longest"/>; in use until the last answer was read.</param>
    public Answers Ask(ReadOnlySpan<char> name, Span<char> room) => new(this, WriteForm(name, _folded, room));

    /// <summary>The same names without their marks.</summary>
    public PlaceNames ToFolded()
    {
        Entry[] entries = new Entry[_entries.Length];
        for (int at = 0; at < entries.Length; at++)
        {
            entries[at].Name = _entries[at].Name;
        }

        return new PlaceNames(folded: true, Link(entries, folded: true, _buckets.Length), entries, _starts, _numbers);
    }

    /// <summary>The names that differ in few letters: a quarter of the name's, three at most.</summary>
    /// <remarks>Goes through all names; for a person who waits, not for a text.</remarks>
    public ImmutableArray<(string Name, int Distance)> Nearest(ReadOnlySpan<char> name)
    {
        Span<char> room = stackalloc char[2 * Longest];
        Span<char> otherRoom = stackalloc char[2 * Longest];
        Span<int> row = stackalloc int[(2 * Longest) + 1];
        ReadOnlySpan<char> form = WriteForm(name, _folded, room);
        int most = Math.Min(3, Math.Max(1, form.Length / 4));
        ImmutableArray<(string, int)>.Builder near = ImmutableArray.CreateBuilder<(string, int)>();
        foreach (ref readonly Entry entry in _entries.AsSpan())
        {
            ReadOnlySpan<char> other = WriteForm(entry.Name, _folded, otherRoom);
            if (!form.IsEmpty && Math.Abs(other.Length - form.Length) <= most && Distance(form, other, row) is int distance && distance <= most)
            {
                near.Add((entry.Name, distance));
            }
        }

        return near.ToImmutable();
    }

    /// <summary>Writes the form by which names are compared: words in lower case with one space between, tones at their ends or no marks at all.</summary>
    /// <returns>The part of <paramref name="room"/> that was written; empty when the name has no letter or is too long.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static ReadOnlySpan<char> WriteForm(ReadOnlySpan<char> name, bool folded, Span<char> room)
    {
        if (name.Length > Longest)
        {
            return default;
        }

        int length = 0;
        int at = 0;
        while (at < name.Length)
        {
            while (at < name.Length && IsGap(name[at]))
            {
                at++;
            }

            int start = at;
            while (at < name.Length && !IsGap(name[at]))
            {
                at++;
            }

            if (at == start)
            {
                break;
            }

            if (length > 0)
            {
                room[length++] = ' ';
            }

            ReadOnlySpan<char> word = name[start..at];
            if (folded)
            {
                foreach (char letter in word)
                {
                    char plain = Letters.Fold(letter);
                    if (plain != '\0')
                    {
                        room[length++] = plain;
                    }
                }
            }
            else
            {
                length += Letters.WriteForm(word, room[length..]).Length;
            }
        }

        return room[..length];
    }

    // Levenshtein: letters to add, drop or change.
    private static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other, Span<int> row)
    {
        for (int i = 0; i <= other.Length; i++)
        {
            row[i] = i;
        }

        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[other.Length];
    }

    private static bool IsGap(char c) => c is ' ' or '-' or '–' or '—' or '\'' or '’' or '.' or ',' || char.IsWhiteSpace(c);

    // Loading runs these some ten thousand times before the runtime would optimise them by itself.
    // FNV-1a, its high bits folded into the low ones that choose the bucket.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint HashOf(ReadOnlySpan<char> form)
    {
        uint hash = 2166136261;
        foreach (char c in form)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash ^ (hash >> 15);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Link(Entry[] entries, bool folded, int size)
    {
        int[] buckets = new int[size];
        Span<char> room = stackalloc char[2 * Longest];
        for (int at = 0; at < entries.Length; at++)
        {
            ref Entry entry = ref entries[at];
            entry.Hash = HashOf(WriteForm(entry.Name, folded, room));
            ref int bucket = ref buckets[entry.Hash & (uint)(size - 1)];
            entry.Next = bucket;
            bucket = at + 1;
        }

        return buckets;
    }

    /// <summary>The answers to one question, one after the other.</summary>
    public ref struct Answers
    {
        private readonly PlaceNames _names;
        private readonly ReadOnlySpan<char> _form;
        private readonly uint _hash;
        private int _next;
        private int _number;
        private int _end;

        internal Answers(PlaceNames names, ReadOnlySpan<char> form)
        {
            _names = names;
            _form = form;
            _hash = HashOf(form);
            _next = form.IsEmpty ? 0 : names._buckets[_hash & (uint)(names._buckets.Length - 1)];
        }

        /// <summary>The number of a place.</summary>
        public readonly int Current => _names._numbers[_number - 1];

        /// <summary>Goes to the next place of this name; false behind the last.</summary>
        public bool MoveNext()
        {
            if (_number == _end && !MoveToEntry())
            {
                return false;
            }

            _number++;
            return true;
        }

        private bool MoveToEntry()
        {
            Span<char> room = stackalloc char[2 * Longest];
            while (_next > 0)
            {
                int at = _next - 1;
                ref readonly Entry entry = ref _names._entries[at];
                _next = entry.Next;
                if (entry.Hash == _hash && _form.SequenceEqual(WriteForm(entry.Name, _names._folded, room)))
                {
                    _number = _names._starts[at];
                    _end = _names._starts[at + 1];
                    return true;
                }
            }

            return false;
        }
    }

    private struct Entry
    {
        public string Name;
        public uint Hash;
        public int Next;
    }

    /// <summary>Collects names.</summary>
    public sealed class Builder(int capacity)
    {
        private readonly Dictionary<string, int> _distinct = new(capacity, StringComparer.Ordinal);
        private readonly List<string> _names = new(capacity);
        private readonly List<int> _nameOf = new(capacity);
        private readonly List<int> _numberOf = new(capacity);

        /// <summary>Adds one name of a place; the same name may have any number of places.</summary>
        public void Add(string name, int number)
        {
            if (!_distinct.TryGetValue(name, out int at))
            {
                at = _names.Count;
                _distinct.Add(name, at);
                _names.Add(name);
            }

            _nameOf.Add(at);
            _numberOf.Add(number);
        }

        /// <summary>The index of all names added, as they are or without their marks.</summary>
        public PlaceNames Build(bool folded)
        {
            int size = 16;
            while (size < 2 * _names.Count)
            {
                size *= 2;
            }

            int[] starts = new int[_names.Count + 1];
            foreach (int name in _nameOf)
            {
                starts[name + 1]++;
            }

            for (int i = 0; i < _names.Count; i++)
            {
                starts[i + 1] += starts[i];
            }

            int[] free = [.. starts];
            int[] numbers = new int[_numberOf.Count];
            for (int i = 0; i < _nameOf.Count; i++)
            {
                numbers[free[_nameOf[i]]++] = _numberOf[i];
            }

            Entry[] entries = new Entry[_names.Count];
            for (int at = 0; at < entries.Length; at++)
            {
                entries[at].Name = _names[at];
            }

            return new PlaceNames(folded, Link(entries, folded, size), entries, starts, numbers);
        }
    }
}
