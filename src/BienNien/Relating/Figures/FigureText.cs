namespace BienNien.Relating.Figures;

/// <summary>Words of a document as values.</summary>
internal static class FigureText
{
    /// <summary>The same words with single spaces, whatever line ends stand between them.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 && !text.Contains("  ", StringComparison.Ordinal) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A name in capitals as running text writes it: <c>TỈNH CAO BẰNG</c> is <c>tỉnh Cao Bằng</c>; others as they are.</summary>
    /// <param name="name">On one line.</param>
    /// <param name="type">How many characters its type word takes, the space behind it included.</param>
    public static string Cased(string name, int type)
    {
        foreach (char letter in name)
        {
            if (char.IsLower(letter))
            {
                return type > 0 ? string.Concat(name[..type].ToLowerInvariant(), name.AsSpan(type)) : name;
            }
        }

        return string.Create(name.Length, (name, type), static (room, source) =>
        {
            source.name.AsSpan().ToLowerInvariant(room);
            for (int i = source.type; i < room.Length; i++)
            {
                room[i] = i == 0 || room[i - 1] is ' ' or '-' ? char.ToUpperInvariant(room[i]) : room[i];
            }
        });
    }

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
