using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;

namespace BienNien.Apps.Tests.Keeping;

/// <summary>What a scan has damaged is kept beside the text, which stays as it was printed.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Damaged_words_come_back_with_their_readings()
    {
        Engine engine = Engine.Create();
        _folder.Write("so.txt", "Phường thợ họp ngày l5/8/l945 tại đình.\nThợ làrn cổng mới.\n");
        _folder.Write("sach.txt", "Phường thợ họp ngày 15/8/1945 tại đình.\n");
        using Library library = Library.Open(_folder["a.db"]);
        await new Builder(library, new DiskFileSystem(), engine.Reader, () => engine).BuildAsync([_folder["sach.txt"], _folder["so.txt"]], new BuildOptions(1, ReadOptions.Default));

        DocumentContent[] contents = [.. library.Documents().Select(row => library.Document(row.Id)!)];

        contents[0].Damages.ShouldBeEmpty();
        contents[1].Damages.Select(damage => (contents[1].Text.Substring(damage.Span.Start, damage.Span.Length), damage.Reading, damage.Reason)).ShouldBe([
            ("l5/8/l945", "15/8/1945", DamageReason.LetterForDigit),
            ("làrn", "làm", DamageReason.ImpossibleSyllable),
        ]);
        contents[1].Damages.ShouldAllBe(static damage => damage.Confidence > 0 && damage.Confidence <= 1);
    }
}
