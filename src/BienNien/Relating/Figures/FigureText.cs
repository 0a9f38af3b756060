namespace BienNien.Relating.Figures;

/// <summary>Words of a document as values.</summary>
internal static class FigureText
{
    /// <summary>The same words with single spaces, whatever line ends stand between them.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 && !text.Contains("  ", StringComparison.Ordinal) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A name as it stands within a sentence: the capital of a sentence's start is none of its own.</summary>
    public static string Uncapitalised(string name)
    {
        if (name.Length < 2 || !char.IsUpper(name[0]))
        {
            return name;
        }

        int space = name.IndexOf(' ', StringComparison.Ordinal);
        ReadOnlySpan<char> word = space < 0 ? name : name.AsSpan(0, space);
        foreach (char letter in word[1..])
        {
            if (char.IsUpper(letter) || char.IsDigit(letter))
            {
                return name;
            }
        }

        return string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));
    }
}
