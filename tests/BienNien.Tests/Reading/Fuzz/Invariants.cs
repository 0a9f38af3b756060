using BienNien.Reading;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Reading.Fuzz;

/// <summary>What the later stages take for granted of anything that was read.</summary>
internal static class Invariants
{
    public static void Check(ReadResult result)
    {
        switch (result)
        {
            case ReadResult.Read read:
                Check(read.Document);
                break;
            case ReadResult.Container { Document: { } own }:
                Check(own);
                break;
            case ReadResult.Unreadable bad:
                Check(bad);
                break;
        }
    }

    /// <summary>What became of one of the files of a file.</summary>
    public static void Check(FileReading reading)
    {
        reading.Name.ShouldNotBeNullOrWhiteSpace();
        reading.Name.Any(char.IsControl).ShouldBeFalse(reading.Name);
        Path.IsPathRooted(reading.Name).ShouldBeFalse(reading.Name);
        reading.Name.Split('/').ShouldNotContain("..");
        switch (reading)
        {
            case FileReading.Read read:
                Check(read.Document);
                break;
            case FileReading.Unreadable bad:
                Check(bad.Problem);
                break;
        }
    }

    private static void Check(ReadResult.Unreadable bad)
    {
        bad.Detail.ShouldNotContain("\n");
        bad.ByteOffset.ShouldBeGreaterThanOrEqualTo(0);
    }

    public static void Check(Document document)
    {
        int start = 0;
        foreach (Block block in document.Blocks)
        {
            block.Parts.ShouldNotBeEmpty();
            if (block.Kind.IsSaid())
            {
                block.Span.Start.ShouldBeGreaterThanOrEqualTo(start);
                start = block.Parts[0].Start;
            }

            int end = 0;
            foreach (TextSpan part in block.Parts)
            {
                part.Start.ShouldBeGreaterThanOrEqualTo(end);
                part.Length.ShouldBeGreaterThan(0);
                end = part.End;
                char.IsWhiteSpace(document.Text[part.Start]).ShouldBeFalse();
                char.IsWhiteSpace(document.Text[part.End - 1]).ShouldBeFalse();
            }
        }

        int source = 0;
        for (int i = 0; i < document.Text.Length; i += 7)
        {
            int next = document.SourceMap.ToSource(i);
            next.ShouldBeGreaterThanOrEqualTo(source);
            source = next;
        }

        foreach (NoteLink link in document.Notes)
        {
            document.Blocks[link.Note].Kind.ShouldBe(BlockKind.Footnote);
            link.Mark.End.ShouldBeLessThanOrEqualTo(document.Text.Length);
        }

        int damaged = 0;
        foreach (Damage damage in document.Damages)
        {
            damage.Span.Start.ShouldBeGreaterThanOrEqualTo(damaged);
            damage.Span.Length.ShouldBeGreaterThan(0);
            damaged = damage.Span.End;
            document.Surface(damage.Span).ShouldNotBe(damage.Reading);
        }

        damaged.ShouldBeLessThanOrEqualTo(document.Text.Length);
    }
}
