using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>Names of decorations with other capitals than the law gives them: “Huân chương độc lập”. Immutable, safe to share.</summary>
internal sealed class OfficialNames
{
    private readonly Dictionary<int, List<Official>> _byFirst = [];
    private readonly WordSet _openings;
    private readonly WordSet _ranks;
    private readonly int _rank;

    public OfficialNames(Vocabulary.Builder words)
    {
        DataTable awards = DataTable.Load("awards");
        (int name, int ranked, int also) = (awards.IndexOf("name"), awards.IndexOf("ranked"), awards.IndexOf("also"));
        foreach (ImmutableArray<string> row in awards.Rows)
        {
            Official official = new(words.AddPhrase(row[name]), [.. row[name].Split(' ')], row[also].Length == 0 ? [] : [.. row[also].Split(' ')], row[ranked] == "yes");
            if (official.Words.Length > 2)
            {
                if (!_byFirst.TryGetValue(official.Numbers[0], out List<Official>? list))
                {
                    _byFirst.Add(official.Numbers[0], list = []);
                }

                list.Add(official);
            }
        }

        foreach (List<Official> list in _byFirst.Values)
        {
            list.Sort(static (a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }

        _openings = new WordSet(_byFirst.Keys);
        _rank = words.Add("hạng");
        _ranks = words.AddSet("nhất", "nhì", "ba");
    }

    /// <summary>The slips of a document.</summary>
    public void Find(DocumentAnalysis analysis, List<NameSlip> found)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int at = 0; at < tokens.Length; at++)
        {
            if (_openings.Contains(tokens[at]) && tokens[at].Capitalised && !tokens[at].AllUpper && Read(tokens, at) is { } official)
            {
                int end = at + official.Numbers.Length;
                string expected = string.Join(' ', official.Words);
                if (official.Ranked && end + 1 < tokens.Length && tokens[end].Word == _rank && _ranks.Contains(tokens[end + 1]))
                {
                    string rank = analysis.Document.Surface(tokens[end + 1].Span).ToLowerInvariant();

                    // Either way of writing a class is common; the name decides.
                    bool wrong = tokens[end].Capitalised && !tokens[end].AllUpper;
                    expected = $"{expected} hạng {char.ToUpperInvariant(rank[0])}{rank[1..]}";
                    end += 2;
                    if (!wrong && IsWritten(analysis.Document.Text, tokens, at, official))
                    {
                        continue;
                    }
                }
                else if (IsWritten(analysis.Document.Text, tokens, at, official))
                {
                    continue;
                }

                found.Add(new NameSlip(TextSpan.Between(tokens[at].Start, tokens[end - 1].End), expected, null, DiagnosticConfidence.Certain));
                at = end - 1;
            }
        }
    }

    private Official? Read(ImmutableArray<Token> tokens, int at)
    {
        foreach (Official official in _byFirst[tokens[at].Word])
        {
            bool read = at + official.Numbers.Length <= tokens.Length;
            for (int i = 1; read && i < official.Numbers.Length; i++)
            {
                read = tokens[at + i].Word == official.Numbers[i] && !tokens[at + i].AllUpper;
            }

            if (read)
            {
                return official;
            }
        }

        return null;
    }

    private static bool IsWritten(string text, ImmutableArray<Token> tokens, int at, Official official) =>
        IsSame(text, tokens, at, official.Words) || (official.Also.Length > 0 && IsSame(text, tokens, at, official.Also));

    // Capital for capital; other letters may differ in style only.
    private static bool IsSame(string text, ImmutableArray<Token> tokens, int at, ImmutableArray<string> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (char.IsUpper(text[tokens[at + i].Start]) != char.IsUpper(words[i][0]))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Official(ImmutableArray<int> Numbers, ImmutableArray<string> Words, ImmutableArray<string> Also, bool Ranked);
}
