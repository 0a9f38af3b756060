using BienNien.Keeping;

namespace BienNien.Web.Shared;

/// <summary>The library, opened at the first page that needs it, and again after its file was missing or replaced.</summary>
public sealed class LibrarySource(WebAppOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private Library? _library;
    private DateTime _created;

    /// <summary>The library's file, as it was given.</summary>
    public string Path => options.Library;

    /// <summary>The library.</summary>
    /// <exception cref="LibraryException">It is not there or cannot be used; the pages say what to do.</exception>
    public Library Open()
    {
        lock (_gate)
        {
            // A library that was deleted, or made anew, is another file under the same name.
            DateTime created = File.Exists(Path) ? File.GetCreationTimeUtc(Path) : default;
            if (_library is not null && created != _created)
            {
                _library.Dispose();
                _library = null;
            }

            _library ??= Library.OpenExisting(Path);
            _created = created;
            return _library;
        }
    }

    public void Dispose() => _library?.Dispose();
}
