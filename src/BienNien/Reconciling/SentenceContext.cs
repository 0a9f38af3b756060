using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Organisations;
using BienNien.Finding.Places;
using BienNien.Finding.Times;
using BienNien.Reading.Papers;
using BienNien.Reconciling.Linking;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Reconciling;

/// <summary>What a sentence inherits from what stands before and over it.</summary>
/// <param name="Topics">Named happenings of the sentence.</param>
/// <param name="Around">What it inherits where it names none.</param>
/// <param name="Setting">Entities of titles and of the paragraph's sentences before it; the nearest last.</param>
/// <param name="Corrects">Whether it, or a title over it, puts something in the place of what was told before.</param>
/// <param name="Date">The last date before it in its paragraph, else the section's: an index of mentions; -1 for none.</param>
internal sealed record SentenceContext(ImmutableArray<Topic> Topics, ImmutableArray<Topic> Around, ImmutableArray<int> Setting, bool Corrects, int Date)
{
    private const int MostSetting = 8;
    private const int SentencesOfTitle = 4;
    private const int LongestTitle = 40;
    private const int LengthOfYear = 4;
    private const string ProvinceWord = "tỉnh ";

    /// <summary>Those of all sentences of a document, in one pass.</summary>
    internal static ImmutableArray<SentenceContext> Of(DocumentAnalysis analysis, LocalEntities entities, Topics topics, ScopeWords scopes, PaperHeader? header)
    {
        TokenizedDocument tokens = analysis.Tokens;
        ImmutableArray<SentenceContext>.Builder contexts = ImmutableArray.CreateBuilder<SentenceContext>(tokens.Sentences.Length);
        int home = HomeOf(analysis, entities);
        ImmutableArray<Topic> title = [];
        ImmutableArray<Topic> section = [];
        ImmutableArray<Topic> last = [];
        ImmutableArray<int> titleEntities = [];
        ImmutableArray<int> sectionEntities = [];
        List<int> paragraph = [];
        bool titleCorrects = false;
        bool sectionCorrects = false;
        int sectionDate = -1;
        int titleDate = -1;
        int date = -1;
        int block = -1;
        int mention = 0;
        for (int s = 0; s < tokens.Sentences.Length; s++)
        {
            SentenceRange range = tokens.Sentences[s];
            TextSpan span = TextSpan.Between(tokens.Tokens[range.First].Start, tokens.Tokens[range.End - 1].End);
            bool heading = analysis.Document.Blocks[range.Block].Kind == BlockKind.Heading || s == 0;
            if (range.Block != block)
            {
                block = range.Block;
                date = sectionDate;
                paragraph.Clear();
            }

            ImmutableArray<Topic> here = [.. topics.Of(tokens, range.First, range.End)];
            bool corrects = (scopes.Of(tokens, range.First, range.End) & ScopeSigns.Correction) != 0;
            contexts.Add(new SentenceContext(
                here, here.IsEmpty ? (last.IsEmpty ? (section.IsEmpty ? title : section) : last) : [], SettingOf(home, titleEntities, sectionEntities, paragraph), corrects || sectionCorrects || titleCorrects, date));
            // “QUYẾT ĐỊNH về việc điều chỉnh Kế hoạch …” in a text without headings.
            titleCorrects |= corrects && s < SentencesOfTitle && range.End - range.First <= LongestTitle;
            ImmutableArray<int> named = entities.In(span);
            if (heading)
            {
                section = here;
                sectionEntities = named;
                last = [];
                sectionDate = titleDate;
                sectionCorrects = corrects;
                (title, titleEntities) = s == 0 ? (here, named) : (title, titleEntities);
            }
            else
            {
                last = here.IsEmpty ? last : here;
                paragraph.AddRange(named);
            }

            for (; mention < analysis.Mentions.Length && analysis.Mentions[mention].Span.Start < span.End; mention++)
            {
                if (analysis.Mentions[mention].Value is TimeValue { Type: TimexType.Date or TimexType.Time, Value: { Length: > 0 } value } && value[0] is not ('P' or 'X'))
                {
                    // “Báo cáo tổng kết năm 2021”: what it counts without a time is of that year.
                    bool ofTitle = value.Length == LengthOfYear && ((s < SentencesOfTitle && range.End - range.First <= LongestTitle) || header?.Title?.Span.Contains(analysis.Mentions[mention].Span) == true);
                    date = mention;
                    sectionDate = (heading && s > 0) || (ofTitle && sectionDate < 0) ? mention : sectionDate;
                    titleDate = ofTitle && titleDate < 0 ? mention : titleDate;
                }
            }
        }

        return contexts.MoveToImmutable();
    }

    // The province that a document speaks of most, bodies that bear its name counted in: “Tỉnh ủy” without a name is that province's.
    private static int HomeOf(DocumentAnalysis analysis, LocalEntities entities)
    {
        Dictionary<string, (int Count, int Entity)> provinces = new(StringComparer.Ordinal);
        string home = "";
        foreach ((int m, string name) in analysis.Mentions.SelectMany((mention, m) => Provinces(analysis, mention).Select(name => (m, NameForms.Exact(name)))))
        {
            (int count, int entity) = provinces.GetValueOrDefault(name, (0, -1));
            provinces[name] = (count + 1, entity < 0 && analysis.Mentions[m].Value is PlaceValue ? entities.OfMention(m) : entity);
            home = home.Length == 0 || count + 1 > provinces[home].Count ? name : home;
        }

        return home.Length == 0 ? -1 : provinces[home].Entity;
    }

    private static IEnumerable<string> Provinces(DocumentAnalysis analysis, Mention mention)
    {
        if (mention.Value is not (PlaceValue { Level: "province" } or OrganisationValue))
        {
            yield break;
        }

        string surface = FigureText.OneLine(analysis.Document.Surface(mention.Span));
        if (mention.Value is PlaceValue)
        {
            yield return BareNames.Of(surface);
        }
        else if (surface.LastIndexOf(ProvinceWord, StringComparison.OrdinalIgnoreCase) is >= 0 and int at && surface[(at + ProvinceWord.Length)..].Trim() is { Length: > 0 } name)
        {
            yield return name;
        }
    }

    private static ImmutableArray<int> SettingOf(int home, ImmutableArray<int> title, ImmutableArray<int> section, List<int> paragraph)
    {
        List<int> all = [.. title.Take(MostSetting / 2), .. section.Take(MostSetting / 2), .. paragraph];
        List<int> kept = [];
        for (int i = all.Count - 1; i >= 0 && kept.Count < MostSetting; i--)
        {
            if (!kept.Contains(all[i]))
            {
                kept.Add(all[i]);
            }
        }

        if (home >= 0 && !kept.Contains(home))
        {
            kept.Add(home);
        }

        kept.Reverse();
        return [.. kept];
    }
}
