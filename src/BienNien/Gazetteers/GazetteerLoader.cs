using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BienNien.Time;
using NodaTime;

namespace BienNien.Gazetteers;

/// <summary>Makes a gazetteer of the tables <c>data/places-*.tsv</c>. Tables that name a place which no other has are a mistake in <c>data/</c>.</summary>
internal sealed class GazetteerLoader
{
    private const string NewKey = "@2025";
    private const string Openness = "..";
    private static readonly LocalDate _firstNewDay = new(2025, 7, 1);
    private static readonly LocalDate _lastOldDay = _firstNewDay.PlusDays(-1);

    private readonly List<UnitRow> _rows = new(20_000);
    private readonly Dictionary<string, int> _keys = new(20_000, StringComparer.Ordinal);
    private readonly List<(int From, int To, LocalDate Day)> _links = new(16_000);
    private readonly List<(int Unit, string Names)> _otherNames = [];
    private readonly HashSet<string> _strings = new(20_000, StringComparer.Ordinal);
    private readonly Dictionary<string, KnownTime> _times = new(StringComparer.Ordinal);
    private KnownTime? _lastTime;
    private string _lastType = "";
    private string _lastSource = "";

    // The statistics office's codes of provinces: those of before 1 July 2025 and those from then on, which may mean another one.
    private readonly Dictionary<string, int> _oldProvinces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _newProvinces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _oldDistricts = new(StringComparer.Ordinal);

    private GazetteerLoader()
    {
    }

