using System.Collections.Frozen;
using System.Globalization;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reading.Papers;

/// <summary>What words of a type or title say of the kind.</summary>
internal readonly record struct KindWords(PaperKind Kind, double Sure);

/// <summary>The words by which the parts of a form are known, from <c>data/</c>. Immutable.</summary>
internal sealed class PaperLexicon
{
    private readonly PaperPhrases<KindWords> _types = new();
    private readonly PaperPhrases<KindWords> _titles = new();
    private readonly PaperPhrases<KindWords> _lines = new();
    private readonly Dictionary<string, KindWords> _codes = new(StringComparer.Ordinal);
    private readonly List<string[]> _headings = [];
    private readonly List<string[]> _mottoes = [];
    private readonly Dictionary<string, PaperPhrases<bool>> _roles = new(StringComparer.Ordinal);
    private readonly List<(string Form, SigningMode Mode)> _signingForms = [];
    // A title says what a paper is about, too: “Báo cáo tóm tắt: …” on a web page may be no report.
    private const double SureByTitle = 0.95;

    private readonly FrozenSet<string> _committees;
    private readonly FrozenSet<string> _surnames;

    public PaperLexicon()
    {
        AddKinds();
        AddWords();
        foreach (string mark in DataTable.Load("handling-marks").Column("mark"))
        {
            Role("handling").Add(mark, true);
        }

        foreach ((string table, string column) in (ReadOnlySpan<(string, string)>)[("org-heads", "head"), ("orgs-known", "name"), ("issuers", "name")])
        {
            foreach (string name in DataTable.Load(table).Column(column))
            {
                Role("body-head").Add(name, true);
            }
        }

        DataTable heads = DataTable.Load("org-heads");
        (int head, int needs) = (heads.IndexOf("head"), heads.IndexOf("needs"));
        _committees = heads.Rows.Where(row => row[needs] == "tier").Select(row => FormOf(PieceCutter.WordsOf(row[head]))).ToFrozenSet(StringComparer.Ordinal);

        DataTable titles = DataTable.Load("person-titles");
        (int title, int category) = (titles.IndexOf("title"), titles.IndexOf("category"));
        foreach (var row in titles.Rows)
        {
            Role(row[category] is "military" or "learning" ? "rank" : row[category] == "address" ? "address" : "other-title").Add(row[title], true);
        }

        _surnames = DataTable.Load("surnames").Column("surname").Select(Letters.FormOf).ToFrozenSet(StringComparer.Ordinal);
        foreach (string word in DataTable.Load("place-types").Column("word"))
        {
            Role("place-type").Add(word, true);
        }

        DataTable forms = DataTable.Load("signing-forms");
        (int form, int mode) = (forms.IndexOf("form"), forms.IndexOf("mode"));
        foreach (var row in forms.Rows)
        {
            _signingForms.Add((row[form], Enum.Parse<SigningMode>(row[mode])));
        }

        _signingForms.Sort(static (a, b) => b.Form.Length.CompareTo(a.Form.Length));
    }

    /// <summary>Bodies that issue papers, by their first words.</summary>
    public PaperPhrases<bool> Bodies => Role("body-head");

    public PaperPhrases<bool> Handling => Role("handling");

    public PaperPhrases<bool> Urgency => Role("urgency");

    public PaperPhrases<bool> Drafts => Role("draft");

    public PaperPhrases<bool> Subjects => Role("subject");

    public PaperPhrases<bool> Addressees => Role("addressee");

    public PaperPhrases<bool> Recipients => Role("recipients");

    public PaperPhrases<bool> Enclosures => Role("enclosure");

    public PaperPhrases<bool> BodyOpenings => Role("body");

    public PaperPhrases<bool> Signed => Role("signed");

    public PaperPhrases<bool> Annexes => Role("annex");

    public PaperPhrases<bool> Offices => Role("office");

    /// <summary>Words before the name of a place: <c>TỈNH</c>.</summary>
    public PaperPhrases<bool> PlaceTypes => Role("place-type");

    /// <summary>Military ranks and degrees before a name.</summary>
    public PaperPhrases<bool> Ranks => Role("rank");

    /// <summary>Forms of address before a name.</summary>
    public PaperPhrases<bool> Address => Role("address");

    /// <summary>How many words the longest type of paper has that opens at a word.</summary>
    public int TypeAt(PieceWord[] words, int at, out KindWords kind)
    {
        int length = _types.Longest(words, at, out kind);
        if (length == 0 && at == 0 && _lines.Longest(words, 0, out KindWords whole) is var alone && alone > 0 && alone == words.Length)
        {
            (length, kind) = (alone, whole);
        }

        return length;
    }

    /// <summary>How many words of a line name its type: those of a type, or all of a line in capitals that names what titles name.</summary>
    public int TypeOf(PaperPiece piece, string text, out KindWords kind)
    {
        int length = TypeAt(piece.Words, 0, out kind);
        return length > 0 || !piece.IsCapitals(text) ? length : _titles.Longest(piece.Words, 0, out kind) == piece.Words.Length ? piece.Words.Length : 0;
    }

    /// <summary>What a line of a title says of the kind of a paper without a form.</summary>
    public KindWords KindOfTitle(PieceWord[] words)
    {
        KindWords found = default;
        if (_lines.Longest(words, 0, out KindWords line) == words.Length)
        {
            found = line;
        }

        foreach (PaperPhrases<KindWords> table in (ReadOnlySpan<PaperPhrases<KindWords>>)[_titles, _types])
        {
            if (table.Longest(words, 0, out KindWords kind) > 0 && kind.Sure > found.Sure)
            {
                found = kind;
            }
        }

        return found with { Sure = Math.Min(found.Sure, SureByTitle) };
    }

