using System.Buffers;
using System.Collections.Immutable;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Rules;

/// <summary>CHK006. A number dressed otherwise than the document's numbers (“12,500.75” among “6.724,72”), or as no number is (“1.25.000”).</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NumberFormat.md, beside this file.</remarks>
internal sealed class NumberFormat : CheckRule
{
    // A convention is what at least so many numbers show, and so many times as many as depart from it.
    private const int LeastShown = 2;
    private const int TimesAsMany = 2;

    private static readonly SearchValues<char> _thousands = SearchValues.Create("0123456789.");

    private readonly AmountReader _amounts;
    private readonly WordSet _names;
    private readonly WordSet _money;
    private readonly WordSet _percent;
    private readonly WordSet _scales;

    public NumberFormat(Vocabulary.Builder words, AmountReader amounts)
        : base("CHK006", "number-format", DiagnosticSeverity.Warning)
    {
        _amounts = amounts;
        _names = words.AddSet("số", "điều", "khoản", "mục", "chương", "phần", "bản", "phiên", "hình", "bảng", "tập", "quyển", "trang", "giờ", "lúc", "ngày", "/", "-", "–", "№");
        _money = words.AddSet("đồng", "đ", "vnđ", "usd", "triệu", "tỷ", "tỉ", "nghìn", "ngàn");
        _percent = words.AddSet("%");
        _scales = words.AddSet("triệu", "tỷ", "tỉ");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        List<Written> runs = Runs(analysis);
        int vietnamese = 0;
        int english = 0;
        Written? vietnameseExample = null;
        Written? englishExample = null;
        foreach (Written run in runs)
        {
            if (run.Dress is RunDress.Vietnamese or RunDress.VietnameseThousands)
            {
                vietnamese++;
                vietnameseExample ??= run;
            }
            else if (run.Dress is RunDress.English or RunDress.EnglishThousands)
            {
                english++;
                englishExample ??= run;
            }
        }

        bool isVietnamese = vietnamese >= LeastShown && vietnamese >= TimesAsMany * english;
        bool isEnglish = english > LeastShown && english >= TimesAsMany * vietnamese;
        foreach (Written run in runs)
        {
            if (run.Dress == RunDress.Broken && !isEnglish)
            {
                Broken(analysis.Document, run, found);
            }
            else if ((isVietnamese && run.Dress is RunDress.English or RunDress.EnglishThousands) || (isEnglish && run.Dress == RunDress.Vietnamese))
            {
                Foreign(analysis.Document, run, isVietnamese ? vietnameseExample! : englishExample!, isVietnamese, found);
            }
        }
    }

    private static void Broken(Document document, Written run, DiagnosticSink found)
    {
        string said = document.Surface(run.Number);
        bool twice = said.Contains(",.", StringComparison.Ordinal) || said.Contains(".,", StringComparison.Ordinal);
        string right = twice ? said.Replace(",.", ",", StringComparison.Ordinal).Replace(".,", ",", StringComparison.Ordinal) : NumberRun.Regrouped(said);
        string message = twice ? "hai dấu liền nhau trong một số" : run.IsSpaced ? "có dấu cách giữa các chữ số của một số" : "các nhóm chữ số không đủ ba chữ số";
        found.Report(
            run.Span,
            new BilingualText($"“{said}”: {message}.", $"“{said}”: {(twice ? "two marks stand side by side" : run.IsSpaced ? "a space stands within the number" : "its groups are not of three figures")}."),
            expected: right,
            confidence: DiagnosticConfidence.Likely,
            fix: run.IsSpaced ? new TextEdit(run.Number, right) : null);
    }

    private static void Foreign(Document document, Written run, Written usual, bool isVietnamese, DiagnosticSink found)
    {
        string said = document.Surface(run.Number);
        string shown = document.Surface(usual.Number);
        string right = Swapped(said);
        found.Report(
            run.Span,
            new BilingualText(
                $"“{said}” viết theo lối {(isVietnamese ? "Anh" : "Việt")}; các số khác trong văn bản viết theo lối {(isVietnamese ? "Việt" : "Anh")} (“{shown}”).",
                $"“{said}” is written the {(isVietnamese ? "English" : "Vietnamese")} way; the document's other numbers are written the {(isVietnamese ? "Vietnamese" : "English")} way (“{shown}”)."),
            right,
            fix: new TextEdit(run.Number, right),
            related: new RelatedPlace(usual.Span, new BilingualText($"“{shown}”: lối viết của văn bản.", $"“{shown}”: the document's way.")));
    }

    // The numbers that count or measure something, with how they are dressed.
    private List<Written> Runs(DocumentAnalysis analysis)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        MentionView quantities = new(analysis, MentionKind.Quantity);
        MentionView others = new(analysis, MentionKind.Time, MentionKind.DocumentReference, MentionKind.Organisation, MentionKind.Place);
        List<Written> runs = [];
        for (int at = 0; at < tokens.Length; at++)
        {
            if (!tokens[at].IsNumber)
            {
                continue;
            }

            NumberRun run = NumberRun.At(text, tokens, at);
            int first = at;
            if (DoubleMark(text, tokens, run.End) is var doubled and > 0 && quantities.BlockOf(first) == quantities.BlockOf(doubled - 1))
            {
                TextSpan twice = TextSpan.Between(tokens[first].Start, tokens[doubled - 1].End);
                runs.Add(new Written(twice, twice, RunDress.Broken, IsSpaced: false));
                at = doubled - 1;
                continue;
            }

            at = run.End - 1;
            SentenceRange sentence = analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(first)];
            Mention? mention = quantities.At(first) ?? quantities.At(run.End - 1);
            bool named = first > 0 && _names.Contains(tokens[first - 1]) && quantities.BlockOf(first - 1) == sentence.Block;
            Token after = run.End < tokens.Length && quantities.BlockOf(run.End) == sentence.Block ? tokens[run.End] : default;
            bool word = _percent.Contains(after) || (after is { IsWord: true, Capitalised: false } && after.SpaceBefore);
            if (run.Dress == RunDress.Silent || (mention is null && (named || (!word && analysis.Document.Blocks[sentence.Block].Cell is null))) || (mention is null && others.At(first) is not null)
                || quantities.BlockOf(run.End - 1) != sentence.Block || (run.Dress == RunDress.English && IsQuoted(analysis, sentence.Block, tokens[first].Start)))
            {
                continue;
            }

