using System.Text;
using BienNien.Reading;
using BienNien.Tests.Properties;
using BienNien.Text;
using FsCheck.Fluent;
using Shouldly;

namespace BienNien.Tests.Reading;

/// <summary>A text file that is too large to be taken into memory is read as a stream, and says the same.</summary>
public sealed class LargeTextTests
{
    // Every file is too large to be held: the text formats alone take it.
    private static readonly ReadOptions _streamed = new(1) { MaxTextBytes = 100_000_000 };

    private static readonly DocumentReader _reader = DocumentReader.Create();

    [Fact]
    public void A_streamed_file_gives_the_document_of_a_file_in_memory() => Seeded.Check(
        from text in Texts.Documents
        from form in Gen.Elements(NormalizationForm.FormC, NormalizationForm.FormD)
        from times in Gen.Elements(1, 3, 300)
        from mark in Gen.Elements("", "\uFEFF")
        from ends in Gen.Elements("\n", "\r\n")
        select mark + string.Concat(Enumerable.Repeat(text.Normalize(form).ReplaceLineEndings(ends) + ends, times)),
        150,
        text =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            Document whole = Blocks.Read("a.txt", bytes);
            Document streamed = Read(bytes).ShouldBeOfType<ReadResult.Read>().Document;
            return streamed.Text == whole.Text
                && Enumerable.Range(0, whole.Text.Length).All(at => streamed.SourceMap.ToSource(at) == whole.SourceMap.ToSource(at))
                && streamed.Blocks.Select(static block => (block.Kind, block.Span)).SequenceEqual(whole.Blocks.Select(static block => (block.Kind, block.Span)));
        });

    [Fact]
    public void A_line_longer_than_the_buffer_is_read()
    {
        string line = string.Concat(Enumerable.Repeat("bến đò ", 40_000));

        Read(Encoding.UTF8.GetBytes(line + "\n" + line)).ShouldBeOfType<ReadResult.Read>().Document.Text.ShouldBe(line + "\n" + line);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_text_read_in_stretches_has_the_blocks_of_its_parts(string end)
    {
        string part = string.Join(end + end, Enumerable.Range(1, 50).Select(static i => $"Năm {1900 + i}, làng đắp thêm {i} đoạn đê ở cửa sông, việc ấy do các giáp chia nhau làm trong hai tháng.")) + end + end;
        int times = (20_000_000 / part.Length) + 1;

        Document document = Blocks.Read("a.txt", string.Concat(Enumerable.Repeat(part, times)));

        int[] lengths = [.. Blocks.Read("a.txt", part).Blocks.Select(static block => block.Span.Length)];
        document.Blocks.Select(static block => block.Span.Length).ShouldBe(Enumerable.Repeat(lengths, times).SelectMany(static length => length));
    }

    [Fact]
    public void What_is_no_text_is_refused_as_ever()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Năm 1950\n"), 0xFF, 0, (byte)'\n'];

        Read(bytes).ShouldBe(_reader.Read("a.txt", bytes, ReadOptions.Default));
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_is_told_as_the_disk_is() =>
        Should.Throw<IOException>(() => _reader.Read("a.txt", new Changing("một\nhai\n"u8.ToArray(), "một\nhai\nba\n"u8.ToArray()), _streamed));

    [Fact]
    public void Other_kinds_keep_the_smaller_limit() =>
        _reader.Read("a.html", "<p>a"u8.ToArray(), _streamed).ShouldBeOfType<ReadResult.Unreadable>().Code.ShouldBe(ProblemCode.TooLarge);

    private static ReadResult Read(byte[] bytes) => _reader.Read("a.txt", bytes, _streamed);

    private sealed class Changing(byte[] before, byte[] after) : FileContent
    {
        private int _opened;

        public override long Length => before.Length;

        public override ReadOnlyMemory<byte> Bytes => before;

        public override Stream Open() => new MemoryStream(_opened++ == 0 ? before : after);
    }
}
