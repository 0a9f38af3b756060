using System.Collections.Frozen;
using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Text.Syllables;

namespace BienNien.Checking.Rules;

/// <summary>CHK025. An abbreviation that few readers know and that the document never explains: “PKĐKKV Mù Cả”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: AbbreviationUnexplained.md, beside this file.</remarks>
internal sealed class AbbreviationUnexplained : CheckRule
{
    private const int Least = 3;
    private const int Most = 12;

    // How far before a name in capitals the word stands that introduces it: “Công ty Cổ phần Xây dựng COMA”.
    private const int LongestRecipient = 90;
    private const int None = -1;
    private const int IntroductionReach = 5;

    // What explains stands in brackets that hold little else.
    private const int LongestBrackets = 14;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly WordSet _introduces;
    private readonly int _place;
    private readonly int _received;
    private readonly int _open;
    private readonly int _close;
    private readonly int _and;
    private readonly WordSet _joins;
    private readonly WordSet _means;

    public AbbreviationUnexplained(Vocabulary.Builder words)
        : base("CHK025", "abbreviation-unexplained", DiagnosticSeverity.Note)
    {
        DataTable table = DataTable.Load("abbreviations-known");
        (int cell, int kind) = (table.IndexOf("words"), table.IndexOf("kind"));
        _known = table.Rows.Where(row => row[kind] == "known").SelectMany(row => row[cell].Split(' '))
            .Concat(DataTable.Load("abbreviations").Column("word"))
            .Concat(DataTable.Load("body-abbreviations").Column("word"))
            .Concat(DataTable.Load("paper-types").Column("code"))
            .Concat(DataTable.Load("units").Column("unit"))
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _introduces = words.AddSet(table.Rows.Where(row => row[kind] == "introduces").SelectMany(row => row[cell].Split(' ')));
        (_place, _received) = (words.Add("nơi"), words.Add("nhận"));
        _open = words.Add("(");
        _close = words.Add(")");
        _and = words.Add("&");
        _joins = words.AddSet("-", "–", "/", ".", "&");
        _means = words.AddSet(":", "=");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        string text = analysis.Document.Text;
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        MentionView papers = new(analysis, MentionKind.DocumentReference);
        Dictionary<string, TextSpan> first = new(StringComparer.Ordinal);
        HashSet<string> explained = new(StringComparer.Ordinal);
        List<string> order = [];
        int recipients = None;
        for (int at = 0; at < tokens.Length; at++)
        {
            recipients = RecipientsBlock(analysis, at, recipients);
            if (!IsAbbreviation(text, tokens, at) || recipients != None)
            {
                continue;
            }

            // “BCĐ PCTT&TKCN” is one.
            int end = at + 1;
            while (end < tokens.Length && IsAbbreviation(text, tokens, end) || (end + 1 < tokens.Length && tokens[end].Word == _and && IsAbbreviation(text, tokens, end + 1)))
            {
                end++;
            }

            bool known = true;
            for (int i = at; i < end; i++)
            {
                known &= !tokens[i].IsWord || IsKnown(text, tokens[i]);
            }

            string name = analysis.Document.WordsAt(TextSpan.Between(tokens[at].Start, tokens[end - 1].End));
            if (!known && !_known.Contains(name) && papers.At(at) is null && !(at > 0 && papers.At(at - 1) is not null) && !IsCode(tokens, at, end) && !IsInCapitals(text, tokens, at, end) && !IsIntroduced(tokens, at))
            {
                if (Explains(text, tokens, at, end))
                {
                    explained.Add(name);
                }

                if (first.TryAdd(name, TextSpan.Between(tokens[at].Start, tokens[end - 1].End)))
                {
                    order.Add(name);
                }
            }

            at = end - 1;
        }

        foreach (string name in order)
        {
            if (!explained.Contains(name))
            {
                found.Report(
                    first[name],
                    new BilingualText($"“{name}” là chữ viết tắt ít gặp, văn bản không giải thích.", $"“{name}” is an uncommon abbreviation that the document does not explain."),
                    confidence: DiagnosticConfidence.Likely);
            }
        }
    }

