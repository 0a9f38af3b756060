using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using BienNien.Cli.Hosting;
using BienNien.Cli.Language;
using BienNien.Telling;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>Every command explains itself, in both languages.</summary>
public sealed partial class HelpTests
{
    private static readonly string[] _commands = ["read", "find", "relate", "check", "lsp", "build", "search", "show", "entities", "events", "conflicts", "reuse", "rule", "place", "export", "serve", "rules", "evaluate", "doctor"];

    private static readonly string[] _rulings = ["same", "different", "prefer", "accept", "list", "withdraw"];

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Help_is_as_approved(string language)
    {
        List<string> pages = [(await CliRun.Of("--help", "--lang", language)).Output];
        foreach (string[] command in _commands.Select(static command => new[] { command }).Concat(_rulings.Select(static ruling => new[] { "rule", ruling })))
        {
            CliRun run = await CliRun.Of([.. command, "--help", "--lang", language]);
            run.ExitCode.ShouldBe(0);
            run.Error.ShouldBe("");
            pages.Add(run.Output);
        }

        string.Join(new string('-', 60) + "\n", pages).ShouldBeApproved($"help.{language}");
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Every_command_has_a_description_of_each_part_and_an_example(string language)
    {
        Texts texts = Texts.Of(language == "vi" ? TellingLanguage.Vietnamese : TellingLanguage.English);
        RootCommand root = CommandLine.Commands(new Session(Terminal.OfProcess(), texts));

        root.Subcommands.Select(command => command.Name).ShouldBe(_commands);
        Command rule = root.Subcommands.Single(static command => command.Name == "rule");
        rule.Subcommands.Select(command => command.Name).ShouldBe(_rulings);
        foreach (Command command in root.Subcommands.Concat(rule.Subcommands))
        {
            command.Description.ShouldNotBeNullOrWhiteSpace(command.Name);
            command.ShouldBeOfType<DescribedCommand>().Examples.ShouldNotBeEmpty(command.Name);
            command.ShouldBeOfType<DescribedCommand>().Examples.ShouldAllBe(example => example.StartsWith(HelpPage.NameOf(command), StringComparison.Ordinal));
            command.Options.ShouldAllBe(option => !string.IsNullOrWhiteSpace(option.Description));
            command.Arguments.ShouldAllBe(argument => !string.IsNullOrWhiteSpace(argument.Description));
        }
    }

    [Fact]
    public void Both_languages_say_everything_with_the_same_values_in_it()
    {
        Texts vietnamese = Texts.Of(TellingLanguage.Vietnamese);
        Texts english = Texts.Of(TellingLanguage.English);
        PropertyInfo[] texts = [.. typeof(Texts).GetProperties().Where(property => property.PropertyType == typeof(string))];

        texts.Length.ShouldBeGreaterThan(100);
        foreach (PropertyInfo text in texts)
        {
            string vi = (string)text.GetValue(vietnamese)!;
            string en = (string)text.GetValue(english)!;
            vi.ShouldNotBeNullOrWhiteSpace(text.Name);
            en.ShouldNotBeNullOrWhiteSpace(text.Name);
            Slots(vi).ShouldBe(Slots(en), text.Name);
            vi.IsNormalized().ShouldBeTrue(text.Name);
            if (text.Name is not (nameof(Texts.NameLine) or nameof(Texts.DoctorHas)))
            {
                vi.ShouldNotBe(en, $"{text.Name} is not translated");
            }
        }
    }

    [Theory]
    [InlineData(null, "vi")]
    [InlineData("C.UTF-8", "vi")]
    [InlineData("POSIX", "vi")]
    [InlineData("vi_VN.UTF-8", "vi")]
    [InlineData("en_US.UTF-8", "en")]
    [InlineData("fr_FR", "en")]
    public async Task The_language_is_that_of_the_locale(string? locale, string language)
    {
        CliRun run = await CliRun.With(new CliRun.Options { Locale = locale! }, "--help");
        run.Output.ShouldContain(language == "vi" ? "Cách dùng:" : "Usage:");
    }

    [Theory]
    [InlineData("BN3001: “nosuch” is not understood. See: biennien --help", "nosuch")]
    [InlineData("BN3001: FILE is missing. See: biennien find --help", "find")]
    [InlineData("BN3001: “--nosuch” is not understood. See: biennien rules --help", "rules", "TIM001", "--nosuch")]
    [InlineData("BN3001: --format takes one of table, jsonl, html, not “xml”. See: biennien find --help", "find", "a.txt", "--format", "xml")]
    [InlineData("BN3001: --format needs a value. See: biennien find --help", "find", "a.txt", "--format")]
    [InlineData("BN3001: --jobs takes a whole number from 1 on, not “0”. See: biennien build --help", "build", "d", "--jobs", "0")]
    [InlineData("BN3001: --lang takes one of vi, en, not “fr”. See: biennien rules --help", "rules", "--lang", "fr")]
    [InlineData("BN3001: B is missing. See: biennien rule same --help", "rule", "same", "An")]
    [InlineData("BN3001: a command is missing. See: biennien rule --help", "rule")]
    [InlineData("BN3001: --side takes one of a, b, not “c”. See: biennien rule accept --help", "rule", "accept", "0a1b", "--side", "c")]
    public async Task A_command_line_that_is_wrong_is_explained_in_one_line(string line, params string[] arguments)
    {
        CliRun run = await CliRun.Of(arguments);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBe("");
        run.Error.TrimEnd().ShouldBe("biennien: " + line);
    }

    private static string[] Slots(string text) => [.. Slot().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.NonBacktracking)]
    private static partial Regex Slot();
}
