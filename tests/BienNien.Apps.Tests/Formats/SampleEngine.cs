using BienNien.Converting;
using BienNien.Converting.Programs;
using BienNien.Reading;
using BienNien.SampleFormats.Comparing;

namespace BienNien.Apps.Tests.Formats;

/// <summary>One engine with the programs of the machine, for all tests of the samples.</summary>
public sealed class SampleEngine : IDisposable
{
    private readonly MachineFormats _machine = MachineFormats.Create(ProgramFinder.OfMachine(Environment.GetEnvironmentVariable));

    public SampleEngine() => Engine = Engine.Create(_machine.Formats);

    /// <summary><c>samples/formats</c> of the checkout that the tests were built from.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>The engine.</summary>
    public Engine Engine { get; }

    /// <summary>What is compared of a file.</summary>
    internal DocumentView View(string name) => DocumentView.Of(
        Engine, Engine.Reader.ReadAll(name, FileContent.Of(File.ReadAllBytes(Path.Combine(Folder, name))), ReadOptions.Default).OfType<FileReading.Read>().First().Document);

    public void Dispose() => _machine.Dispose();

    private static string FindFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BienNien.slnx")))
            {
                return Path.Combine(folder.FullName, "samples", "formats");
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside a checkout.");
    }
}