    // “Nơi nhận: - Như trên; - Các PCT; - Lưu: VT, VXNV.”: offices call each other by initials there. The list ends where its short lines do.
    private int RecipientsBlock(DocumentAnalysis analysis, int at, int before)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        int own = analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(at)].Block;
        if (own == before || (tokens[at].Word == _place && at + 1 < tokens.Length && tokens[at + 1].Word == _received))
        {
            return own;
        }

        Block block = analysis.Document.Blocks[own];
        return own == before + 1 && before >= 0 && (block.Span.Length < LongestRecipient || block.Kind == BlockKind.ListItem) ? own : None;
    }

    // Capitals that are no Vietnamese syllable and no word of another language.
    private static bool IsAbbreviation(string text, ImmutableArray<Token> tokens, int at)
    {
        Token token = tokens[at];
        if (!token.IsWord || !token.AllUpper || token.IsRoman || token.Length is < Least or > Most || (token.Traits & TokenTraits.HasDigit) != 0)
        {
            return false;
        }

        ReadOnlySpan<char> word = text.AsSpan(token.Start, token.Length);
        int vowels = 0;
        foreach (char c in word)
        {
            vowels += Letters.Fold(c) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' ? 1 : 0;
        }

        return !SyllableGrammar.IsPossible(word) && (vowels < 2 || word.Contains('Đ'));
    }

    private bool IsKnown(string text, Token token) => _known.Contains(text.AsSpan(token.Start, token.Length));

    // “M113-ABC”, “12/KTTS”: part of a code.
    private bool IsCode(ImmutableArray<Token> tokens, int at, int end) =>
        (at > 0 && !tokens[at].SpaceBefore && _joins.Contains(tokens[at - 1])) || (end < tokens.Length && !tokens[end].SpaceBefore && (_joins.Contains(tokens[end]) || tokens[end].IsNumber) && end + 1 < tokens.Length && !tokens[end + 1].SpaceBefore);

    // A title in capitals: beside it stand words in capitals that are syllables.
    private static bool IsInCapitals(string text, ImmutableArray<Token> tokens, int at, int end) => IsWordInCapitals(text, tokens, at - 1) || IsWordInCapitals(text, tokens, end);

    private static bool IsWordInCapitals(string text, ImmutableArray<Token> tokens, int at) =>
        at >= 0 && at < tokens.Length && tokens[at] is { IsWord: true, AllUpper: true, Length: > 1, IsRoman: false } && SyllableGrammar.IsPossible(text.AsSpan(tokens[at].Start, tokens[at].Length));

    private bool IsIntroduced(ImmutableArray<Token> tokens, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - IntroductionReach) && tokens[i].IsWord; i--)
        {
            if (_introduces.Contains(tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    // In brackets behind what it stands for, with what it stands for in brackets behind it, or in a list of abbreviations.
    private bool Explains(string text, ImmutableArray<Token> tokens, int at, int end)
    {
        if (end < tokens.Length && tokens[end].Word == _close)
        {
            for (int i = at - 1; i > Math.Max(0, at - LongestBrackets); i--)
            {
                if (tokens[i].Word == _open)
                {
                    return !tokens[i - 1].IsNumber;
                }
            }
        }

        if (end + 1 < tokens.Length && (tokens[end].Word == _open || _means.Contains(tokens[end])))
        {
            return Spells(text, tokens, at, end + 1);
        }

        return false;
    }

    // Whether the first letters of the words from a place on are those of the abbreviation, in its order.
    private static bool Spells(string text, ImmutableArray<Token> tokens, int at, int from)
    {
        ReadOnlySpan<char> letters = text.AsSpan(tokens[at].Start, tokens[at].Length);
        int read = 0;
        for (int i = from; i < Math.Min(tokens.Length, from + (3 * letters.Length)) && read < letters.Length; i++)
        {
            if (tokens[i].IsWord && char.ToUpperInvariant(text[tokens[i].Start]) == letters[read])
            {
                read++;
            }
        }

        return read == letters.Length;
    }
}
