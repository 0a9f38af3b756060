using System.Collections.Frozen;
using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Places;
using BienNien.Knowledge;
using BienNien.Reconciling;
using BienNien.Reconciling.Linking;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>Names of persons, places and bodies that differ by a slip: another mark, a letter that sounds alike. Immutable, safe to share.</summary>
/// <remarks>Two people may well have such names; nothing is told of names that stand in one sentence or in one list, nor of kin.</remarks>
internal sealed class SlippedNames
{
    // An item that begins with a name is one of a list of names.
    private const int NameAtStart = 16;

    // “…, em ruột ông”, “… là anh”
    private const int KinReach = 2;

    // Names of three syllables and more resemble each other less by chance.
    private const int LeastLongName = 3;
    private const int LeastUsual = 2;
    private const int LeastOpening = 3;

    private static readonly FrozenDictionary<string, string> _alike = DataTable.Load("sound-alikes").Column("spellings").Select(static row => row.Split(' '))
        .SelectMany(static spellings => spellings.Select(spelling => (spelling, spellings[0]))).ToFrozenDictionary(static pair => pair.spelling, static pair => pair.Item2, StringComparer.Ordinal);

    private readonly WordSet _kin;
    private readonly WordSet _introduces;

    public SlippedNames(Vocabulary.Builder words)
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
                // Of the many pairs nearly all differ in more than one syllable: that costs no allocation.
                if (i != k && IsOneSyllableApart(spellings[i].Folded, spellings[k].Folded)
                    && ((spellings[i].Kind == spellings[k].Kind && IsSlip(spellings[i], spellings[k]) && IsUsual(analysis.Document.Text, spellings[i], spellings[k])) || IsNamesake(spellings[i], spellings[k]))
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

    // What stands between the letters that both begin and end with is a part of one syllable.
    private static bool IsOneSyllableApart(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        int same = one.CommonPrefixLength(other);
        int left = one.Length;
        int right = other.Length;
        while (left > same && right > same && one[left - 1] == other[right - 1])
        {
            left--;
            right--;
        }

        return !one[same..left].Contains(' ') && !other[same..right].Contains(' ');
    }

    private static List<Spelling> Collect(DocumentAnalysis analysis)
    {
        Dictionary<(MentionKind, string), Spelling> spellings = [];
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Kind is not (MentionKind.Person or MentionKind.Place or MentionKind.Organisation))
            {
                continue;
            }

            string whole = analysis.Document.WordsAt(mention.Span);
            string name = mention.Kind switch { MentionKind.Place => BareNames.Of(whole), MentionKind.Organisation => OwnName(whole), _ => whole };
            if (!name.Contains(' ', StringComparison.Ordinal) || !name.Any(char.IsLower))
            {
                continue;
            }

            (MentionKind, string) key = (mention.Kind, NameForms.Written(name));
            if (!spellings.TryGetValue(key, out Spelling? spelling))
            {
                spellings.Add(key, spelling = new Spelling(mention.Kind, name, Letters.Fold(name), SiteOf(mention, whole, name), []));
            }

            int length = Math.Min(name.Length, mention.Span.Length);
            spelling.Spans.Add(mention.Kind != MentionKind.Person ? new TextSpan(mention.Span.End - length, length) : mention.Span);
        }

