using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BienNien.Finding;
using BienNien.Relating.References.Rules;
using BienNien.Text;

namespace BienNien.Relating.References;

/// <summary>Reads what the words of a document stand for that name nothing themselves. Built once, immutable.</summary>
/// <remarks>One pass over the tokens. What the text says of an <c>ông</c> is never surer than Medium.</remarks>
internal sealed class ReferenceReader(Vocabulary.Builder words)
{
    /// <summary>A block of at most so many tokens that opens with a name may be the heading of a life.</summary>
    private const int LongestHeading = 24;

    private const int FarthestSubject = 12;
    private const int FarthestName = 20;

    /// <summary>The subject of a sentence that names two together.</summary>
    private const int Several = -2;

    /// <summary>Deeper than all headings: a line with a name that the file does not mark as a heading.</summary>
    private const int LineRank = 99;

    private readonly ReferenceWords _words = new(words);
    private readonly WordSet _stops = words.AddSet(".", "!", "?", ";");
    private readonly WordSet _asides = words.AddSet("(", ",", ":", "-", "–");

    /// <summary>The rules, in the order in which they are asked.</summary>
    public ImmutableArray<IReferenceRule> Rules { get; private set; } = [];

    /// <summary>A reader with all rules.</summary>
    public static ReferenceReader Create(Vocabulary.Builder words)
    {
        ReferenceReader reader = new(words);
        reader.Rules = [new PersonReference(reader._words), new ThingReference(reader._words)];
        return reader;
    }

    /// <summary>The references of a document.</summary>
    public ReferenceMap Read(TokenizedDocument document, ImmutableArray<Mention> mentions)
    {
        NamedBefore named = new(document, mentions, _words);
        List<Reference> all = [];
        Topic[] topics = new Topic[document.Sentences.Length];
        List<(int Rank, int Hero)> headings = [];
        int block = -1;
        for (int s = 0; s < topics.Length; s++)
        {
            Sentence sentence = document.SentenceAt(s);
            bool first = sentence.BlockIndex != block;
            if (first)
            {
                EnterBlock(document, mentions, s, block, headings, named);
                block = sentence.BlockIndex;
            }

            topics[s] = named.Current;
            int subject = ReadSentence(document, mentions, s, named, all);
            if (subject is >= 0 or Several)
            {
                named.SetSubject(Math.Max(-1, subject));
            }
        }

        return new ReferenceMap([.. all], ImmutableCollectionsMarshal.AsImmutableArray(topics));
    }

    private void EnterBlock(TokenizedDocument document, ImmutableArray<Mention> mentions, int s, int before, List<(int Rank, int Hero)> headings, NamedBefore named)
    {
        Block block = document.SentenceAt(s).Block;
        bool alone = s + 1 >= document.Sentences.Length || document.Sentences[s + 1].Block != document.Sentences[s].Block;
        int hero = alone && block.Kind is BlockKind.Heading or BlockKind.Paragraph ? HeroOf(document.SentenceAt(s), mentions, block.Kind == BlockKind.Heading) : -1;
        if (block.Kind == BlockKind.Heading || hero >= 0)
        {
            int rank = block.Kind == BlockKind.Heading ? block.Level : LineRank;
            headings.RemoveAll(heading => heading.Rank >= rank);
            headings.Add((rank, hero));
        }

        named.Hero = -1;
        for (int i = headings.Count - 1; i >= 0 && named.Hero < 0; i--)
        {
            named.Hero = headings[i].Hero;
        }

        bool goesOn = block.Kind == BlockKind.Paragraph && before >= 0 && document.Document.Blocks[before].Kind == BlockKind.Paragraph;
        named.BeginBlock(goesOn);
    }

