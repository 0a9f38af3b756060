namespace BienNien.Reading.Papers;

/// <summary>Phrases looked up at the words of a piece, whatever their case and the place of their tone marks.</summary>
/// <typeparam name="T">What is known of a phrase.</typeparam>
internal sealed class PaperPhrases<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirst = new(StringComparer.Ordinal);

    public void Add(string phrase, T value)
    {
        string[] words = [.. PieceCutter.WordsOf(phrase).Select(static word => word.Form)];
        if (!_byFirst.TryGetValue(words[0], out List<(string[] Words, T Value)>? list))
        {
            _byFirst.Add(words[0], list = []);
        }

        // Longest first: the first that fits is the answer.
        int at = list.FindIndex(known => known.Words.Length < words.Length);
        list.Insert(at < 0 ? list.Count : at, (words, value));
    }

    /// <summary>How many words the longest phrase has that begins at a word; 0 when none does.</summary>
    public int Longest(PieceWord[] words, int at, out T? value)
    {
        value = default;
        if (at >= words.Length || !_byFirst.TryGetValue(words[at].Form, out List<(string[] Words, T Value)>? list))
        {
            return 0;
        }

        foreach ((string[] phrase, T known) in list)
        {
            if (Fits(phrase, words, at))
            {
                value = known;
                return phrase.Length;
            }
        }

        return 0;
    }

    /// <summary>Whether a phrase begins a piece.</summary>
    public bool Opens(PaperPiece piece) => Longest(piece.Words, 0, out _) > 0;

    /// <summary>Whether a phrase is all words of a piece.</summary>
    public bool IsWhole(PaperPiece piece) => piece.Words.Length > 0 && Longest(piece.Words, 0, out _) == piece.Words.Length;

    private static bool Fits(string[] phrase, PieceWord[] words, int at)
    {
        if (at + phrase.Length > words.Length)
        {
            return false;
        }

        for (int i = 0; i < phrase.Length; i++)
        {
            if (phrase[i] != words[at + i].Form)
            {
                return false;
            }
        }

        return true;
    }
}
