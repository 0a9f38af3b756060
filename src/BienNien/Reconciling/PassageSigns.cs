using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Organisations;
using BienNien.Finding.People;
using BienNien.Finding.Places;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Reconciling.Linking;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Reconciling;

/// <summary>What a paragraph names and counts, by which two tellings of one episode know each other, however they are worded.</summary>
/// <remarks>A sign is a hash whose lowest three bits are its <see cref="PassageSign"/>, so that signs can be weighed without what they were made of.</remarks>
internal sealed class PassageSigns
{
    /// <summary>A paragraph that names more is no single episode's.</summary>
    private const int Most = 48;

    /// <summary>Smaller numbers are everywhere.</summary>
    private const int LeastNumber = 5;

    private readonly Dictionary<(int, int), ImmutableArray<uint>> _ofPassage = [];
    private readonly DocumentAnalysis _analysis;

    private PassageSigns(DocumentAnalysis analysis) => _analysis = analysis;

    /// <summary>Those of all paragraphs of a document; the cells of a table's row are one paragraph.</summary>
    internal static PassageSigns Of(DocumentAnalysis analysis, LocalEntities entities, ImmutableArray<SentenceContext> contexts)
    {
        PassageSigns signs = new(analysis);
        Dictionary<(int, int), HashSet<uint>> gathered = [];
        for (int m = 0; m < analysis.Mentions.Length; m++)
        {
            Mention mention = analysis.Mentions[m];
            if (OfMention(analysis, mention, entities.OfMention(m) >= 0) is { } sign)
            {
                At(gathered, signs.PassageOf(mention.Span)).Add(sign);
            }
        }

        for (int s = 0; s < contexts.Length; s++)
        {
            foreach (Topic topic in contexts[s].Topics)
            {
                At(gathered, signs.PassageOfSentence(s)).Add(Sign(PassageSign.Happening, FormattableString.Invariant($"{topic.Head:x}|{topic.Name:x}|{topic.Ordinal}")));
            }
        }

        foreach (((int, int) passage, HashSet<uint> found) in gathered)
        {
            signs._ofPassage.Add(passage, found.Count > Most ? [] : [.. found.Order()]);
        }

        return signs;
    }

    /// <summary>Those of the paragraph that a place in the text lies in, sorted.</summary>
    internal ImmutableArray<uint> At(TextSpan span) => _ofPassage.GetValueOrDefault(PassageOf(span), []);

    /// <summary>Whether one of two differing values stands in the other's paragraph as well: then each most likely has its own counterpart there.</summary>
    internal static bool IsKnown(uint? one, ImmutableArray<uint> its, uint? other, ImmutableArray<uint> mine) =>
        one != other && ((one is { } a && its.BinarySearch(a) >= 0) || (other is { } b && mine.BinarySearch(b) >= 0));

    /// <summary>What a sign is made of.</summary>
    internal static PassageSign KindOf(uint sign) => (PassageSign)(sign & 7);

    /// <summary>The sign of a number: with its noun where it is round or small, and so could be of anything.</summary>
    internal static uint? OfNumber(decimal? value, string unit)
    {
        if (value is not { } number || number < LeastNumber)
        {
            return null;
        }

        decimal significant = number;
        while (significant != decimal.Truncate(significant))
        {
            significant *= 10;
        }

        while (significant % 10 == 0)
        {
            significant /= 10;
        }

        string digits = (number / 1.0000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return significant >= 100 ? Sign(PassageSign.Number, digits) : Sign(PassageSign.RoundNumber, digits + "|" + Letters.Fold(CountedNouns.Measure(unit)));
    }

    /// <summary>The sign of a day or a month; null for other dates.</summary>
    internal static uint? OfDate(string value) =>
        Edtf.TryParse(value) is { StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known } date && date.Start.Month is not null
            ? Sign(date.Start.Day is not null ? PassageSign.Day : PassageSign.Month, value)
            : null;

    private static uint? OfMention(DocumentAnalysis analysis, Mention mention, bool isEntity) => mention.Value switch
    {
        QuantityValue quantity => OfNumber(quantity.Value, FigureNoun(quantity)),
        TimeValue { Type: TimexType.Date, Invalid: false } time => OfDate(time.Value),
        PersonValue person when isEntity => Sign(PassageSign.Person, NameForms.Exact(person.Id)),
        PlaceValue { Level: not ("country" or "region" or "province" or "district") } => Sign(PassageSign.Place, NameForms.Exact(BareNames.Of(Surface(analysis, mention)))),
        OrganisationValue body when isEntity => Sign(PassageSign.Body, NameForms.Exact(body.Full ?? Surface(analysis, mention))),
        _ => null,
    };

    private static string FigureNoun(QuantityValue quantity) => FigureText.OneLine(quantity.Unit).ToLowerInvariant();

    private static string Surface(DocumentAnalysis analysis, Mention mention) => FigureText.OneLine(analysis.Document.Surface(mention.Span));

    private static HashSet<uint> At(Dictionary<(int, int), HashSet<uint>> gathered, (int, int) passage)
    {
        if (!gathered.TryGetValue(passage, out HashSet<uint>? found))
        {
            gathered.Add(passage, found = []);
        }

        return found;
    }

    private static uint Sign(PassageSign kind, string words) => (ContentWords.ExactHashOf(words) & ~7u) | (uint)kind;

    private (int, int) PassageOf(TextSpan span) => PassageOfSentence(_analysis.Tokens.SentenceOfToken(_analysis.Tokens.TokenAt(span.Start)));

    private (int, int) PassageOfSentence(int sentence)
    {
        int block = _analysis.Tokens.Sentences[sentence].Block;
        return _analysis.Document.Blocks[block].Cell is { } cell ? (-1 - cell.Table, cell.Row) : (block, 0);
    }
}

/// <summary>What a sign of a paragraph is made of.</summary>
internal enum PassageSign
{
    /// <summary>A number that is not round.</summary>
    Number,

    /// <summary>A round or small number with its noun.</summary>
    RoundNumber,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A place below the district.</summary>
    Place,

    /// <summary>A body.</summary>
    Body,

    /// <summary>A named happening.</summary>
    Happening,
}
