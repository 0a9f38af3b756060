using System.Buffers;
using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading.Papers;

/// <summary>What a piece of the head of a paper is by itself.</summary>
internal enum HeadRole
{
    Other,
    Rule,
    Heading,
    Motto,
    Number,
    Date,
    Handling,
    Urgency,
    Draft,
    Subject,
    Addressee,
    Type,
}

/// <summary>Reads the head of one paper: all that stands before its body.</summary>
internal sealed class PaperHead
{
    private const int LongestTitle = 600;
    private const int LongestHeadLine = 150;
    private const int MostTitleLines = 8;
    private const int MostBodyLines = 3;

    private const int LeastSentence = 60;

    // Without the quốc hiệu a form must show itself at once.
    private const int FirstLines = 8;

    private static readonly SearchValues<char> _between = SearchValues.Create(" \t\r\n\f\u00A0*");

    private readonly string _text;
    private readonly PaperLexicon _lexicon;
    private readonly PieceCutter _cutter;
    private readonly List<(PaperPiece Piece, HeadRole Role)> _pieces = [];
    private readonly Dictionary<int, PaperNumber> _numbers = [];
    private readonly Dictionary<int, PaperDate> _dates = [];
    private int _type = -1;
    private KindWords _typeKind;

    public PaperHead(Document document, PaperLexicon lexicon, PieceCutter cutter, List<PaperPiece> pieces)
    {
        _text = document.Text;
        _lexicon = lexicon;
        _cutter = cutter;
        foreach (PaperPiece piece in pieces)
        {
            Add(piece);
        }
    }

    /// <summary>Whether the quốc hiệu or the Party's heading stands in it.</summary>
    public bool HasHeading { get; private set; }

    /// <summary>Where the body begins: one past the last character of the head.</summary>
    public int End { get; private set; }

    /// <summary>Reads the head.</summary>
    public PaperHeader Read()
    {
        int bound = Bound();
        int heading = _pieces.FindIndex(0, bound, static entry => entry.Role == HeadRole.Heading);
        HasHeading = heading >= 0;
        _type = FindType(bound, Math.Max(heading, 0));
        int number = Find(HeadRole.Number, bound);
        int date = Find(HeadRole.Date, bound);
        int subject = Find(HeadRole.Subject, bound);
        int addressee = Find(HeadRole.Addressee, bound);
        bool numbered = number >= 0 && _numbers[number].Symbol is not null && (HasHeading || number < FirstLines);
        number = numbered || HasHeading ? number : -1;
        int bodyEnd = First(bound, _type, subject, addressee);
        ImmutableArray<PaperPart<string>> bodies = HasHeading || numbered || LooksIssued(bodyEnd, date) ? Bodies(bodyEnd, HasHeading) : [];
        bool hasForm = HasHeading || (numbered && (bodies.Length > 0 || _type >= 0 || date >= 0)) || (bodies.Length > 0 && (_type >= 0 || date >= 0));
        if (!hasForm)
        {
            return Formless(bound);
        }

        PaperPart<string>? type = _type >= 0 ? TypePart(out int afterType) : null;
        int last = Math.Max(Math.Max(heading, _type), Math.Max(number, Math.Max(date, subject)));
        PaperPart<string>? title = null;
        PaperPart<string>? enclosure = null;
        if (_type >= 0)
        {
            title = TitleAfter(_type, bound, ref last, out enclosure);
            SharpenKind(type!, title);
        }
        else if (subject >= 0 || addressee >= 0)
        {
            title = subject >= 0 ? SubjectAt(subject, bound, ref last) : null;
        }

        number = number < 0 && _numbers.ContainsKey(_type) ? _type : number;
        if (addressee < 0 && _typeKind.Kind == PaperKind.Telegram)
        {
            addressee = TelegramAddressee(last);
        }

        ImmutableArray<PaperPart<string>> addressees = addressee >= 0 ? AddresseesAt(addressee, ref last) : [];
        if (date < 0)
        {
            date = Find(HeadRole.Date, Math.Min(_pieces.Count, last + 3));
        }

        PaperNumber paperNumber = number >= 0 ? _numbers[number] : default;
        PaperDate? issued = date >= 0 ? _dates[date] : null;
        (PaperKind kind, double sure) = KindOf(paperNumber, subject >= 0 || addressee >= 0);
        End = _pieces.Count == 0 ? 0 : _pieces[Math.Clamp(Math.Max(last, date), 0, _pieces.Count - 1)].Piece.End;
        return new PaperHeader
        {
            Kind = kind,
            KindConfidence = sure,
            Issuer = bodies.Length > 0 ? bodies[^1] : null,
            Above = bodies.Length > 1 ? bodies[^2] : null,
            Reference = ReferenceOf(paperNumber),
            Number = PartOf(paperNumber.Number),
            Symbol = PartOf(paperNumber.Symbol),
            Place = PartOf(issued?.Place),
            Date = issued is { } day ? new PaperPart<string>(day.Edtf, [day.Date]) : null,
            Type = type,
            Title = title,
            Enclosure = enclosure,
            Addressees = addressees,
            Handling = MarkOf(HeadRole.Handling, _pieces.Count),
            Urgency = MarkOf(HeadRole.Urgency, last + 3),
        };
    }

