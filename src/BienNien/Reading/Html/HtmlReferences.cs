using AngleSharp.Html;

namespace BienNien.Reading.Html;

/// <summary>How long a character reference is in the source, and in the text it was decoded to.</summary>
internal static class HtmlReferences
{
    private const int LongestName = 33;
    private const int LongestLegacyName = 6;

    /// <summary>Measures the reference at an ampersand of the source.</summary>
    /// <returns>Characters of the source, characters of the text; (1, 1) for an ampersand that stands for itself.</returns>
    public static (int Consumed, int Decoded) Measure(string source, int at, string text, int textAt)
    {
        ReadOnlySpan<char> rest = source.AsSpan(at + 1, Math.Min(source.Length - at - 1, LongestName));
        if (rest.StartsWith("#"))
        {
            bool hex = rest.Length > 1 && rest[1] is 'x' or 'X';
            int first = hex ? 2 : 1;
            // Leading zeros may be many: the number ends where its digits end.
            int end = at + 1 + first;
            while (end < source.Length && (hex ? char.IsAsciiHexDigit(source[end]) : char.IsAsciiDigit(source[end])))
            {
                end++;
            }

            if (end == at + 1 + first)
            {
                return (1, 1);
            }

            end += end < source.Length && source[end] == ';' ? 1 : 0;
            return (end - at, char.IsHighSurrogate(text[textAt]) ? 2 : 1);
        }

        int length = 0;
        while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length]))
        {
            length++;
        }

        if (length < rest.Length && rest[length] == ';' && Symbol(rest[..(length + 1)]) is { } symbol && StandsAt(symbol, text, textAt))
        {
            return (length + 2, symbol.Length);
        }

        for (int shorter = Math.Min(length, LongestLegacyName); shorter > 1; shorter--)
        {
            if (Symbol(rest[..shorter]) is { } legacy && StandsAt(legacy, text, textAt))
            {
                return (shorter + 1, legacy.Length);
            }
        }

        return (1, 1);
    }

    private static string? Symbol(ReadOnlySpan<char> name) => HtmlEntityProvider.Resolver.GetSymbol(name.ToString());

    private static bool StandsAt(string symbol, string text, int at) => symbol.Length > 0 && text.AsSpan(at).StartsWith(symbol);
}
