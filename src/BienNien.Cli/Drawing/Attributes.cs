using System.Text.Json;
using BienNien.Finding;

namespace BienNien.Cli.Drawing;

/// <summary>The value of a mention in one short line: <c>DATE 1945-08 START</c>.</summary>
internal static class Attributes
{
    internal static string Of(MentionValue value)
    {
        using JsonDocument attributes = JsonDocument.Parse(MentionJson.Attributes(value));
        return Of(attributes.RootElement);
    }

    internal static string Of(JsonElement attributes) => attributes.ValueKind != JsonValueKind.Object ? "" : string.Join(' ', attributes.EnumerateObject()
        .Where(static pair => pair.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False) && pair.Name is not ("earliest" or "latest"))
        .Select(static pair => pair switch
        {
            { Name: "type" or "value" or "unit" or "mod" or "id" or "level" or "number" } => pair.Value.ToString(),
            { Value.ValueKind: JsonValueKind.True } => pair.Name,
            _ => $"{pair.Name}={pair.Value}",
        }));
}
