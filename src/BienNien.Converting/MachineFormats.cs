using System.Collections.Immutable;
using BienNien.Converting.LibreOffice;
using BienNien.Converting.Poppler;
using BienNien.Converting.Programs;
using BienNien.Converting.Tesseract;
using BienNien.Reading;

namespace BienNien.Converting;

/// <summary>The formats that are read with programs of the machine. Safe to share; disposed at the end, when no file is read any more.</summary>
public sealed class MachineFormats : IDisposable
{
    private readonly ProgramRunner _runner;
    private readonly OfficeConverter _office;

    private MachineFormats(ProgramRunner runner, OfficeConverter office, ImmutableArray<IDocumentFormat> formats)
    {
        _runner = runner;
        _office = office;
        Formats = formats;
    }

    /// <summary>The formats, to be handed to the engine.</summary>
    public ImmutableArray<IDocumentFormat> Formats { get; }

    /// <summary>All formats, whether their programs are installed or not: a file that lacks its program is told so.</summary>
    /// <param name="programs">Where the programs are looked for.</param>
    /// <param name="options">How much they may do.</param>
    public static MachineFormats Create(ProgramFinder programs, ConvertOptions? options = null)
    {
        ProgramRunner runner = new(programs);
        ConvertOptions limits = options ?? ConvertOptions.Default;
        OfficeConverter office = new(runner, limits);
        return new MachineFormats(runner, office, [new PdfFormat(runner, limits), new PictureFormat(runner, limits), .. OfficeFormat.All(office)]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _office.Dispose();
        _runner.Dispose();
    }
}
