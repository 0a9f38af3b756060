using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Reading;

/// <summary>Passages as they come out of PDF programs, Word, scanners and browsers, their blocks marked by hand before the rules were written.</summary>
/// <remarks>
/// First run of the rules: 189 of 244 blocks with kind and extent exact; of the rules before them, which knew no verse, quotations, debris or flattened tables, 86.
/// </remarks>
public sealed class PassageTests
{
    // Two of its paragraphs end exactly at the margin: by their lines alone they cannot be told from paragraphs that go on.
    private const string Ambiguous = "scan-wrapped.txt";

    public static TheoryData<string> Names => [.. Passage.Names];

    public static TheoryData<string> Clear => [.. Passage.Names.Where(static name => name != Ambiguous)];

    [Theory]
    [MemberData(nameof(Clear))]
    public void The_blocks_are_those_of_the_margin(string name)
    {
        Passage passage = Passage.Load(name);
        Document document = Blocks.Read(name, passage.Text);
        Blocks.DrawWithLabels(document.Text, document.Blocks).ShouldBe(Blocks.DrawWithLabels(passage.Text, passage.Blocks));
    }

    [Fact]
    public void Of_all_blocks_hardly_one_is_missed()
    {
        int marked = 0;
        int found = 0;
        foreach (string name in Passage.Names)
        {
            Passage passage = Passage.Load(name);
            HashSet<string> seen = [.. Blocks.Read(name, passage.Text).Blocks.Select(KindAndExtent)];
            marked += passage.Blocks.Count;
            found += passage.Blocks.Count(block => seen.Contains(KindAndExtent(block)));
        }

        found.ShouldBeGreaterThanOrEqualTo(marked - 4);
        marked.ShouldBe(244);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_marks_of_notes_lead_to_their_notes(string name)
    {
        Passage passage = Passage.Load(name);
        Document document = Blocks.Read(name, passage.Text);
        int[] notes = [.. Enumerable.Range(0, document.Blocks.Length).Where(i => document.Blocks[i].Kind == BlockKind.Footnote)];
        document.Notes.Select(link => (document.Surface(link.Mark), document.LineOf(link.Mark.Start), Array.IndexOf(notes, link.Note) + 1))
            .ShouldBe(passage.Notes);
    }

    private static string KindAndExtent(Block block) => $"{block.Kind} {string.Join(' ', block.Parts)}";
}
