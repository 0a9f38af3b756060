using System.Collections.Immutable;
using BienNien.Checking;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BienNien.Cli.Checking;

/// <summary>What <c>biennien.yml</c> says: how a house wants its drafts checked.</summary>
/// <param name="Settings">For the engine.</param>
/// <param name="Baseline">The path of the baseline, as written; null when there is none.</param>
internal sealed record SettingsFile(CheckSettings Settings, string? Baseline)
{
    /// <summary>The name that is looked for in the folder where the program was started, and in those around it.</summary>
    internal const string Name = "biennien.yml";

    /// <summary>Nothing is set.</summary>
    internal static SettingsFile None { get; } = new(CheckSettings.Default, null);

    /// <summary>Reads a file's text.</summary>
    /// <param name="text">YAML 1.2.</param>
    /// <param name="checks">The checks there are.</param>
    /// <exception cref="SettingsException">Something cannot be understood; the line is told.</exception>
    internal static SettingsFile Parse(string text, ImmutableArray<ICheck> checks)
    {
        YamlStream stream = [];
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            throw new SettingsException((int)broken.Start.Line, broken.Message);
        }

        if (stream.Documents.Count == 0)
        {
            return None;
        }

        if (stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            throw new SettingsException(1, "rules: …");
        }

        CheckSettings settings = CheckSettings.Default;
        string? baseline = null;
        foreach ((YamlNode key, YamlNode value) in root.Children)
        {
            switch (Scalar(key))
            {
                case "rules":
                    settings = settings with { Rules = settings.Rules.SetItems(Rules(value, checks)) };
                    break;
                case "tone-marks":
                    settings = settings with { ToneMarks = ToneMarks(value) };
                    break;
                case "form":
                    settings = settings with { Form = IsOn(value) };
                    break;
                case "words":
                    settings = settings with { Words = [.. Items(value).Select(static word => Scalar(word).Normalize().ToLowerInvariant())] };
                    break;
                case "accepted":
                    settings = settings with { Accepted = [.. Items(value).Select(Accepted)] };
                    break;
                case "baseline":
                    baseline = Scalar(value);
                    break;
                default:
                    throw Unknown(key);
            }
        }

        return new SettingsFile(settings, baseline);
    }

    private static IEnumerable<KeyValuePair<string, DiagnosticSeverity?>> Rules(YamlNode node, ImmutableArray<ICheck> checks)
    {
        foreach ((YamlNode key, YamlNode value) in (node as YamlMappingNode ?? throw Unknown(node)).Children)
        {
            string name = Scalar(key);
            if (!checks.Any(check => name.Equals(check.Slug, StringComparison.OrdinalIgnoreCase) || name.Equals(check.Id.ToString(), StringComparison.OrdinalIgnoreCase)))
            {
                throw Unknown(key);
            }

            ICheck check = checks.First(check => name.Equals(check.Slug, StringComparison.OrdinalIgnoreCase) || name.Equals(check.Id.ToString(), StringComparison.OrdinalIgnoreCase));
            yield return new KeyValuePair<string, DiagnosticSeverity?>(name, Scalar(value) switch
            {
                "off" or "false" => null,
                "on" or "true" => check.Severity,
                "error" => DiagnosticSeverity.Error,
                "warning" => DiagnosticSeverity.Warning,
                "note" => DiagnosticSeverity.Note,
                _ => throw Unknown(value),
            });
        }
    }

    private static ToneMarkHouseStyle ToneMarks(YamlNode node) => Scalar(node) switch
    {
        "any" => ToneMarkHouseStyle.Any,
        "older" => ToneMarkHouseStyle.Older,
        "newer" => ToneMarkHouseStyle.Newer,
        _ => throw Unknown(node),
    };

    private static bool IsOn(YamlNode node) => Scalar(node) switch
    {
        "true" or "on" => true,
        "false" or "off" => false,
        _ => throw Unknown(node),
    };

    private static AcceptedDiagnostic Accepted(YamlNode node)
    {
        Dictionary<string, string> said = (node as YamlMappingNode ?? throw Unknown(node)).Children.ToDictionary(static pair => Scalar(pair.Key), static pair => Scalar(pair.Value), StringComparer.Ordinal);
        return said.TryGetValue("fingerprint", out string? fingerprint) && said.TryGetValue("reason", out string? reason) && reason.Trim().Length > 0
            ? new AcceptedDiagnostic(fingerprint, reason.Trim())
            : throw Unknown(node);
    }

    private static IEnumerable<YamlNode> Items(YamlNode node) => (node as YamlSequenceNode ?? throw Unknown(node)).Children;

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? throw Unknown(node);

    private static SettingsException Unknown(YamlNode node) => new((int)node.Start.Line, node is YamlScalarNode scalar ? scalar.Value ?? "" : node.NodeType.ToString());
}

/// <summary>A line of <c>biennien.yml</c> that cannot be understood.</summary>
/// <param name="line">From 1.</param>
/// <param name="seen">What stands there.</param>
internal sealed class SettingsException(int line, string seen) : Exception(seen)
{
    /// <summary>The line, from 1.</summary>
    internal int Line { get; } = line;
}
