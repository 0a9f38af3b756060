using System.Diagnostics;
using System.Text.Json;
using BienNien.Apps.Tests.Converting;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>The language server in an editor that we have not written: Neovim opens a draft, shows what is wrong, and takes the correction.</summary>
public sealed class LspEditorTests
{
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "BienNien.Cli.dll");
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    [NeedsFact("nvim")]
    public async Task Neovim_shows_a_mistake_tells_why_and_takes_the_correction()
    {
        using TemporaryFolder folder = new();
        string draft = folder.Write("so-tay.md", "# Sổ tay\n\nNhà máy được được khánh thành năm 1961.\n");
        string told = Path.Combine(folder.Path, "told.json");
        ProcessStartInfo start = new("nvim", ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", Path.Combine(AppContext.BaseDirectory, "Cli", "Editor", "check-draft.lua")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["BIENNIEN"] = $"dotnet\n{_program}\nlsp",
                ["DRAFT"] = draft,
                ["TOLD"] = told,
                ["HOME"] = folder.Path,
                ["XDG_STATE_HOME"] = folder.Path,
            },
        };
        using Process editor = Process.Start(start)!;
        Task<string> said = editor.StandardError.ReadToEndAsync();
        using CancellationTokenSource late = new(_patience);
        await editor.WaitForExitAsync(late.Token);
        File.Exists(told).ShouldBeTrue(await said);
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllTextAsync(told));
        JsonElement root = json.RootElement;
        root.GetProperty("errors").GetArrayLength().ShouldBe(0, root.GetRawText());
        JsonElement mistake = root.GetProperty("diagnostics").EnumerateArray().ShouldHaveSingleItem();
        mistake.GetProperty("line").GetInt32().ShouldBe(2);
        mistake.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("được");
        root.GetProperty("hover").GetString().ShouldNotBeNull().ShouldContain("CHK020");
        root.GetProperty("symbol").GetString().ShouldBe("Sổ tay");
        root.GetProperty("action").GetString().ShouldNotBeNullOrWhiteSpace();
        root.GetProperty("left").GetInt32().ShouldBe(0);
        (await File.ReadAllTextAsync(draft)).ShouldBe("# Sổ tay\n\nNhà máy được khánh thành năm 1961.\n");
    }
}
