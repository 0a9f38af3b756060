using System.Globalization;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Reading.Encodings;

/// <summary>Which encoding a text without a mark is found to be in.</summary>
public sealed class DetectionTests(ITestOutputHelper output)
{
    private static readonly DocumentReader _reader = DocumentReader.Create();

    [Theory]
    [InlineData("line", 0.9)]
    [InlineData("paragraph", 1)]
    [InlineData("page", 1)]
    public void Passages_are_found_in_their_encoding(string length, double floor)
    {
        Dictionary<(string Written, string Found), int> table = [];
        int right = 0;
        int same = 0;
        int count = 0;
        foreach (TextEncoding encoding in LegacyEncoder.Legacy)
        {
            for (int i = 0; i < Passages.All.Length; i++)
            {
                string text = LegacyEncoder.Typed(Text(i, length), encoding);
                Document? document = (_reader.Read("a.txt", LegacyEncoder.Encode(text, encoding), ReadOptions.Default) as ReadResult.Read)?.Document;
                (string, string) cell = (encoding.Name(), document?.Encoding?.Encoding.Name() ?? "none");
                if (document?.Text != text)
                {
                    output.WriteLine($"{encoding}, {document?.Encoding}: {document?.Text}");
                }

                table[cell] = table.GetValueOrDefault(cell) + 1;
                right += document?.Encoding?.Encoding == encoding ? 1 : 0;
                same += document?.Text == text ? 1 : 0;
                count++;
            }
        }

        foreach (((string written, string found), int times) in table.OrderBy(static one => one.Key))
        {
            output.WriteLine($"{written} → {found}: {times}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{length}: encoding {right}/{count}, text {same}/{count}"));
        ((double)same / count).ShouldBeGreaterThanOrEqualTo(floor);
    }

    // The first line; the paragraph with it; six passages.
    private static string Text(int passage, string length) => length switch
    {
        "line" => Passages.All[passage][..Passages.All[passage].IndexOf('\n', StringComparison.Ordinal)],
        "paragraph" => Passages.All[passage],
        _ => string.Join("\n\n", Enumerable.Range(passage, 6).Select(static i => Passages.All[i % Passages.All.Length])),
    };
}
