using System.Collections.Immutable;
using BienNien.Finding.Awards;
using BienNien.Finding.DocumentReferences;
using BienNien.Finding.Names;
using BienNien.Finding.OrganisationChanges;
using BienNien.Finding.Organisations;
using BienNien.Finding.People;
using BienNien.Finding.Places;
using BienNien.Finding.Quantities;
using BienNien.Finding.Quotes;
using BienNien.Finding.Renames;
using BienNien.Finding.Times;
using BienNien.Knowledge;
using BienNien.Reading.Papers;
using BienNien.Text;

namespace BienNien.Finding;

/// <summary>Finds the mentions of a document. Built once, immutable, safe to share between threads.</summary>
/// <remarks>One pass over the tokens; at each token only the rules that open there are asked.</remarks>
public sealed class Finder
{
    private readonly IMentionRule[]?[] _byWord;
    private readonly IMentionRule[] _atNumbers;
    private readonly IMentionRule[] _atCapitals;
    private readonly IMentionRule[] _atRomans;
    private readonly IMentionRule[] _atSentences;
    private readonly ImmutableArray<IMentionResolver> _resolvers;

    private Finder(Lexer lexer, Vocabulary vocabulary, ImmutableArray<FinderPart> parts)
    {
        Lexer = lexer;
        Vocabulary = vocabulary;
        Rules = [.. parts.SelectMany(part => part.Rules)];
        _resolvers = [.. parts.Select(part => part.Resolver).OfType<IMentionResolver>()];
        _byWord = new IMentionRule[]?[vocabulary.Size];
        foreach (IGrouping<int, IMentionRule> group in Rules.SelectMany(rule => rule.OpeningWords.Distinct().Select(word => (word, rule))).GroupBy(pair => pair.word, pair => pair.rule))
        {
            _byWord[group.Key] = [.. group];
        }

        _atNumbers = Opening(Openings.Numbers);
        _atCapitals = Opening(Openings.Capitals);
        _atRomans = Opening(Openings.RomanNumerals);
        _atSentences = Opening(Openings.Sentences);

        IMentionRule[] Opening(Openings opening) => [.. Rules.Where(rule => (rule.Openings & opening) != 0)];
    }

    /// <summary>All rules, in the order in which they are asked at a token.</summary>
    public ImmutableArray<IMentionRule> Rules { get; }

    /// <summary>The words that the rules speak of.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Cuts documents into tokens for these rules.</summary>
    public Lexer Lexer { get; }

    /// <summary>A finder with the rules and lexicons that the engine carries.</summary>
    public static Finder Create() => Create(new Vocabulary.Builder(), PaperHeaderReader.Create());

    /// <summary>A finder whose vocabulary also holds the words that later stages speak of.</summary>
    /// <param name="words">A builder to which later stages have added theirs; closed by this call.</param>
    /// <param name="headers">Tells when a document was written.</param>
    public static Finder Create(Vocabulary.Builder words, PaperHeaderReader headers)
    {
        NameLexicon names = new(words);
        ImmutableArray<FinderPart> parts =
        [
            TimeRules.Create(words, headers),
            DocumentReferenceRules.Create(words, out FinderPart papers),
            PeopleRules.Create(words, names),
            PeopleRules.Labels(words),
            PlaceRules.Create(words, names),
            OrganisationRules.Create(words, names),
            papers,
            QuantityRules.Create(words),
            QuantityRules.Dresses,
            AwardRules.Create(words),
            QuoteRules.Create(words),
            RenameRules.Create(words, names),
            OrganisationChangeRules.Create(words, names),
        ];
        return Create(words, parts);
    }

    /// <summary>A finder of times alone, to measure what they cost.</summary>
    internal static Finder CreateForTimes()
    {
        Vocabulary.Builder words = new();
        return Create(words, [TimeRules.Create(words, PaperHeaderReader.Create())]);
    }

