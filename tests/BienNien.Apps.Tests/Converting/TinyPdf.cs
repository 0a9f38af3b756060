using System.Globalization;
using System.Text;

namespace BienNien.Apps.Tests.Converting;

/// <summary>Writes PDF files object by object, no more than tests need.</summary>
internal sealed class TinyPdf : IDisposable
{
    private const int Catalog = 1;
    private const int PageTree = 2;

    private readonly MemoryStream _file = new();
    private readonly List<long> _places = [0, 0];
    private readonly List<int> _pages = [];

    internal TinyPdf() => Write("%PDF-1.4\n");

    public void Dispose() => _file.Dispose();

    /// <summary>Adds an object and gives its number.</summary>
    internal int Add(string thing)
    {
        _places.Add(0);
        Put(_places.Count, thing);
        return _places.Count;
    }

    internal int AddStream(string entries, byte[] bytes)
    {
        _places.Add(_file.Length);
        Write($"{_places.Count} 0 obj\n<<{entries}/Length {bytes.Length}>>stream\n");
        _file.Write(bytes);
        Write("\nendstream\nendobj\n");
        return _places.Count;
    }

    internal void AddPage(double width, double height, string resources, string content)
    {
        int stream = AddStream("", Encoding.ASCII.GetBytes(content));
        _pages.Add(Add(string.Create(CultureInfo.InvariantCulture, $"<</Type/Page/Parent {PageTree} 0 R/MediaBox[0 0 {width} {height}]/Resources<<{resources}>>/Contents {stream} 0 R>>")));
    }

    internal byte[] Write()
    {
        Put(Catalog, $"<</Type/Catalog/Pages {PageTree} 0 R>>");
        Put(PageTree, $"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', _pages.Select(static page => $"{page} 0 R"))}]>>");
        long start = _file.Length;
        Write($"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n");
        foreach (long place in _places)
        {
            Write($"{place:0000000000} 00000 n \n");
        }

        Write($"trailer<</Size {_places.Count + 1}/Root {Catalog} 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return _file.ToArray();
    }

    private void Put(int number, string thing)
    {
        _places[number - 1] = _file.Length;
        Write($"{number} 0 obj\n{thing}\nendobj\n");
    }

    private void Write(FormattableString text) => _file.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private void Write(string text) => _file.Write(Encoding.ASCII.GetBytes(text));
}
