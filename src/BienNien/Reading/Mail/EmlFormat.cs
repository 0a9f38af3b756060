using System.Collections.Immutable;
using BienNien.Reading.Archives;
using BienNien.Reading.Html;
using BienNien.Reading.Packages;
using BienNien.Reading.PlainText;
using BienNien.Text;

namespace BienNien.Reading.Mail;

/// <summary>Letters: who writes to whom, when and about what, then the words; what hangs on them are files of their own.</summary>
/// <remarks>
/// Of a letter sent in two forms the web page is read, since it keeps tables and lists whole; the plain text only where the page is blank.
/// Pictures that belong to the page are passed over. Nothing is fetched.
/// </remarks>
/// <param name="reads">Whether a file of this name is of a kind that is read.</param>
internal sealed class EmlFormat(Func<string, bool> reads) : IDocumentFormat
{
    private static readonly ImmutableArray<string> _shown = ["From", "To", "Cc", "Date"];

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".eml"];

    /// <inheritdoc/>
    public bool HoldsFiles => true;

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        MailPart letter = MailPart.Read(content.Bytes, out bool isWhole);
        return letter.Headers.IsEmpty
            ? new ReadResult.Unreadable(ProblemCode.Damaged, 0, "no header lines")
            : new Letter(reads, options).Read(name, letter, isWhole);
    }

    /// <summary>One letter while it is read.</summary>
    private sealed class Letter(Func<string, bool> reads, ReadOptions options)
    {
        private readonly DocumentAssembler _document = new();
        private readonly ImmutableArray<ContainedFile>.Builder _files = ImmutableArray.CreateBuilder<ContainedFile>();
        private readonly ContainedNames _names = new();
        private readonly UnpackBudget _budget = new(options.MaxBytes, options.Account?.Files);
        private ReadResult.Unreadable? _problem;
        private int _passedOver;
        private int _tables;

        public ReadResult Read(string name, MailPart letter, bool isWhole)
        {
            if (!isWhole)
            {
                _problem = new ReadResult.Unreadable(ProblemCode.TooLarge, 0, "too many parts");
            }

            AddHeaders(letter.Headers);
            try
            {
                Take(letter, isRoot: true);
            }
            catch (UnpackBudget.SpentException)
            {
                _problem = new ReadResult.Unreadable(ProblemCode.TooLarge, 0, $"unpacks to > {_budget.Limit} bytes");
            }

            ReadResult own = _document.Finish(name);
            return own is ReadResult.Unreadable bad && _files.Count == 0 && _passedOver == 0
                ? _problem ?? bad
                : new ReadResult.Container((own as ReadResult.Read)?.Document, _files.DrainToImmutable()) { PassedOver = _passedOver, Problem = _problem };
        }

        private void AddHeaders(MailHeaders headers)
        {
            if (headers["Subject"] is { } subject)
            {
                AddLine(EncodedWords.Decode(subject), BlockKind.Heading);
            }

            foreach (string shown in _shown)
            {
                if (headers[shown] is { Length: > 0 } value)
                {
                    AddLine($"{shown}: {EncodedWords.Decode(value)}", BlockKind.Paragraph);
                }
            }
        }

        private void AddLine(string line, BlockKind kind)
        {
            _document.NextLine();
            _document.Add(MailText.Flow(line), kind);
            _document.NextLine();
        }

        private void Take(MailPart part, bool isRoot = false)
        {
            switch (part.Type)
            {
                case "multipart/alternative":
                    TakeBest(part);
                    break;
                case "multipart/related":
                    for (int i = 0; i < part.Parts.Count; i++)
                    {
                        if (i == 0 || part.Parts[i].Headers["Content-ID"] is null)
                        {
                            Take(part.Parts[i]);
                        }
                    }

                    break;
                case ['m', 'u', 'l', 't', 'i', 'p', 'a', 'r', 't', '/', ..]:
                    part.Parts.ForEach(inner => Take(inner));
                    break;
                case "text/html" when isRoot || !part.IsAttachment:
                    AddPage(part);
                    break;
                case "text/plain" when isRoot || !part.IsAttachment:
                    AddText(part);
                    break;
                case "message/rfc822":
                    AddFile(part, (part.FileName is { Length: > 0 } given ? given : SubjectOf(part)) is var title && title.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) ? title : title + ".eml");
                    break;
                default:
                    AddFile(part, part.FileName ?? "");
                    break;
            }
        }

        private void TakeBest(MailPart part)
        {
            MailPart? page = part.Parts.LastOrDefault(static form => Find(form, "text/html") is { } html && html.Decode().Span.ContainsAnyExcept(" \t\r\n"u8));
            if ((page ?? part.Parts.FirstOrDefault(static form => form.Type == "text/plain") ?? part.Parts.FirstOrDefault()) is { } best)
            {
                Take(best);
            }

            // Some programs hang files on one of the forms.
            foreach (MailPart form in part.Parts)
            {
                if (form != page && form.IsAttachment && !form.Type.StartsWith("text/", StringComparison.Ordinal))
                {
                    Take(form);
                }
            }
        }

        private void AddPage(MailPart part)
        {
            if (Source(part) is { } source)
            {
                HtmlFlow flow = new(source, _document, _tables);
                flow.ReadAll();
                _tables = flow.Tables;
            }
        }

        private void AddText(MailPart part)
        {
            if (Source(part) is not { } source)
            {
                return;
            }

            string lines = source.ReplaceLineEndings("\n");
            int tables = _tables;
            foreach (Block block in LineBlocks.Find(lines))
            {
                List<TextSpan> parts = [];
                foreach (TextSpan span in block.Parts)
                {
                    FlowText text = new();
                    foreach (char c in lines.AsSpan(span.Start, span.Length))
                    {
                        text.Append(c);
                    }

                    _document.NextLine();
                    if (_document.Append(text) is { } added)
                    {
                        parts.Add(added);
                    }
                }

                if (parts.Count > 0)
                {
                    TableCell? cell = block.Cell is { } inner ? inner with { Table = inner.Table + tables } : null;
                    _tables = Math.Max(_tables, cell?.Table + 1 ?? 0);
                    _document.Add(block with { Parts = [.. parts], Cell = cell });
                }
            }

            _document.NextLine();
        }

        private string? Source(MailPart part)
        {
            ReadOnlyMemory<byte> bytes = part.Decode();
            ReadResult.Unreadable? problem = TextDecoding.DecodeSource(bytes.Span, options, part.Headers.Parameter("Content-Type", "charset"), out string source, out _);
            if (problem is { Code: not ProblemCode.Empty })
            {
                _problem ??= problem with { ByteOffset = 0 };
            }

            return problem is null ? source : null;
        }

        private void AddFile(MailPart part, string name)
        {
            string given = _names.Give(name);
            if (!reads(given))
            {
                _passedOver++;
                return;
            }

            ReadOnlyMemory<byte> bytes = part.Decode();
            _budget.Take(bytes.Length);
            _files.Add(new ContainedFile(given, bytes));
        }

        private static string SubjectOf(MailPart message) =>
            MailHeaders.Read(message.Decode().Span, out _)["Subject"] is { Length: > 0 } subject ? EncodedWords.Decode(subject).Replace('/', '_').Replace('\\', '_') : "message";

        private static MailPart? Find(MailPart part, string type) =>
            part.Type == type && !part.IsAttachment ? part : part.Parts.Select(inner => Find(inner, type)).FirstOrDefault(static found => found is not null);
    }
}
