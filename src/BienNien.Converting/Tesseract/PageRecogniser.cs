using System.Globalization;
using System.Runtime.ExceptionServices;
using BienNien.Converting.Poppler;
using BienNien.Converting.Programs;
using BienNien.Reading;
using BienNien.Reading.Pages;

namespace BienNien.Converting.Tesseract;

/// <summary>Recognises the words of pages and pictures with Tesseract and its model of Vietnamese.</summary>
internal sealed class PageRecogniser(ProgramRunner runner, ConvertOptions options)
{
    /// <summary>Dots an inch at which pages are drawn: what the model was made for.</summary>
    public const int Resolution = 300;

    private const float PointsPerInch = 72;

    /// <summary>Recognises pages of a PDF, as many at once as there are cores.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="file">Its name there.</param>
    /// <param name="pages">From 0.</param>
    /// <returns>Each page with what was found; null for one on which nothing is printed.</returns>
    /// <exception cref="ProgramFailure">A page could not be recognised.</exception>
    public IEnumerable<(int Page, PageText? Text)> RecogniseAll(WorkFolder folder, string file, IReadOnlyList<int> pages)
    {
        PageText?[] found = new PageText?[pages.Count];
        try
        {
            Parallel.For(0, pages.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => found[i] = Recognise(folder, file, pages[i] + 1));
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<ProgramFailure>().FirstOrDefault() is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return pages.Zip(found);
    }

    /// <summary>Recognises a picture.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="picture">Its name there; formats that Tesseract knows.</param>
    /// <param name="resolution">Dots an inch.</param>
    /// <param name="limits">What it may cost.</param>
    /// <returns>Its pages.</returns>
    /// <exception cref="ProgramFailure">It could not be recognised.</exception>
    public List<PageText> Recognise(WorkFolder folder, string picture, int resolution, ProgramLimits limits)
    {
        List<PageText> pages = [];
        (int code, string error) = runner.Run(
            ExternalProgram.Tesseract,
            [picture, "stdout", "-l", "vie", "--dpi", resolution.ToString(CultureInfo.InvariantCulture), "--psm", "3", "tsv"],
            folder, limits, output => pages = TsvWords.Read(output, PointsPerInch / resolution));
        if (code != 0 && error.Contains("vie.traineddata", StringComparison.Ordinal))
        {
            throw new ProgramFailure(ProblemCode.ProgramMissing, "Tesseract: vie");
        }

        return code == 0 ? pages : throw ProgramRunner.Failed(ExternalProgram.Tesseract, code, error);
    }

    private PageText? Recognise(WorkFolder folder, string file, int page)
    {
        string path = PageRenderer.Draw(runner, folder, file, page, longest: 0, Resolution, "-gray", options.ForPage);
        try
        {
            return GrayPicture.IsBlank(path) ? null : Recognise(folder, Path.GetFileName(path), Resolution, options.ForPage).FirstOrDefault();
        }
        catch (ProgramFailure failure) when (failure.Code != ProblemCode.ProgramMissing)
        {
            throw new ProgramFailure(failure.Code, string.Create(CultureInfo.InvariantCulture, $"{failure.Message} (p. {page})"));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
