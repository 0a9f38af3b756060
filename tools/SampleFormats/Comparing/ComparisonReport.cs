using System.Globalization;

namespace BienNien.SampleFormats.Comparing;

/// <summary>Prints how far the files of a folder agree.</summary>
internal static class ComparisonReport
{
    /// <summary>Writes a line for each file, below it what is missing and what is extra.</summary>
    /// <param name="engine">Reads and finds.</param>
    /// <param name="folder">Where the samples are.</param>
    /// <param name="names">The files.</param>
    /// <param name="withBlocks">Whether blocks that differ are printed as well.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(Engine engine, string folder, IEnumerable<string> names, bool withBlocks, TextWriter output)
    {
        output.WriteLine("mentions   blocks  file");
        foreach (FileAgreement file in names.SelectMany(name => FileAgreement.Of(engine, folder, name)))
        {
            if (file is { Mentions: { } mentions, Blocks: { } blocks })
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mentions.Agreement,8:P2} {blocks.Agreement,8:P2}  {file.Name}"));
                WriteDifferences(mentions, output);
                if (withBlocks)
                {
                    WriteDifferences(blocks, output);
                }
            }
            else
            {
                output.WriteLine($"       -        -  {file.Name}: BN{(int)file.Problem!.Code} {file.Problem.Detail}");
            }
        }
    }

    private static void WriteDifferences(Bag bag, TextWriter output)
    {
        foreach (string one in bag.Missing)
        {
            output.WriteLine($"    - {one}");
        }

        foreach (string one in bag.Extra)
        {
            output.WriteLine($"    + {one}");
        }
    }
}