    /// <summary>The words of pieces on one line, as a reader sees them.</summary>
    public static PaperPart<string> Part(string text, params ReadOnlySpan<TextSpan> spans)
    {
        System.Text.StringBuilder words = new();
        foreach (TextSpan span in spans)
        {
            foreach (char c in text.AsSpan(span.Start, span.Length))
            {
                if (char.IsWhiteSpace(c))
                {
                    if (words.Length > 0 && words[^1] != ' ')
                    {
                        words.Append(' ');
                    }
                }
                else if (c != '*')
                {
                    words.Append(c);
                }
            }

            if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return new PaperPart<string>(words.ToString().Trim(), Joined(text, spans));
    }

    // Pieces with nothing but white space between them are one.
    private static ImmutableArray<TextSpan> Joined(string text, ReadOnlySpan<TextSpan> spans)
    {
        ImmutableArray<TextSpan>.Builder parts = ImmutableArray.CreateBuilder<TextSpan>(spans.Length);
        foreach (TextSpan span in spans)
        {
            if (parts.Count > 0 && text.AsSpan(parts[^1].End, Math.Max(0, span.Start - parts[^1].End)).IndexOfAnyExcept(_between) < 0)
            {
                parts[^1] = TextSpan.Between(parts[^1].Start, span.End);
            }
            else
            {
                parts.Add(span);
            }
        }

        return parts.ToImmutable();
    }

    // A line may hold what should stand apart: a scan writes both columns with one space between.
    private void Add(PaperPiece piece)
    {
        if (piece.IsRule)
        {
            _pieces.Add((piece, HeadRole.Rule));
            return;
        }

        bool seen = _pieces.Exists(static entry => entry.Role == HeadRole.Heading);
        if (piece.Length <= LongestHeadLine && (_lexicon.HeadingIn(piece.Words) is { Length: > 0 } heading && !(seen && heading.Length < piece.Words.Length)))
        {
            AddCut(piece, heading.First, heading.Length, HeadRole.Heading);
            return;
        }

        if (piece.Length <= LongestHeadLine && _lexicon.MottoIn(piece.Words) is { Length: > 0 } motto
            && (motto.Length > 3 || motto.Length == piece.Words.Length))
        {
            AddCut(piece, motto.First, motto.Length, HeadRole.Motto);
            return;
        }

        PaperNumber number = piece.Words.Length > 0 ? PaperNumbers.NumberAt(_text, piece.Words, 0, piece.End) : default;
        if (!number.IsEmpty && (number.Symbol is not null || IsShort(piece)))
        {
            PaperPiece own = piece with { End = number.End };
            _numbers.Add(_pieces.Count, number);
            _pieces.Add((own, HeadRole.Number));
            PaperPiece rest = _cutter.Part(piece, SkipMarks(number.End, piece.End), piece.End);
            if (rest.Words.Length > 0)
            {
                Add(rest);
            }

            return;
        }

        if (PaperNumbers.DateOf(_text, piece) is { } date)
        {
            _dates.Add(_pieces.Count, date);
            _pieces.Add((piece, HeadRole.Date));
            return;
        }

        _pieces.Add((piece, RoleOf(piece)));
    }

    private static bool IsShort(PaperPiece piece) => piece.Words.Length <= 2;

    private int SkipMarks(int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(_text[start]) || _text[start] is ',' or '.' or ';' or ':' or '-' or '–'))
        {
            start++;
        }

