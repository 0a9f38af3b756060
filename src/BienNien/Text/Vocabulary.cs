using System.Collections.Immutable;

namespace BienNien.Text;

/// <summary>The words that rules and lexicons speak of, each with a number; everything else is 0.</summary>
/// <remarks>
/// Immutable once built and shared by all documents, so that tokens carry numbers instead of strings and a rule compares integers.
/// </remarks>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers;
    private readonly ImmutableArray<string> _words;

    private Vocabulary(Dictionary<string, int> numbers, ImmutableArray<string> words)
    {
        _numbers = numbers;
        _words = words;
    }

    /// <summary>One more than the highest number in use: the size of an array indexed by word.</summary>
    public int Size => _words.Length;

    /// <summary>The word as it was first added, for messages.</summary>
    public string this[int word] => _words[word];

    /// <summary>The number of a word, or 0. Allocates nothing.</summary>
    /// <param name="word">NFC; case and the place of the tone mark do not matter.</param>
    public int NumberOf(ReadOnlySpan<char> word)
    {
        if (word.Length > Letters.LongestWord)
        {
            return 0;
        }

        Span<char> form = stackalloc char[2 * Letters.LongestWord];
        return _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Letters.WriteForm(word, form), out int number) ? number : 0;
    }

    /// <summary>Collects words while rules are being made; each rule keeps the numbers it gets.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _words = [""];

        /// <summary>The number of a word, given now if it had none.</summary>
        /// <param name="word">One token: no spaces. NFC.</param>
        /// <exception cref="ArgumentException">The word is empty, holds white space or is too long to be compared.</exception>
        public int Add(string word)
        {
            if (word.Length is 0 or > Letters.LongestWord || word.AsSpan().ContainsAny(" \t\n"))
            {
                throw new ArgumentException($"«{word}» is not one word.", nameof(word));
            }

            string form = Letters.FormOf(word);
            if (!_numbers.TryGetValue(form, out int number))
            {
                number = _words.Count;
                _numbers.Add(form, number);
                _words.Add(word);
            }

            return number;
        }

        /// <summary>The numbers of several words, as a set to test tokens against.</summary>
        public WordSet AddSet(params IEnumerable<string> words) => new(words.Select(Add));

        /// <summary>The numbers of the words of a phrase, split at spaces and as the lexer splits (<c>Cao - Bắc</c>).</summary>
        public ImmutableArray<int> AddPhrase(string phrase) => [.. Lexer.Split(phrase).Select(Add)];

        /// <summary>The vocabulary of all words added so far.</summary>
        public Vocabulary Build() => new(new Dictionary<string, int>(_numbers, StringComparer.Ordinal), [.. _words]);
    }
}
