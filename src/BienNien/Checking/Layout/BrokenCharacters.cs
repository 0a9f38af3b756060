using System.Buffers;
using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Checking.Layout;

/// <summary>Letters that went through a wrong encoding, codes of web pages, marks that a program put for what it could not read (<c>data/broken-characters.tsv</c>).</summary>
internal static class BrokenCharacters
{
    private static readonly SearchValues<string> _signs = Load();

    /// <summary>Reports the faults of a document, a word or group of words once.</summary>
    public static void Check(Document document, LayoutSink found)
    {
        string text = document.Text;
        for (int at = 0; at < text.Length;)
        {
            int next = text.AsSpan(at).IndexOfAny(_signs);
            if (next < 0)
            {
                return;
            }

            TextSpan word = LayoutSink.Around(text, new TextSpan(at + next, 1));

            // A garbled name goes on over its words.
            while (word.End + 1 < text.Length && text[word.End] == ' ' && LayoutSink.Around(text, new TextSpan(word.End + 1, 1)) is var following
                && following.Length > 0 && text.AsSpan(following.Start, following.Length).IndexOfAny(_signs) >= 0)
            {
                word = TextSpan.Between(word.Start, following.End);
            }

            found.Report(
                word, null, DiagnosticConfidence.Certain, "ký tự hỏng do sai bảng mã hoặc mã của trang mạng",
                "characters spoilt by a wrong encoding, or codes of a web page");
            found.Spoil(word);
            at = Math.Max(word.End, at + next + 1);
        }
    }

    private static SearchValues<string> Load()
    {
        DataTable table = DataTable.Load("broken-characters");
        ImmutableArray<string> signs = [.. table.Column("sign")];
        return SearchValues.Create(signs.AsSpan(), StringComparison.Ordinal);
    }
}
