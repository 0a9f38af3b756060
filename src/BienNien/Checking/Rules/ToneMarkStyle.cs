using BienNien.Relating;
using BienNien.Text;
using BienNien.Text.Syllables;

namespace BienNien.Checking.Rules;

/// <summary>CHK021. Two styles of setting the tone mark in one document: “Tỉnh uỷ” beside “Tỉnh ủy”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ToneMarkStyle.md, beside this file.</remarks>
internal sealed class ToneMarkStyle() : CheckRule("CHK021", "tone-mark-style", DiagnosticSeverity.Note)
{
    // Other places that are shown beside the first.
    private const int MostRelated = 20;

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        List<TextSpan> newer = [];
        List<TextSpan> older = [];
        Collect(analysis, newer, older);
        ToneMarkHouseStyle house = found.Settings.ToneMarks;
        if (house == ToneMarkHouseStyle.Any ? newer.Count == 0 || older.Count == 0 : (house == ToneMarkHouseStyle.Older ? newer : older).Count == 0)
        {
            return;
        }

        // Of as many, the one that comes later departs.
        bool newerDeparts = house != ToneMarkHouseStyle.Any ? house == ToneMarkHouseStyle.Older
            : newer.Count != older.Count ? newer.Count < older.Count
            : newer[0].Start > older[0].Start;
        List<TextSpan> departing = newerDeparts ? newer : older;
        List<TextSpan> usual = newerDeparts ? older : newer;
        Document document = analysis.Document;
        string said = document.Surface(departing[0]);
        string expected = Respelled(said);
        string example = usual.Count == 0 ? expected : document.Surface(usual[0]);
        List<RelatedPlace> related = usual.Count == 0 ? [] : [new(usual[0], new BilingualText("Lối đặt dấu kia", "The other style"))];
        foreach (TextSpan other in departing.Skip(1).Take(MostRelated - 1))
        {
            related.Add(new RelatedPlace(other, new BilingualText("Cũng đặt dấu theo lối kia", "In the other style, too")));
        }

        found.Report(
            departing[0],
            new BilingualText(
                usual.Count == 0 ? $"Lối đặt dấu của nhà xuất bản là “{expected}”: {departing.Count} chữ như “{said}”."
                    : $"Văn bản dùng lẫn hai lối đặt dấu thanh: {usual.Count} chữ như “{example}”, {departing.Count} chữ như “{said}”.",
                usual.Count == 0 ? $"The house style is “{expected}”: {departing.Count} words like “{said}”."
                    : $"The document mixes two styles of setting tone marks: {usual.Count} words like “{example}”, {departing.Count} like “{said}”."),
            expected: expected,
            fix: new TextEdit(departing[0], expected),
            related: [.. related]);
    }

    private static void Collect(DocumentAnalysis analysis, List<TextSpan> newer, List<TextSpan> older)
    {
        string text = analysis.Document.Text;
        int block = -1;
        QuoteDepth quotes = default;
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            if (sentence.Block != block)
            {
                block = sentence.Block;
                quotes.NextBlock();
            }

            BlockKind kind = analysis.Document.Blocks[block].Kind;
            for (int i = sentence.First; i < sentence.End; i++)
            {
                Token token = analysis.Tokens.Tokens[i];
                if (token.IsMark)
                {
                    quotes.Read(text[token.Start]);
                }
                else if (token.IsWord && !quotes.IsQuoted && kind is not (BlockKind.Quotation or BlockKind.Verse) && MayChoose(text[token.End - 1]) && !IsHyphened(text, token)
                    && SyllableGrammar.TryTakeApart(text.AsSpan(token.Start, token.Length), out Syllable syllable))
                {
                    if (syllable.Mark == ToneMark.NewStyle)
                    {
                        newer.Add(token.Span);
                    }
                    else if (syllable.Mark == ToneMark.OldStyle)
                    {
                        older.Add(token.Span);
                    }
                }
            }
        }
    }

    // “Hoà-Khánh”: a name as it was spelled in its time.
    private static bool IsHyphened(string text, Token token) =>
        (token.End + 1 < text.Length && text[token.End] == '-' && char.IsLetter(text[token.End + 1])) || (token.Start > 1 && text[token.Start - 1] == '-' && char.IsLetter(text[token.Start - 2]));

    // Only oa, oe and uy at the end of a syllable may bear the mark on either letter.
    private static bool MayChoose(char last) => Letters.Fold(last) is 'a' or 'e' or 'y';

    /// <summary>The syllable with its mark on the other of its two last letters.</summary>
    private static string Respelled(string word)
    {
        string marked = Letters.FormOf(word);
        string bare = marked[..word.Length];
        char tone = marked[^1];
        bool onLast = char.ToLowerInvariant(word[^1]) != bare[^1];
        int at = word.Length - (onLast ? 2 : 1);
        char[] letters = [.. bare];
        letters[at] = $"{bare[at]}{Combining(tone)}".Normalize()[0];
        for (int i = 0; i < letters.Length; i++)
        {
            letters[i] = char.IsUpper(word[i]) ? char.ToUpperInvariant(letters[i]) : letters[i];
        }

        return new string(letters);
    }

    private static char Combining(char tone) => "\u0300\u0301\u0309\u0303\u0323"[tone - 1];
}
