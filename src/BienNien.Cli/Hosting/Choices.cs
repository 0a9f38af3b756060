using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BienNien.Cli.Language;
using BienNien.Reading;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Cli.Hosting;

/// <summary>Options that several commands have, with errors in the user's language.</summary>
internal static class Choices
{
    internal const string DefaultLibrary = "./biennien.db";

    /// <summary>One of some words.</summary>
    internal static Option<string> OneOf(Texts texts, string name, string description, params string[] values)
    {
        Option<string> option = new(name) { Description = description, HelpName = string.Join('|', values), DefaultValueFactory = _ => values[0] };
        option.Validators.Add(result =>
        {
            if (Said(result) is { } said && !values.Contains(said))
            {
                result.AddError(Session.Fill(texts.NotOneOf, name, string.Join(", ", values), said));
            }
        });
        return option;
    }

    /// <summary>A whole number from 1 on.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="otherwise">What it is when it is left out; null when that is no number.</param>
    internal static Option<int?> Number(Texts texts, string name, string description, int? otherwise = null)
    {
        Option<int?> option = new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                string said = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
                if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1)
                {
                    return number;
                }

                result.AddError(Session.Fill(texts.NotAPositiveNumber, name, said));
                return null;
            },
        };
        if (otherwise is not null)
        {
            option.DefaultValueFactory = _ => otherwise;
        }

        return option;
    }

    /// <summary>A year, month or day: <c>1977</c>, <c>8/1945</c>, <c>29/12/1978</c>, or in EDTF; null when it is left out.</summary>
    internal static Option<Edtf?> Date(Texts texts, string name, string description)
    {
        return new Option<Edtf?>(name)
        {
            Description = description,
            HelpName = texts.DateSlot,
            CustomParser = result =>
            {
                string said = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
                if (DateOf(said.Trim()) is { } date)
                {
                    return date;
                }

                result.AddError(Session.Fill(texts.NotADate, name, said));
                return null;
            },
        };
    }

    /// <summary>An encoding by its name; null when it is left out.</summary>
    internal static Option<string?> Encoding(Texts texts)
    {
        Option<string?> option = new("--encoding") { Description = Session.Fill(texts.EncodingOption, string.Join(", ", TextEncodings.Names)), HelpName = "NAME" };
        option.Validators.Add(result =>
        {
            if (Said(result) is { } said && TextEncodings.Parse(said) is null)
            {
                result.AddError(Session.Fill(texts.NotOneOf, "--encoding", string.Join(", ", TextEncodings.Names), said));
            }
        });
        return option;
    }

    /// <summary>How files are read when an encoding was said, or none.</summary>
    internal static ReadOptions Reading(string? encoding) => ReadOptions.Default with { Encoding = encoding is null ? null : TextEncodings.Parse(encoding) };

    internal static Option<string> Library(Texts texts) =>
        new("--library") { Description = texts.LibraryOption, HelpName = "LIB", DefaultValueFactory = static _ => DefaultLibrary };

    /// <summary>Names of kinds with commas between; null when it is left out.</summary>
    internal static Option<string?> Kinds(Texts texts, IEnumerable<string> known)
    {
        string[] names = [.. known];
        Option<string?> option = new("--kinds") { Description = texts.KindsOption, HelpName = string.Join(',', names.Take(2)) + ",…" };
        option.Validators.Add(result =>
        {
            foreach (string kind in Split(Said(result)).Where(kind => !names.Contains(kind)))
            {
                result.AddError(Session.Fill(texts.NotOneOf, "--kinds", string.Join(", ", names), kind));
            }
        });
        return option;
    }

    /// <summary>The kinds that were said, in capitals; empty when none were.</summary>
    internal static string[] Split(string? kinds) =>
        kinds?.ToUpperInvariant().Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static Edtf? DateOf(string said)
    {
        string[] parts = said.Split('/', '.');
        if (parts.Length <= 3 && parts[^1].Length is 3 or 4 && parts[..^1].All(static part => part.Length is 1 or 2) && parts.All(static part => part.All(char.IsAsciiDigit)))
        {
            return Edtf.TryParse(string.Join('-', parts.Reverse().Select(static (part, i) => part.PadLeft(i == 0 ? 4 : 2, '0'))));
        }

        return said.Length >= 4 && char.IsAsciiDigit(said[0]) ? Edtf.TryParse(said) : null;
    }

    private static string? Said(OptionResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : null;
}
