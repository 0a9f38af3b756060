using System.Collections.Frozen;
using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Knowledge;
using BienNien.Reconciling;
using BienNien.Reconciling.Linking;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>Names of persons and places that differ by a slip: another mark, a letter that sounds alike. Immutable, safe to share.</summary>
/// <remarks>Two people may well have such names; nothing is told of names that stand in one sentence or in one list, nor of kin.</remarks>
internal sealed class PersonSpellings
{
    // An item that begins with a name is one of a list of names.
    private const int NameAtStart = 16;

    private static readonly FrozenDictionary<string, string> _alike = DataTable.Load("sound-alikes").Column("spellings").Select(static row => row.Split(' '))
        .SelectMany(static spellings => spellings.Select(spelling => (spelling, spellings[0]))).ToFrozenDictionary(static pair => pair.spelling, static pair => pair.Item2, StringComparer.Ordinal);

    private readonly WordSet _kin;
    private readonly WordSet _introduces;

    public PersonSpellings(Vocabulary.Builder words)
    {
        // “ở bệnh xá bên có y sĩ Trần Đình Hóa”: somebody new.
        _introduces = words.AddSet("có", "là");
        _kin = words.AddSet("em", "anh", "chị", "con", "cháu", "ruột", "họ", "vợ", "chồng", "cha", "bố", "mẹ", "đôi", "khác", "trùng");
    }

    /// <summary>The slips of a document.</summary>
    public void Find(DocumentAnalysis analysis, List<NameSlip> found)
    {
        List<Spelling> spellings = Collect(analysis);
        for (int i = 0; i < spellings.Count; i++)
        {
            for (int k = 0; k < spellings.Count; k++)
            {
                if (i != k && spellings[i].Kind == spellings[k].Kind && IsUsual(spellings[i], spellings[k]) && IsSlip(spellings[i], spellings[k])
                    && MayBeOne(analysis, spellings[i], spellings[k]))
                {
                    foreach (TextSpan span in spellings[k].Spans)
                    {
                        found.Add(new NameSlip(span, spellings[i].Name, spellings[i].Spans[0], DiagnosticConfidence.Likely));
                    }
                }
            }
        }
    }

    private static List<Spelling> Collect(DocumentAnalysis analysis)
    {
        Dictionary<(MentionKind, string), Spelling> spellings = [];
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Kind is not (MentionKind.Person or MentionKind.Place))
            {
                continue;
            }

            string name = analysis.Document.WordsAt(mention.Span);
            name = mention.Kind == MentionKind.Place ? BareNames.Of(name) : name;
            if (!name.Contains(' ', StringComparison.Ordinal) || !name.Any(char.IsLower))
            {
                continue;
            }

            (MentionKind, string) key = (mention.Kind, NameForms.Written(name));
            if (!spellings.TryGetValue(key, out Spelling? spelling))
            {
                spellings.Add(key, spelling = new Spelling(mention.Kind, name, []));
            }

            int length = Math.Min(name.Length, mention.Span.Length);
            spelling.Spans.Add(mention.Kind == MentionKind.Place ? new TextSpan(mention.Span.End - length, length) : mention.Span);
        }

        return [.. spellings.Values];
    }

    // More often, or as often and earlier.
    private static bool IsUsual(Spelling usual, Spelling other) => other.Kind == MentionKind.Place
        ? other.Spans.Count == 1 && usual.Spans.Count > 1
        : other.Spans.Count <= 2 && (usual.Spans.Count > other.Spans.Count || (usual.Spans.Count == other.Spans.Count && other.Spans.Count == 1 && usual.Spans[0].Start < other.Spans[0].Start
            && usual.Name.Count(static c => c == ' ') > 1 && (Letters.Fold(usual.Name) == Letters.Fold(other.Name) || Sounds(Letters.Fold(usual.Name)) == Sounds(Letters.Fold(other.Name)))));

    private static bool IsSlip(Spelling usual, Spelling other)
    {
        string one = Letters.Fold(usual.Name);
        string two = Letters.Fold(other.Name);
        if (usual.Kind == MentionKind.Person)
        {
            return NameSpelling.IsSlip(usual.Name, other.Name) || (one != two && Sounds(one) == Sounds(two));
        }

        // Communes of one district bear names like Tân Hòa and Tân Hóa: of places only letters that sound alike tell a slip.
        return one != two && Sounds(one) == Sounds(two);
    }

    // “Dong”, “Giong”; “Lý”, “Lí”; “Plei”, “Plây”.
    private static string Sounds(string folded) => string.Join(' ', folded.Split(' ').Select(static word =>
        NameForms.Skeleton(word.StartsWith("gi", StringComparison.Ordinal) && word.Length > 2 && "aeou".Contains(word[2], StringComparison.Ordinal) ? "d" + word[2..]
            : _alike.GetValueOrDefault(word, word))));

    private bool MayBeOne(DocumentAnalysis analysis, Spelling usual, Spelling other)
    {
        foreach (TextSpan span in other.Spans)
        {
            int token = analysis.Tokens.TokenAt(span.Start);
            SentenceRange sentence = analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(token)];
            Block block = analysis.Document.Blocks[sentence.Block];
            bool listed = block.Kind is BlockKind.TableCell || (block.Kind is BlockKind.ListItem && span.Start - block.Span.Start < block.Label.Length + NameAtStart);
            foreach (TextSpan place in usual.Spans)
            {
                int there = analysis.Tokens.SentenceOfToken(analysis.Tokens.TokenAt(place.Start));
                if (there == analysis.Tokens.SentenceOfToken(token) || (listed && analysis.Document.Blocks[analysis.Tokens.Sentences[there].Block].Kind == block.Kind))
                {
                    return false;
                }
            }

            if (usual.Kind == MentionKind.Person && SpeaksOfBoth(analysis, sentence, span, usual.Name[(usual.Name.LastIndexOf(' ') + 1)..]))
            {
                return false;
            }
        }

        return true;
    }

    // “Lê Văn Hóa, em ruột ông Hòa”: a word of kin, or the other's given name, stands in the sentence.
    private bool SpeaksOfBoth(DocumentAnalysis analysis, SentenceRange sentence, TextSpan span, string given)
    {
        string text = analysis.Document.Text;
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        for (int i = sentence.First; i < sentence.End; i++)
        {
            Token token = tokens[i];
            if (span.Start <= token.Start && token.End <= span.End)
            {
                continue;
            }

            // “anh Lí Tự Trọng”: right before the name it is a title.
            int before = analysis.Tokens.TokenAt(span.Start) - i;
            if ((_kin.Contains(token) && !token.Capitalised && before != 1 && Math.Abs(before) < 9) || (_introduces.Contains(token) && before is > 1 and < 4)
                || (token.Capitalised && text.AsSpan(token.Start, token.Length).Equals(given, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Spelling(MentionKind Kind, string Name, List<TextSpan> Spans);
}
