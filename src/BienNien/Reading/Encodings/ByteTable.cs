using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reading.Encodings;

/// <summary>What the bytes of an encoding of the 1990s stand for: a character each, and in VNI also a base letter and a byte for its marks.</summary>
/// <remarks>
/// The letters are those of <c>data/encoding-letters.tsv</c>; everything else is as in Windows-1252, which the programs of that time ran on. Windows-1258 is .NET's.
/// Marks that join the letter before them (Windows-1258, the capitals of TCVN3) are left to be composed with the rest of the text.
/// </remarks>
internal sealed class ByteTable
{
    /// <summary>The encodings that have tables, the more usual first.</summary>
    public static ImmutableArray<TextEncoding> Encodings { get; } =
        [TextEncoding.Tcvn3, TextEncoding.VniWindows, TextEncoding.Windows1258, TextEncoding.Viscii, TextEncoding.Vps];

    private const int WesternCodePage = 1252;
    private const int VietnameseCodePage = 1258;
    private const char MarkHolder = '\u25CC';

    private static readonly FrozenDictionary<TextEncoding, ByteTable> _tables = ReadAll();

    private readonly char[] _characters = new char[256];

    // The same without the letters of the code page below: no word of the encoding has them.
    private readonly char[] _own = new char[256];

    // Of each byte: 0, or the number of a letter whose marks may follow in a byte of their own.
    private readonly byte[] _bases = new byte[256];
    private readonly SearchValues<byte> _controls;
    private readonly char[] _pairs = [];

    private ByteTable(int codePage, ImmutableArray<(ImmutableArray<byte> Bytes, char Letter)> letters)
    {
        Encoding rest = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        byte[] all = [.. Enumerable.Range(0, _characters.Length).Select(static code => (byte)code)];
        rest.GetChars(all, _characters);
        List<byte> controls = [.. all.Where(static code => TextDecoding.Controls.Contains(code))];
        int bases = 1;
        foreach ((ImmutableArray<byte> bytes, char letter) in letters)
        {
            if (bytes.Length == 1)
            {
                _characters[bytes[0]] = letter;
                controls.Remove(bytes[0]);
                continue;
            }

            if (_bases[bytes[0]] == 0)
            {
                _bases[bytes[0]] = (byte)bases++;
                Array.Resize(ref _pairs, bases * _characters.Length);
            }

            int pair = _bases[bytes[0]] * _characters.Length;
            _pairs[pair + bytes[1]] = letter;

            // Aù for AÙ: typists hold the capitals key for the first byte only.
            int otherCase = pair + (bytes[1] ^ 0x20);
            _pairs[otherCase] = _pairs[otherCase] == '\0' ? letter : _pairs[otherCase];
        }

        _characters.CopyTo(_own, 0);
        if (codePage != VietnameseCodePage)
        {
            foreach (byte code in all.Where(code => code >= 0x80 && char.IsLetter(_characters[code]) && letters.All(one => one.Bytes.Length > 1 || one.Bytes[0] != code)))
            {
                _own[code] = '\uFFFD';
            }
        }

        _controls = SearchValues.Create([.. controls]);
    }

    /// <summary>The table of an encoding; null for UTF-8 and UTF-16, which have none.</summary>
    public static ByteTable? Of(TextEncoding encoding) => _tables.GetValueOrDefault(encoding);

    /// <summary>Where a control character stands that no text has, or -1. Some of these encodings write capitals with such codes.</summary>
    public int IndexOfControl(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny(_controls);

    /// <summary>Whether each byte is a character by itself.</summary>
    public bool IsByteByByte => _pairs.Length == 0;

    /// <summary>Decodes. Keeps nothing: a part of a file must not end between a letter and its marks, as none does that ends with a line.</summary>
    /// <param name="bytes">What to decode.</param>
    /// <param name="characters">At least as long as the bytes.</param>
    /// <returns>How many characters were written.</returns>
    public int Decode(ReadOnlySpan<byte> bytes, Span<char> characters) => Decode(bytes, characters, _characters);

    /// <summary>Decodes to tell whether the bytes are in this encoding: letters that it does not have are U+FFFD.</summary>
    /// <inheritdoc cref="Decode(ReadOnlySpan{byte}, Span{char})"/>
    public int DecodeOwn(ReadOnlySpan<byte> bytes, Span<char> characters) => Decode(bytes, characters, _own);

    private int Decode(ReadOnlySpan<byte> bytes, Span<char> characters, char[] single)
    {
        int written = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte code = bytes[i];
            char letter = Pair(code, i + 1 < bytes.Length ? bytes[i + 1] : (byte)0);
            if (letter == '\0')
            {
                letter = single[code];
            }
            else
            {
                i++;
            }

            characters[written++] = letter;
        }

        return written;
    }

    /// <summary>The character that a byte stands for by itself.</summary>
    public char this[byte code] => _characters[code];

    /// <summary>The letter that two bytes make together, or U+0000.</summary>
    public char Pair(byte letter, byte mark) => _bases[letter] == 0 ? '\0' : _pairs[_bases[letter] * _characters.Length + mark];

    private static FrozenDictionary<TextEncoding, ByteTable> ReadAll()
    {
        DataTable table = DataTable.Load("encoding-letters");
        int encoding = table.IndexOf("encoding");
        int bytes = table.IndexOf("bytes");
        int letter = table.IndexOf("letter");
        ILookup<string, (ImmutableArray<byte>, char)> letters = table.Rows.ToLookup(
            row => row[encoding],
            row => (ImmutableArray.Create(Convert.FromHexString(row[bytes])), row[letter][0] == MarkHolder ? row[letter][1] : row[letter][0]));
        return Encodings.ToFrozenDictionary(
            static one => one,
            one => new ByteTable(one == TextEncoding.Windows1258 ? VietnameseCodePage : WesternCodePage, [.. letters[one.Name()]]));
    }
}
