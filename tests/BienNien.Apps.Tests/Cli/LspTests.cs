using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BienNien.Cli.Hosting;
using BienNien.Keeping.Files;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>The language server spoken to as an editor speaks to it: whole conversations on its streams.</summary>
public sealed class LspTests
{
    private const string Uri = "file:///nha/so%20tay.md";
    private const string Text = "# Sổ tay\n\nNhà máy được được khánh thành năm 1961.\r\nHuyện có suối,núi.\n";

    [Fact]
    public async Task Diagnostics_stand_at_the_editors_lines_and_columns()
    {
        ImmutableArray<JsonElement> said = await Speak(Opened(Text));
        JsonElement told = Last(said, "textDocument/publishDiagnostics");
        told.GetProperty("uri").GetString().ShouldBe(Uri);
        JsonElement[] diagnostics = [.. told.GetProperty("diagnostics").EnumerateArray()];
        diagnostics.Select(static one => one.GetProperty("code").GetString()).ShouldBe(["CHK020", "CHK022"]);
        Range(diagnostics[0]).ShouldBe((2, "Nhà máy ".Length, 2, "Nhà máy được được".Length));
        Range(diagnostics[1]).ShouldBe((3, "Huyện có ".Length, 3, "Huyện có suối,núi".Length + 1));
    }

    [Fact]
    public async Task Letters_set_apart_in_the_editor_are_counted_as_they_stand_there()
    {
        ImmutableArray<JsonElement> said = await Speak(Opened(Text.Normalize(NormalizationForm.FormD)));
        JsonElement first = Last(said, "textDocument/publishDiagnostics").GetProperty("diagnostics")[0];
        Range(first).ShouldBe((2, "Nhà máy ".Normalize(NormalizationForm.FormD).Length, 2, "Nhà máy được được".Normalize(NormalizationForm.FormD).Length));
    }

    [Fact]
    public async Task An_edit_is_checked_in_its_newest_state()
    {
        ImmutableArray<JsonElement> said = await Speak(
            Opened(Text),
            ("textDocument/didChange", null, $$$"""{"textDocument":{"uri":"{{{Uri}}}","version":2},"contentChanges":[{"range":{"start":{"line":2,"character":12},"end":{"line":2,"character":17}},"text":""}]}"""));
        JsonElement told = Last(said, "textDocument/publishDiagnostics");
        told.GetProperty("version").GetInt32().ShouldBe(2);
        told.GetProperty("diagnostics").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("CHK022");
    }

