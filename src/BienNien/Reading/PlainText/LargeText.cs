using System.Buffers;
using System.Text;
using System.Text.Unicode;
using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>Decodes a UTF-8 file that is too large to hold beside its text: it is read twice, and only the one string is kept.</summary>
internal static class LargeText
{
    // Small enough that the strings made of a chunk die young.
    private const int ChunkBytes = 40 * 1024;
    private const int LongestLine = 64 * 1024 * 1024;

    /// <summary>The text in NFC with the map back, when the file is well-formed UTF-8.</summary>
    /// <returns>False for any other file: it must be taken into memory.</returns>
    /// <remarks>Throws what the file system throws, and <see cref="IOException"/> when the file changes between the two readings.</remarks>
    public static bool TryDecode(FileContent content, out string text, out OffsetMap map)
    {
        (text, map) = ("", OffsetMap.Identity);
        int length = 0;
        using (Stream stream = content.Open())
        {
            foreach (ReadOnlyMemory<char>? chunk in Chunks(stream))
            {
                if (chunk is not { } characters || characters.Span.Contains('\uFFFE') || TextDecoding.HeapOfMarks(characters.Span) >= 0)
                {
                    return false;
                }

                // Chunks end where lines do, and nothing composes across the end of a line.
                length += characters.Span.IsNormalized() ? characters.Length : characters.Span.GetNormalizedLength();
            }
        }

        OffsetMap.Builder toSource = new();
        text = string.Create(length, (content, toSource), static (room, state) =>
        {
            using Stream stream = state.content.Open();
            StringBuilder composed = new();
            int at = 0;
            int source = 0;
            foreach (ReadOnlyMemory<char>? chunk in Chunks(stream))
            {
                ReadOnlyMemory<char> characters = chunk.GetValueOrDefault();
                int roomLeft = room.Length - at;
                int taken = characters.Length;
                if (characters.Span.IsNormalized())
                {
                    state.toSource.Align(at, source);
                    Fits(taken, roomLeft);
                    characters.Span.CopyTo(room[at..]);
                }
                else
                {
                    TextDecoding.Compose(characters.ToString(), composed.Clear(), state.toSource, at, source);
                    taken = composed.Length;
                    Fits(taken, roomLeft);
                    composed.CopyTo(0, room[at..], taken);
                }

                at += taken;
                source += characters.Length;
            }

            Fits(room.Length, at);
        });
        map = toSource.Build();
        return true;
    }

    private static void Fits(int length, int room)
    {
        if (length > room)
        {
            throw new IOException("The file changed while it was read.");
        }
    }

    // The characters of a stream in pieces that end with a line; null, and no more, at what is no text in UTF-8 with lines.
    private static IEnumerable<ReadOnlyMemory<char>?> Chunks(Stream stream)
    {
        byte[] bytes = new byte[ChunkBytes];
        char[] characters = new char[ChunkBytes];
        int filled = 0;
        bool first = true;
        while (true)
        {
            filled += stream.ReadAtLeast(bytes.AsSpan(filled), bytes.Length - filled, throwOnEndOfStream: false);
            bool last = filled < bytes.Length;
            int end = last ? filled : bytes.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end == 0 && !last && bytes.Length < LongestLine)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
                characters = new char[bytes.Length];
                continue;
            }

            if (last && end == 0)
            {
                yield break;
            }

            if (end == 0 || bytes.AsSpan(0, end).IndexOfAny(TextDecoding.Controls) >= 0
                || Utf8.ToUtf16(bytes.AsSpan(0, end), characters, out _, out int written, replaceInvalidSequences: false) != OperationStatus.Done)
            {
                yield return null;
                yield break;
            }

            int mark = first && written > 0 && characters[0] == '\uFEFF' ? 1 : 0;
            first = false;
            yield return characters.AsMemory(mark, written - mark);
            bytes.AsSpan(end, filled - end).CopyTo(bytes);
            filled -= end;
            if (last)
            {
                yield break;
            }
        }
    }
}
