using BienNien.Time;
using NodaTime;

namespace BienNien.Gazetteers;

/// <summary>A place of the gazetteer: for a unit of a state, the time under one name and rank. A view that costs nothing to make.</summary>
/// <remarks>Two are equal when they are the same place of the same gazetteer. <c>default</c> is no place: its texts are empty.</remarks>
public readonly record struct PlaceUnit
{
    private readonly Gazetteer? _gazetteer;

    internal PlaceUnit(Gazetteer gazetteer, int id)
    {
        _gazetteer = gazetteer;
        Id = id;
    }

    /// <summary>The number of the place in its gazetteer, from 0. It may differ in another version of the data; <see cref="Key"/> does not.</summary>
    public int Id { get; }

    /// <summary>
    /// A name for the place that stays: <c>Cao Lạng@1975</c> of <c>places-changes.tsv</c>, the statistics office's code with <c>@2025</c> for units of
    /// 1 July 2025 (<c>01273</c>, <c>01273@2025</c>), or level and name (<c>site/Hỏa Lò</c>).
    /// </summary>
    public string Key => Row.Key;

    /// <summary>The usual name without its type: <c>Cao Bằng</c>. Places that are never named without it have it here: <c>sông Gâm</c>.</summary>
    public string Name => Row.Name;

    /// <summary>The type word in small letters, <c>tỉnh</c>; empty when it is in the name or not known.</summary>
    public string Type => Row.Type;

    /// <summary>What sort of place it is.</summary>
    public PlaceLevel Level => Row.Level;

    /// <summary>The unit that it lies in, at its own time; null when none is known.</summary>
    public PlaceUnit? Parent => Row.Parent < 0 || _gazetteer is null ? null : new PlaceUnit(_gazetteer, Row.Parent);

    /// <summary>When it began; null when that is not known.</summary>
    public Edtf? ValidFrom => Row.From is { } from ? Edtf.Parse(from) : null;

    /// <summary>When it ended: its last day. Null when that is not known, and also when it goes on (<see cref="GoesOn"/>).</summary>
    public Edtf? ValidTo => Row.To is { } to ? Edtf.Parse(to) : null;

    /// <summary>Whether it is known to be there still, at the time of the data.</summary>
    public bool GoesOn => Row.GoesOn;

    /// <summary>From when to when as one expression: <c>1975-12-27/1978-12-28</c>, <c>/2025-06-30</c>, <c>2025-07-01/..</c>; null when neither end is known.</summary>
    public Edtf? Validity => (ValidFrom, ValidTo, GoesOn) switch
    {
        (null, null, _) => null,
        ({ } from, null, true) => Edtf.Since(from.Start),
        ({ } from, null, false) => Edtf.WithUnknownEnd(from.Start),
        (null, { } to, _) => Edtf.WithUnknownStart(to.Start),
        ({ } from, { } to, _) => Edtf.Between(from.Start, to.Start),
    };

    /// <summary>The days on which it may have been there: from the first that its beginning can mean to the last that its end can.</summary>
    public DayRange Days => new(Row.First, Row.Last);

    /// <summary>The act by which it began, such as <c>Nghị quyết 202/2025/QH15, 12-6-2025</c>; empty when none is known for sure.</summary>
    public string LegalBasis => Row.Basis;

    /// <summary>The act by which it ended; empty when it goes on, or when none is known for sure.</summary>
    public string EndedBy => Row.EndedBy;

    /// <summary>The statistics office's code; empty when it has none.</summary>
    public string Code => Row.Code;

    /// <summary>What else helps a reader, in the language of the table; often empty.</summary>
    public string Note => Row.Note;

    /// <summary>The name of what stands there today, for places that were renamed without being units of this gazetteer; often empty.</summary>
    public string Today => Row.Today;

    /// <summary>Where its row comes from; never empty.</summary>
    public string Source => Row.Source;

    /// <summary>Where it is, or its seat was; null when only <see cref="Gazetteer.LocationOf"/> can tell something.</summary>
    public GeoPoint? Location => Row.Location;

    /// <summary>Whether it may have been there on a day.</summary>
    public bool MayExistOn(LocalDate day) => Row.First <= day && day <= Row.Last;

    internal bool IsOf(Gazetteer gazetteer) => ReferenceEquals(_gazetteer, gazetteer);

    private ref readonly UnitRow Row => ref _gazetteer is null ? ref UnitRow.None : ref _gazetteer.RowOf(Id);

    /// <summary>Type and name: <c>tỉnh Cao Lạng</c>.</summary>
    public override string ToString() => Type.Length == 0 ? Name : $"{Type} {Name}";
}
