using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using BienNien.Checking;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Finding;
using BienNien.Text;

namespace BienNien.Cli.LanguageServer;

/// <summary>A language server (LSP 3.17): diagnostics as one types, hover with the computation and its places, corrections, headings as symbols.</summary>
/// <remarks>
/// One task reads messages, another checks: of a draft that changes faster than it is checked only its newest state is. A check that was overtaken is not told.
/// </remarks>
internal sealed class Server
{
    private const int NotInitialized = -32002;
    private const int MethodNotFound = -32601;
    private const int InvalidParams = -32602;
    private const int Heading = 15;

    private readonly Session _session;
    private readonly MessageStream _messages;
    private readonly CheckSettings _settings;
    private readonly ConcurrentDictionary<string, OpenDraft> _drafts = new(StringComparer.Ordinal);
    private readonly Channel<string> _changed = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private bool _initialized;
    private bool _shutDown;

    internal Server(Session session, CheckSettings settings, Stream input, Stream output)
    {
        (_session, _settings, _messages) = (session, settings, new MessageStream(input, output));
    }

    /// <summary>Serves until the editor ends it; 0 when it said so before.</summary>
    internal async Task<int> RunAsync(CancellationToken cancel)
    {
        Task checking = Task.Run(() => CheckAsync(cancel), cancel);
        int code = await ReadAsync(cancel).ConfigureAwait(false);
        _changed.Writer.Complete();
        await checking.ConfigureAwait(false);
        return code;
    }

