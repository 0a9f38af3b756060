using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BienNien.Apps.Tests;
using BienNien.Tests.Gold;
using BienNien.Text;

namespace BienNien.Tests.Reading;

/// <summary>The blocks of whole documents, each line compared with its source by eye. Their words are not ours to keep: a hash stands for them.</summary>
public sealed class CorpusBlocksTests
{
    public static TheoryData<string> Names => ["000", "001", "002", "003", "004"];

    [GoldTheory]
    [MemberData(nameof(Names))]
    public void The_blocks_of_a_document_are_as_approved(string name)
    {
        Document document = Blocks.Read(name + ".txt", File.ReadAllBytes(Path.Combine(GoldTheoryAttribute.Corpus, name + ".txt")));
        StringBuilder seen = new();
        foreach (Block block in document.Blocks)
        {
            string cell = block.Cell is { } place ? $" cell {place.Table},{place.Row},{place.Column}{(place.IsHeader ? " header" : "")}" : "";
            string lines = string.Join(' ', block.Parts.Select(part => $"{document.LineOf(part.Start)}-{document.LineOf(part.End - 1)}"));
            string words = string.Join(' ', block.Parts.Select(document.Surface));
            seen.Append(CultureInfo.InvariantCulture, $"{lines} {block.Kind} {block.Level}{cell} «{block.Label}» {words[..Math.Min(2, words.Length)]} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 3))}\n");
        }

        foreach (NoteLink link in document.Notes)
        {
            seen.Append(CultureInfo.InvariantCulture, $"note {document.Surface(link.Mark)} on {document.LineOf(link.Mark.Start)}: block on {document.LineOf(document.Blocks[link.Note].Span.Start)}\n");
        }

        seen.ToString().ShouldBeApproved("corpus-" + name);
    }
}
