using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading.Papers;

/// <summary>Reads the foot of a paper, piece by piece in reading order: recipients, signing form, office, name.</summary>
internal sealed class PaperSignature(string text, PaperLexicon lexicon, PieceCutter cutter)
{
    private const int LongestLine = 200;
    private const int MostMisses = 3;
    private const int LongestName = 45;

    private readonly List<TextSpan> _forms = [];
    private readonly List<SigningMode> _modes = [];
    private PaperItems _recipients = new(text);
    private PaperPart<string>? _office;
    private PaperPart<string>? _name;
    private PaperDate? _dateBefore;
    private int _formLine;
    private int _officeLine;
    private int _misses;
    private int _sinceDate;
    private bool _formOpen;
    private bool _hasRecipients;
    private bool _certain;

    /// <summary>The date of issue that stands over the signature, as on papers before 1960; null when there is none.</summary>
    public PaperDate? Date { get; private set; }

    /// <summary>Who signed; null when nobody was found.</summary>
    public PaperSigner? Signer =>
        _name is null && _forms.Count == 0 ? null
        : new PaperSigner(_name, _office, _forms.Count == 0 ? null : PaperHead.Part(text, [.. _forms]), [.. _modes]);

    /// <summary>The entries under “Nơi nhận”.</summary>
    public ImmutableArray<PaperPart<string>> Recipients => _recipients.ToImmutable();

    private bool Started => _hasRecipients || _forms.Count > 0 || _office is not null;

    /// <summary>Takes the next piece.</summary>
    /// <returns>False when the foot is over: nothing that follows belongs to this paper.</returns>
    public bool Take(PaperPiece piece)
    {
        if (piece.IsRule)
        {
            return true;
        }

        if (lexicon.HeadingIn(piece.Words).Length is var heading && heading > 0 && heading == piece.Words.Length)
        {
            // The quốc hiệu once more: another paper begins.
            return false;
        }

        if (TakeKnown(piece))
        {
            return true;
        }

        _formOpen = false;
        if (!Started)
        {
            _sinceDate++;
            return true;
        }

        if (lexicon.Annexes.Opens(piece) && _certain)
        {
            return false;
        }

        _misses += piece.Length > LongestLine ? MostMisses : 1;
        if (_name is not null || _hasRecipients)
        {
            return _misses < MostMisses;
        }

        if (_misses >= MostMisses || !_certain)
        {
            // “CHỦ TỊCH” alone on a line of the body: no signature after all.
            Forget();
        }

        return true;
    }

    private bool TakeKnown(PaperPiece piece)
    {
        if (lexicon.Recipients.Longest(piece.Words, 0, out _) is var opening and > 0 && IsLabel(piece, opening))
        {
            _hasRecipients = true;
            Trigger(certain: true);
            Rest(piece, piece.Words[opening - 1].End);
            return true;
        }

        if (lexicon.Signed.Longest(piece.Words, 0, out _) is var signed and > 0 && (signed == piece.Words.Length || IsLabel(piece, signed)))
        {
            if (signed < piece.Words.Length)
            {
                Rest(piece, piece.Words[signed - 1].End);
            }

            return Started;
        }

        if (_hasRecipients && PaperItems.IsItem(text, piece.Span))
        {
            TakeItem(piece);
            return true;
        }

        if (!Started && PaperNumbers.DateOf(text, piece) is { } date)
        {
            (_dateBefore, _sinceDate) = (date, 0);
            return true;
        }

        return TakeForm(piece) || TakeOffice(piece) || TakeName(piece) || TakeContinuation(piece);
    }

    private bool TakeForm(PaperPiece piece)
    {
        int length = piece.Length <= LongestLine && _name is null ? lexicon.SigningFormAt(text.AsSpan(piece.Start, piece.Length), out SigningMode mode) : SetNone(out mode);
        if (length == 0)
        {
            return false;
        }

        if (_forms.Count == 0 || piece.Line != _formLine)
        {
            _forms.Add(piece.Span);
            _modes.Add(mode);
            (_formLine, _formOpen) = (piece.Line, true);
        }

        Trigger(certain: true);
        return true;

        static int SetNone(out SigningMode mode)
        {
            mode = default;
            return 0;
        }
    }

