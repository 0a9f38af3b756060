using System.Collections.Immutable;
using BienNien.Checking;
using BienNien.Converting;
using BienNien.Converting.Programs;
using BienNien.Keeping;
using BienNien.Reading;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Web.Shared;

namespace BienNien.Web.Checking;

/// <summary>What became of a draft that was handed in.</summary>
public abstract record CheckOutcome
{
    private CheckOutcome()
    {
    }

    /// <summary>It was checked.</summary>
    public sealed record Done(Draft Draft) : CheckOutcome;

    /// <summary>It could not be read.</summary>
    /// <param name="Code">The number after BN, the same that the command line gives.</param>
    /// <param name="Detail">What was seen.</param>
    /// <param name="Place">Byte of the file.</param>
    public sealed record Unreadable(int Code, string Detail, long Place) : CheckOutcome;

    /// <summary>Too many others are being checked.</summary>
    public sealed record Busy : CheckOutcome;
}

/// <summary>Reads drafts and checks them, a few at a time. Nothing is kept and nothing of their words is logged.</summary>
public sealed class DraftChecker : IDisposable
{
    /// <summary>The longest draft, in UTF-16 code units: some 400 printed pages.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>BN3008, as the command line gives it: the file holds several documents.</summary>
    public const int SeveralDocuments = 3008;

    private const int MostNamed = 5;
    private const int AtOnce = 2;
    private static readonly string[] _usual = [".docx", ".doc", ".odt", ".rtf", ".pdf", ".txt", ".md", ".html"];
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly MachineFormats _formats = MachineFormats.Create(ProgramFinder.OfMachine(Environment.GetEnvironmentVariable));
    private readonly DocumentReader _reader;
    private readonly Lazy<Engine> _engine;
    private readonly LibrarySource _source;
    private readonly ILogger<DraftChecker> _log;
    private readonly SemaphoreSlim _places = new(AtOnce);

    // Confronting holds the library's one right to write until it is taken back: one draft after the other.
    private readonly Lock _confronting = new();

    public DraftChecker(LibrarySource source, ILogger<DraftChecker> log)
    {
        (_source, _log) = (source, log);
        _reader = DocumentReader.Create(_formats.Formats);
        _engine = new Lazy<Engine>(() => Engine.Create(_formats.Formats));
    }

    /// <summary>The endings of the files that are read, as <c>.docx</c>, each once; first those in which drafts are written.</summary>
    public ImmutableArray<string> Extensions => [.. _reader.Extensions.Distinct(StringComparer.Ordinal).OrderBy(static ending => Array.IndexOf(_usual, ending) is >= 0 and var place ? place : int.MaxValue)];

    /// <summary>Makes the engine while the reader still looks for the file.</summary>
    public void Prepare()
    {
        if (!_engine.IsValueCreated)
        {
            _ = Task.Run(() => _engine.Value);
        }
    }

    /// <summary>Reads and checks a draft.</summary>
    /// <param name="name">The file's name, without folders; its ending tells the format.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="againstLibrary">Whether it is held against the library, too.</param>
    /// <param name="cancel">Ends the waiting for a place; a check that has begun is finished.</param>
    public async Task<CheckOutcome> CheckAsync(string name, ReadOnlyMemory<byte> bytes, bool againstLibrary, CancellationToken cancel)
    {
        if (!await _places.WaitAsync(_patience, cancel))
        {
            return new CheckOutcome.Busy();
        }

        try
        {
            return await Task.Run(() => Check(name, bytes, againstLibrary), CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The message of an exception may quote the draft; where it happened does not.
            _log.LogError("Checking a draft failed: {Type}{NewLine}{Stack}", e.GetType().FullName, Environment.NewLine, e.StackTrace);
            return new CheckOutcome.Unreadable((int)FileProblem.Internal, e.GetType().Name, 0);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _places.Dispose();
        _formats.Dispose();
    }

    private CheckOutcome Check(string name, ReadOnlyMemory<byte> bytes, bool againstLibrary)
    {
        List<Document> documents = [];
        ReadResult.Unreadable? problem = null;
        foreach (FileReading reading in _reader.ReadAll(name, FileContent.Of(bytes), ReadOptions.Default))
        {
            problem ??= (reading as FileReading.Unreadable)?.Problem;
            if (reading is FileReading.Read { Document: var one })
            {
                documents.Add(one);
            }
        }

        if (documents is not [var document])
        {
            return documents.Count > 1 ? new CheckOutcome.Unreadable(SeveralDocuments, string.Join(", ", documents.Take(MostNamed).Select(static one => one.Name)), 0)
                : problem is not null ? new CheckOutcome.Unreadable((int)problem.Code, problem.Detail, problem.ByteOffset)
                : new CheckOutcome.Unreadable((int)ProblemCode.UnknownFormat, Path.GetExtension(name), 0);
        }

        if (document.Text.Length > MostCharacters)
        {
            return new CheckOutcome.Unreadable((int)ProblemCode.TooLarge, FormattableString.Invariant($"{document.Text.Length} > {MostCharacters} characters"), 0);
        }

        if (string.IsNullOrWhiteSpace(document.Text))
        {
            return new CheckOutcome.Unreadable((int)ProblemCode.Empty, "0 characters", 0);
        }

        DocumentAnalysis analysis = _engine.Value.Analyze(document);
        SourceLinks links = new();
        (LibraryLook library, ImmutableArray<SourceContradiction> sources) = againstLibrary ? Confront(name, analysis, links) : (new LibraryLook.NotAsked(), []);
        CheckedDocument looked = _engine.Value.Checker.Check(analysis, CheckSettings.Default, sources);
        DraftForm form = FormOf(name, bytes, document);
        return new CheckOutcome.Done(new Draft(name, form, looked, form == DraftForm.Other ? default : bytes, library, links.Of(looked.Diagnostics)));
    }

    private (LibraryLook Look, ImmutableArray<SourceContradiction> Sources) Confront(string name, DocumentAnalysis analysis, SourceLinks links)
    {
        try
        {
            Library library = _source.Open();
            ImmutableArray<DocumentRow> documents = library.Documents();
            DocumentRow? own = documents.Where(row => row.Name == name).ToList() is [var only] ? only : null;
            // The draft lies nowhere: a path at which the library has nothing, unless it is a new state of a file that the library has.
            string path = Path.Combine(library.Folder, own?.Path ?? Guid.NewGuid().ToString("N"));
            ImmutableArray<(long Document, SourceContradiction Says)> said;
            lock (_confronting)
            {
                said = library.HeldAgainst(path, analysis, _engine.Value.Testify(analysis), _engine.Value.Reconciler);
            }

            foreach ((long document, SourceContradiction says) in said)
            {
                links.Add(library, document, says);
            }

            ImmutableArray<SourceContradiction> sources = [.. said.Select(static one => one.Says)];
            return (new LibraryLook.Held(documents.Length - (own is null ? 0 : 1), own), sources);
        }
        catch (LibraryException e)
        {
            return (new LibraryLook.Refused(e.Problem), []);
        }
    }

    private static DraftForm FormOf(string name, ReadOnlyMemory<byte> bytes, Document document) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        // A page of the net that was saved as .docx is read, but takes no comments.
        ".docx" or ".docm" when bytes.Span.StartsWith("PK"u8) => DraftForm.Word,
        ".txt" or ".md" or ".markdown" when document.Encoding is not { Encoding: not TextEncoding.Utf8 } => DraftForm.Plain,
        _ => DraftForm.Other,
    };
}
