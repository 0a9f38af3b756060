using System.Buffers;
using System.Text;
using BienNien.Text;

namespace BienNien.Reconciling.Linking;

/// <summary>The forms in which names are compared, from the strictest to the loosest. Each is a function of the one before it.</summary>
internal static class NameForms
{
    /// <summary>Names longer than this are cut: whole sentences that were taken for a title.</summary>
    private const int Longest = 160;

    private static readonly SearchValues<char> _vowels = SearchValues.Create("aeiouy");

    private static readonly (string From, string To)[] _onsets =
        [("ngh", "g"), ("ng", "g"), ("gh", "g"), ("kh", "k"), ("ph", "f"), ("th", "t"), ("tr", "c"), ("ch", "c"), ("gi", "d"), ("nh", "n"), ("qu", "k"), ("c", "k"), ("q", "k"), ("x", "s"), ("r", "d"), ("l", "n")];

    private static readonly (string From, string To)[] _codas = [("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t"), ("p", "t")];

    /// <summary>
    /// Words with all their marks, in small letters; the style of tone marks, signs, white space, and <c>y</c> for a lone <c>i</c> (<c>Sỹ</c>, <c>Sĩ</c>)
    /// make no difference.
    /// </summary>
    internal static string Exact(string name) => Form(name, levelY: true);

    /// <summary>The same, in which <c>Sỹ</c> is not <c>Sĩ</c>: what a reader sees as two spellings.</summary>
    internal static string Written(string name) => Form(name, levelY: false);

    private static string Form(string name, bool levelY)
    {
        StringBuilder form = new(name.Length + 8);
        Span<char> room = stackalloc char[2 * Letters.LongestWord];
        foreach (Range word in Words(name))
        {
            ReadOnlySpan<char> letters = name.AsSpan(word);
            form.Append(form.Length > 0 ? " " : "");
            int start = form.Length;
            form.Append(letters.Length > Letters.LongestWord ? letters : Letters.WriteForm(letters, room));
            int vowel = start + letters.Length - 1;
            if (levelY && IsLoneY(letters.Length > 1 ? form[vowel - 1] : ' ', form[vowel]))
            {
                form[vowel] = 'i';
            }
        }

        return form.ToString();
    }

    /// <summary>Words without marks: what ids are made of, with spaces for hyphens.</summary>
    internal static string Folded(string name)
    {
        StringBuilder form = new(name.Length);
        foreach (Range word in Words(name))
        {
            form.Append(form.Length > 0 ? " " : "").Append(Letters.Fold(name[word]));
        }

        return form.Length > Longest ? form.ToString(0, Longest).TrimEnd() : form.ToString();
    }

    /// <summary>A slug in which <c>y</c> for a lone <c>i</c> makes no difference: for keys.</summary>
    internal static string LevelY(string slug)
    {
        char[] levelled = slug.ToCharArray();
        for (int i = 1; i < levelled.Length; i++)
        {
            if (IsLoneY(levelled[i - 1], levelled[i]) && (i + 1 == levelled.Length || levelled[i + 1] == '-'))
            {
                levelled[i] = 'i';
            }
        }

        return new string(levelled);
    }

    /// <summary>The part of an id that comes of a name.</summary>
    internal static string Slug(string name) => Folded(name) is { Length: > 0 } folded ? folded.Replace(' ', '-') : "-";

    /// <summary>
    /// A folded name with the letters levelled that typists and scanners exchange: <c>tr</c> and <c>ch</c>, <c>s</c> and <c>x</c>, <c>l</c> and <c>n</c>,
    /// <c>i</c> and <c>y</c>, <c>iê</c> and <c>i</c>. An equivalence, so that names do not hang together over chains of slips.
    /// </summary>
    internal static string Skeleton(string folded)
    {
        StringBuilder form = new(folded.Length);
        foreach (string word in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int vowel = word.AsSpan().IndexOfAny(_vowels);
            if (vowel < 0)
            {
                form.Append(word).Append(' ');
                continue;
            }

            // In “gi” and “qu” the vowel letter belongs to the onset when another vowel follows.
            if ((word.StartsWith("gi", StringComparison.Ordinal) || word.StartsWith("qu", StringComparison.Ordinal)) && word.Length > 2 && "aeiouy".Contains(word[2], StringComparison.Ordinal))
            {
                vowel = 2;
            }

            int coda = word.AsSpan().LastIndexOfAny(_vowels) + 1;
            string middle = word[vowel..coda].Replace('y', 'i').Replace("ie", "i", StringComparison.Ordinal).Replace("uo", "u", StringComparison.Ordinal);
            middle = middle switch { "ia" => "i", "ua" => "u", _ => middle };
            form.Append(Level(word[..vowel], _onsets)).Append(middle).Append(Level(word[coda..], _codas)).Append(' ');
        }

        return form.ToString().TrimEnd();
    }

    /// <summary>The folded form of an exact one, in which tone marks stand behind their word as control characters.</summary>
    internal static string Fold(string exact) => string.Concat(Letters.Fold(exact).Where(static letter => letter >= ' '));

    /// <summary>How many words a form has.</summary>
    internal static int Count(string form) => form.Length == 0 ? 0 : form.AsSpan().Count(' ') + 1;

    private static bool IsLoneY(char before, char letter) => letter == 'y' && before is 'h' or 'k' or 'l' or 'm' or 's' or 't' or 'q' or 'v';

    private static string Level(string letters, (string From, string To)[] table)
    {
        foreach ((string from, string to) in table)
        {
            if (letters == from)
            {
                return to;
            }
        }

        return letters;
    }

    private static List<Range> Words(string name)
    {
        List<Range> words = [];
        int start = -1;
        for (int i = 0; i <= name.Length; i++)
        {
            bool inside = i < name.Length && char.IsLetterOrDigit(name[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(start..i);
                start = -1;
            }
        }

        return words;
    }
}
