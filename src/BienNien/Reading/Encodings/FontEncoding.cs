using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reading.Encodings;

/// <summary>What a font makes of the letters of Windows-1252 (<c>data/encoding-fonts.tsv</c>): .VnTime shows <c>é</c> as <c>ộ</c>.</summary>
/// <param name="Encoding">In which encoding the letters are.</param>
/// <param name="Capitals">Whether small letters are shown as capitals.</param>
internal readonly record struct FontEncoding(TextEncoding Encoding, bool Capitals)
{
    private static readonly ImmutableArray<(string Start, string End, FontEncoding Font)> _fonts = Read();

    /// <summary>What a font makes of letters; null for one that shows them as they are.</summary>
    /// <param name="font">The font's name; null for none.</param>
    public static FontEncoding? Of(string? font)
    {
        foreach ((string start, string end, FontEncoding known) in font is null ? [] : _fonts)
        {
            if (font!.StartsWith(start, StringComparison.OrdinalIgnoreCase) && font.EndsWith(end, StringComparison.Ordinal))
            {
                return known;
            }
        }

        return null;
    }

    private static ImmutableArray<(string, string, FontEncoding)> Read()
    {
        DataTable table = DataTable.Load("encoding-fonts");
        int font = table.IndexOf("font");
        int encoding = table.IndexOf("encoding");
        int capitals = table.IndexOf("capitals");
        return
        [
            .. table.Rows.Select(row =>
            {
                string[] parts = row[font].Split('*');
                TextEncoding known = TextEncodings.Parse(row[encoding]) ?? throw new InvalidDataException($"data/encoding-fonts.tsv: «{row[encoding]}» is no encoding.");
                return (parts[0], parts[1], new FontEncoding(known, row[capitals] == "yes"));
            }),
        ];
    }
}
