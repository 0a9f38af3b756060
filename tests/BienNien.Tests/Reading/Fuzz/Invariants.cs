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
            case ReadResult.Container container:
                if (container.Document is { } own)
                {
                    Check(own);
                }

                foreach (ContainedFile file in container.Files)
                {
                    file.Name.ShouldNotBeNullOrWhiteSpace();
                    file.Name.Any(char.IsControl).ShouldBeFalse();
                    Path.IsPathRooted(file.Name).ShouldBeFalse();
                    file.Name.Split('/').ShouldNotContain("..");
                }

                break;
            case ReadResult.Unreadable bad:
                bad.Detail.ShouldNotContain("\n");
                bad.ByteOffset.ShouldBeGreaterThanOrEqualTo(0);
                break;
        }
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
