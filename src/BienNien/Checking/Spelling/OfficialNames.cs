using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>Names of decorations with other capitals than the law gives them: “Huân chương độc lập”. Immutable, safe to share.</summary>
internal sealed class OfficialNames
{
    private const string Vary = "vary";

    private readonly Dictionary<int, List<Official>> _byFirst = [];
    private readonly WordSet _openings;
    private readonly WordSet _ranks;
    private readonly int _rank;

    public OfficialNames(Vocabulary.Builder words)
    {
        DataTable awards = DataTable.Load("awards");
        (int name, int ranked, int capitals) = (awards.IndexOf("name"), awards.IndexOf("ranked"), awards.IndexOf("capitals"));
        foreach (ImmutableArray<string> row in awards.Rows)
        {
            Official official = new(words.AddPhrase(row[name]), [.. row[name].Split(' ')], row[ranked] == "yes", row[capitals] == Vary);
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
        Dictionary<Official, List<TextSpan>> varied = [];
        for (int at = 0; at < tokens.Length; at++)
        {
            if (_openings.Contains(tokens[at]) && tokens[at].Capitalised && !tokens[at].AllUpper && Read(tokens, at) is { } official)
            {
                if (official.Varies)
                {
                    if (!varied.TryGetValue(official, out List<TextSpan>? places))
                    {
                        varied.Add(official, places = []);
                    }

                    places.Add(TextSpan.Between(tokens[at].Start, tokens[at + official.Numbers.Length - 1].End));
                    at += official.Numbers.Length - 1;
                    continue;
                }

                int end = at + official.Numbers.Length;
                string expected = string.Join(' ', official.Words);
                if (official.Ranked && end + 1 < tokens.Length && tokens[end].Word == _rank && _ranks.Contains(tokens[end + 1]))
                {
                    string rank = analysis.Document.Surface(tokens[end + 1].Span).ToLowerInvariant();

                    // Either way of writing a class is common; the name decides.
                    bool wrong = tokens[end].Capitalised && !tokens[end].AllUpper;
                    expected = $"{expected} hạng {char.ToUpperInvariant(rank[0])}{rank[1..]}";
                    end += 2;
                    if (!wrong && IsSame(analysis.Document.Text, tokens, at, official))
                    {
                        continue;
                    }
                }
                else if (IsSame(analysis.Document.Text, tokens, at, official))
                {
                    continue;
                }

                found.Add(new NameSlip(TextSpan.Between(tokens[at].Start, tokens[end - 1].End), expected, null, DiagnosticConfidence.Certain));
                at = end - 1;
            }
        }

        foreach (List<TextSpan> places in varied.Values)
        {
            ReportVaried(analysis, places, found);
        }
    }

    // Either way of printing is right; one document has one.
    private static void ReportVaried(DocumentAnalysis analysis, List<TextSpan> places, List<NameSlip> found)
    {
        IGrouping<string, TextSpan>[] forms = [.. places.GroupBy(analysis.Document.WordsAt, StringComparer.Ordinal).OrderByDescending(static form => form.Count()).ThenBy(static form => form.First())];
        foreach (IGrouping<string, TextSpan> form in forms.Skip(1))
        {
            foreach (TextSpan span in form)
            {
                found.Add(new NameSlip(span, forms[0].Key, forms[0].First(), DiagnosticConfidence.Likely));
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

    // Capital for capital; other letters may differ in style only.
    private static bool IsSame(string text, ImmutableArray<Token> tokens, int at, Official official)
    {
        for (int i = 0; i < official.Words.Length; i++)
        {
            if (char.IsUpper(text[tokens[at + i].Start]) != char.IsUpper(official.Words[i][0]))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Official(ImmutableArray<int> Numbers, ImmutableArray<string> Words, bool Ranked, bool Varies);
}
