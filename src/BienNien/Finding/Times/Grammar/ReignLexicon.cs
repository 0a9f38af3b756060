using System.Collections.Immutable;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Grammar;

/// <summary>The eras and rulers by the words of their names, and the Sino-Vietnamese figures of steles. Immutable.</summary>
internal sealed class ReignLexicon
{
    private static readonly (string Word, int Value)[] _figures =
    [
        ("nhất", 1), ("nhị", 2), ("tam", 3), ("tứ", 4), ("ngũ", 5), ("lục", 6), ("thất", 7), ("bát", 8), ("cửu", 9),
        ("thập", 10), ("nhập", 20), ("trấp", 20), ("tạp", 30),
    ];

    private static readonly string[] _royal = ["vua", "đế", "vương", "hoàng", "triều", "xưng", "hiệu", "Hán", "nghĩa", "TCN"];

    private readonly PhraseTable<ImmutableArray<Reign>> _eras;
    private readonly PhraseTable<ImmutableArray<Reign>> _rulers;
    private readonly Dictionary<int, int> _figureOf = [];
    private readonly WordSet _royalWords;

    /// <summary>Adds the names to a vocabulary.</summary>
    /// <param name="table">The eras.</param>
    /// <param name="rulers">Those who reigned, each with the years of the reign as an era's.</param>
    /// <param name="words">The vocabulary.</param>
    public ReignLexicon(ReignTable table, ReignTable rulers, Vocabulary.Builder words)
    {
        (_eras, OpeningWords) = Names(table, words);
        (_rulers, RulerOpenings) = Names(rulers, words);
        foreach (var (word, value) in _figures)
        {
            _figureOf[words.Add(word)] = value;
        }

        _royalWords = words.AddSet(_royal);
    }

    /// <summary>The first words of the names of eras.</summary>
    public ImmutableArray<int> OpeningWords { get; }

    /// <summary>The first words of the names of rulers.</summary>
    public ImmutableArray<int> RulerOpenings { get; }

    /// <summary>The longest name of an era from a place on.</summary>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    public int Longest(Sentence s, int at, out ImmutableArray<Reign> eras) => _eras.Longest(s, at, out eras);

    /// <summary>The longest name of a ruler from a place on.</summary>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    public int LongestRuler(Sentence s, int at, out ImmutableArray<Reign> reigns) => _rulers.Longest(s, at, out reigns);

    /// <summary>The Sino-Vietnamese figure that a word stands for: nhất to cửu, thập, nhập, tạp; 0 for another word.</summary>
    public int Figure(in Token token) => token.Word == 0 ? 0 : _figureOf.GetValueOrDefault(token.Word);

    /// <summary>Whether it is a word of kings and their wars, beside which a year may have fewer than four figures.</summary>
    public bool IsRoyal(in Token token) => _royalWords.Contains(token.Word);

    private static (PhraseTable<ImmutableArray<Reign>> Table, ImmutableArray<int> Openings) Names(ReignTable table, Vocabulary.Builder words)
    {
        var names = new PhraseTable<ImmutableArray<Reign>>.Builder();
        var openings = ImmutableArray.CreateBuilder<int>();
        foreach (var name in table.All.SelectMany(r => r.OtherNames.Add(r.Name)).Distinct(StringComparer.Ordinal))
        {
            var phrase = words.AddPhrase(name);
            names.Add(phrase.AsSpan(), table.Named(name));
            openings.Add(phrase[0]);
        }

        return (names.Build(), [.. openings.Distinct()]);
    }
}
