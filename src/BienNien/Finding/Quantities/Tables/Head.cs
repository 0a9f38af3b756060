using BienNien.Text;

namespace BienNien.Finding.Quantities.Tables;

/// <summary>What one head cell says of the figures that it heads.</summary>
internal sealed record Head
{
    /// <summary>What is measured: its words without unit, time, numbering; empty when it says nothing of that.</summary>
    public string Label { get; init; } = "";

    /// <summary>How many words the label has.</summary>
    public int LabelWords { get; init; }

    /// <summary>Where it stands.</summary>
    public TextSpan Span { get; init; }

    /// <summary>The roles of all its words.</summary>
    public HeadRoles Roles { get; init; }

    /// <summary>The roles of its first words.</summary>
    public HeadRoles Leading { get; init; }

    /// <summary>Whether all its words are of <see cref="Leading"/>'s phrase.</summary>
    public bool IsOnlyLeading { get; init; }

    /// <summary>Whether it says nothing of what is measured, only when it was and how it compares.</summary>
    public bool IsAxis { get; init; }

    /// <summary>Whether a per cent sign stands in it.</summary>
    public bool HasPercent { get; init; }

    /// <summary>Whether one thing is put over another: <c>TH/KH</c>.</summary>
    public bool HasSlash { get; init; }

    /// <summary>EDTF; empty without one.</summary>
    public string Period { get; init; } = "";

    /// <summary>The period compared with (EDTF); empty without one.</summary>
    public string Base { get; init; } = "";

    /// <summary>The unit in its brackets.</summary>
    public TableUnit Unit { get; init; }

    /// <summary>What it counts: <c>Số hộ</c>.</summary>
    public TableUnit Counted { get; init; }

    /// <summary>What its label names, when it is a thing that is counted: <c>Học sinh</c>.</summary>
    public TableUnit Named { get; init; }

    /// <summary>Whether its label is the name of a place or a body.</summary>
    public bool IsPlace { get; init; }

    /// <summary>Whether it is written in capitals only.</summary>
    public bool IsAllUpper { get; init; }

    /// <summary>How deep a row stands below the others; 2 is an ordinary one.</summary>
    public int Depth { get; init; } = Head.Ordinary;

    /// <summary>The depth of a row that nothing marks.</summary>
    public const int Ordinary = 2;

    /// <summary>The depth of a part of a table: <c>I. Kinh tế</c>.</summary>
    public const int Section = 0;

    /// <summary>The depth of rows that a dash opens.</summary>
    public const int Dashed = 5;

    /// <summary>Whether it heads totals.</summary>
    public bool IsTotal => IsOnlyLeading && (Leading & (HeadRoles.Total | HeadRoles.Whole)) != 0;

    /// <summary>Whether it heads totals and names nothing.</summary>
    public bool IsBareTotal => IsOnlyLeading && (Leading & HeadRoles.Total) != 0;

    /// <summary>Whether what it heads is part of what stands before: <c>Trong đó</c>.</summary>
    public bool IsPart => (Leading & HeadRoles.Part) != 0;

    /// <summary>Whether its label needs that of the row above.</summary>
    public bool SaysLittle => (IsOnlyLeading && (Leading & HeadRoles.Generic) != 0) || LabelWords == 1;

    public bool Has(HeadRoles roles) => (Roles & roles) != 0;
}
