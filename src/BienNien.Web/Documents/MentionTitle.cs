using System.Text.Json;
using BienNien.Finding;
using BienNien.Keeping;
using BienNien.Web.Shared;

namespace BienNien.Web.Documents;

/// <summary>What a mention is, in one line: its kind, its value, the rule that found it.</summary>
internal static class MentionTitle
{
    public static string Of(MentionRow mention, Texts texts)
    {
        string value = Value(mention, texts);
        return value.Length > 0
            ? $"{texts.Kind(mention.Kind)}: {value} ({mention.Rule})"
            : $"{texts.Kind(mention.Kind)} ({mention.Rule})";
    }

    private static string Value(MentionRow mention, Texts texts)
    {
        using JsonDocument attributes = JsonDocument.Parse(mention.Attributes);
        List<string> parts = [];
        foreach (JsonProperty property in attributes.RootElement.EnumerateObject())
        {
            string text = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString()!,
                JsonValueKind.Number => property.Value.TryGetDecimal(out decimal number) ? number.ToString("#,0.######", texts.Culture) : property.Value.GetRawText(),
                JsonValueKind.True => property.Name,
                JsonValueKind.Array => string.Join(", ", property.Value.EnumerateArray().Select(static item => item.ToString())),
                _ => "",
            };
            if (text.Length == 0 || (mention.Kind == MentionKind.Time && property.Name == "type"))
            {
                continue;
            }

            if (mention.Kind == MentionKind.Time && property.Name == "value")
            {
                // The reader's words first, then the exact value.
                string words = texts.Date(text);
                parts.Insert(0, words == text ? text : $"{words} = {text}");
            }
            else
            {
                parts.Add(text);
            }
        }

        return string.Join(" · ", parts);
    }
}
