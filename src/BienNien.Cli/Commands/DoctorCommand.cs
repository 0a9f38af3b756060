using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Text;
using BienNien.Cli.Hosting;
using BienNien.Converting;
using BienNien.Converting.Programs;
using BienNien.Keeping;

namespace BienNien.Cli.Commands;

/// <summary><c>doctor</c>: what the machine has of what reading needs; 0 all of it, 1 something is missing.</summary>
internal static class DoctorCommand
{
    private static readonly ImmutableArray<(string System, string Poppler, string Tesseract, string LibreOffice)> _install =
    [
        ("Debian, Ubuntu", "sudo apt-get install poppler-utils", "sudo apt-get install tesseract-ocr tesseract-ocr-vie", "sudo apt-get install libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui"),
        ("Fedora", "sudo dnf install poppler-utils", "sudo dnf install tesseract tesseract-langpack-vie", "sudo dnf install libreoffice-writer libreoffice-calc libreoffice-impress"),
        ("macOS", "brew install poppler", "brew install tesseract tesseract-lang", "brew install --cask libreoffice"),
        ("Windows", "winget install oschwartz10612.Poppler", "winget install UB-Mannheim.TesseractOCR", "winget install TheDocumentFoundation.LibreOffice"),
    ];

    internal static Command Create(Session session)
    {
        DescribedCommand command = new("doctor", session.Texts.Doctor, "biennien doctor");
        command.SetAction((_, _) => Task.FromResult(Run(session)));
        return command;
    }

    private static int Run(Session session)
    {
        ImmutableArray<ProgramState> states = ProgramSurvey.Of(session.Programs);
        foreach (ProgramState state in states)
        {
            Tell(session, state);
        }

        bool icu = "ế".Normalize(NormalizationForm.FormD).Length == 3;
        session.Output.WriteLine(icu
            ? Session.Fill(session.Texts.DoctorHas, "ICU", IcuVersion(), "").TrimEnd()
            : Session.Fill(session.Texts.DoctorLacks, "ICU") + "\n    " + session.Texts.DoctorIcu);
        session.Output.WriteLine(Session.Fill(session.Texts.DoctorHas, "SQLite", Library.SqliteVersion, "").TrimEnd());
        ConvertOptions limits = ConvertOptions.Default;
        session.Output.WriteLine(Session.Fill(
            session.Texts.DoctorLimits, limits.ForFile.Time.TotalSeconds, limits.ForPage.Time.TotalSeconds, limits.ForFile.MemoryBytes >> 20, limits.MaxPages, limits.MaxRecognisedPages));
        session.Output.WriteLine(ProgramSurvey.LimitsFromTheStart(session.Programs) ? session.Texts.DoctorFirmLimits : session.Texts.DoctorWatchedLimits);
        return icu && states.All(static state => state.IsWhole) ? ExitCode.Clean : ExitCode.Findings;
    }

    private static void Tell(Session session, ProgramState state)
    {
        (string needed, string cost) = state.Kit switch
        {
            ProgramKit.Poppler => (".pdf", session.Texts.WithoutPoppler),
            ProgramKit.Tesseract => (".png .jpg .tif .bmp .webp .pdf", session.Texts.WithoutTesseract),
            _ => (".doc .dot .rtf .odt .ott .xls .ods .ppt .odp", session.Texts.WithoutLibreOffice),
        };
        string name = state.Kit.ToString();
        if (state.IsWhole)
        {
            session.Output.WriteLine(Session.Fill(session.Texts.DoctorHas, name, state.Version, state.Path));
            session.Output.WriteLine("    " + Session.Fill(session.Texts.DoctorReads, needed));
            return;
        }

        session.Output.WriteLine(state.Path is null ? Session.Fill(session.Texts.DoctorLacks, name) : Session.Fill(session.Texts.DoctorLacksPart, name, state.Version, state.Missing));
        session.Output.WriteLine("    " + Session.Fill(session.Texts.DoctorReads, needed));
        session.Output.WriteLine("    " + cost);
        foreach ((string system, string poppler, string tesseract, string libreOffice) in _install)
        {
            session.Output.WriteLine($"    {system}: {(state.Kit switch { ProgramKit.Poppler => poppler, ProgramKit.Tesseract => tesseract, _ => libreOffice })}");
        }
    }

    // The runtime does not say which it loaded; the name of the library does, where it has a version in it.
    private static string IcuVersion()
    {
        const string Mark = "libicuuc.so.";
        using Process self = Process.GetCurrentProcess();
        return self.Modules.Cast<ProcessModule>().Select(static module => module.ModuleName).FirstOrDefault(static name => name.StartsWith(Mark, StringComparison.Ordinal))?[Mark.Length..] ?? "";
    }
}