    private bool TakeOffice(PaperPiece piece)
    {
        int length = _name is null ? lexicon.Offices.Longest(piece.Words, 0, out _) : 0;
        bool capitals = piece.IsCapitals(text);
        bool whole = length == piece.Words.Length;
        // Without a form before it an office is only believed in capitals.
        if (length == 0 || piece.Length > 80 || !(capitals || (whole && _certain)) || (!whole && piece.Words.Length > 9))
        {
            return false;
        }

        if (_office is null || piece.Line != _officeLine)
        {
            (_office, _officeLine) = (PaperHead.Part(text, piece.Span), piece.Line);
        }

        _formOpen = false;
        Trigger(certain: false);
        return true;
    }

    private bool TakeName(PaperPiece piece)
    {
        if ((_forms.Count == 0 && _office is null) || piece.Length > LongestName + 20 || (_formOpen && lexicon.PlaceTypes.Opens(piece) && piece.IsCapitals(text)))
        {
            return false;
        }

        int first = 0;
        while (first < piece.Words.Length && (lexicon.Ranks.Longest(piece.Words, first, out _) is var rank and > 0
            || (rank = lexicon.Address.Longest(piece.Words, first, out _)) > 0) && piece.Words.Length - first - rank >= 2)
        {
            first += rank;
        }

        int count = piece.Words.Length - first;
        if (count is < 2 or > 6 || piece.End - piece.Words[first].Start > LongestName || !IsName(piece, first))
        {
            return false;
        }

        // The second of two who signed side by side: the first is the signer.
        _name ??= PaperHead.Part(text, TextSpan.Between(piece.Words[first].Start, piece.Words[^1].End));
        Trigger(certain: true);
        return true;
    }

    private bool IsName(PaperPiece piece, int first)
    {
        PieceWord[] words = piece.Words;
        for (int i = first; i < words.Length; i++)
        {
            bool joined = i == first || text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End) is " " or "-" or "  " or "\u00A0";
            if (!char.IsUpper(text[words[i].Start]) || !joined)
            {
                return false;
            }
        }

        return !lexicon.Bodies.Opens(piece) && !lexicon.Annexes.Opens(piece) && lexicon.TypeAt(words, 0, out _) == 0
            && text.AsSpan(words[^1].End, piece.End - words[^1].End).IndexOfAnyExcept(".)*_ ") < 0;
    }

    private bool TakeContinuation(PaperPiece piece)
    {
        if (_formOpen && piece.IsCapitals(text) && piece.Length <= LongestLine && piece.Line <= _formLine + 2)
        {
            _forms.Add(piece.Span);
            return true;
        }

        if (_hasRecipients && !piece.BlankBefore && piece.Length <= LongestLine)
        {
            if (_recipients.IsOpen && (char.IsLower(text[piece.Start]) || text[piece.Start] == '('))
            {
                _recipients.Append(piece.Span);
                return true;
            }

            if (piece.Words.Length > 0 && piece.Words[0].Form == Letters.FormOf("lưu"))
            {
                _recipients.Add(piece.Span);
                return true;
            }
        }

        return false;
    }

    // “- Lưu (đã ký)”: a scan has drawn the other column to the entry.
    private void TakeItem(PaperPiece piece)
    {
        int bracket = text.IndexOf('(', piece.Start, piece.Length);
        if (bracket > piece.Start)
        {
            PaperPiece rest = cutter.Part(piece, bracket, piece.End);
            if (lexicon.Signed.IsWhole(rest))
            {
                _recipients.Add(TextSpan.Between(piece.Start, bracket));
                return;
            }
        }

        _recipients.Add(piece.Span);
        _misses = 0;
    }

    private void Rest(PaperPiece piece, int from)
    {
        while (from < piece.End && (char.IsWhiteSpace(text[from]) || text[from] is ':' or '*' or '.' or ')'))
        {
            from++;
        }

        if (from < piece.End)
        {
            Take(cutter.Part(piece, from, piece.End));
        }
    }

    private bool IsLabel(PaperPiece piece, int words)
    {
        int end = piece.Words[words - 1].End;
        return words == piece.Words.Length || text.AsSpan(end, piece.End - end).TrimStart(" *") is [':', ..];
    }

    private void Trigger(bool certain)
    {
        if (Date is null && _dateBefore is { } date && _sinceDate <= 2)
        {
            Date = date;
        }

        _certain |= certain;
        _misses = 0;
    }

    private void Forget()
    {
        _forms.Clear();
        _modes.Clear();
        _recipients = new PaperItems(text);
        (_office, _certain, _misses, Date) = (null, false, 0, null);
    }
}