    /// <summary>Whether a word is a surname.</summary>
    public bool IsSurname(PieceWord word) => _surnames.Contains(word.Form);

    /// <summary>The kind that a symbol's first letters name (<c>NQ</c>).</summary>
    public bool TryCode(string code, out KindWords kind) => _codes.TryGetValue(code, out kind);

    /// <summary>Whether words are a committee that the next line must name further (<c>BAN CHẤP HÀNH</c>).</summary>
    public bool IsCommitteeAlone(PieceWord[] words) => _committees.Contains(FormOf(words));

    /// <summary>Finds the quốc hiệu or the Party's heading among words, damaged by a scan or not.</summary>
    /// <returns>The first word and how many; a length of 0 when there is none.</returns>
    public (int First, int Length) HeadingIn(PieceWord[] words) => Within(_headings, words);

    /// <summary>Finds a tiêu ngữ among words, damaged by a scan or not.</summary>
    public (int First, int Length) MottoIn(PieceWord[] words) => Within(_mottoes, words);

    /// <summary>The letters that say in what right somebody signs, when a piece opens with them.</summary>
    /// <returns>UTF-16 code units of the letters; 0 when it does not.</returns>
    public int SigningFormAt(ReadOnlySpan<char> piece, out SigningMode mode)
    {
        foreach ((string form, SigningMode meant) in _signingForms)
        {
            if (!piece.StartsWith(form, form.Contains(' ', StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                continue;
            }

            int end = form.Length;
            bool ends = !char.IsLetterOrDigit(form[^1]) || end == piece.Length || !char.IsLetterOrDigit(piece[end]);
            ReadOnlySpan<char> rest = piece[end..].TrimStart(" .:-");
            if (ends && (rest.IsEmpty || char.IsUpper(rest[0])))
            {
                mode = meant;
                return end;
            }
        }

        mode = default;
        return 0;
    }

    private static string FormOf(PieceWord[] words) => string.Join(' ', words.Select(static word => word.Form));

    private void AddKinds()
    {
        DataTable kinds = DataTable.Load("paper-kinds");
        (int words, int kind, int where, int sure) = (kinds.IndexOf("words"), kinds.IndexOf("kind"), kinds.IndexOf("where"), kinds.IndexOf("sure"));
        Dictionary<string, KindWords> byType = new(StringComparer.Ordinal);
        foreach (var row in kinds.Rows)
        {
            KindWords meant = new(Enum.Parse<PaperKind>(row[kind]), double.Parse(row[sure], CultureInfo.InvariantCulture));
            (row[where] switch { "type" => _types, "title" => _titles, _ => _lines }).Add(row[words], meant);
            byType.TryAdd(row[words], meant);
        }

        DataTable types = DataTable.Load("paper-types");
        (int type, int code) = (types.IndexOf("type"), types.IndexOf("code"));
        foreach (var row in types.Rows)
        {
            if (row[code].Length > 0 && byType.TryGetValue(row[type], out KindWords meant))
            {
                _codes.TryAdd(row[code], meant with { Sure = 0.8 });
            }
        }
    }

    private void AddWords()
    {
        DataTable table = DataTable.Load("paper-words");
        (int words, int role) = (table.IndexOf("words"), table.IndexOf("role"));
        foreach (var row in table.Rows)
        {
            switch (row[role])
            {
                case "nation" or "party":
                    _headings.Add(Folded(row[words]));
                    break;
                case "motto":
                    _mottoes.Add(Folded(row[words]));
                    break;
                default:
                    Role(row[role]).Add(row[words], true);
                    break;
            }
        }

        _headings.Sort(static (a, b) => b.Length.CompareTo(a.Length));
        _mottoes.Sort(static (a, b) => b.Length.CompareTo(a.Length));
    }

    private PaperPhrases<bool> Role(string name)
    {
        if (!_roles.TryGetValue(name, out PaperPhrases<bool>? phrases))
        {
            _roles.Add(name, phrases = new PaperPhrases<bool>());
        }

        return phrases;
    }

    private static string[] Folded(string words) => [.. PieceCutter.WordsOf(words).Select(static word => Fold(word.Form))];

    // Without marks, since scans lose those first. The tones stand behind the letters of a form.
    private static string Fold(string form) => Letters.Fold(form).TrimEnd('\u0001', '\u0002', '\u0003', '\u0004', '\u0005');

    // A heading that a scan has damaged keeps at least three of four of its words in their places.
    private static (int First, int Length) Within(List<string[]> phrases, PieceWord[] words)
    {
        if (words.Length is < 3 or > 60)
        {
            return default;
        }

        string[] folded = [.. words.Select(static word => Fold(word.Form))];
        foreach (string[] phrase in phrases)
        {
            int least = phrase.Length <= 4 ? phrase.Length : (int)Math.Ceiling(phrase.Length * 0.75);
            for (int at = 0; at + phrase.Length <= folded.Length; at++)
            {
                int same = 0;
                for (int i = 0; i < phrase.Length; i++)
                {
                    same += phrase[i] == folded[at + i] ? 1 : 0;
                }

                if (same >= least)
                {
                    return (at, phrase.Length);
                }
            }
        }

        return default;
    }
}
