using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading.Repairing;

/// <summary>Finds words that a scan has probably damaged. Safe to share.</summary>
/// <remarks>Nothing is changed: what it finds stands beside the text (<see cref="Document.Damages"/>).</remarks>
public sealed class DamageFinder
{
    /// <summary>What is less sure than this is not told.</summary>
    public const double LeastConfidence = 0.7;

    private readonly SyllableModel _model = SyllableModel.Own;
    private readonly SyllableDamage _syllables;
    private Room? _spare;

    private DamageFinder() => _syllables = new SyllableDamage(_model, new Confusions(_model));

    /// <summary>A finder with the tables that the engine carries.</summary>
    public static DamageFinder Create() => new();

    /// <summary>The damaged words of a document, by their places, not overlapping; empty, never null.</summary>
    public ImmutableArray<Damage> Find(Document document)
    {
        // One call after another uses the same lists; a call beside another makes its own.
        Room room = Interlocked.Exchange(ref _spare, null) ?? new Room();
        ImmutableArray<Damage> found = Find(document, room);
        if (room.Clear())
        {
            Volatile.Write(ref _spare, room);
        }

        return found;
    }

    private ImmutableArray<Damage> Find(Document document, Room room)
    {
        (List<ScannedWord> words, List<SyllableDamage.Suspect> suspects, List<Damage> figures) = (room.Words, room.Suspects, room.Figures);
        int count = 0;
        foreach (Block block in document.Blocks)
        {
            if (!block.Kind.IsSaid())
            {
                continue;
            }

            foreach (TextSpan part in block.Parts)
            {
                words.Clear();
                WordScanner.Scan(document.Text, part.Start, part.End, _model, words);
                count += words.Count;
                FigureDamage.Find(document.Text, part, words, figures);
                new DateDamage(document.Text, part, words, figures).Find();
                _syllables.Find(document.Text, words, suspects, room.Lookalikes);
            }
        }

        if (suspects.Count == 0 && figures.Count == 0)
        {
            return [];
        }

        ImmutableArray<Damage>.Builder found = ImmutableArray.CreateBuilder<Damage>();
        _syllables.Judge(suspects, count, LeastConfidence, found, document.Text);
        if (figures.Count > 0)
        {
            DropOverlaps(figures);
            found.RemoveAll(damage => OverlapsAny(figures, damage.Span));
            found.AddRange(figures);
        }

        found.Sort(static (one, other) => one.Span.CompareTo(other.Span));
        return found.DrainToImmutable();
    }

    // Of two readings of one place the surer stays, of two as sure the one before.
    private static void DropOverlaps(List<Damage> figures)
    {
        figures.Sort(static (one, other) => one.Span.CompareTo(other.Span));
        int kept = 0;
        for (int i = 0; i < figures.Count; i++)
        {
            Damage figure = figures[i];
            if (kept == 0 || !figures[kept - 1].Span.Overlaps(figure.Span))
            {
                figures[kept++] = figure;
            }
            else if (figure.Confidence > figures[kept - 1].Confidence)
            {
                figures[kept - 1] = figure;
            }
        }

        figures.RemoveRange(kept, figures.Count - kept);
    }

    private static bool OverlapsAny(List<Damage> figures, TextSpan span)
    {
        (int low, int high) = (0, figures.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = figures[middle].Span.End > span.Start ? (low, middle) : (middle + 1, high);
        }

        return low < figures.Count && figures[low].Span.Overlaps(span);
    }

    private sealed class Room
    {
        // More words in one paragraph are rare, and not kept.
        private const int MostKept = 4096;

        public List<ScannedWord> Words { get; } = [];

        public List<SyllableDamage.Suspect> Suspects { get; } = [];

        public List<Damage> Figures { get; } = [];

        public List<(int Syllable, double Cost)> Lookalikes { get; } = [];

        /// <summary>Empties the lists; false when they have grown too long to be kept.</summary>
        public bool Clear()
        {
            Words.Clear();
            Suspects.Clear();
            Figures.Clear();
            Lookalikes.Clear();
            return Words.Capacity <= MostKept && Suspects.Capacity <= MostKept && Figures.Capacity <= MostKept;
        }
    }
}