    private async Task<int> ReadAsync(CancellationToken cancel)
    {
        while (true)
        {
            using JsonDocument? message = await _messages.ReadAsync(cancel).ConfigureAwait(false);
            if (message is null)
            {
                return _shutDown ? ExitCode.Clean : ExitCode.Findings;
            }

            JsonElement root = message.RootElement;
            string method = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("method", out JsonElement named) ? named.GetString() ?? "" : "";
            bool asks = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out _) && method.Length > 0;
            if (method == "exit")
            {
                return _shutDown ? ExitCode.Clean : ExitCode.Findings;
            }

            JsonElement parameters = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("params", out JsonElement given) ? given : default;
            try
            {
                if (asks)
                {
                    Answer(root.GetProperty("id").Clone(), method, parameters);
                }
                else
                {
                    Take(method, parameters);
                }
            }
            catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
            {
                // A message without what it must have: the next one may be whole.
                if (asks)
                {
                    _messages.Refuse(root.GetProperty("id"), InvalidParams, e.Message);
                }
            }
        }
    }

    private void Answer(JsonElement id, string method, JsonElement parameters)
    {
        if (!_initialized && method != "initialize")
        {
            _messages.Refuse(id, NotInitialized, method);
            return;
        }

        switch (method)
        {
            case "initialize":
                _initialized = true;
                _messages.Respond(id, WriteCapabilities);
                break;
            case "shutdown":
                _shutDown = true;
                _messages.Respond(id, static json => json.WriteNullValue());
                break;
            case "textDocument/hover":
                Hover(id, parameters);
                break;
            case "textDocument/codeAction":
                Act(id, parameters);
                break;
            case "textDocument/documentSymbol":
                Symbols(id, parameters);
                break;
            default:
                _messages.Refuse(id, MethodNotFound, method);
                break;
        }
    }

    private void Take(string method, JsonElement parameters)
    {
        switch (method)
        {
            case "textDocument/didOpen":
                JsonElement opened = parameters.GetProperty("textDocument");
                string uri = opened.GetProperty("uri").GetString()!;
                string language = opened.TryGetProperty("languageId", out JsonElement said) ? said.GetString() ?? "" : "";
                Put(new OpenDraft(uri, OpenDraft.NameOf(uri, language), VersionOf(opened), new SourceText(opened.GetProperty("text").GetString()!)));
                break;
            case "textDocument/didChange":
                Change(parameters);
                break;
            case "textDocument/didClose":
                string closed = parameters.GetProperty("textDocument").GetProperty("uri").GetString()!;
                if (_drafts.TryRemove(closed, out _))
                {
                    Publish(closed, null);
                }

                break;
        }
    }

    private void Change(JsonElement parameters)
    {
        JsonElement changed = parameters.GetProperty("textDocument");
        if (!_drafts.TryGetValue(changed.GetProperty("uri").GetString()!, out OpenDraft? draft))
        {
            return;
        }

        SourceText source = draft.Source;
        foreach (JsonElement change in parameters.GetProperty("contentChanges").EnumerateArray())
        {
            string text = change.GetProperty("text").GetString()!;
            if (change.TryGetProperty("range", out JsonElement range))
            {
                int start = source.OffsetOf(PositionOf(range.GetProperty("start")));
                int end = Math.Max(start, source.OffsetOf(PositionOf(range.GetProperty("end"))));
                text = string.Concat(source.Text.AsSpan(0, start), text, source.Text.AsSpan(end));
            }

            source = new SourceText(text);
        }

        Put(new OpenDraft(draft.Uri, draft.Name, VersionOf(changed), source));
    }

    private void Put(OpenDraft draft)
    {
        _drafts[draft.Uri] = draft;
        _changed.Writer.TryWrite(draft.Uri);
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        await foreach (string uri in _changed.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
        {
            // Asked for several times, it is checked once: in its newest state.
            if (!_drafts.TryGetValue(uri, out OpenDraft? draft) || draft.Checked is not null)
            {
                continue;
            }

            OpenDraft looked = draft.Check(_session.Engine, _settings);
            if (_drafts.TryUpdate(uri, looked, draft))
            {
                Publish(uri, looked);
            }
        }
    }

    private void Publish(string uri, OpenDraft? draft) => _messages.Notify("textDocument/publishDiagnostics", json =>
    {
        json.WriteStartObject();
        json.WriteString("uri", uri);
        if (draft is not null)
        {
            json.WriteNumber("version", draft.Version);
        }

        json.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in draft?.Checked?.Diagnostics ?? [])
        {
            WriteDiagnostic(json, draft!, diagnostic);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private void WriteDiagnostic(Utf8JsonWriter json, OpenDraft draft, Diagnostic diagnostic)
    {
        Document document = draft.Checked!.Document;
        json.WriteStartObject();
        draft.Source.WriteRange(json, "range", document, diagnostic.Span);
        json.WriteNumber("severity", diagnostic.Severity switch { DiagnosticSeverity.Error => 1, DiagnosticSeverity.Warning => 2, _ => 3 });
        json.WriteString("code", diagnostic.Rule.ToString());
        json.WriteString("source", "biennien");
        json.WriteString("message", diagnostic.Message.In(_session.Texts.Tag));
        if (diagnostic.Related.Any(static place => place.Document is null))
        {
            json.WriteStartArray("relatedInformation");
            foreach (RelatedPlace place in diagnostic.Related.Where(static place => place.Document is null))
            {
                json.WriteStartObject();
                json.WriteStartObject("location");
                json.WriteString("uri", draft.Uri);
                draft.Source.WriteRange(json, "range", document, place.Span);
                json.WriteEndObject();
                json.WriteString("message", place.Reason.In(_session.Texts.Tag));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // What is wrong with the words, with what it was computed from; else what the words mean.
    private void Hover(JsonElement id, JsonElement parameters)
    {
        if (Find(parameters) is not { Checked: { } looked } draft)
        {
            _messages.Respond(id, static json => json.WriteNullValue());
            return;
        }

        int at = draft.Source.InDocument(looked.Document, PositionOf(parameters.GetProperty("position")));
        StringBuilder said = new();
        TextSpan span = default;
        foreach (Diagnostic diagnostic in looked.Diagnostics.Where(diagnostic => diagnostic.Span.Start <= at && at < diagnostic.Span.End))
        {
            span = diagnostic.Span;
            said.Append(CultureInfo.InvariantCulture, $"**{diagnostic.Rule} {diagnostic.Slug}**: {diagnostic.Message.In(_session.Texts.Tag)}\n\n");
            if (diagnostic.Expected is { } expected)
            {
                said.Append(Session.Fill(_session.Texts.Expected, expected)).Append("\n\n");
            }

            foreach (RelatedPlace place in diagnostic.Related)
            {
                string where = place.Document ?? string.Create(CultureInfo.InvariantCulture, $"{looked.Document.LineOf(place.Span.Start)}: {looked.Document.WordsAt(place.Span)}");
                said.Append(CultureInfo.InvariantCulture, $"- {place.Reason.In(_session.Texts.Tag)} ({where})\n");
            }
        }

        if (said.Length == 0)
        {
            foreach (Mention mention in draft.Mentions.Where(mention => mention.Span.Start <= at && at < mention.Span.End))
            {
                span = mention.Span;
                said.Append(CultureInfo.InvariantCulture, $"{Kinds.NameOf(_session.Texts, mention.Kind)}: {Attributes.Of(mention.Value)}\n\n");
            }
        }

        if (said.Length == 0)
        {
            _messages.Respond(id, static json => json.WriteNullValue());
            return;
        }

        _messages.Respond(id, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("contents");
            json.WriteString("kind", "markdown");
            json.WriteString("value", said.ToString().TrimEnd());
            json.WriteEndObject();
            draft.Source.WriteRange(json, "range", looked.Document, span);
            json.WriteEndObject();
        });
    }

    // The corrections of what is wrong in a range.
    private void Act(JsonElement id, JsonElement parameters)
    {
        OpenDraft? draft = Find(parameters);
        _messages.Respond(id, json =>
        {
            json.WriteStartArray();
            if (draft is { Checked: { } looked })
            {
                JsonElement range = parameters.GetProperty("range");
                int start = draft.Source.InDocument(looked.Document, PositionOf(range.GetProperty("start")));
                int end = draft.Source.InDocument(looked.Document, PositionOf(range.GetProperty("end")));
                foreach (Diagnostic diagnostic in looked.Diagnostics.Where(diagnostic => diagnostic.Fix is not null && diagnostic.Span.Start <= end && start <= diagnostic.Span.End))
                {
                    WriteAction(json, draft, diagnostic, diagnostic.Fix!);
                }
            }

            json.WriteEndArray();
        });
    }

    private void WriteAction(Utf8JsonWriter json, OpenDraft draft, Diagnostic diagnostic, TextEdit fix)
    {
        json.WriteStartObject();
        json.WriteString("title", $"{diagnostic.Slug}: {diagnostic.Expected ?? fix.Replacement}");
        json.WriteString("kind", "quickfix");
        json.WriteStartArray("diagnostics");
        WriteDiagnostic(json, draft, diagnostic);
        json.WriteEndArray();
        json.WriteBoolean("isPreferred", diagnostic.Confidence == DiagnosticConfidence.Certain);
        json.WriteStartObject("edit");
        json.WriteStartObject("changes");
        json.WriteStartArray(draft.Uri);
        json.WriteStartObject();
        draft.Source.WriteRange(json, "range", draft.Checked!.Document, fix.Span);
        json.WriteString("newText", fix.Replacement);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Symbols(JsonElement id, JsonElement parameters)
    {
        OpenDraft? draft = Find(parameters);
        _messages.Respond(id, json =>
        {
            json.WriteStartArray();
            foreach (Block block in draft?.Checked?.Document.Blocks.Where(static block => block.Kind == BlockKind.Heading) ?? [])
            {
                json.WriteStartObject();
                json.WriteString("name", draft!.Checked!.Document.WordsAt(block.Span));
                json.WriteNumber("kind", Heading);
                draft.Source.WriteRange(json, "range", draft.Checked.Document, block.Span);
                draft.Source.WriteRange(json, "selectionRange", draft.Checked.Document, block.Span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    // What was asked about, checked: a request that comes before the check is answered from a check of its own.
    private OpenDraft? Find(JsonElement parameters)
    {
        if (!_drafts.TryGetValue(parameters.GetProperty("textDocument").GetProperty("uri").GetString()!, out OpenDraft? draft) || draft.Checked is not null)
        {
            return draft;
        }

        return draft.Check(_session.Engine, _settings);
    }

    private static LspPosition PositionOf(JsonElement position) => new(position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32());

    private static int VersionOf(JsonElement document) => document.TryGetProperty("version", out JsonElement version) && version.TryGetInt32(out int number) ? number : 0;

    private static void WriteCapabilities(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("capabilities");
        json.WriteString("positionEncoding", "utf-16");
        json.WriteStartObject("textDocumentSync");
        json.WriteBoolean("openClose", true);
        json.WriteNumber("change", 2);
        json.WriteEndObject();
        json.WriteBoolean("hoverProvider", true);
        json.WriteBoolean("documentSymbolProvider", true);
        json.WriteStartObject("codeActionProvider");
        json.WriteStartArray("codeActionKinds");
        json.WriteStringValue("quickfix");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("serverInfo");
        json.WriteString("name", "Biên Niên");
        json.WriteString("version", Session.Version);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
