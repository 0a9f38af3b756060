using System.Globalization;
using System.Text;
using System.Xml;

namespace BienNien.Reading.Docx;

/// <summary>The numbers and marks that Word itself sets before paragraphs: they stand in no run of the file, only on the page.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private const string Bullet = "•";

    private readonly Dictionary<int, Level?[]> _lists = [];
    private readonly Dictionary<int, Use> _uses = [];

    // What each list has counted so far; lists of one kind count on together.
    private readonly Dictionary<int, int?[]> _counted = [];

    /// <summary>Reads <c>numbering.xml</c>; null gives no lists.</summary>
    public static DocxNumbering Read(XmlReader? reader)
    {
        DocxNumbering numbering = new();
        Level?[] levels = new Level?[Levels];
        Level level = new();
        Use? use = null;
        int overridden = 0;
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "abstractNum":
                    levels = new Level?[Levels];
                    numbering._lists.TryAdd(Attribute(reader, "abstractNumId"), levels);
                    use = null;
                    break;
                case "num":
                    use = new Use();
                    numbering._uses.TryAdd(Attribute(reader, "numId"), use);
                    break;
                case "abstractNumId" when use is not null:
                    use.List = DocxXml.Number(reader) ?? -1;
                    break;
                case "lvlOverride":
                    overridden = Math.Clamp(Attribute(reader, "ilvl"), 0, Levels - 1);
                    break;
                case "startOverride" when use is not null:
                    use.Starts[overridden] = DocxXml.Number(reader);
                    break;
                case "lvl":
                    level = new Level();
                    (use?.Own ?? levels)[Math.Clamp(Attribute(reader, "ilvl"), 0, Levels - 1)] = level;
                    break;
                case "start":
                    level.Start = DocxXml.Number(reader) ?? 1;
                    break;
                case "numFmt":
                    level.Format = DocxXml.Value(reader) ?? level.Format;
                    break;
                case "lvlText":
                    level.Text = DocxXml.Value(reader) ?? "";
                    break;
                case "lvlRestart":
                    level.RestartsAfter = DocxXml.Number(reader);
                    break;
                case "isLgl":
                    level.IsDecimal = DocxXml.IsOn(reader);
                    break;
                case "pStyle":
                    level.Style = DocxXml.Value(reader);
                    break;
            }
        }

        return numbering;
    }

    /// <summary>The level that a list keeps for paragraphs of a style; null when it keeps none.</summary>
    public int? LevelOf(int list, string? style)
    {
        for (int i = 0; style is not null && _uses.TryGetValue(list, out Use? use) && i < Levels; i++)
        {
            if (LevelOf(use, i)?.Style == style)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Counts a paragraph.</summary>
    /// <param name="list">Its list.</param>
    /// <param name="depth">Its level, from 0.</param>
    /// <returns>What Word sets before it; empty when nothing.</returns>
    public string Next(int list, int depth)
    {
        depth = Math.Clamp(depth, 0, Levels - 1);
        if (!_uses.TryGetValue(list, out Use? use) || LevelOf(use, depth) is not { } level)
        {
            return "";
        }

        if (!_counted.TryGetValue(use.List, out int?[]? counted))
        {
            _counted.Add(use.List, counted = new int?[Levels]);
        }

        if (use.Starts[depth] is { } start)
        {
            // A list that begins anew does so once.
            counted[depth] = start;
            use.Starts[depth] = null;
        }
        else
        {
            counted[depth] = counted[depth] is { } last && last < int.MaxValue ? last + 1 : level.Start;
        }

        for (int deeper = depth + 1; deeper < Levels; deeper++)
        {
            if (LevelOf(use, deeper)?.RestartsAfter is not { } after || (after > 0 && depth < after))
            {
                counted[deeper] = null;
            }
        }

        return level.Format == "bullet" ? Mark(level.Text) : Fill(use, level, counted);
    }

    private static int Attribute(XmlReader reader, string name) =>
        int.TryParse(DocxXml.Attribute(reader, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : -1;

    private static string Mark(string text) => text.Length == 0 ? "" : text.Any(static c => c is >= '\uE000' and <= '\uF8FF') ? Bullet : text;

    private Level? LevelOf(Use use, int depth) => use.Own[depth] ?? (_lists.TryGetValue(use.List, out Level?[]? levels) ? levels[depth] : null);

    // “%1.%2.” with the numbers counted so far.
    private string Fill(Use use, Level level, int?[] counted)
    {
        StringBuilder label = new();
        for (int i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] == '%' && i + 1 < level.Text.Length && level.Text[i + 1] is >= '1' and <= '9')
            {
                int depth = level.Text[++i] - '1';
                Level? upper = LevelOf(use, depth);
                int number = counted[depth] ??= upper?.Start ?? 1;
                label.Append(DocxNumbers.Write(number, level.IsDecimal ? "decimal" : upper?.Format ?? "decimal"));
            }
            else
            {
                label.Append(level.Text[i]);
            }
        }

        return label.ToString().Trim();
    }

    private sealed class Level
    {
        public int Start { get; set; } = 1;

        public string Format { get; set; } = "decimal";

        public string Text { get; set; } = "";

        /// <summary>The level (from 1) after which it begins anew; 0 never; null any above.</summary>
        public int? RestartsAfter { get; set; }

        public bool IsDecimal { get; set; }

        public string? Style { get; set; }
    }

    private sealed class Use
    {
        public int List { get; set; } = -1;

        public int?[] Starts { get; } = new int?[Levels];

        public Level?[] Own { get; } = new Level?[Levels];
    }
}
