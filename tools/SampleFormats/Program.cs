using BienNien;
using BienNien.Converting;
using BienNien.Converting.Programs;
using BienNien.SampleFormats;
using BienNien.SampleFormats.Comparing;

// make: makes the samples again from their Markdown file.
// compare [--blocks] [FILE…]: reads the samples and says how far they agree with the UTF-8 text.
const string Folder = "samples/formats";
if (!File.Exists(Path.Combine(Folder, TextFiles.Source)))
{
    Console.Error.WriteLine($"There is no {Folder}/{TextFiles.Source}: run this in the repository's root.");
    return 2;
}

switch (args)
{
    case ["make"]:
        SampleFolder.Make(Folder);
        return 0;
    case ["compare", .. string[] rest]:
        using (MachineFormats machine = MachineFormats.Create(ProgramFinder.OfMachine(Environment.GetEnvironmentVariable)))
        {
            string[] named = [.. rest.Where(static name => name != "--blocks").Select(static name => Path.GetFileName(name))];
            IEnumerable<string> all = Directory.GetFiles(Folder).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
            ComparisonReport.Write(Engine.Create(machine.Formats), Folder, named.Length > 0 ? named : all, rest.Contains("--blocks"), Console.Out);
        }

        return 0;
    default:
        Console.Error.WriteLine("make | compare [--blocks] [FILE…]");
        return 2;
}
