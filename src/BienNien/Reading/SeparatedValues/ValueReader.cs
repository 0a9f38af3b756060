namespace BienNien.Reading.SeparatedValues;

/// <summary>Cuts text into rows of values (RFC 4180), and takes what is malformed as it stands: a quote inside a value, a quote never closed.</summary>
internal static class ValueReader
{
    /// <summary>The values in their order, each where it stands, quotes included.</summary>
    /// <param name="source">The file's text.</param>
    /// <param name="start">Where the rows begin.</param>
    /// <param name="separator">What parts values.</param>
    public static IEnumerable<(int Row, int Column, int Start, int End)> Read(string source, int start, char separator)
    {
        int row = 0;
        int column = 0;
        int at = start;
        while (at < source.Length)
        {
            int end = ValueEnd(source, at, separator);
            yield return (row, column, at, end);
            at = end;
            if (at >= source.Length)
            {
                yield break;
            }

            if (source[at] == separator)
            {
                column++;
                at++;
                if (at == source.Length)
                {
                    yield return (row, column, at, at);
                }

                continue;
            }

            at += source[at] == '\r' && at + 1 < source.Length && source[at + 1] == '\n' ? 2 : 1;
            (row, column) = (row + 1, 0);
        }
    }

    /// <summary>Whether a value stands in quotes; those inside it are doubled, so that <c>"Ba" và "Tư"</c> is none.</summary>
    public static bool IsQuoted(ReadOnlySpan<char> value)
    {
        if (value.Length < 2 || value[0] != '"' || value[^1] != '"')
        {
            return false;
        }

        for (value = value[1..^1]; value.IndexOf('"') is var at and >= 0; value = value[(at + 2)..])
        {
            if (at + 1 == value.Length || value[at + 1] != '"')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The characters of a value with their places; a quoted one without its quotes.</summary>
    public static FlowText Flow(string value, int source)
    {
        FlowText text = new();
        bool quoted = IsQuoted(value);
        int end = quoted ? value.Length - 1 : value.Length;
        for (int i = quoted ? 1 : 0; i < end; i++)
        {
            char c = value[i];
            if (quoted && c == '"' && i + 1 < end && value[i + 1] == '"')
            {
                i++;
            }

            if (c != '\r')
            {
                // Tabs part the cells of the document's text.
                text.Append(c == '\t' ? ' ' : c, source + i);
            }
        }

        return text;
    }

    private static int ValueEnd(string source, int at, char separator)
    {
        if (source[at] == '"')
        {
            int close = at + 1;
            while ((close = source.IndexOf('"', close)) >= 0)
            {
                if (close + 1 >= source.Length || source[close + 1] == separator || source[close + 1] is '\r' or '\n')
                {
                    return close + 1;
                }

                if (source[close + 1] != '"')
                {
                    break;
                }

                close += 2;
            }
        }

        int end = source.AsSpan(at).IndexOfAny(separator, '\r', '\n');
        return end < 0 ? source.Length : at + end;
    }
}
