using System.Text.Json;
using BienNien.Keeping.Queries;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;

namespace BienNien.Keeping;

public sealed partial class Library
{
    // By what they say: the order in which documents and rulings came leaves no trace. Documents by their ids, as on their own lines.
    private void DumpChronicle(Utf8JsonWriter json, Stream output)
    {
        foreach (EntityRow entity in Entities(new EntityFilter()).OrderBy(static entity => entity.Id, StringComparer.Ordinal))
        {
            Line("entity", () =>
            {
                json.WriteString("id", entity.Id);
                json.WriteString("kind", Codes.Write(entity.Kind));
                json.WriteString("name", entity.Name);
                json.WriteStartArray("aliases");
                entity.Aliases.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteNumber("documents", entity.Documents);
            });
        }

        foreach (EntityLinkRow link in Links("", new { }))
        {
            Line("link", () =>
            {
                json.WriteNumber("document", link.Document);
                json.WriteNumber("local", link.Local);
                json.WriteString("entity", link.Entity);
                json.WriteString("reason", link.Reason.ToString());
                json.WriteNumber("confidence", link.Confidence);
                json.WriteString("evidence", link.Evidence);
                json.WriteStartArray("names");
                link.Names.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteStartArray("mentions");
                link.Mentions.ToList().ForEach(mention => WriteSpan(mention.Span));
                json.WriteEndArray();
            });
        }

        foreach (EventGroupRow group in EventGroups())
        {
            Line("happening", () =>
            {
                json.WriteStartArray("tellings");
                foreach (EventAddress telling in group.Tellings)
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(telling.Document);
                    json.WriteNumberValue(telling.Ordinal);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
            });
        }

        foreach (JudgementRow judgement in Judgements(all: true))
        {
            Line("judgement", () =>
            {
                json.WriteString("kind", judgement.Kind.Code());
                json.WriteString("reason", judgement.Reason.Code());
                json.WriteString("severity", judgement.Severity.Code());
                WriteSide("a", judgement.A);
                WriteSide("b", judgement.B);
                json.WriteNumber("confidence", judgement.Confidence);
                json.WriteString("about", judgement.About);
                json.WriteBoolean("independent", judgement.IsIndependent);
            });
        }

        foreach (ReuseRow passage in Reuse())
        {
            Line("reuse", () =>
            {
                json.WriteNumber("a", passage.DocumentA);
                json.WriteNumber("b", passage.DocumentB);
                json.WriteStartArray("spans");
                WriteSpan(passage.A);
                WriteSpan(passage.B);
                json.WriteEndArray();
                json.WriteNumber("similarity", passage.Similarity);
                json.WriteStartArray("edits");
                foreach (ReuseEditRow edit in passage.Edits)
                {
                    json.WriteStartArray();
                    json.WriteStringValue(edit.TextA);
                    json.WriteStringValue(edit.TextB);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
            });
        }

        foreach (Ruling ruling in Rulings().Select(static row => row.Ruling).OrderBy(static ruling => ruling.At, StringComparer.Ordinal).ThenBy(static ruling => ruling.ToString(), StringComparer.Ordinal))
        {
            Line("ruling", () =>
            {
                json.WriteString("kind", ruling.Kind);
                json.WriteString("a", ruling.A);
                json.WriteString("b", ruling.B);
                json.WriteString("value", ruling.Value);
                json.WriteString("reason", ruling.Reason);
                json.WriteString("who", ruling.Who);
                json.WriteString("at", ruling.At);
            });
        }

        void Line(string what, Action write)
        {
            json.WriteStartObject();
            json.WriteString("what", what);
            write();
            json.WriteEndObject();
            EndLine(json, output);
        }

        void WriteSide(string name, JudgementSide side)
        {
            json.WriteStartObject(name);
            json.WriteNumber("document", side.Document);
            json.WritePropertyName("span");
            WriteSpan(side.Span);
            json.WriteString("quote", side.Quote);
            json.WritePropertyName("sentence");
            WriteSpan(side.Sentence);
            json.WriteEndObject();
        }

        void WriteSpan(TextSpan span)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }
    }
}
