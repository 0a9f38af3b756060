using System.Collections.Immutable;
using System.Text;

namespace BienNien.Converting.Programs;

/// <summary>Asks the programs of the machine for their versions.</summary>
public static class ProgramSurvey
{
    private static readonly ProgramLimits _limits = ProgramLimits.Default with { Time = TimeSpan.FromSeconds(30), OutputBytes = 1 << 20 };

    /// <summary>What is there, kit by kit.</summary>
    /// <param name="programs">Where they are looked for.</param>
    public static ImmutableArray<ProgramState> Of(ProgramFinder programs)
    {
        using ProgramRunner runner = new(programs);
        return
        [
            Ask(runner, ProgramKit.Poppler, ExternalProgram.PdfToText, ExternalProgram.PdfInfo, ExternalProgram.PdfToPpm),
            Ask(runner, ProgramKit.Tesseract, ExternalProgram.Tesseract),
            Ask(runner, ProgramKit.LibreOffice, ExternalProgram.LibreOffice),
        ];
    }

    /// <summary>Whether memory is limited from a program's first moment (prlimit), not only by looking at it.</summary>
    public static bool LimitsFromTheStart(ProgramFinder programs) => programs.Find("prlimit") is not null;

    private static ProgramState Ask(ProgramRunner runner, ProgramKit kit, ExternalProgram first, params ReadOnlySpan<ExternalProgram> others)
    {
        if (runner.Programs.Find(first) is not { } path)
        {
            return new ProgramState(kit, null, "", "");
        }

        List<string> missing = [];
        foreach (ExternalProgram other in others)
        {
            if (runner.Programs.Find(other) is null)
            {
                missing.Add(other.FileNames[0]);
            }
        }

        try
        {
            string version = Version(Said(runner, first, first.VersionArgument));
            if (kit == ProgramKit.Tesseract && !Said(runner, first, "--list-langs").Split((char[]?)null).Contains("vie", StringComparer.Ordinal))
            {
                missing.Add("vie");
            }

            return new ProgramState(kit, path, version, string.Join(", ", missing));
        }
        catch (ProgramFailure failure)
        {
            return new ProgramState(kit, path, "", failure.Message);
        }
    }

    private static string Said(ProgramRunner runner, ExternalProgram program, string argument)
    {
        using WorkFolder folder = new();
        StringBuilder said = new();
        // LibreOffice would look for a profile; the others do not know the word.
        string[] arguments = program == ExternalProgram.LibreOffice ? ["-env:UserInstallation=" + new Uri(folder["profile"]).AbsoluteUri, argument] : [argument];
        (_, string error) = runner.Run(program, arguments, folder, _limits, output =>
        {
            using StreamReader reader = new(output, Encoding.UTF8);
            said.Append(reader.ReadToEnd());
        });
        return said.Append(' ').Append(error).ToString();
    }

    // “pdftotext version 22.12.0”, “tesseract 5.3.0”, “LibreOffice 7.4.7.2 40(Build:2)”.
    private static string Version(string said) => said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(static word => char.IsAsciiDigit(word[0]) && word.Contains('.', StringComparison.Ordinal)) ?? "";
}
