using System.Text;
using BienNien.Text;
using FsCheck.Fluent;

namespace BienNien.Tests.Properties;

/// <summary>What must hold of documents, tokens, maps and lexicons whatever the text.</summary>
public sealed class TextProperties(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly string[] _vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"];

    [Fact]
    public void Tokens_hold_every_letter_and_digit_of_the_text_once_and_in_order() => Seeded.Check(Texts.Documents, 300, text =>
    {
        Document document = EngineFixture.Read(text);
        TokenizedDocument tokens = fixture.Engine.Finder.Lexer.Tokenize(document);
        StringBuilder covered = new();
        int end = 0;
        foreach (Token token in tokens.Tokens)
        {
            if (token.Start < end)
            {
                return false;
            }

            end = token.End;
            covered.Append(document.Surface(token.Span));
        }

        return Kept(covered.ToString()) == Kept(string.Concat(document.Blocks.Where(static block => block.Kind.IsSaid())
            .SelectMany(static block => block.Parts).Order().Select(document.Surface)));
    });

    [Fact]
    public void Sentences_hold_every_token_once() => Seeded.Check(Texts.Documents, 300, text =>
    {
        TokenizedDocument document = fixture.Engine.Finder.Lexer.Tokenize(EngineFixture.Read(text));
        int next = 0;
        foreach (SentenceRange range in document.Sentences)
        {
            if (range.First != next || range.End <= range.First)
            {
                return false;
            }

            next = range.End;
        }

        return next == document.Tokens.Length;
    });

    [Fact]
    public void Maps_ascend_and_lead_each_letter_back_to_itself() => Seeded.Check(Texts.Documents, 300, text =>
    {
        string source = text.Normalize(NormalizationForm.FormD);
        Document document = EngineFixture.Read(source);
        int last = 0;
        for (int i = 0; i < document.Text.Length; i++)
        {
            int at = document.SourceMap.ToSource(i);
            string letter = document.Text[i].ToString().Normalize(NormalizationForm.FormD);
            if (at < last || (!char.IsSurrogate(document.Text[i]) && string.CompareOrdinal(source, at, letter, 0, letter.Length) != 0))
            {
                return false;
            }

            last = at;
        }

        return true;
    });

    [Fact]
    public void The_place_of_the_tone_mark_in_a_pair_of_vowels_does_not_matter() =>
        Seeded.Check(
            from first in Gen.Elements("o", "u")
            from second in Gen.Elements(_vowels)
            from tone in Gen.Elements('\u0300', '\u0301', '\u0303', '\u0309', '\u0323')
            from onset in Gen.Elements("", "h", "ng", "th", "kh", "q")
            select (Old: (onset + first + tone + second).Normalize(), New: (onset + first + second + tone).Normalize(), Plain: onset + first + second),
            500,
            static pair => Letters.FormOf(pair.Old) == Letters.FormOf(pair.New) && Letters.FormOf(pair.Old) != Letters.FormOf(pair.Plain));

    [Fact]
    public void Folding_keeps_places_and_folds_no_further_the_second_time() => Seeded.Check(Texts.Documents, 300, static text =>
    {
        string composed = text.Normalize();
        string folded = Letters.Fold(composed);
        return folded.Length == composed.Length && Letters.Fold(folded) == folded && Letters.Fold(text.Normalize(NormalizationForm.FormD)) == folded;
    });

    [Fact]
    public void A_table_of_phrases_answers_as_a_search_through_the_list_does() =>
        Seeded.Check(
            from phrases in Gen.Elements("a", "b", "c", "d").ListOf(3).Select(static words => string.Join(' ', words.Distinct())).ListOf(6)
            from text in Gen.Elements("a", "b", "c", "d", "e").ListOf(12)
            select (phrases, text: string.Join(' ', text)),
            400,
            static sample =>
            {
                Vocabulary.Builder words = new();
                PhraseTable<string>.Builder table = new();
                foreach (string phrase in sample.phrases)
                {
                    table.Add(words.AddPhrase(phrase).AsSpan(), phrase);
                }

                PhraseTable<string> phrases = table.Build();
                TokenizedDocument document = new Lexer(words.Build(), new WordSet([]), new WordSet([])).Tokenize(EngineFixture.Read(sample.text));
                string[] letters = sample.text.Split(' ');
                for (int at = 0; at < letters.Length; at++)
                {
                    string rest = string.Join(' ', letters[at..]) + " ";
                    string? longest = sample.phrases.Where(phrase => rest.StartsWith(phrase + " ", StringComparison.Ordinal)).MaxBy(static phrase => phrase.Length);
                    int length = phrases.Longest(document.SentenceAt(0), at, out string? found);
                    if (found != longest || length != (longest?.Split(' ').Length ?? 0))
                    {
                        return false;
                    }
                }

                return true;
            });

    private static string Kept(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
