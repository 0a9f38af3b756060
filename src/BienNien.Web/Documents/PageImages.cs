using BienNien.Converting;
using BienNien.Converting.Poppler;
using BienNien.Converting.Programs;
using BienNien.Keeping;
using BienNien.Reading;
using Microsoft.Extensions.Caching.Memory;

namespace BienNien.Web.Documents;

/// <summary>The pages of the library's files as pictures, drawn when they are first looked at and kept while there is room.</summary>
public sealed class PageImages : IDisposable
{
    private const long MostBytes = 96 << 20;

    private readonly PagePictures _pictures = new(ProgramFinder.OfMachine(Environment.GetEnvironmentVariable), ConvertOptions.Default);
    private readonly MemoryCache _drawn = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>A page of a document.</summary>
    /// <param name="library">The library.</param>
    /// <param name="content">The document.</param>
    /// <param name="page">From 1.</param>
    public PagePicture Show(Library library, DocumentContent content, int page)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(content);
        (string, int) key = (content.Row.Sha256, page);
        if (_drawn.TryGetValue(key, out PagePicture? kept) && kept is not null)
        {
            return kept;
        }

        PagePicture picture = Load(library, content) is { } bytes ? _pictures.Show(bytes, page) : new PagePicture(default, "", ProblemCode.Empty);
        if (picture.Problem is null)
        {
            _drawn.Set(key, picture, new MemoryCacheEntryOptions { Size = picture.Bytes.Length });
        }

        return picture;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _drawn.Dispose();
        _pictures.Dispose();
    }

    // The first of its copies that is still there and as long as it was: on another file the places would mean nothing.
    private static byte[]? Load(Library library, DocumentContent content)
    {
        foreach (string path in content.Paths)
        {
            try
            {
                FileInfo file = new(Path.GetFullPath(path, library.Folder));
                if (file.Exists && file.Length == content.Row.Size)
                {
                    return File.ReadAllBytes(file.FullName);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another copy may be open to us.
            }
        }

        return null;
    }
}
