using BienNien.Reconciling.Reuse;
using BienNien.Text;
using FsCheck;
using FsCheck.Fluent;

namespace BienNien.Tests.Reconciling.Reuse;

/// <summary>Texts and their profiles, for tests of reuse.</summary>
internal static class ReuseTexts
{
    private static readonly Lexer _lexer = new(new Vocabulary.Builder().Build(), new WordSet([]), new WordSet([]));

    private static readonly string[] _syllables =
    [
        .. from onset in new[] { "b", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "ph", "s", "t", "th", "tr", "v", "x" }
           from rhyme in new[] { "a", "an", "ạt", "âm", "êu", "ình", "oà", "ong", "ôi", "ớp", "ui", "ưng", "ắc", "iên", "uộc", "ẻ", "ũ", "ây", "ơi", "àng", "ớt", "oan" }
           select onset + rhyme,
    ];

    /// <summary>Words that have no sense and no likeness to other texts but by chance.</summary>
    public static Gen<string[]> Words(int fewest, int most) =>
        from count in Gen.Choose(fewest, most)
        from words in Gen.Elements(_syllables).ArrayOf(count)
        select words;

    public static Gen<string> Word => Gen.Elements(_syllables);

    public static ReuseProfile Profile(string text) => ReuseProfiler.Profile(Tokens(text));

    public static TokenizedDocument Tokens(string text) => _lexer.Tokenize(text.Length == 0 ? new Document("thu.txt", "", [], OffsetMap.Identity) : EngineFixture.Read(text));

    /// <summary>The passages of two texts, each with the words that differ: <c>1930→1931; →mới; cũ→</c>.</summary>
    public static (TextSpan A, TextSpan B, string Edits)[] Passages(string a, string b) =>
        [.. PassageAligner.Align(Profile(a), Profile(b)).Select(passage => (passage.A, passage.B, string.Join("; ", passage.Edits.Select(edit => $"{At(a, edit.A)}→{At(b, edit.B)}"))))];

    public static string At(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