        return start;
    }

    private void AddCut(PaperPiece piece, int first, int count, HeadRole role)
    {
        if (first > 0)
        {
            Add(_cutter.Part(piece, piece.Start, piece.Words[first].Start));
        }

        int end = piece.Words[first + count - 1].End;
        _pieces.Add((piece with { Start = piece.Words[first].Start, End = end, Words = piece.Words[first..(first + count)] }, role));
        if (first + count < piece.Words.Length)
        {
            Add(_cutter.Part(piece, piece.Words[first + count].Start, piece.End));
        }
    }

    private HeadRole RoleOf(PaperPiece piece) =>
        _lexicon.Handling.IsWhole(piece) ? HeadRole.Handling
        : _lexicon.Urgency.IsWhole(piece) && piece.IsCapitals(_text) ? HeadRole.Urgency
        : _lexicon.Drafts.Opens(piece) && piece.Words.Length <= 5 ? HeadRole.Draft
        : _lexicon.Addressees.Opens(piece) ? HeadRole.Addressee
        : _lexicon.Subjects.Opens(piece) && piece.Length <= LongestHeadLine ? HeadRole.Subject
        : _lexicon.TypeOf(piece, _text, out _) is var length && length > 0 && StandsAsType(piece, length) ? HeadRole.Type
        : HeadRole.Other;

    // A type stands in capitals, or alone on its line. “Báo cáo viên huyện dự họp.” is neither.
    private bool StandsAsType(PaperPiece piece, int length)
    {
        ReadOnlySpan<char> words = _text.AsSpan(piece.Start, piece.Words[length - 1].End - piece.Start);
        bool capitals = words.IndexOfAnyInRange('a', 'z') < 0 && words.ToString().Equals(words.ToString().ToUpperInvariant(), StringComparison.Ordinal);
        return capitals || (length == piece.Words.Length && char.IsUpper(words[0]) && piece.Kind != BlockKind.ListItem);
    }

    // The head ends where prose begins: nothing of a form stands behind it but the signature.
    private int Bound()
    {
        bool formed = false;
        for (int i = 0; i < _pieces.Count; i++)
        {
            (PaperPiece piece, HeadRole role) = _pieces[i];
            formed |= role is HeadRole.Heading or HeadRole.Number or HeadRole.Date or HeadRole.Type;
            if (!formed && role == HeadRole.Other && IsSentence(piece))
            {
                // A story that quotes a paper further down is not that paper.
                return i;
            }

            bool prose = role is HeadRole.Other && (piece.Length > 240 || (piece.BlockLength > 300 && piece.Kind is BlockKind.Paragraph or BlockKind.ListItem));
            bool opens = i > 0 && role == HeadRole.Other && _lexicon.BodyOpenings.Opens(piece) && !piece.IsCapitals(_text) && _text[piece.End - 1] is ';' or ':' or '.';
            if (prose || opens)
            {
                return i;
            }
        }

        return _pieces.Count;
    }

    private bool IsSentence(PaperPiece piece) =>
        piece.Length >= LeastSentence && _text[piece.End - 1] is '.' or ':' or '!' or '?' or '…' or '”' && !piece.IsCapitals(_text);

    private int Find(HeadRole role, int bound) => _pieces.FindIndex(0, bound, entry => entry.Role == role);

    private static int First(int otherwise, params ReadOnlySpan<int> places)
    {
        int first = otherwise;
        foreach (int place in places)
        {
            first = place >= 0 && place < first ? place : first;
        }

        return first;
    }

    private int FindType(int bound, int from)
    {
        for (int i = from; i < bound; i++)
        {
            // The enacting word of a decision (“QUYẾT ĐỊNH:”) is no type of its own, but the first is.
            if (_pieces[i].Role == HeadRole.Type)
            {
                _lexicon.TypeOf(_pieces[i].Piece, _text, out _typeKind);
                return i;
            }

            if (_pieces[i].Role == HeadRole.Addressee)
            {
                break;
            }
        }

        return -1;
    }

    // Without quốc hiệu or number: a body in capitals in the first lines, with a type or a date soon after.
    private bool LooksIssued(int end, int date)
    {
        int first = _pieces.FindIndex(0, Math.Min(end, _pieces.Count), static entry => entry.Role == HeadRole.Other);
        return first is >= 0 and <= 2 && first < end && (_type >= 0 || date >= 0) && _pieces[first].Piece.IsCapitals(_text) && _lexicon.Bodies.Opens(_pieces[first].Piece);
    }

    private ImmutableArray<PaperPart<string>> Bodies(int end, bool certain)
    {
        List<List<PaperPiece>> bodies = [];
        for (int i = 0; i < end; i++)
        {
            (PaperPiece piece, HeadRole role) = _pieces[i];
            if (role != HeadRole.Other)
            {
                continue;
            }

            if (bodies.Count > 0 && (piece.Kind == BlockKind.TableCell) != (bodies[^1][^1].Kind == BlockKind.TableCell) && !certain)
            {
                break;
            }

            bool opens = _lexicon.Bodies.Opens(piece);
            if (bodies.Count == 0)
            {
                if (opens || (certain && piece.IsCapitals(_text) && piece.Words.Length >= 2))
                {
                    bodies.Add([piece]);
                }

                continue;
            }

            List<PaperPiece> current = bodies[^1];
            if (current[0].IsCapitals(_text) && !piece.IsCapitals(_text))
            {
                // Capitals go on as capitals: what follows is a remark, an address.
                continue;
            }

            if (opens && !(current.Count == 1 && _lexicon.IsCommitteeAlone(current[0].Words)))
            {
                bodies.Add([piece]);
            }
            else if (current.Count < MostBodyLines)
            {
                current.Add(piece);
            }
        }

        return [.. bodies.Select(body => Part(_text, [.. body.Select(static piece => piece.Span)]))];
    }

    private PaperPart<string> TypePart(out int end)
    {
        PaperPiece piece = _pieces[_type].Piece;
        int length = _lexicon.TypeOf(piece, _text, out _);
        end = piece.Words[length - 1].End;
        // “BÁO CÁO CHÍNH TRỊ”: short lines in capitals are the type as a whole; a title begins on the next line.
        bool whole = length < piece.Words.Length && piece.Words.Length <= 6 && piece.IsCapitals(_text) && TypeRest(piece, length) == 0
            && _type + 1 < _pieces.Count && _pieces[_type + 1] is { Role: HeadRole.Other or HeadRole.Subject };
        end = whole ? piece.End : end;
        return Part(_text, TextSpan.Between(piece.Start, end));
    }

    // What stands behind the type on its line: 1 a number, 2 “của” and a body, 3 the title; 0 other words.
    private int TypeRest(PaperPiece piece, int length)
    {
        if (length == piece.Words.Length)
        {
            return 0;
        }

        string next = piece.Words[length].Form;
        return next == Letters.FormOf("số") ? 1 : next == Letters.FormOf("của") ? 2 : next == Letters.FormOf("về") || next == "v" ? 3 : 0;
    }

    // “TÀI LIỆU” and under it “PHỤC VỤ SINH HOẠT CHI BỘ”: the words of both lines may say more than those of the first.
    private void SharpenKind(PaperPart<string> type, PaperPart<string>? title)
    {
        if (title is not null && _lexicon.TypeAt(PieceCutter.WordsOf(type.Value), 0, out _) is var length
            && _lexicon.TypeAt(PieceCutter.WordsOf($"{type.Value} {title.Value}"), 0, out KindWords both) > length)
        {
            _typeKind = both;
        }
    }

    private PaperPart<string>? TitleAfter(int type, int bound, ref int last, out PaperPart<string>? enclosure)
    {
        enclosure = null;
        List<TextSpan> spans = [];
        PaperPiece piece = _pieces[type].Piece;
        TypePart(out int end);
        List<PaperPiece> lines = [];
        if (end < piece.End)
        {
            ReadRest(piece, end, spans, lines);
        }

        last = Math.Max(last, type);
        for (int i = type + 1; i < _pieces.Count && lines.Count < MostTitleLines; i++)
        {
            (PaperPiece next, HeadRole role) = _pieces[i];
            if (_text[next.Start] == '(' && IsEnclosure(next))
            {
                enclosure = EnclosureAt(i, ref last);
                break;
            }

            if (role is HeadRole.Date or HeadRole.Number or HeadRole.Handling or HeadRole.Urgency or HeadRole.Draft)
            {
                last = i;
                continue;
            }

            if (i >= bound || role is not (HeadRole.Other or HeadRole.Subject) || !GoesOn(next, lines, piece))
            {
                if (role == HeadRole.Rule && lines.Count == 0)
                {
                    continue;
                }

                if (role == HeadRole.Rule && i + 1 < _pieces.Count && _text[_pieces[i + 1].Piece.Start] == '(' && IsEnclosure(_pieces[i + 1].Piece))
                {
                    continue;
                }

                break;
            }

            lines.Add(next);
            spans.Add(next.Span);
            last = i;
        }

        return spans.Count == 0 ? null : Part(_text, [.. spans]);
    }

    // “SẮC LỆNH SỐ 214/SL”, “NGHỊ QUYẾT CỦA BAN CHẤP HÀNH …”, “QUYẾT ĐỊNH Về việc …”.
    private void ReadRest(PaperPiece piece, int end, List<TextSpan> spans, List<PaperPiece> lines)
    {
        PaperPiece rest = _cutter.Part(piece, SkipMarks(end, piece.End), piece.End);
        if (rest.Words.Length == 0)
        {
            return;
        }

        PaperNumber number = PaperNumbers.NumberAt(_text, rest.Words, 0, rest.End);
        if (!number.IsEmpty)
        {
            _numbers.TryAdd(_type, number);

            return;
        }

        if (_text[rest.Start] is ':' && rest.Words.Length == 0)
        {
            return;
        }

        lines.Add(rest);
        spans.Add(rest.Span);
    }

    private bool GoesOn(PaperPiece piece, List<PaperPiece> lines, PaperPiece type)
    {
        if (lines.Sum(static line => line.Length) + piece.Length > LongestTitle || _text[piece.Start] is '-' or '+' or '•' || IsNumbered(piece))
        {
            return false;
        }

        char final = _text[piece.End - 1];
        bool opensBody = _lexicon.BodyOpenings.Opens(piece) && char.IsUpper(_text[piece.Start]);
        if (lines.Count == 0)
        {
            return final is not (':' or ';') && !(final == '.' && piece.Length > LongestHeadLine) && piece.BlockLength <= 400
                && !(_lexicon.Bodies.Opens(piece) && piece.IsCapitals(_text) && !type.IsCapitals(_text));
        }

        PaperPiece before = lines[^1];
        char first = _text[piece.Start];
        if (first == '(')
        {
            // “(1930 - 1945)”, “(từ ngày … đến ngày …)” belong to the title; other brackets are remarks on it.
            return piece.Words.Length > 0 && (char.IsAsciiDigit(_text[piece.Words[0].Start]) || _lexicon.BodyOpenings.Opens(piece));
        }

        if (opensBody || final is ':' or ';' || (final == '.' && _text[before.End - 1] != '.') || piece.BlockLength > 400)
        {
            return false;
        }

        bool capitals = before.IsCapitals(_text);
        if (capitals != piece.IsCapitals(_text) && capitals && !char.IsAsciiDigit(first) && !char.IsLower(first))
        {
            // “KỶ NIỆM …” and under it the first line of the body.
            return false;
        }

        if (capitals && _lexicon.Bodies.Opens(piece) && !EndsOpen(before))
        {
            // The body that decides, in capitals under a title in capitals.
            return false;
        }

        bool mixed = !capitals && piece.IsCapitals(_text);
        return !mixed && (!piece.BlankBefore || lines[0].BlankBefore)
            && (char.IsLower(first) || char.IsAsciiDigit(first) || capitals || piece.Kind == BlockKind.Heading || piece.Indented
                || (!piece.BlankBefore && (EndsOpen(before) || before.Length >= 50 && piece.BlockLength <= 200 && final != '.')));
    }

    // A line that cannot be the last of a title.
    private bool EndsOpen(PaperPiece piece) => _text[piece.End - 1] is ',' or '-' or '–' || char.IsLower(_text[piece.Words[^1].Start]) && piece.Length >= 60;

    private bool IsNumbered(PaperPiece piece)
    {
        PieceWord first = piece.Words.Length > 0 ? piece.Words[0] : default;
        return first.Length is > 0 and <= 4 && first.Start == piece.Start && first.End < piece.End && _text[first.End] is '.' or ')' or '-' or '/'
            && first.End + 1 < piece.End && char.IsWhiteSpace(_text[first.End + 1])
            && (char.IsAsciiDigit(_text[first.Start]) || RomanNumeral.Parse(_text.AsSpan(first.Start, first.Length)) > 0);
    }

    private bool IsEnclosure(PaperPiece piece) => _lexicon.Enclosures.Opens(piece);

    private PaperPart<string> EnclosureAt(int at, ref int last)
    {
        List<TextSpan> spans = [];
        for (int i = at; i < _pieces.Count && i < at + 5; i++)
        {
            spans.Add(_pieces[i].Piece.Span);
            last = i;
            if (_text.AsSpan(_pieces[i].Piece.Start, _pieces[i].Piece.Length).Contains(')'))
            {
                break;
            }
        }

        return Part(_text, [.. spans]);
    }

    // The trích yếu of a letter stands under its number; what stands beside it in the other column is no part of it.
    private PaperPart<string> SubjectAt(int at, int bound, ref int last)
    {
        List<TextSpan> spans = [_pieces[at].Piece.Span];
        int line = _pieces[at].Piece.Line;
        for (int i = at + 1; i < bound && spans.Count < MostTitleLines; i++)
        {
            (PaperPiece piece, HeadRole role) = _pieces[i];
            if (role != HeadRole.Other)
            {
                if (piece.Line == line)
                {
                    continue;
                }

                break;
            }

            if (piece.BlankBefore || IsNumbered(piece) || _lexicon.BodyOpenings.Opens(piece) && char.IsUpper(_text[piece.Start]))
            {
                break;
            }

            spans.Add(piece.Span);
            line = piece.Line;
            last = Math.Max(last, i);
        }

        return Part(_text, [.. spans]);
    }

    // “CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … điện:”: whom a telegram is for stands under it.
    private int TelegramAddressee(int last) => _pieces.FindIndex(
        Math.Min(last + 1, _pieces.Count),
        Math.Min(3, Math.Max(0, _pieces.Count - last - 1)),
        entry => entry.Piece.Words.Length > 1 && entry.Piece.Words[^1].Form == Letters.FormOf("điện") && _text[entry.Piece.End - 1] == ':');

    private ImmutableArray<PaperPart<string>> AddresseesAt(int at, ref int last)
    {
        PaperPiece piece = _pieces[at].Piece;
        PaperItems items = new(_text);
        int count = _lexicon.Addressees.Longest(piece.Words, 0, out _);
        int from = count > 0 ? piece.Words[count - 1].End : piece.End;
        while (from < piece.End && (char.IsWhiteSpace(_text[from]) || _text[from] is ':' or '*'))
        {
            from++;
        }

        if (from < piece.End)
        {
            items.Add(TextSpan.Between(from, piece.End));
        }

        last = Math.Max(last, at);
        for (int i = at + 1; i < _pieces.Count && i < at + 20; i++)
        {
            PaperPiece next = _pieces[i].Piece;
            if (PaperItems.IsItem(_text, next.Span))
            {
                items.Add(next.Span);
            }
            else if (_pieces[i].Role == HeadRole.Other && !next.BlankBefore && items.IsOpen && char.IsLower(_text[next.Start]))
            {
                items.Append(next.Span);
            }
            else
            {
                break;
            }

            last = i;
        }

        return items.ToImmutable();
    }

    // A restriction stands alone on its line, above or beside the title or on a cover: the same words in a sentence are what the paper tells.
    private PaperPart<string>? MarkOf(HeadRole role, int end)
    {
        int at = _pieces.FindIndex(0, Math.Min(_pieces.Count, end), entry => entry.Role == role);
        return at < 0 ? null : PartOf(TextSpan.Between(_pieces[at].Piece.Words[0].Start, _pieces[at].Piece.Words[^1].End));
    }

    private (PaperKind Kind, double Sure) KindOf(PaperNumber number, bool letter)
    {
        if (_type >= 0)
        {
            return (_typeKind.Kind, _typeKind.Sure);
        }

        if (number.Symbol is { } symbol)
        {
            ReadOnlySpan<char> code = _text.AsSpan(symbol.Start, symbol.Length);
            int end = code.IndexOfAny("-/–& ");
            if (_lexicon.TryCode((end < 0 ? code : code[..end]).ToString(), out KindWords known))
            {
                return (known.Kind, known.Sure);
            }
        }

        return letter ? (PaperKind.OfficialLetter, number.Symbol is null ? 0.7 : 1) : (PaperKind.Unknown, 0);
    }

    private PaperPart<string>? ReferenceOf(PaperNumber number) =>
        (number.Number, number.Symbol) is ({ } digits, { } symbol) ? PartOf(TextSpan.Between(digits.Start, symbol.End)) : PartOf(number.Number ?? number.Symbol);

    // A paper that names no body and no number: an outline, a speech, a book. Its kind is what its title says.
    private PaperHeader Formless(int bound)
    {
        int last = 0;
        PaperPart<string>? type = null;
        PaperPart<string>? title = null;
        PaperPart<string>? enclosure = null;
        int opening = _pieces.FindIndex(0, Math.Min(bound, 3), static entry => entry.Role is not (HeadRole.Rule or HeadRole.Draft or HeadRole.Handling));
        if (opening >= 0 && _pieces[opening].Role == HeadRole.Type)
        {
            _type = opening;
            _lexicon.TypeOf(_pieces[opening].Piece, _text, out _typeKind);
            type = TypePart(out _);
            title = TitleAfter(opening, bound, ref last, out enclosure);
            SharpenKind(type, title);
        }

        (PaperKind kind, double sure) = type is not null ? (_typeKind.Kind, _typeKind.Sure) : KindOfTitle(bound);
        PaperPart<string>? handling = MarkOf(HeadRole.Handling, _pieces.Count);
        End = 0;
        return new PaperHeader { Kind = kind, KindConfidence = sure, Type = type, Title = title, Enclosure = enclosure, Handling = handling };
    }

    private (PaperKind Kind, double Sure) KindOfTitle(int bound)
    {
        const int LinesOfTitle = 4;
        int seen = 0;
        for (int i = 0; i < Math.Min(bound, _pieces.Count) && seen < LinesOfTitle; i++)
        {
            PaperPiece piece = _pieces[i].Piece;
            if (piece.IsRule)
            {
                continue;
            }

            // Only what can be a title speaks: capitals, headings, short lines at the very top.
            bool titular = piece.Kind == BlockKind.Heading || piece.IsCapitals(_text) || (seen < 2 && piece.Length <= LongestHeadLine && _text[piece.End - 1] != '.');
            seen++;
            if (titular && _lexicon.KindOfTitle(piece.Words) is { Sure: > 0 } kind)
            {
                return (kind.Kind, kind.Sure);
            }

            if (seen == 1 && IsLife(piece))
            {
                return (PaperKind.Biography, 0.7);
            }
        }

        return (PaperKind.Unknown, 0);
    }

    // “Hoàng Văn Phấn (1904 - 1947)”: a name with the years of a life.
    private bool IsLife(PaperPiece piece)
    {
        PieceWord[] words = piece.Words;
        int names = words.Length - 2;
        return names is >= 2 and <= 5 && _lexicon.IsSurname(words[0]) && words.Take(names).All(word => char.IsUpper(_text[word.Start]))
            && words.Skip(names).All(word => word.Length == 4 && char.IsAsciiDigit(_text[word.Start]))
            && _text.AsSpan(words[names - 1].End, words[names].Start - words[names - 1].End).Trim() is "(";
    }

    private PaperPart<string>? PartOf(TextSpan? span) => span is { } found ? Part(_text, found) : null;
}
