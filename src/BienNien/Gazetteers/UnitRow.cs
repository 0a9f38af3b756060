using NodaTime;

namespace BienNien.Gazetteers;

/// <summary>What the gazetteer keeps of a place. Strings and times are shared between rows.</summary>
internal struct UnitRow
{
    private static readonly UnitRow[] _none = [Empty()];

    public string Key;
    public string Name;
    public string Type;
    public string Code;
    public string Basis;
    public string EndedBy;
    public string Note;
    public string Today;
    public string Source;
    public string? From; // EDTF, read when it is asked for
    public string? To;
    public LocalDate First;
    public LocalDate Last;
    public GeoPoint? Location;
    public int Parent;
    public PlaceLevel Level;
    public bool GoesOn;

    /// <summary>What is known of no place.</summary>
    public static ref readonly UnitRow None => ref _none[0];

    /// <summary>A row that says nothing yet.</summary>
    public static UnitRow Empty() => new()
    {
        Key = "",
        Name = "",
        Type = "",
        Code = "",
        Basis = "",
        EndedBy = "",
        Note = "",
        Today = "",
        Source = "",
        Parent = -1,
        First = LocalDate.MinIsoValue,
        Last = LocalDate.MaxIsoValue,
        Level = PlaceLevel.Other,
    };
}