    [Fact]
    public async Task A_closed_draft_has_nothing_wrong_with_it()
    {
        ImmutableArray<JsonElement> said = await Speak(Opened(Text), ("textDocument/didClose", null, $$$"""{"textDocument":{"uri":"{{{Uri}}}"}}"""));
        Last(said, "textDocument/publishDiagnostics").GetProperty("diagnostics").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Hover_tells_what_is_wrong_and_elsewhere_what_words_mean()
    {
        ImmutableArray<JsonElement> said = await Speak(Opened(Text), Asked("textDocument/hover", 7, 2, 10), Asked("textDocument/hover", 8, 2, 36), Asked("textDocument/hover", 9, 0, 0));
        Result(said, 7).GetProperty("contents").GetProperty("value").GetString().ShouldNotBeNull().ShouldContain("CHK020");
        Result(said, 8).GetProperty("contents").GetProperty("value").GetString().ShouldNotBeNull().ShouldContain("1961");
        Result(said, 9).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_correction_can_be_taken_and_gives_the_right_text()
    {
        ImmutableArray<JsonElement> said = await Speak(
            Opened(Text),
            ("textDocument/codeAction", 7, $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"range":{"start":{"line":2,"character":8},"end":{"line":2,"character":9}},"context":{"diagnostics":[]}}"""));
        JsonElement action = Result(said, 7).EnumerateArray().ShouldHaveSingleItem();
        JsonElement edit = action.GetProperty("edit").GetProperty("changes").GetProperty(Uri).EnumerateArray().ShouldHaveSingleItem();
        string line = Text.Split('\n')[2];
        (int _, int start, int _, int end) = Range(edit);
        string.Concat(line.AsSpan(0, start), edit.GetProperty("newText").GetString(), line.AsSpan(end)).TrimEnd('\r').ShouldBe("Nhà máy được khánh thành năm 1961.");
    }

    [Fact]
    public async Task Headings_are_the_drafts_symbols()
    {
        ImmutableArray<JsonElement> said = await Speak(Opened(Text), ("textDocument/documentSymbol", 7, $$$"""{"textDocument":{"uri":"{{{Uri}}}"}}"""));
        Result(said, 7).EnumerateArray().ShouldHaveSingleItem().GetProperty("name").GetString().ShouldNotBeNull().ShouldContain("Sổ tay");
    }

    [Fact]
    public async Task What_is_not_known_or_not_whole_is_refused_and_the_talk_goes_on()
    {
        ImmutableArray<JsonElement> said = await Speak(("textDocument/rename", 7, "{}"), ("textDocument/hover", 8, "{}"), Opened(Text));
        Error(said, 7).ShouldBe(-32601);
        Error(said, 8).ShouldBe(-32602);
        Last(said, "textDocument/publishDiagnostics").GetProperty("diagnostics").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task What_is_no_message_ends_with_one_line()
    {
        using StringWriter error = new();
        int code = await Run("xin chào\r\n\r\n", new MemoryStream(), error);
        code.ShouldBe(2);
        error.ToString().ShouldContain("BN3027");
    }

    private static (string Method, int? Id, string Params) Opened(string text) => (
        "textDocument/didOpen", null, $$$"""{"textDocument":{"uri":"{{{Uri}}}","languageId":"markdown","version":1,"text":{{{JsonSerializer.Serialize(text)}}}}}""");

    private static (string Method, int? Id, string Params) Asked(string method, int id, int line, int character) =>
        (method, id, $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"position":{"line":{{{line}}},"character":{{{character}}}}}""");

    // Greets, says what is to be said, takes leave; gives all that the server said.
    private static async Task<ImmutableArray<JsonElement>> Speak(params (string Method, int? Id, string Params)[] talk)
    {
        StringBuilder input = new();
        foreach ((string method, int? id, string parameters) in ((string, int?, string)[])[("initialize", 1, "{}"), ("initialized", null, "{}"), .. talk, ("shutdown", 2, "null"), ("exit", null, "null")])
        {
            string message = id is { } number
                ? $$"""{"jsonrpc":"2.0","id":{{number}},"method":"{{method}}","params":{{parameters}}}"""
                : $$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""";
            input.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(message)}\r\n\r\n{message}");
        }

        using MemoryStream output = new();
        using StringWriter error = new();
        (await Run(input.ToString(), output, error)).ShouldBe(0, error.ToString());
        return Read(output.ToArray());
    }

    private static Task<int> Run(string input, Stream output, StringWriter error) => CommandLine.RunAsync(["lsp", "--stdio"], new Terminal
    {
        Output = TextWriter.Null,
        Error = error,
        Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
        RawOutput = () => output,
        Environment = static name => name == "LANG" ? "en_GB.UTF-8" : null,
        Files = new DiskFileSystem(),
    });

    private static ImmutableArray<JsonElement> Read(byte[] bytes)
    {
        ImmutableArray<JsonElement>.Builder said = ImmutableArray.CreateBuilder<JsonElement>();
        for (int at = 0; at < bytes.Length;)
        {
            int head = at + bytes.AsSpan(at).IndexOf("\r\n\r\n"u8);
            int length = int.Parse(Encoding.ASCII.GetString(bytes, at, head - at)["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture);
            using JsonDocument message = JsonDocument.Parse(bytes.AsMemory(head + 4, length));
            said.Add(message.RootElement.Clone());
            at = head + 4 + length;
        }

        return said.ToImmutable();
    }

    private static JsonElement Last(ImmutableArray<JsonElement> said, string method) =>
        said.Last(message => message.TryGetProperty("method", out JsonElement named) && named.GetString() == method).GetProperty("params");

    private static JsonElement Result(ImmutableArray<JsonElement> said, int id) => Answer(said, id).GetProperty("result");

    private static int Error(ImmutableArray<JsonElement> said, int id) => Answer(said, id).GetProperty("error").GetProperty("code").GetInt32();

    private static JsonElement Answer(ImmutableArray<JsonElement> said, int id) =>
        said.Single(message => message.TryGetProperty("id", out JsonElement answered) && answered.GetInt32() == id);

    private static (int StartLine, int Start, int EndLine, int End) Range(JsonElement holder)
    {
        JsonElement range = holder.GetProperty("range");
        return (range.GetProperty("start").GetProperty("line").GetInt32(), range.GetProperty("start").GetProperty("character").GetInt32(),
            range.GetProperty("end").GetProperty("line").GetInt32(), range.GetProperty("end").GetProperty("character").GetInt32());
    }
}
