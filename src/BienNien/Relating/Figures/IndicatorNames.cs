using System.Collections.Frozen;
using System.Text;
using BienNien.Knowledge;

namespace BienNien.Relating.Figures;

/// <summary>Brings the names of one indicator together: spelling, place of tone marks, abbreviations, filler words. Immutable.</summary>
/// <remarks>
/// Names are joined only through <c>data/indicators.tsv</c> and by leaving out words that narrow nothing; place, unit dimension and measure are no part of the key
/// and have to agree as well before two figures are of one series.
/// </remarks>
public sealed class IndicatorNames
{
    private const int LongestVariant = 10;

    private readonly FrozenDictionary<string, string> _variants;

    private IndicatorNames(FrozenDictionary<string, string> variants) => _variants = variants;

    /// <summary>The names that the engine carries.</summary>
    public static IndicatorNames Create()
    {
        DataTable table = DataTable.Load("indicators");
        (int variant, int name) = (table.IndexOf("variant"), table.IndexOf("name"));
        Dictionary<string, string> variants = new(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            string form = string.Join(' ', Words(row[variant]));
            if (!variants.TryAdd(form, row[name] == "-" ? "" : string.Join(' ', Words(row[name]))))
            {
                throw new InvalidDataException($"data/indicators.tsv: «{row[variant]}» twice.");
            }
        }

        return new IndicatorNames(variants.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>An indicator with its key.</summary>
    /// <param name="name">As written, without unit, place and time.</param>
    public Indicator Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new Indicator(name, KeyOf(name));
    }

    private string KeyOf(string name)
    {
        List<string> words = WithoutTier(Words(name));
        StringBuilder key = new();
        for (int i = 0; i < words.Count;)
        {
            int length = Math.Min(LongestVariant, words.Count - i);
            string said = "";
            for (; length > 0; length--)
            {
                if (_variants.TryGetValue(length == 1 ? words[i] : string.Join(' ', words.GetRange(i, length)), out string? canonical))
                {
                    said = canonical;
                    break;
                }
            }

            if (length == 0)
            {
                (length, said) = (1, words[i]);
            }

            if (said.Length > 0)
            {
                key.Append(key.Length > 0 ? " " : "").Append(said);
            }

            i += length;
        }

        // What is nothing but filler is all there is: “Tổng số”.
        return key.Length > 0 ? key.ToString() : string.Join(' ', words);
    }

    // “trên địa bàn tỉnh”: which unit it is, the scope tells.
    private static List<string> WithoutTier(List<string> words)
    {
        int at = words.IndexOf("bàn");
        if (at > 0 && words[at - 1] == "địa")
        {
            int units = at + 2 < words.Count && (words[at + 1], words[at + 2]) is ("thành", "phố") or ("thị", "xã") or ("thị", "trấn") ? 2
                : at + 1 < words.Count && words[at + 1] is "tỉnh" or "huyện" or "xã" or "phường" or "quận" ? 1 : 0;
            words.RemoveRange(at + 1, units);
        }

        return words;
    }

    // Lower case, marks left out save the stroke of a rate, tone marks where the newer style puts them.
    private static List<string> Words(string name)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (char letter in name)
        {
            if (char.IsLetterOrDigit(letter) || letter is '/' or '%')
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (word.Length > 0)
            {
                words.Add(NewStyle(word.ToString()));
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(NewStyle(word.ToString()));
        }

        return words;
    }

    // hòa → hoà, thủy → thuỷ, khỏe → khoẻ: only at a syllable's end do the styles differ; “quý” has its y alone; “tỉ” and “tỷ” are words of the data.
    private static string NewStyle(string word)
    {
        const string Marked = "òóỏõọùúủũụ";
        const string Plain = "oooooouuuuu";
        if (word.Length < 2 || Marked.IndexOf(word[^2], StringComparison.Ordinal) is not (>= 0 and int mark) || word[^1] is not ('a' or 'e' or 'y'))
        {
            return word;
        }

        string toned = word[^1] switch { 'a' => "àáảãạ", 'e' => "èéẻẽẹ", _ => "ỳýỷỹỵ" };
        bool pairs = mark < 5 ? word[^1] is 'a' or 'e' : word[^1] == 'y';
        return pairs ? string.Concat(word.AsSpan(0, word.Length - 2), Plain.AsSpan(mark < 5 ? 0 : 6, 1), toned.AsSpan(mark % 5, 1)) : word;
    }
}
