using System.Collections.Immutable;
using BienNien.Checking;
using BienNien.Checking.Form;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Checking.Form;

/// <summary>Word files through the checks of form, as programs send them.</summary>
internal static class FormReports
{
    /// <summary>Reads a file and checks it with its form.</summary>
    public static (Document Document, ImmutableArray<Diagnostic> Diagnostics) Check(Engine engine, byte[] file)
    {
        Document document = ReadDocument(engine, file);
        PaperForm? form = PaperForm.Of(document, Measure(document, file), engine.PaperHeaders.Read(document));
        return (document, engine.Checker.Check(engine.Analyze(document), CheckSettings.Default, form: form).Diagnostics);
    }

    /// <summary>What is measured of a file.</summary>
    public static WordForm Measure(Document document, byte[] file) =>
        WordForm.Read(FileContent.Of(file), document, ReadOptions.Default).ShouldBeOfType<WordFormResult.Read>().Form;

    /// <summary>The document of a file.</summary>
    public static Document ReadDocument(Engine engine, byte[] file) =>
        engine.Reader.Read("cong-van.docx", file, ReadOptions.Default).ShouldBeOfType<ReadResult.Read>().Document;

    /// <summary>The diagnostics of the rules of form.</summary>
    public static IEnumerable<Diagnostic> OfForm(this IEnumerable<Diagnostic> diagnostics) => diagnostics.Where(static one => one.Slug.StartsWith("form-", StringComparison.Ordinal));
}
