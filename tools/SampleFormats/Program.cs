using BienNien;
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
        string[] names = [.. rest.Where(static name => name != "--blocks").Select(static name => Path.GetFileName(name))];
        ComparisonReport.Write(
            Engine.Create(),
            Folder,
            names.Length > 0 ? names : Directory.GetFiles(Folder).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
            rest.Contains("--blocks"),
            Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("make | compare [--blocks] [FILE…]");
        return 2;
}
