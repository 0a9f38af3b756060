using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading.Papers;

/// <summary>The entries of a list of offices and persons: <c>- Như trên;</c>. Marks before and after an entry are no part of it.</summary>
internal sealed class PaperItems(string text)
{
    private readonly List<List<TextSpan>> _items = [];

    /// <summary>Whether the last entry can go on in the next line.</summary>
    public bool IsOpen => _items.Count > 0 && text[_items[^1][^1].End - 1] is not (';' or '.');

    /// <summary>How many entries there are.</summary>
    public int Count => _items.Count;

    /// <summary>Whether a piece opens an entry.</summary>
    public static bool IsItem(string text, TextSpan span) => text[span.Start] is '-' or '+' or '–' or '•' or '\uF0B7' && span.Length > 2;

    /// <summary>Opens an entry.</summary>
    public void Add(TextSpan span) => _items.Add([span]);

    /// <summary>Lets the last entry go on.</summary>
    public void Append(TextSpan span) => _items[^1].Add(span);

    /// <summary>The entries.</summary>
    public ImmutableArray<PaperPart<string>> ToImmutable()
    {
        ImmutableArray<PaperPart<string>>.Builder parts = ImmutableArray.CreateBuilder<PaperPart<string>>();
        foreach (List<TextSpan> item in _items)
        {
            int start = item[0].Start;
            while (start < item[0].End && (char.IsWhiteSpace(text[start]) || text[start] is '-' or '+' or '–' or '•' or '\uF0B7'))
            {
                start++;
            }

            item[0] = TextSpan.Between(start, item[0].End);
            int end = item[^1].End;
            while (end > item[^1].Start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ';' or '.' or ',' or '/'))
            {
                end--;
            }

            item[^1] = TextSpan.Between(item[^1].Start, Math.Max(end, item[^1].Start));
            if (item.Sum(static span => span.Length) > 0)
            {
                parts.Add(PaperHead.Part(text, [.. item.Where(static span => span.Length > 0)]));
            }
        }

        return parts.ToImmutable();
    }
}
