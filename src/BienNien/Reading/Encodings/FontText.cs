using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;

namespace BienNien.Reading.Encodings;

/// <summary>Letters that stand together under fonts of one encoding, until it is known what they are.</summary>
/// <remarks>They are taken together and not run by run, because typists break words, and even the two bytes of a VNI letter, over runs.</remarks>
internal sealed class FontText
{
    private const int WesternCodePage = 1252;

    // Programs keep the letters of such fonts, when they take them for symbols, in the private area.
    private const char FirstSymbol = '\uF020';
    private const char LastSymbol = '\uF0FF';

    private static readonly FrozenDictionary<char, byte> _bytes = ReadBytes();

    private readonly List<char> _characters = [];
    private readonly List<(FontEncoding Font, bool Bold)> _looks = [];

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => _characters.Count == 0;

    /// <summary>Whether a letter of a font can stand with those that are here.</summary>
    public bool Takes(FontEncoding font) => IsEmpty || _looks[^1].Font.Encoding == font.Encoding;

    /// <summary>Appends a character.</summary>
    public void Append(char c, FontEncoding font, bool bold)
    {
        _characters.Add(c);
        _looks.Add((font, bold));
    }

    /// <summary>Moves what stands here, as it is to be read, to the end of a text.</summary>
    /// <remarks>What reads better as it stands is Unicode already, whatever its font: programs that convert a text often leave the fonts.</remarks>
    public void MoveTo(FlowText text)
    {
        if (IsEmpty)
        {
            return;
        }

        ReadOnlySpan<char> raw = CollectionsMarshal.AsSpan(_characters);
        StringBuilder decoded = new(raw.Length);
        List<bool> bold = new(raw.Length);
        Decode(raw, decoded, bold);
        bool asItStands = IsUnicode(raw, decoded.ToString());
        for (int i = 0; i < (asItStands ? raw.Length : decoded.Length); i++)
        {
            text.Append(asItStands ? raw[i] : decoded[i], -1, asItStands ? _looks[i].Bold : bold[i]);
        }

        _characters.Clear();
        _looks.Clear();
    }

    private void Decode(ReadOnlySpan<char> raw, StringBuilder decoded, List<bool> bold)
    {
        ByteTable table = ByteTable.Of(_looks[0].Font.Encoding)!;
        for (int i = 0; i < raw.Length; i++)
        {
            (FontEncoding font, bool isBold) = _looks[i];
            char letter = raw[i];
            if (TryGetByte(letter, out byte code))
            {
                char pair = i + 1 < raw.Length && TryGetByte(raw[i + 1], out byte mark) ? table.Pair(code, mark) : '\0';
                letter = pair != '\0' ? pair : table[code];
                i += pair != '\0' ? 1 : 0;
            }

            decoded.Append(font.Capitals ? char.ToUpperInvariant(letter) : letter);
            bold.Add(isBold);
        }
    }

    private static bool IsUnicode(ReadOnlySpan<char> raw, string decoded)
    {
        // A capital font says nothing against letters that only Unicode has.
        foreach (char c in raw)
        {
            if (char.IsLetter(c) && !TryGetByte(c, out _))
            {
                return true;
            }
        }

        SyllableEvidence asItStands = SyllableEvidence.Of(raw);
        return asItStands is { Possible: > 0, Impossible: 0 } && SyllableEvidence.Of(decoded.Normalize()).Impossible > 0;
    }

    private static bool TryGetByte(char c, out byte code)
    {
        if (c < 0x80)
        {
            code = (byte)c;
            return true;
        }

        if (c is >= FirstSymbol and <= LastSymbol)
        {
            code = (byte)c;
            return true;
        }

        return _bytes.TryGetValue(c, out code);
    }

    private static FrozenDictionary<char, byte> ReadBytes()
    {
        Encoding western = CodePagesEncodingProvider.Instance.GetEncoding(WesternCodePage)!;
        Dictionary<char, byte> bytes = [];
        for (int code = 0x80; code < 0x100; code++)
        {
            // Some programs write U+0093, some U+201C.
            bytes[(char)code] = (byte)code;
            bytes[western.GetString([(byte)code])[0]] = (byte)code;
        }

        return bytes.ToFrozenDictionary();
    }
}
