using System.Numerics;
using System.Runtime.CompilerServices;

namespace BienNien.Reading.Repairing;

/// <summary>Small numbers by keys such as <see cref="SyllableCode.Key"/>: open addressing in flat arrays, so that asking costs one or two reads.</summary>
/// <remarks>Filled while a model is built; after that only asked, and safe to share.</remarks>
internal sealed class KeyTable
{
    private ulong[] _keys = new ulong[1024];
    private ushort[] _numbers = new ushort[1024];
    private int _count;

    /// <summary>The number of a key; 0 when it has none.</summary>
    /// <param name="key">Not 0.</param>
    public int this[ulong key]
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        get => _numbers[PlaceOf(_keys, key)];
    }

    /// <summary>Sets the number of a key.</summary>
    /// <param name="key">Not 0.</param>
    /// <param name="number">Above 0.</param>
    /// <exception cref="OverflowException">There are more numbers than 16 bits hold.</exception>
    public void Set(ulong key, int number)
    {
        // Half of the places stay free.
        if (2 * _count >= _keys.Length)
        {
            Grow();
        }

        int place = PlaceOf(_keys, key);
        _count += _keys[place] == 0 ? 1 : 0;
        (_keys[place], _numbers[place]) = (key, checked((ushort)number));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(ulong[] keys, ulong key)
    {
        // Multiplied by 2^64 over the golden ratio, the upper bits depend on all the bits of the key.
        int place = (int)((key * 0x9E3779B97F4A7C15) >> (64 - BitOperations.Log2((uint)keys.Length)));
        while (keys[place] != 0 && keys[place] != key)
        {
            place = (place + 1) & (keys.Length - 1);
        }

        return place;
    }

    private void Grow()
    {
        (ulong[] keys, ushort[] numbers) = (_keys, _numbers);
        (_keys, _numbers, _count) = (new ulong[2 * keys.Length], new ushort[2 * keys.Length], 0);
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                Set(keys[i], numbers[i]);
            }
        }
    }
}
