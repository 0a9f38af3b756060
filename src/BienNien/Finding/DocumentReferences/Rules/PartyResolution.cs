using System.Collections.Immutable;
using System.Text;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences.Rules;

/// <summary>REF003. A paper of the Party named by its session: “Nghị quyết Trung ương 4 (khóa XII)”, “Nghị quyết Đại hội XII của Đảng”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PartyResolution.md, beside this file.</remarks>
internal sealed class PartyResolution(PaperGrammar papers, Vocabulary.Builder words) : IMentionRule
{
    private const int LongestName = 22;

    private readonly WordSet _types = words.AddSet("Nghị", "Kết", "Văn", "Chỉ");
    private readonly ImmutableArray<int> _documents = words.AddPhrase("Văn kiện");
    private readonly ImmutableArray<int> _conference = words.AddPhrase("Hội nghị");
    private readonly ImmutableArray<int> _congress = words.AddPhrase("Đại hội");
    private readonly ImmutableArray<int> _committee = words.AddPhrase("Ban Chấp hành");
    private readonly ImmutableArray<int> _central = words.AddPhrase("Trung ương");
    private readonly ImmutableArray<int> _ofTheParty = words.AddPhrase("của Đảng");
    private readonly WordSet _centralShort = words.AddSet("TW", "TƯ");
    private readonly WordSet _committeeShort = words.AddSet("BCH", "BCHTW");
    private readonly WordSet _party = words.AddSet("Đảng");
    private readonly WordSet _times = words.AddSet("lần", "thứ");
    private readonly WordSet _ordinals = words.AddSet("nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "một");
    private readonly WordSet _inCongress = words.AddSet(
        "đại", "biểu", "Đảng", "bộ", "toàn", "quốc", "tỉnh", "huyện", "thành", "phố", "thị", "xã", "quận", "phường", "trấn", "khối", "các",
        "cơ", "quan", "doanh", "nghiệp", "quân", "sự", "công", "an", "đặc", "khu", "châu", "Cộng", "sản", "Việt", "Nam", "Lao", "động");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REF003");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [words.Add("Nghị"), words.Add("Kết"), words.Add("Văn"), words.Add("Chỉ")];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        PaperType? type = null;
        int first = sentence.Has(at, _documents.AsSpan()) ? at + 2 : papers.TypeAt(sentence, at, out type);
        if (first == 0 || !_types.Contains(sentence[at]))
        {
            return;
        }

        first += papers.IsOf(sentence[first]) ? 1 : 0;
        int end = SessionAt(sentence, first);
        end = end > 0 ? end : CongressAt(sentence, first);
        end = end > 0 ? end : TermAfterNumber(sentence, first);
        if (end > 0)
        {
            end = papers.TailAt(sentence, end, out string? date, out string? issuer, afterTitle: true) is var tail && date is null && issuer is null ? end : tail;
            found.Add(sentence, MentionKind.DocumentReference, at, end, new DocumentReferenceValue(type?.Name ?? "Văn kiện")
            {
                Number = Name(sentence, first, date is null && issuer is null ? end : EndOfName(sentence, first)),
                Date = date,
                Issuer = issuer,
                Provision = papers.ProvisionBefore(sentence, at),
            });
        }
    }

    private int EndOfName(Sentence sentence, int first) =>
        SessionAt(sentence, first) is var session and > 0 ? session
            : CongressAt(sentence, first) is var congress and > 0 ? congress
            : TermAfterNumber(sentence, first);

    // Trung ương 4 (khóa XII); Hội nghị Trung ương 6 khóa XII; Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII
    private int SessionAt(Sentence sentence, int at)
    {
        int next = at;
        bool conference = sentence.Has(next, _conference.AsSpan());
        next += conference ? 2 : 0;
        int ordinalFirst = conference ? OrdinalAt(sentence, next) : 0;
        next = ordinalFirst > 0 ? ordinalFirst : next;
        next += papers.IsOf(sentence[next]) ? 1 : 0;
        int central = CentralAt(sentence, next);
        if (central == 0)
        {
            return 0;
        }

        int end = ordinalFirst > 0 ? central : OrdinalAt(sentence, central);
        if (end == 0)
        {
            return 0;
        }

        int term = TermAt(sentence, end);
        return term > 0 ? term : end;
    }

    private int CentralAt(Sentence sentence, int at)
    {
        int next = at;
        next += sentence.Has(next, _committee.AsSpan()) ? 3 : _committeeShort.Contains(sentence[next]) ? 1 : 0;
        if (sentence.Has(next, _central.AsSpan()))
        {
            next += 2;
        }
        else if (_centralShort.Contains(sentence[next]))
        {
            next++;
        }
        else
        {
            return 0;
        }

        return _party.Contains(sentence[next]) ? next + 1 : next;
    }

    private int OrdinalAt(Sentence sentence, int at)
    {
        int next = at;
        while (_times.Contains(sentence[next]) && next < at + 2)
        {
            next++;
        }

        Token token = sentence[next];
        if (token is { IsNumber: true, Length: <= 2 } || token.IsRoman)
        {
            return next + 1;
        }

        if (next == at || !_ordinals.Contains(token))
        {
            return 0;
        }

        return _ordinals.Contains(sentence[next + 1]) ? next + 2 : next + 1;
    }

    private int TermAt(Sentence sentence, int at)
    {
        int next = PaperGrammar.IsMark(sentence, at, ',') ? at + 1 : at;
        bool bracket = PaperGrammar.IsMark(sentence, next, '(');
        next += bracket ? 1 : 0;
        if (!papers.IsTerm(sentence[next]) || !sentence[next + 1].IsRoman)
        {
            return 0;
        }

        int end = next + 2;
        while ((PaperGrammar.IsMark(sentence, end, ',') || papers.IsAnd(sentence[end])) && sentence[end + 1].IsRoman)
        {
            end += 2;
        }

        return bracket && !PaperGrammar.IsMark(sentence, end, ')') ? 0 : bracket ? end + 1 : end;
    }

    // Nghị quyết 15 (khóa II)
    private int TermAfterNumber(Sentence sentence, int at) =>
        sentence[at] is { IsNumber: true, Length: <= 2 } ? TermAt(sentence, at + 1) : 0;

    // Đại hội XII của Đảng; Đại hội đại biểu Đảng bộ tỉnh Quảng Trị lần thứ XIV
    private int CongressAt(Sentence sentence, int at)
    {
        if (!sentence.Has(at, _congress.AsSpan()))
        {
            return 0;
        }

        for (int next = at + 2; next < sentence.Count && next - at < LongestName; next++)
        {
            int ordinal = OrdinalAt(sentence, next);
            if (ordinal > 0)
            {
                return sentence.Has(ordinal, _ofTheParty.AsSpan()) ? ordinal + 2 : ordinal;
            }

            Token token = sentence[next];
            if (!_inCongress.Contains(token) && !(token.IsWord && token.Capitalised) && !PaperGrammar.IsMark(sentence, next, '-'))
            {
                return 0;
            }
        }

        return 0;
    }

    // Brackets stand around the term in some papers and not in others: the name has none.
    private static string Name(Sentence sentence, int first, int end)
    {
        StringBuilder name = new();
        bool glue = true;
        for (int i = first; i < end; i++)
        {
            if (sentence.Surface(i) is "(" or ")")
            {
                continue;
            }

            if (!glue && (sentence[i].SpaceBefore || sentence.Surface(i - 1) is "("))
            {
                name.Append(' ');
            }

            glue = false;
            name.Append(sentence.Surface(i));
        }

        return name.ToString().Replace(", khóa", " khóa", StringComparison.Ordinal);
    }
}