    /// <summary>Reads all tables.</summary>
    public static Gazetteer Load()
    {
        GazetteerLoader loader = new();
        loader.ReadChanges();
        loader.ReadDistricts();
        loader.ReadNumbered();
        loader.ReadCommunes();
        loader.ReadSuccessors("places-commune-successors");
        loader.ReadSuccessors("places-district-successors");
        loader.ReadHistoric();
        loader.ReadLocations();
        return loader.Build();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Gazetteer Build()
    {
        UnitRow[] rows = [.. _rows];
        PlaceNames.Builder names = new(rows.Length);
        HashSet<string> types = new(StringComparer.Ordinal);
        int other = 0;
        for (int id = 0; id < rows.Length; id++)
        {
            names.Add(rows[id].Name, id);
            if (rows[id].Type.Length > 0)
            {
                types.Add(rows[id].Type);
            }

            for (; other < _otherNames.Count && _otherNames[other].Unit == id; other++)
            {
                foreach (string name in _otherNames[other].Names.Split('|'))
                {
                    names.Add(name, id);
                }
            }
        }

        return new Gazetteer(rows, names.Build(folded: false), [.. types], new ChangeLinks(rows.Length, _links), _keys);
    }

    // The units with a history: countries, zones, provinces, some districts.
    private void ReadChanges()
    {
        CellReader table = new("places-changes");
        (int name, int others, int type, int level) = (table.IndexOf("name"), table.IndexOf("other_names"), table.IndexOf("type"), table.IndexOf("level"));
        (int code, int parent, int from, int to) = (table.IndexOf("code"), table.IndexOf("parent"), table.IndexOf("valid_from"), table.IndexOf("valid_to"));
        (int predecessors, int successors) = (table.IndexOf("predecessors"), table.IndexOf("successors"));
        (int begunBy, int endedBy, int note, int source) = (table.IndexOf("begun_by"), table.IndexOf("ended_by"), table.IndexOf("note"), table.IndexOf("source"));
        List<(int Unit, string Parent, string Predecessors, string Successors)> references = new(600);
        while (table.MoveNext())
        {
            UnitRow row = UnitRow.Empty();
            row.Key = table[0].ToString();
            row.Name = Shared(table[name]);
            row.Type = Shared(table[type]);
            row.Level = LevelOf(table[level]);
            row.Code = Shared(table[code]);
            row.Basis = Shared(table[begunBy]);
            row.EndedBy = Shared(table[endedBy]);
            row.Note = Shared(table[note]);
            row.Source = Shared(table[source]);
            SetTimes(ref row, table[from], table[to]);
            int id = Add(row);
            if (!table[others].IsEmpty)
            {
                _otherNames.Add((id, table[others].ToString()));
            }

            if (row.Code.Length > 0)
            {
                if (row.Level == PlaceLevel.Province)
                {
                    if (row.GoesOn)
                    {
                        _newProvinces.Add(row.Code, id);
                    }

                    if (row.First <= _lastOldDay)
                    {
                        // The register calls Huế by the name that it had until the end of 2024.
                        _oldProvinces[row.Code] = id;
                    }
                }
                else
                {
                    _oldDistricts.Add(row.Code, id);
                }
            }

            references.Add((id, table[parent].ToString(), table[predecessors].ToString(), table[successors].ToString()));
        }

        // First what units say of their beginnings: the day of those is surer than that after an end.
        foreach ((int unit, string container, string before, _) in references)
        {
            if (container.Length > 0)
            {
                Row(unit).Parent = Required(container, "places-changes");
            }

            foreach (string key in Keys(before))
            {
                _links.Add((Required(key, "places-changes"), unit, _rows[unit].First));
            }
        }

        foreach ((int unit, _, _, string after) in references)
        {
            foreach (string key in Keys(after))
            {
                _links.Add((unit, Required(key, "places-changes"), _rows[unit].To is not null ? _rows[unit].Last.PlusDays(1) : LocalDate.MinIsoValue));
            }
        }
    }

    private void ReadDistricts()
    {
        CellReader table = new("places-districts");
        Register columns = new(table);
        while (table.MoveNext())
        {
            string code = Shared(table[columns.Code]);
            if (!_oldDistricts.TryGetValue(code, out int id))
            {
                id = Add(columns.Read(ref table, this, PlaceLevel.District, code, Parent(_oldProvinces, table[columns.Parent], "places-districts")));
                _oldDistricts.Add(code, id);
            }
            else
            {
                _keys.Add(code, id);
                Row(id).Parent = Parent(_oldProvinces, table[columns.Parent], "places-districts");
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadCommunes()
    {
        CellReader table = new("places-communes");
        Register columns = new(table);
        while (table.MoveNext())
        {
            string code = table[columns.Code].ToString();
            bool isNew = table[columns.To] is Openness;
            int parent = isNew ? Parent(_newProvinces, table[columns.Parent], "places-communes") : Parent(_oldDistricts, table[columns.Parent], "places-communes");
            UnitRow row = columns.Read(ref table, this, PlaceLevel.Commune, code, parent);
            if (isNew)
            {
                row.Key = code + NewKey;
            }

            Add(row);
        }
    }

    private void ReadNumbered()
    {
        CellReader table = new("places-numbered");
        Register columns = new(table);
        int level = table.IndexOf("level");
        while (table.MoveNext())
        {
            string code = Shared(table[columns.Code]);
            bool district = table[level] is "district";
            if (district && _oldDistricts.ContainsKey(code))
            {
                continue;
            }

            int parent = Parent(district ? _oldProvinces : _oldDistricts, table[columns.Parent], "places-numbered");
            int id = Add(columns.Read(ref table, this, district ? PlaceLevel.District : PlaceLevel.Commune, code, parent));
            if (district)
            {
                _oldDistricts.Add(code, id);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadSuccessors(string name)
    {
        CellReader table = new(name);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> keys = _keys.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> room = stackalloc char[32];
        while (table.MoveNext())
        {
            ReadOnlySpan<char> successor = table[1];
            successor.CopyTo(room);
            NewKey.CopyTo(room[successor.Length..]);
            if (!keys.TryGetValue(table[0], out int from) || !keys.TryGetValue(room[..(successor.Length + NewKey.Length)], out int to))
            {
                throw new InvalidDataException($"data/{name}.tsv: no unit «{table[0]}» or «{successor}».");
            }

            _links.Add((from, to, _firstNewDay));
        }
    }

    // Everything else, by name and level; a unit with a history of its own is not told twice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadHistoric()
    {
        CellReader table = new("places-historic");
        (int level, int note, int within, int today) = (table.IndexOf("level"), table.IndexOf("note"), table.IndexOf("in"), table.IndexOf("today"));
        (int from, int to, int source) = (table.IndexOf("valid_from"), table.IndexOf("valid_to"), table.IndexOf("source"));
        // Of units that had a name one after the other the last is meant as a container, and the larger of two levels: Hà Giang is the province.
        Dictionary<string, int> containers = new(StringComparer.Ordinal);
        HashSet<string> told = new(StringComparer.Ordinal);
        for (int id = 0; id < _rows.Count; id++)
        {
            ref UnitRow unit = ref Row(id);
            if (unit.Level > PlaceLevel.District)
            {
                continue;
            }

            if (unit.Level <= PlaceLevel.Province)
            {
                told.Add(KeyOf(unit.Level, unit.Name));
            }

            if (!containers.TryGetValue(unit.Name, out int other) || unit.Level < Row(other).Level || (unit.Level == Row(other).Level && unit.Last > Row(other).Last))
            {
                containers[unit.Name] = id;
            }
        }

        while (table.MoveNext())
        {
            string name = Shared(table[0]);
            PlaceLevel place = LevelOf(table[level]);
            string key = KeyOf(place, name);
            if (told.Contains(key))
            {
                continue;
            }

            UnitRow row = UnitRow.Empty();
            row.Name = name;
            row.Level = place;
            row.Key = key;
            row.Note = Shared(table[note]);
            row.Today = Shared(table[today]);
            row.Source = Shared(table[source]);
            SetTimes(ref row, table[from], table[to]);
            string container = Shared(table[within]);
            if (container.Length > 0 && containers.TryGetValue(container, out int parent) && _rows[parent].Level < place)
            {
                row.Parent = parent;
            }

            if (told.Add(key))
            {
                int id = Add(row);
                if (place == PlaceLevel.Country)
                {
                    containers.TryAdd(name, id);
                }
            }
        }
    }

    private void ReadLocations()
    {
        CellReader seats = new("places-seats");
        (int level, int code, int latitude, int longitude) = (seats.IndexOf("level"), seats.IndexOf("code"), seats.IndexOf("latitude"), seats.IndexOf("longitude"));
        while (seats.MoveNext())
        {
            Dictionary<string, int> units = seats[level] is "province" ? _oldProvinces : _oldDistricts;
            if (units.TryGetValue(seats[code].ToString(), out int id))
            {
                Row(id).Location = Point(seats[latitude], seats[longitude]);
            }
        }

        CellReader points = new("places-coordinates");
        (latitude, longitude) = (points.IndexOf("latitude"), points.IndexOf("longitude"));
        while (points.MoveNext())
        {
            Row(Required(points[0].ToString(), "places-coordinates")).Location = Point(points[latitude], points[longitude]);
        }
    }

    private static GeoPoint Point(ReadOnlySpan<char> latitude, ReadOnlySpan<char> longitude) =>
        new(double.Parse(latitude, CultureInfo.InvariantCulture), double.Parse(longitude, CultureInfo.InvariantCulture));

    private int Add(UnitRow row)
    {
        _keys.Add(row.Key, _rows.Count);
        _rows.Add(row);
        return _rows.Count - 1;
    }

    private ref UnitRow Row(int id) => ref CollectionsMarshal.AsSpan(_rows)[id];

    private int Required(string key, string table) =>
        _keys.TryGetValue(key, out int id) ? id : throw new InvalidDataException($"data/{table}.tsv: no place «{key}».");

    private static int Parent(Dictionary<string, int> units, ReadOnlySpan<char> code, string table)
    {
        if (code.IsEmpty)
        {
            return -1;
        }

        return units.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out int id)
            ? id
            : throw new InvalidDataException($"data/{table}.tsv: no unit «{code}» to lie in.");
    }

    private static string[] Keys(string cell) => cell.Length == 0 ? [] : cell.Split(" / ");

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string Shared(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "";
        }

        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> strings = _strings.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!strings.TryGetValue(text, out string? shared))
        {
            shared = text.ToString();
            _strings.Add(shared);
        }

        return shared;
    }

    // A row mostly has the type and source of the one before.
    private string SameOrShared(ReadOnlySpan<char> text, ref string last) => text.SequenceEqual(last) ? last : last = Shared(text);

    private void SetTimes(ref UnitRow row, ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        row.GoesOn = to is Openness;
        if (TimeOf(from) is { } first)
        {
            row.From = first.Text;
            row.First = first.Earliest;
        }

        if (!row.GoesOn && TimeOf(to) is { } last)
        {
            row.To = last.Text;
            row.Last = last.Latest;
        }
    }

    private KnownTime? TimeOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        if (_lastTime is not null && text.SequenceEqual(_lastTime.Text))
        {
            return _lastTime;
        }

        Dictionary<string, KnownTime>.AlternateLookup<ReadOnlySpan<char>> times = _times.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!times.TryGetValue(text, out KnownTime? time))
        {
            time = KnownTime.Of(text.ToString());
            times[text] = time;
        }

        return _lastTime = time;
    }

    private static string KeyOf(PlaceLevel level, string name) => string.Concat(level.Name(), "/", name);

    private static PlaceLevel LevelOf(ReadOnlySpan<char> name) => PlaceLevelWords.Parse(name) ?? throw new InvalidDataException($"«{name}» is no level of a place.");

    /// <summary>A time with the days that it can mean: thousands of units began or ended on the same day.</summary>
    private sealed record KnownTime(string Text, LocalDate Earliest, LocalDate Latest)
    {
        // Nearly all are years and days, which need no reader of EDTF.
        public static KnownTime Of(string text)
        {
            if (text.Length is 4 or 10 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year > 0)
            {
                if (text.Length == 4)
                {
                    return new KnownTime(text, new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
                }

                if (text[4] == '-' && text[7] == '-' && int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int month)
                    && int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int day))
                {
                    LocalDate date = new(year, month, day);
                    return new KnownTime(text, date, date);
                }
            }

            Edtf time = Edtf.Parse(text);
            return new KnownTime(text, time.Earliest, time.Latest);
        }
    }

    /// <summary>Where the columns of the registers stand.</summary>
    private readonly struct Register(CellReader table)
    {
        public int Code { get; } = table.IndexOf("code");

        public int Parent { get; } = table.IndexOf("parent");

        public int To { get; } = table.IndexOf("valid_to");

        private readonly int _name = table.IndexOf("name");
        private readonly int _type = table.IndexOf("type");
        private readonly int _from = table.IndexOf("valid_from");
        private readonly int _source = table.IndexOf("source");

        public UnitRow Read(ref CellReader at, GazetteerLoader loader, PlaceLevel level, string code, int parent)
        {
            UnitRow row = UnitRow.Empty();
            row.Key = code;
            row.Code = code;
            row.Name = loader.Shared(at[_name]);
            row.Type = loader.SameOrShared(at[_type], ref loader._lastType);
            row.Level = level;
            row.Parent = parent;
            row.Source = loader.SameOrShared(at[_source], ref loader._lastSource);
            loader.SetTimes(ref row, at[_from], at[To]);
            return row;
        }
    }
}
