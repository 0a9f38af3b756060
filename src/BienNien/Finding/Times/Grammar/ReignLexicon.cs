using System.Collections.Immutable;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Grammar;

/// <summary>The eras by the words of their names. Immutable.</summary>
internal sealed class ReignLexicon
{
    private readonly PhraseTable<ImmutableArray<Reign>> _eras;

    /// <summary>Adds the names to a vocabulary.</summary>
    public ReignLexicon(ReignTable table, Vocabulary.Builder words)
    {
        var eras = new PhraseTable<ImmutableArray<Reign>>.Builder();
        var openings = ImmutableArray.CreateBuilder<int>();
        foreach (var name in table.All.SelectMany(r => r.OtherNames.Add(r.Name)).Distinct(StringComparer.Ordinal))
        {
            var phrase = words.AddPhrase(name);
            eras.Add(phrase.AsSpan(), table.Named(name));
            openings.Add(phrase[0]);
        }

        _eras = eras.Build();
        OpeningWords = [.. openings.Distinct()];
    }

    /// <summary>The first words of the names.</summary>
    public ImmutableArray<int> OpeningWords { get; }

    /// <summary>The longest name of an era from a place on.</summary>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    public int Longest(Sentence s, int at, out ImmutableArray<Reign> eras) => _eras.Longest(s, at, out eras);
}
