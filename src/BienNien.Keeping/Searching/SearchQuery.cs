using System.Collections.Immutable;
using System.Text;
using BienNien.Text;

namespace BienNien.Keeping.Searching;

/// <summary>What somebody typed into a search box: words in any order, “phrases in quotes”, <c>begin*</c>.</summary>
/// <remarks>Nothing that is typed is an error, and nothing typed reaches SQLite as syntax.</remarks>
internal sealed class SearchQuery
{
    private readonly ImmutableArray<Term> _terms;

    private SearchQuery(ImmutableArray<Term> terms)
    {
        _terms = terms;
        HasMarks = terms.Any(static term => term.Words.Any(static word => !word.Folded.Equals(word.Exact, StringComparison.Ordinal)));
        Folded = Write("folded", static word => word.Folded);
        Exact = Write("exact", static word => word.Exact);
    }

    /// <summary>Whether there is no word at all.</summary>
    internal bool IsEmpty => _terms.IsEmpty;

    /// <summary>Whether some letter is written with its marks.</summary>
    internal bool HasMarks { get; }

    /// <summary>The FTS5 expression that disregards marks.</summary>
    internal string Folded { get; }

    /// <summary>The FTS5 expression that heeds them.</summary>
    internal string Exact { get; }

    internal static SearchQuery Parse(string typed)
    {
        string text = typed.Normalize();
        ImmutableArray<Term>.Builder terms = ImmutableArray.CreateBuilder<Term>();
        bool quoted = false;
        foreach (string part in text.Split(['"', '“', '”', '«', '»', '„']))
        {
            foreach (string run in quoted ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                // One run may be several words: 388-KH/TU is a phrase of three.
                ImmutableArray<Word> words = [.. SearchWords.Split(run).Select(span => run.Substring(span.Start, span.Length))
                    .Select(static word => new Word(Letters.Fold(word), SearchWords.Exact(word)))];
                if (!words.IsEmpty)
                {
                    terms.Add(new Term(words, Begins: run.EndsWith('*')));
                }
            }

            quoted = !quoted;
        }

        return new SearchQuery(terms.ToImmutable());
    }

    /// <summary>Where the terms stand in a text: in its order, not overlapping.</summary>
    /// <param name="text">Characters of a document.</param>
    /// <param name="exact">Whether marks must agree.</param>
    internal ImmutableArray<TextSpan> Locate(string text, bool exact)
    {
        List<TextSpan> places = SearchWords.Split(text);
        string folded = Letters.Fold(text);
        string[] words = [.. places.Select(place => exact
            ? SearchWords.Exact(text.Substring(place.Start, place.Length))
            : folded.Substring(place.Start, place.Length))];
        List<TextSpan> found = [];
        foreach (Term term in _terms)
        {
            for (int at = 0; at + term.Words.Length <= words.Length; at++)
            {
                if (StandsAt(term, words, at, exact))
                {
                    found.Add(TextSpan.Between(places[at].Start, places[at + term.Words.Length - 1].End));
                }
            }
        }

        found.Sort();
        ImmutableArray<TextSpan>.Builder kept = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (TextSpan span in found)
        {
            if (kept.Count == 0 || span.Start >= kept[^1].End)
            {
                kept.Add(span);
            }
        }

        return kept.ToImmutable();
    }

    private static bool StandsAt(Term term, string[] words, int at, bool exact)
    {
        for (int i = 0; i < term.Words.Length; i++)
        {
            string wanted = exact ? term.Words[i].Exact : term.Words[i].Folded;
            bool matches = term.Begins && i == term.Words.Length - 1
                ? words[at + i].StartsWith(wanted, StringComparison.Ordinal)
                : words[at + i].Equals(wanted, StringComparison.Ordinal);
            if (!matches)
            {
                return false;
            }
        }

        return true;
    }

    private string Write(string column, Func<Word, string> form)
    {
        StringBuilder expression = new();
        foreach (Term term in _terms)
        {
            // Words hold letters and digits only, so that quoting is enough.
            expression.Append(expression.Length == 0 ? "" : " AND ").Append(column).Append(": \"").AppendJoin(' ', term.Words.Select(form)).Append('"');
            if (term.Begins)
            {
                expression.Append('*');
            }
        }

        return expression.ToString();
    }

    private readonly record struct Word(string Folded, string Exact);

    private readonly record struct Term(ImmutableArray<Word> Words, bool Begins);
}
