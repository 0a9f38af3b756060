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

    private PlaceNames(bool folded, int[] buckets, Entry[] entries) => (_folded, _buckets, _entries) = (folded, buckets, entries);

    /// <summary>Asks for a name: the numbers of all places that are spelt so, ascending; one comes twice when two of its names are compared alike.</summary>
    /// <param name="name">NFC.</param>
    /// <param name="room">At least twice <see cref="Longest"/>; in use until the last answer was read.</param>
    public Answers Ask(ReadOnlySpan<char> name, Span<char> room) => new(this, WriteForm(name, _folded, room));

    /// <summary>Writes the form by which names are compared: words in lower case with one space between, tones at their ends or no marks at all.</summary>
    /// <returns>The part of <paramref name="room"/> that was written; empty when the name has no letter or is too long.</returns>
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

    private static bool IsGap(char c) => c is ' ' or '-' or '–' or '—' or '\'' or '’' or '.' or ',' || char.IsWhiteSpace(c);

    // FNV-1a, its high bits folded into the low ones that choose the bucket.
    private static uint HashOf(ReadOnlySpan<char> form)
    {
        uint hash = 2166136261;
        foreach (char c in form)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash ^ (hash >> 15);
    }

    /// <summary>The answers to one question, one after the other.</summary>
    public ref struct Answers
    {
        private readonly PlaceNames _names;
        private readonly ReadOnlySpan<char> _form;
        private readonly uint _hash;
        private int _next;

        internal Answers(PlaceNames names, ReadOnlySpan<char> form)
        {
            _names = names;
            _form = form;
            _hash = HashOf(form);
            _next = form.IsEmpty ? 0 : names._buckets[_hash & (uint)(names._buckets.Length - 1)];
        }

        /// <summary>The number of a place.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next place of this name; false behind the last.</summary>
        public bool MoveNext()
        {
            Span<char> room = stackalloc char[2 * Longest];
            while (_next > 0)
            {
                ref readonly Entry entry = ref _names._entries[_next - 1];
                _next = entry.Next;
                if (entry.Hash == _hash && _form.SequenceEqual(WriteForm(entry.Name, _names._folded, room)))
                {
                    Current = entry.Number;
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
        public int Number;
        public int Next;
    }

    /// <summary>Collects names; numbers come in ascending order.</summary>
    public sealed class Builder(bool folded, int capacity)
    {
        private readonly List<Entry> _entries = new(capacity);

        /// <summary>Adds one name of a place; the same name may have any number of places.</summary>
        public void Add(string name, int number)
        {
            Span<char> room = stackalloc char[2 * Longest];
            ReadOnlySpan<char> form = WriteForm(name, folded, room);
            if (!form.IsEmpty)
            {
                _entries.Add(new Entry { Name = name, Number = number, Hash = HashOf(form) });
            }
        }

        /// <summary>The index of all names added.</summary>
        public PlaceNames Build()
        {
            int size = 16;
            while (size < 2 * _entries.Count)
            {
                size *= 2;
            }

            int[] buckets = new int[size];
            Entry[] entries = [.. _entries];

            // Backwards, so that each chain ascends.
            for (int at = entries.Length - 1; at >= 0; at--)
            {
                ref int bucket = ref buckets[entries[at].Hash & (uint)(size - 1)];
                entries[at].Next = bucket;
                bucket = at + 1;
            }

            return new PlaceNames(folded, buckets, entries);
        }
    }
}
