using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>Finds one happening told at two places: “họp kín tại đình làng …”, “tại nhà ông …, nơi họp …”; and one birth in two villages. Immutable.</summary>
internal sealed class PlaceEchoes
{
    private const int LongestPlace = 9;
    private const int SharedWords = 5;

    private readonly WordSet _at;
    private readonly WordSet _where;
    private readonly WordSet _sites;
    private readonly WordSet _villages;
    private readonly WordSet _born;
    private readonly WordSet _small;

    public PlaceEchoes(Vocabulary.Builder words)
    {
        _at = words.AddSet("tại", "ở");
        _where = words.AddSet("nơi");
        _sites = words.AddSet("đình", "chùa", "nhà", "đền", "miếu", "trường", "chợ", "hang", "nghè", "phủ", "quán", "rạp", "vườn", "bãi", "gò", "bến", "sân", "ga", "trụ");
        _villages = words.AddSet("làng", "xã", "thôn", "ấp", "bản", "xóm", "phường");
        _born = words.AddSet("sinh");
        _small = words.AddSet("của", "có", "là", "các", "những", "được", "trong", "với", "cho", "đã", "năm", "ngày", "tháng", "đêm", "sáng", "chiều", "tại", "ở", "và", "vẫn", "này", "đó", "ra", "một", "từ", "đến", "người", "xã", "huyện", "tỉnh", "làng", "thôn", "nhà", "đình");
    }

    /// <summary>Pairs of places of which one is wrong, the earlier told first.</summary>
    public List<(TextSpan First, TextSpan Second)> Read(DocumentAnalysis analysis)
    {
        List<(TextSpan First, TextSpan Second)> pairs = [];
        Births(analysis, pairs);
        List<Site> sites = Sites(analysis);
        foreach (Site pointed in sites)
        {
            if (!pointed.IsPointed)
            {
                continue;
            }

            HashSet<int> told = Words(analysis, pointed.Where, pointed.Sentence.End);
            List<Site> same = sites.FindAll(site => site != pointed && !site.IsPointed && site.Sentence != pointed.Sentence && Shared(told, Words(analysis, site.Sentence.First, site.Sentence.End)) >= SharedWords);
            if (same is [var other] && Differ(analysis, pointed, other))
            {
                pairs.Add(pointed.First < other.First ? (pointed.Span(analysis), other.Span(analysis)) : (other.Span(analysis), pointed.Span(analysis)));
            }
        }

        return pairs;
    }

    private List<Site> Sites(DocumentAnalysis analysis)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        List<Site> sites = [];
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            for (int at = sentence.First; at + 2 < sentence.End; at++)
            {
                if (!_at.Contains(tokens[at]) || !_sites.Contains(tokens[at + 1]))
                {
                    continue;
                }

                int end = at + 1;
                while (end < sentence.End && end - at <= LongestPlace && !tokens[end].IsMark)
                {
                    end++;
                }

                bool pointed = end + 1 < sentence.End && tokens[end].IsMark && _where.Contains(tokens[end + 1]);
                sites.Add(new Site(at + 1, end, sentence, pointed, end + 2));
            }
        }

        return sites;
    }

    // Another kind of site, or another name, and no word of a name in common.
    private static bool Differ(DocumentAnalysis analysis, Site one, Site other)
    {
        HashSet<int> a = Capitals(analysis, one);
        HashSet<int> b = Capitals(analysis, other);
        return a.Count > 0 && b.Count > 0 && !a.Overlaps(b);
    }

    private static HashSet<int> Capitals(DocumentAnalysis analysis, Site site)
    {
        HashSet<int> words = [];
        for (int at = site.First; at < site.End; at++)
        {
            if (analysis.Tokens.Tokens[at] is { IsWord: true, Capitalised: true } word)
            {
                words.Add(NameMarks.Key(analysis.Document.Text, word));
            }
        }

        return words;
    }

    // “sinh năm 1946 ở làng …”, and of somebody without a name, “người con sinh ra ở làng …”: the document tells one birth only.
    private void Births(DocumentAnalysis analysis, List<(TextSpan First, TextSpan Second)> pairs)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        List<(int First, int End, int Kind, bool IsNamed)> births = [];
        foreach (SentenceRange sentence in analysis.Tokens.Sentences)
        {
            for (int at = sentence.First; at + 2 < sentence.End; at++)
            {
                if (!_at.Contains(tokens[at]) || !_villages.Contains(tokens[at + 1]) || !tokens[at + 2].Capitalised || !BornBefore(tokens, sentence, at))
                {
                    continue;
                }

                int end = at + 2;
                while (end < sentence.End && tokens[end] is { IsWord: true, Capitalised: true })
                {
                    end++;
                }

                births.Add((at + 2, end, tokens[at + 1].Word, HasPerson(analysis, sentence)));
            }
        }

        if (births is [var one, var other] && one.Kind == other.Kind && one.IsNamed != other.IsNamed && !SameName(analysis, one, other))
        {
            pairs.Add((TextSpan.Between(tokens[one.First].Start, tokens[one.End - 1].End), TextSpan.Between(tokens[other.First].Start, tokens[other.End - 1].End)));
        }
    }

    private bool BornBefore(ImmutableArray<Token> tokens, SentenceRange sentence, int at)
    {
        for (int i = at - 1; i >= Math.Max(sentence.First, at - 6) && !tokens[i].IsMark; i--)
        {
            if (_born.Contains(tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameName(DocumentAnalysis analysis, (int First, int End, int Kind, bool IsNamed) one, (int First, int End, int Kind, bool IsNamed) other)
    {
        for (int at = one.First; at < one.End; at++)
        {
            for (int i = other.First; i < other.End; i++)
            {
                if (NameMarks.Key(analysis.Document.Text, analysis.Tokens.Tokens[at]) == NameMarks.Key(analysis.Document.Text, analysis.Tokens.Tokens[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasPerson(DocumentAnalysis analysis, SentenceRange sentence)
    {
        int from = analysis.Tokens.Tokens[sentence.First].Start;
        int end = analysis.Tokens.Tokens[sentence.End - 1].End;
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Kind == MentionKind.Person && mention.Span.Start >= from && mention.Span.End <= end)
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<int> Words(DocumentAnalysis analysis, int from, int end)
    {
        HashSet<int> words = [];
        for (int at = from; at < end; at++)
        {
            if (analysis.Tokens.Tokens[at] is { IsWord: true } token && !_small.Contains(token))
            {
                words.Add(NameMarks.Key(analysis.Document.Text, token));
            }
        }

        return words;
    }

    private static int Shared(HashSet<int> one, HashSet<int> other)
    {
        int shared = 0;
        foreach (int word in one)
        {
            shared += other.Contains(word) ? 1 : 0;
        }

        return shared;
    }

    /// <summary>A place behind “tại”, with what points at it.</summary>
    private sealed record Site(int First, int End, SentenceRange Sentence, bool IsPointed, int Where)
    {
        public TextSpan Span(DocumentAnalysis analysis) => TextSpan.Between(analysis.Tokens.Tokens[First].Start, analysis.Tokens.Tokens[End - 1].End);
    }
}