    /// <summary>How many rules are asked at a token.</summary>
    internal int RulesAskedAt(in Token token) =>
        (token.Word != 0 ? _byWord[token.Word]?.Length ?? 0 : 0)
        + (token.IsNumber ? _atNumbers.Length : token.Capitalised ? _atCapitals.Length + (token.IsRoman ? _atRomans.Length : 0) : 0);

    private static Finder Create(Vocabulary.Builder words, ImmutableArray<FinderPart> parts)
    {
        WordSet abbreviations = words.AddSet(DataTable.Load("abbreviations").Column("word"));
        WordSet continuations = words.AddSet(DataTable.Load("sentence-continuations").Column("word"));
        Vocabulary vocabulary = words.Build();
        return new Finder(new Lexer(vocabulary, abbreviations, continuations), vocabulary, parts);
    }

    /// <summary>The mentions of a document: by start, then longest first; of one kind never overlapping; empty, never null.</summary>
    /// <remarks>Words that a scan has surely damaged are read as they probably were: see <see cref="Mention.ReadAs"/>.</remarks>
    public ImmutableArray<Mention> Find(Document document) => RepairedView.Of(document) is { } view
        ? ToPrinted(view, Find(Lexer.Tokenize(view.Repaired)))
        : Find(Lexer.Tokenize(document));

    /// <summary>The mentions of a document that this finder's <see cref="Lexer"/> has cut.</summary>
    public ImmutableArray<Mention> Find(TokenizedDocument document)
    {
        List<Proposal> kept = Propose(document);
        KindConflicts.Settle(kept);
        foreach (IMentionResolver resolver in _resolvers)
        {
            resolver.Resolve(document, kept);
        }

        ImmutableArray<Mention>.Builder mentions = ImmutableArray.CreateBuilder<Mention>(kept.Count);
        foreach (Proposal proposal in kept)
        {
            mentions.Add(proposal.Mention);
        }

        return mentions.MoveToImmutable();
    }

    /// <summary>Mentions of a repaired text as mentions of its document.</summary>
    internal static ImmutableArray<Mention> ToPrinted(RepairedView view, ImmutableArray<Mention> repaired) =>
    [
        .. repaired.Select(mention =>
        {
            TextSpan span = view.ToPrinted(mention.Span);
            string reading = view.Repaired.Surface(mention.Span);
            return mention with
            {
                Span = span,
                ReadAs = view.Printed.Text.AsSpan(span.Start, span.Length).SequenceEqual(reading) ? null : reading,
                Anchor = mention.Anchor is { } anchor ? anchor with { Span = view.ToPrinted(anchor.Span) } : null,
                Value = mention.Value is QuantityValue { Cell: { } cell } quantity
                    ? quantity with { Cell = cell with { Evidence = [.. cell.Evidence.Select(view.ToPrinted)] } }
                    : mention.Value,
            };
        }),
    ];

    private List<Proposal> Propose(TokenizedDocument document)
    {
        MentionSink sink = new();
        List<Proposal> kept = new((document.Tokens.Length / 16) + 1);
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            Sentence sentence = document.SentenceAt(s);
            sink.Clear();
            Ask(_atSentences, sentence, 0, sink);
            ReadOnlySpan<Token> tokens = sentence.Tokens;
            for (int at = 0; at < tokens.Length; at++)
            {
                Token token = tokens[at];
                if (token.Word != 0 && _byWord[token.Word] is { } rules)
                {
                    Ask(rules, sentence, at, sink);
                }

                if (token.IsNumber)
                {
                    Ask(_atNumbers, sentence, at, sink);
                }
                else if (token.Capitalised)
                {
                    Ask(_atCapitals, sentence, at, sink);
                    if (token.IsRoman)
                    {
                        Ask(_atRomans, sentence, at, sink);
                    }
                }
            }

            Overlaps.Choose(sink.Proposals, kept);
        }

        return kept;
    }

    private static void Ask(IMentionRule[] rules, Sentence sentence, int at, MentionSink sink)
    {
        foreach (IMentionRule rule in rules)
        {
            sink.Rule = rule.Id;
            rule.Find(sentence, at, sink);
        }
    }
}
