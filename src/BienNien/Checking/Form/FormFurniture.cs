using System.Collections.Immutable;
using System.Xml;
using BienNien.Reading.Docx;

namespace BienNien.Checking.Form;

/// <summary>Looks for page numbers in the headers and footers of sections.</summary>
internal sealed class FormFurniture(FormStyles styles, FormTheme theme)
{
    // More sections than any paper has: what comes later is looked at no more.
    private const int MostSections = 1_000;

    private readonly Dictionary<string, ImmutableArray<(FormAlignment? Alignment, decimal? Size, bool Italic)>> _parts = new(StringComparer.Ordinal);

    /// <summary>The sections with their page numbers.</summary>
    /// <param name="looks">What they say of themselves.</param>
    /// <param name="target">The part that a relationship names, or null.</param>
    /// <param name="open">Opens a part; null when there is none.</param>
    public ImmutableArray<FormSection> Sections(IReadOnlyList<SectionLook> looks, Func<string, string?> target, Func<string?, XmlReader?> open)
    {
        // What a section does not name it takes over from the one before.
        Dictionary<(string Kind, string Page), string> named = [];
        ImmutableArray<FormSection>.Builder sections = ImmutableArray.CreateBuilder<FormSection>();
        foreach (SectionLook look in looks.Take(MostSections))
        {
            foreach (KeyValuePair<(string Kind, string Page), string> one in look.Furniture)
            {
                named[one.Key] = one.Value;
            }

            string first = look.TitlePage ? "first" : "default";
            sections.Add(new FormSection
            {
                Width = look.Width,
                Height = look.Height,
                Top = look.Top,
                Bottom = look.Bottom,
                Left = look.Left,
                Right = look.Right,
                HasOtherFigures = look.NumberFormat is not (null or "decimal" or "decimalZero" or "numberInDash"),
                PageNumbers = [.. Numbers("header", "default"), .. Numbers("footer", "default")],
                NumbersFirstPage = Numbers("header", first).Concat(Numbers("footer", first)).Any(),
            });
        }

        return sections.ToImmutable();

        IEnumerable<PageNumberPlace> Numbers(string kind, string page)
        {
            if (!named.TryGetValue((kind, page), out string? id) || target(id) is not { } part)
            {
                return [];
            }

            if (!_parts.TryGetValue(part, out ImmutableArray<(FormAlignment? Alignment, decimal? Size, bool Italic)> numbers))
            {
                using XmlReader? reader = open(part);
                numbers = reader is null ? [] : Read(reader);
                _parts.Add(part, numbers);
            }

            return numbers.Select(number => new PageNumberPlace(kind == "header", number.Alignment, number.Size, number.Italic));
        }
    }

    private ImmutableArray<(FormAlignment?, decimal?, bool)> Read(XmlReader reader)
    {
        List<(FormAlignment?, decimal?, bool)> found = [];
        ParagraphLook look = styles.Resolve(ParagraphLook.Nothing);
        string? style = null;
        RunLook run = RunLook.Nothing;
        FormAlignment? pushed = null;
        bool isPushed = false;
        int holders = 0;
        int leftOut = int.MaxValue;
        int simple = -1;
        bool inInstruction = false;
        string instruction = "";
        while (reader.Read())
        {
            if (reader.Depth > leftOut)
            {
                continue;
            }

            leftOut = int.MaxValue;
            if (reader.NodeType == XmlNodeType.Text && inInstruction)
            {
                // An instruction may be broken over runs.
                instruction = instruction.Length < 100 ? instruction + reader.Value : instruction;
                if (IsPageNumber(instruction))
                {
                    Add();
                }

                continue;
            }

            if (reader.NodeType == XmlNodeType.EndElement)
            {
                inInstruction &= reader.LocalName != "instrText";
                holders -= reader.LocalName is "txbxContent" or "tbl" ? 1 : 0;
                continue;
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "Fallback" or "del" or "moveFrom" when !reader.IsEmptyElement:
                    leftOut = reader.Depth;
                    break;
                case "txbxContent" or "tbl" when !reader.IsEmptyElement:
                    holders++;
                    break;
                case "p":
                    (look, style, pushed, isPushed, instruction, simple) = (styles.Resolve(ParagraphLook.Nothing), null, null, false, "", -1);
                    break;
                case "pPr":
                    ParagraphLook direct = ParagraphLook.Read(reader);
                    (look, style) = (styles.Resolve(direct), direct.Style);
                    break;
                case "r":
                    run = RunLook.Nothing;
                    break;
                case "rPr":
                    run = RunLook.Read(reader, theme);
                    if (simple >= 0)
                    {
                        RunLook shown = styles.Resolve(run, style, null);
                        found[simple] = (found[simple].Item1, shown.Size, shown.Italic == true);
                        simple = -1;
                    }

                    break;
                case "tab":
                    (pushed, isPushed) = (null, true);
                    break;
                case "ptab":
                    (pushed, isPushed) = (DocxXml.Attribute(reader, "alignment") == "center" ? FormAlignment.Centre : null, true);
                    break;
                case "fldChar":
                    instruction = "";
                    break;
                case "fldSimple" when IsPageNumber(DocxXml.Attribute(reader, "instr") ?? ""):
                    // Its run follows, with what it says of itself.
                    run = RunLook.Nothing;
                    Add();
                    simple = found.Count - 1;
                    break;
                case "instrText":
                    inInstruction = !reader.IsEmptyElement;
                    break;
            }
        }

        return [.. found];

        void Add()
        {
            RunLook letters = styles.Resolve(run, style, null);
            FormAlignment? alignment = holders > 0 ? null
                : look.Frame is { } frame ? frame switch { "center" => FormAlignment.Centre, "left" => FormAlignment.Left, "right" => FormAlignment.Right, _ => null }
                : isPushed ? pushed
                : look.Alignment ?? FormAlignment.Left;
            found.Add((alignment, letters.Size, letters.Italic == true));
            instruction = "";
        }
    }

    private static bool IsPageNumber(string instruction)
    {
        ReadOnlySpan<char> words = instruction.AsSpan().Trim();
        return words.StartsWith("PAGE", StringComparison.OrdinalIgnoreCase) && (words.Length == 4 || char.IsWhiteSpace(words[4]) || words[4] == '\\');
    }
}