            TextSpan number = TextSpan.Between(tokens[first].Start, tokens[run.End - 1].End);
            TextSpan span = mention is not null && mention.Span.Start <= number.Start && mention.Span.End >= number.End ? mention.Span
                : TextSpan.Between(number.Start, Math.Max(number.End, mention?.Span.End ?? (word ? after.End : number.End)));
            // Things that are counted, and money, have no thousandth parts.
            bool counted = word && (_money.Contains(after) || _amounts.ClassOf(text[after.Start..after.End]).Length > 0 || _amounts.ClassOf(WordsAt(text, tokens, run.End)).Length > 0);
            RunDress dress = run.Dress switch
            {
                // “7,314 triệu tấn”: of millions the thousandth parts are told.
                RunDress.EnglishThousands when _scales.Contains(after) => RunDress.Silent,
                RunDress.EnglishThousands when !counted && !AmongThousands(analysis, sentence.Block) => RunDress.Silent,
                // A number alone may be spoken of as a number.
                RunDress.English when mention is null && !counted && !_percent.Contains(after) && analysis.Document.Blocks[sentence.Block].Cell is null => RunDress.Silent,
                // “12. 600 người”: the point may end a sentence, and a label opens one.
                RunDress.Broken when run.IsSpaced && (!word || first == sentence.First || named || others.At(first) is not null || after.IsNumber) => RunDress.Silent,
                RunDress.Broken when !word && analysis.Document.Blocks[sentence.Block].Cell is null => RunDress.Silent,
                RunDress.Broken when !run.IsSpaced && !counted && text.AsSpan(number.Start, number.Length).Count('.') + text.AsSpan(number.Start, number.Length).Count(',') == 1 && tokens[run.End - 1].Length == 4 => RunDress.English,
                // “3.14159” measures; what is counted has no such parts.
                RunDress.Broken when !run.IsSpaced && !counted && text.AsSpan(number.Start, number.Length).Count('.') == 1 && tokens[run.End - 1].Length > 4 => RunDress.Silent,
                RunDress other => other,
            };
            if (dress != RunDress.Silent)
            {
                runs.Add(new Written(span, number, dress, run.IsSpaced));
            }
        }

        return runs;
    }

    // “18,.4”: two marks where one belongs; one past the figures behind them, or 0.
    private static int DoubleMark(string text, ImmutableArray<Token> tokens, int at)
    {
        int start = at < tokens.Length ? tokens[at].Start : text.Length;
        if (start + 2 >= text.Length || text[start] is not ('.' or ',') || text[start + 1] is not ('.' or ',') || text[start] == text[start + 1] || !char.IsAsciiDigit(text[start - 1]) || !char.IsAsciiDigit(text[start + 2]))
        {
            return 0;
        }

        while (at < tokens.Length && tokens[at].Start < start + 2)
        {
            at++;
        }

        return at + 1;
    }

    // A cell of a column whose other numbers have points between their thousands.
    private static bool AmongThousands(DocumentAnalysis analysis, int block)
    {
        if (analysis.Document.Blocks[block].Cell is not { } cell)
        {
            return false;
        }

        int thousands = 0;
        foreach (Block other in analysis.Document.Blocks)
        {
            if (other.Cell is { } place && place.Table == cell.Table && place.Column == cell.Column && place.Row != cell.Row)
            {
                ReadOnlySpan<char> said = analysis.Document.Text.AsSpan(other.Span.Start, other.Span.Length).Trim("* _");
                if (said.Contains(','))
                {
                    return false;
                }

                thousands += said.Length >= 5 && said[^4] == '.' && !said.ContainsAnyExcept(_thousands) ? 1 : 0;
            }
        }

        return thousands >= LeastShown;
    }

    // Between quotation marks the words are somebody else's.
    private static bool IsQuoted(DocumentAnalysis analysis, int block, int at)
    {
        int start = analysis.Document.Blocks[block].Span.Start;
        ReadOnlySpan<char> before = analysis.Document.Text.AsSpan(start, Math.Max(0, at - start));
        return before.Count('"') % 2 == 1 || before.LastIndexOf('“') > before.LastIndexOf('”') || before.LastIndexOf('«') > before.LastIndexOf('»');
    }

    private static string WordsAt(string text, ImmutableArray<Token> tokens, int at) =>
        at + 1 < tokens.Length && tokens[at + 1].IsWord ? text[tokens[at].Start..tokens[at + 1].End] : text[tokens[at].Start..tokens[at].End];

    // Points for commas and commas for points, between figures.
    private static string Swapped(string said) => string.Create(said.Length, said, static (room, text) =>
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool between = i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            room[i] = between && text[i] == '.' ? ',' : between && text[i] == ',' ? '.' : text[i];
        }
    });

    /// <summary>A number as it is written.</summary>
    private sealed record Written(TextSpan Span, TextSpan Number, RunDress Dress, bool IsSpaced);
}