    // “3. Chu Đức Mậu (bí danh Hai Mậu), 1903 – 1933”: a line that opens with a name and is little more than it.
    private int HeroOf(Sentence sentence, ImmutableArray<Mention> mentions, bool heading)
    {
        if (sentence.Count > LongestHeading || (!heading && _stops.Contains(sentence[sentence.Count - 1])))
        {
            return -1;
        }

        int end = sentence[sentence.Count - 1].End;
        for (int m = FirstFrom(mentions, sentence[0].Start); m < mentions.Length && mentions[m].Span.Start < end; m++)
        {
            if (mentions[m].Kind != MentionKind.Person)
            {
                continue;
            }

            int at = TokenIn(sentence, mentions[m].Span.Start);
            int past = TokenIn(sentence, mentions[m].Span.End);
            bool opens = true;
            for (int i = 0; i < at; i++)
            {
                opens &= sentence[i].IsMark || sentence[i].IsNumber || sentence[i].IsRoman || i >= at - 3;
            }

            bool little = past >= sentence.Count || (sentence[past].IsMark && (heading || _asides.Contains(sentence[past])));
            return opens && little && at <= 6 ? m : -1;
        }

        return -1;
    }

    // Reads the references of one sentence; the answer is the mention of whom it tells, -1 when it names nobody.
    private int ReadSentence(TokenizedDocument document, ImmutableArray<Mention> mentions, int s, NamedBefore named, List<Reference> all)
    {
        Sentence sentence = document.SentenceAt(s);
        int m = FirstFrom(mentions, sentence[0].Start);
        int subject = -1;
        bool several = false;
        for (int i = 0; i < sentence.Count;)
        {
            while (m < mentions.Length && (mentions[m].Span.End <= sentence[i].Start || (mentions[m].Span.Start <= sentence[i].Start && !Names(mentions[m]))))
            {
                m++;
            }

            if (m < mentions.Length && mentions[m].Span.Start < sentence[i].End && Names(mentions[m]))
            {
                int past = i;
                while (past < sentence.Count && sentence[past].Start < mentions[m].Span.End)
                {
                    past++;
                }

                named.Take(m, sentence, i);
                if (mentions[m].Kind == MentionKind.Person)
                {
                    if (subject < 0 && i <= FarthestName && !IsObject(sentence, i))
                    {
                        subject = m;
                        several = IsJoined(sentence, past);
                    }
                }

                i = past;
                m++;
                continue;
            }

            int length = 0;
            foreach (IReferenceRule rule in Rules)
            {
                length = rule.Read(sentence, i, named, out Topic reference);
                if (length > 0)
                {
                    all.Add(new Reference(sentence.FirstToken + i, length, sentence.Span(i, i + length), reference.Mention, reference.Certainty, rule.Id));
                    bool person = mentions[reference.Mention].Kind == MentionKind.Person;
                    subject = person && subject < 0 && i <= FarthestSubject && !IsObject(sentence, i) ? reference.Mention : subject;
                    break;
                }
            }

            i += Math.Max(1, length);
        }

        return several ? Several : subject;
    }

    // “A và B dạy học”: no word for one points at either.
    private bool IsJoined(Sentence sentence, int past)
    {
        int next = past + 1;
        while (next < past + 4 && _words.IsAddress(sentence, next) && !sentence[next].Capitalised)
        {
            next++;
        }

        return _words.Joins.Contains(sentence[past]) && sentence[next] is { IsWord: true, Capitalised: true };
    }

    private bool IsObject(Sentence sentence, int at)
    {
        int i = at - 1;
        while (i >= 0 && i >= at - 3 && _words.IsAddress(sentence, i))
        {
            i--;
        }

        return i >= 0 && (_words.Objects.Contains(sentence[i]) || _words.Kin.Contains(sentence[i]));
    }

    private static bool Names(Mention mention) => mention.Kind is MentionKind.Person or MentionKind.Place or MentionKind.Organisation;

    private static int TokenIn(Sentence sentence, int offset)
    {
        int i = 0;
        while (i < sentence.Count && sentence[i].Start < offset)
        {
            i++;
        }

        return i;
    }

    private static int FirstFrom(ImmutableArray<Mention> mentions, int offset)
    {
        (int low, int high) = (0, mentions.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = mentions[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
