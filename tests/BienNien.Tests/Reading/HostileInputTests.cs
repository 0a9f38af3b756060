using System.Text;
using BienNien.Reading;
using BienNien.Tests.Reading.Fuzz;
using Shouldly;

namespace BienNien.Tests.Reading;

/// <summary>Whatever the bytes, a reader answers with a document or a problem, soon.</summary>
public sealed class HostileInputTests
{
    private static readonly DocumentReader _reader = DocumentReader.Create();

    private static readonly (string Name, byte[] Bytes)[] _files =
    [
        ("a.txt", Encoding.UTF8.GetBytes(Prose())),
        ("a.md", Encoding.UTF8.GetBytes("# Đầu\n\n" + Prose() + "\n\n| A | B |\n|---|---|\n| [1](x) | *2* |\n\n- mục\n  - con\n\n> trích[^1]\n\n[^1]: chú\n\n```\nmã\n```\n")),
        ("a.html", Encoding.UTF8.GetBytes("<!doctype html><h1>Đầu</h1><p>" + Prose() + "<table><tr><td rowspan=2>a<td>&eacute;<tr><td>1</table><ul><li>x<sup>2</sup></ul><script>a<b</script><pre>\n c</pre>")),
        ("a.docx", DocxTests.Make("<w:p><w:r><w:t>" + Prose() + "</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_file_cut_anywhere_is_read_or_refused(int file)
    {
        (string name, byte[] bytes) = _files[file];
        for (int part = 0; part <= 50; part++)
        {
            Check(name, bytes.AsMemory(0, bytes.Length * part / 50));
        }
    }

    [Theory]
    [InlineData("1\n", 300_000)]
    [InlineData("---\n", 300_000)]
    [InlineData("chữ\n---\n", 200_000)]
    [InlineData("|a|b|\n", 200_000)]
    [InlineData("a b\n\n", 300_000)]
    public async Task A_text_of_many_lines_takes_time_by_its_length(string line, int times) =>
        await Task.Run(() => Check("a.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, times))))).WaitAsync(TimeSpan.FromSeconds(20));

    [Fact]
    public void More_than_the_limit_is_refused_before_it_is_looked_at() =>
        _reader.Read("a.txt", new byte[1001], new ReadOptions(1000)).ShouldBeOfType<ReadResult.Unreadable>().Code.ShouldBe(ProblemCode.TooLarge);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.html")]
    public void What_normalisation_refuses_or_would_never_end_is_a_problem_with_a_place(string name)
    {
        ReadResult.Unreadable noCharacter = Blocks.Problem(name, Encoding.UTF8.GetBytes("xã \uFFFE"));
        (noCharacter.Code, noCharacter.ByteOffset).ShouldBe((ProblemCode.NotText, 4));
        Blocks.Problem(name, Encoding.UTF8.GetBytes("a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 1000)))).Code.ShouldBe(ProblemCode.NotText);
    }

    private static void Check(string name, ReadOnlyMemory<byte> bytes) => Invariants.Check(_reader.Read(name, bytes, ReadOptions.Default));

    private static string Prose() => string.Join("\n\n", Enumerable.Range(1, 12).Select(i => $"Năm {1950 + i}, xã Đại Phác lập {i} tổ đổi công,\nđến cuối năm thì bến đò được sửa lại [{i}]."));
}
