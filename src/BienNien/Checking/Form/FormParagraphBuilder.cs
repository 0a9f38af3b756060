using System.Collections.Immutable;
using System.Text;
using BienNien.Reading;
using BienNien.Reading.Encodings;
using BienNien.Text;

namespace BienNien.Checking.Form;

/// <summary>A paragraph while it streams by.</summary>
internal sealed class FormParagraphBuilder(ParagraphLook look, int section)
{
    private readonly List<(RunLook Look, string Letters)> _runs = [];
    private readonly List<int> _cuts = [];
    private readonly StringBuilder _letters = new();
    private int _spaces;

    public ParagraphLook Look { get; set; } = look;

    public string? Style { get; set; }

    public bool InTable { get; init; }

    public bool InBox { get; init; }

    public bool BlankBefore { get; set; }

    public bool HasRule { get; set; }

    public bool IsPushedIn { get; private set; }

    /// <summary>Paragraphs of text boxes that hang on it: reading sets them behind it.</summary>
    public List<FormParagraphBuilder> Boxes { get; } = [];

    public bool IsBlank => _runs.Count == 0 && _letters.Length == 0;

    /// <summary>A character of the run.</summary>
    public void Append(char c)
    {
        if (!char.IsWhiteSpace(c))
        {
            _letters.Append(c);
        }
        else if (IsBlank && ++_spaces >= 3)
        {
            IsPushedIn = true;
        }
    }

    public void Tab() => IsPushedIn |= IsBlank;

    /// <summary>Something of which reading may make other characters.</summary>
    public void Cut() => _cuts.Add(_runs.Count);

    public void EndRun(RunLook run)
    {
        if (_letters.Length == 0)
        {
            return;
        }

        string letters = _letters.ToString();
        _letters.Clear();
        if (FontEncoding.Of(run.Other) is { } font)
        {
            letters = Decoded(letters, font, run.Bold == true);
        }

        if (run.Raised == true)
        {
            letters = string.Create(letters.Length, letters, static (raised, source) =>
            {
                for (int i = 0; i < source.Length; i++)
                {
                    raised[i] = Superscripts.Raise(source[i]);
                }
            });
        }

        _runs.Add((run, letters.IsNormalized() ? letters : letters.Normalize()));
    }

    /// <summary>The paragraph with its place; null when its words are not found.</summary>
    public FormParagraph? Find(FormMap map)
    {
        ImmutableArray<FormRun>.Builder found = ImmutableArray.CreateBuilder<FormRun>(_runs.Count);
        int first = 0;
        foreach (int cut in _cuts.Append(_runs.Count))
        {
            Find(map, first, cut, found);
            first = cut;
        }

        return found.Count == 0 ? null : new FormParagraph(found.ToImmutable(), section)
        {
            Alignment = Look.Alignment ?? FormAlignment.Left,
            FirstLine = Look.InCharacters == true ? null : (Look.Left ?? 0) + (Look.First ?? 0),
            SpaceBefore = Space(Look.Before),
            SpaceAfter = Space(Look.After),
            LineRule = Look.LineRule ?? FormLineRule.Lines,
            Line = Look.Line is not { } line ? 1 : Look.LineRule is FormLineRule.Exactly or FormLineRule.AtLeast ? line / 20 : line / 240,
            KeepsClose = Look.Contextual == true,
            Style = Style ?? "",
            InTable = InTable,
            InBox = InBox || Look.Frame is not null,
            InList = Look.List > 0,
            IsPushedIn = IsPushedIn,
            BlankBefore = BlankBefore,
            HasRule = HasRule || Look.HasBorder == true,
        };
    }

    private static decimal? Space(decimal? points) => points < 0 ? null : points ?? 0;

    private void Find(FormMap map, int first, int end, ImmutableArray<FormRun>.Builder found)
    {
        // Typists break words, and even letters, over runs: first all together.
        string all = string.Concat(_runs.Skip(first).Take(end - first).Select(static run => run.Letters));
        ReadOnlySpan<int> offsets = map.Next(all);
        int at = 0;
        for (int i = first; i < end; i++)
        {
            (RunLook run, string letters) = _runs[i];
            ReadOnlySpan<int> own = offsets.IsEmpty ? map.Next(letters, near: true) : offsets.Slice(at, letters.Length);
            at += letters.Length;
            if (!own.IsEmpty)
            {
                found.Add(Made(run, letters, TextSpan.Between(own[0], own[^1] + 1)));
            }
        }
    }

    private static FormRun Made(RunLook run, string letters, TextSpan span)
    {
        string? font = letters.Any(static c => c > '\x7F') ? run.Other ?? run.Ascii : run.Ascii ?? run.Other;
        return new FormRun(span)
        {
            Font = string.IsNullOrWhiteSpace(font) ? null : font.Split(';')[0].Trim(),
            Size = run.Size,
            Bold = run.Bold == true,
            Italic = run.Italic == true,
            Underlined = run.Underlined == true,
            Capitals = run.Capitals == true,
            Raised = run.Raised == true,
            Colour = run.Colour is null or "auto" ? null : run.Colour,
        };
    }

    private static string Decoded(string letters, FontEncoding font, bool bold)
    {
        FontText under = new();
        foreach (char c in letters)
        {
            under.Append(c, font, bold);
        }

        FlowText text = new();
        under.MoveTo(text);
        return text.ToString();
    }
}
