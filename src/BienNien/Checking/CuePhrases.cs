using System.Collections.Frozen;
using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>Words of two syllables that tell one thing (<c>data/cue-phrases.tsv</c>): “khởi công”, “động thổ” for a beginning. Immutable, safe to share.</summary>
internal sealed class CuePhrases
{
    private readonly FrozenSet<(int, int)> _phrases;
    private readonly WordSet _openings;

    private CuePhrases(ImmutableArray<(int First, int Second)> phrases)
    {
        _phrases = phrases.ToFrozenSet();
        _openings = new WordSet(phrases.Select(static phrase => phrase.First));
    }

    /// <summary>The phrases of a cue.</summary>
    /// <param name="words">The vocabulary, still open.</param>
    /// <param name="cue">The cue's name in the table.</param>
    /// <exception cref="ArgumentException">The table has no such cue.</exception>
    public static CuePhrases Of(Vocabulary.Builder words, string cue)
    {
        DataTable table = DataTable.Load("cue-phrases");
        (int name, int phrases) = (table.IndexOf("cue"), table.IndexOf("phrases"));
        string told = table.Rows.Where(row => row[name] == cue).Select(row => row[phrases]).FirstOrDefault() ?? throw new ArgumentException($"no cue {cue}", nameof(cue));
        return new CuePhrases([.. told.Split('|').Select(words.AddPhrase).Select(static phrase => (phrase[0], phrase[1]))]);
    }

    /// <summary>Whether two tokens are one of the phrases.</summary>
    public bool Contains(in Token first, in Token second) => _openings.Contains(first) && _phrases.Contains((first.Word, second.Word));

    /// <summary>Whether one of the phrases begins with a token: “dựng năm 1912” tells of building as well.</summary>
    public bool Opens(in Token token) => _openings.Contains(token);
}