        return [.. spellings.Values];
    }

    // More often, or as often and earlier.
    private static bool IsUsual(string text, Spelling usual, Spelling other) => other.Kind != MentionKind.Person
        ? other.Spans.Count == 1 && (usual.Spans.Count > 1 || (usual.Site is not null && Occurrences(text, usual.Name) >= LeastUsual && Occurrences(text, other.Name) == 1)
            || IsLongVariant(text, usual.Name, other.Name))
        : other.Spans.Count <= 2 && (usual.Spans.Count > other.Spans.Count || (usual.Spans.Count == other.Spans.Count && other.Spans.Count == 1 && usual.Spans[0].Start < other.Spans[0].Start
            && usual.Name.Count(static c => c == ' ') > 1 && (usual.Folded == other.Folded || Sounds(usual.Folded) == Sounds(other.Folded))));

    private static bool IsSlip(Spelling usual, Spelling other)
    {
        (string one, string two) = (usual.Folded, other.Folded);
        if (usual.Kind == MentionKind.Person)
        {
            return (NameSpelling.IsSlip(usual.Name, other.Name) && !IsOtherGivenName(one, two)) || (one != two && Sounds(one) == Sounds(two));
        }

        // Communes of one district bear names like Tân Hòa and Tân Hóa: of places only letters that sound alike tell a slip. Of pagodas a mark does.
        return one == two ? usual.Site is not null && usual.Site == other.Site : Sounds(one) == Sounds(two) || (usual.Kind == MentionKind.Place && IsOneLetterOff(usual.Name, other.Name));
    }

    // “Thạnh Khê Hạ” where Thạch Khê is spoken of again and again: three syllables, of which one has a letter other.
    private static bool IsLongVariant(string text, string usual, string other) =>
        IsOneLetterOff(usual, other) && Occurrences(text, Opening(usual)) >= LeastOpening && Occurrences(text, Opening(other)) == 1;

    private static bool IsOneLetterOff(string usual, string other) =>
        usual.AsSpan().Count(' ') >= LeastLongName - 1 && NameSpelling.IsSlip(usual, other) && Opening(usual) != Opening(other) && char.ToLowerInvariant(usual[0]) == char.ToLowerInvariant(other[0]);

    // A name without its last syllable.
    private static string Opening(string name) => name[..name.LastIndexOf(' ')];

    private static int Occurrences(string text, string name)
    {
        int found = 0;
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            found += at + name.Length == text.Length || !char.IsLetter(text[at + name.Length]) ? 1 : 0;
        }

        return found;
    }

    // “Hợp tác xã Hồng Tiến”: the words with capitals at the end.
    private static string OwnName(string whole)
    {
        string[] words = whole.Split(' ');
        int first = words.Length;
        while (first > 1 && char.IsUpper(words[first - 1][0]))
        {
            first--;
        }

        return string.Join(' ', words[first..]);
    }

    // “đền thờ Nguyễn Bắc” where the text tells of Nguyễn Bặc.
    private static bool IsNamesake(Spelling person, Spelling site) =>
        person.Kind == MentionKind.Person && site is { Kind: MentionKind.Place, Site: not null, Spans.Count: 1 } && person.Spans.Count > 1
        && person.Folded == site.Folded && NameForms.Written(person.Name) != NameForms.Written(site.Name);

    // The words before the name of a building, a monument, a street.
    private static string? SiteOf(Mention mention, string whole, string name) =>
        (mention.Kind == MentionKind.Organisation || mention.Value is PlaceValue { Level: "site" or "street" }) && whole.Length > name.Length ? Letters.Fold(whole[..^name.Length]).Trim() : null;

    // “Uyển”, “Tuyển”: a consonant before the given name makes another name.
    private static bool IsOtherGivenName(string one, string two)
    {
        ReadOnlySpan<char> left = one.AsSpan(one.LastIndexOf(' ') + 1);
        ReadOnlySpan<char> right = two.AsSpan(two.LastIndexOf(' ') + 1);
        return left.Length != right.Length && left[0] != right[0];
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

            // “anh Lí Tự Trọng”: right before the name it is a title; behind it the kin of somebody else follows soon.
            int before = analysis.Tokens.TokenAt(span.Start) - i;
            int behind = i - analysis.Tokens.TokenAt(span.End - 1);
            if ((_kin.Contains(token) && !token.Capitalised && before is not (1 or > 8) && behind <= KinReach) || (_introduces.Contains(token) && before is > 1 and < 4)
                || (token.Capitalised && text.AsSpan(token.Start, token.Length).Equals(given, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Spelling(MentionKind Kind, string Name, string Folded, string? Site, List<TextSpan> Spans);
}
