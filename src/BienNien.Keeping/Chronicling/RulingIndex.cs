using System.Collections.Immutable;
using BienNien.Reconciling;

namespace BienNien.Keeping.Chronicling;

/// <summary>The rulings on names that stand, by the keys of what they name.</summary>
internal sealed class RulingIndex
{
    private readonly Dictionary<long, List<(string Kind, string A, string B)>> _byKey = [];

    private RulingIndex()
    {
    }

    internal static RulingIndex Load(ChronicleStore store)
    {
        RulingIndex index = new();
        // Not by their ids: whoever rules the same in another order gets the same.
        Prepared select = store["select distinct kind, a, case kind when 'preferred' then value else b end from rulings where withdrawn_at is null and kind in ('same', 'different', 'preferred') order by 1, 2, 3"].With();
        while (select.Step())
        {
            (string Kind, string A, string B) ruling = (select.Text(0), select.Text(1), select.Text(2));
            foreach (long key in KeysOf(ruling.Kind, ruling.A, ruling.B))
            {
                if (!index._byKey.TryGetValue(key, out List<(string, string, string)>? rulings))
                {
                    index._byKey.Add(key, rulings = []);
                }

                rulings.Add(ruling);
            }
        }

        return index;
    }

    /// <summary>The keys of all names that a ruling speaks of.</summary>
    internal static IEnumerable<long> KeysOf(string kind, string a, string b) => SidesOf(kind, a, b).SelectMany(NameKeys.OfRuled).Distinct();

    /// <summary>Whether a ruling speaks of a name with this key.</summary>
    internal bool Has(long key) => _byKey.ContainsKey(key);

    /// <summary>The keys of the names that rulings put beside a name.</summary>
    internal IEnumerable<long> Beside(long key) =>
        _byKey.TryGetValue(key, out List<(string Kind, string A, string B)>? rulings) ? rulings.SelectMany(static ruling => KeysOf(ruling.Kind, ruling.A, ruling.B)) : [];

    /// <summary>The rulings on some names.</summary>
    internal EntityRulings On(IEnumerable<long> keys)
    {
        if (_byKey.Count == 0)
        {
            return EntityRulings.None;
        }

        ImmutableArray<(string Kind, string A, string B)> rulings =
            [.. keys.Where(_byKey.ContainsKey).SelectMany(key => _byKey[key]).Distinct().Order()];
        return rulings.IsEmpty ? EntityRulings.None : new EntityRulings(Of("same"), Of("different"), Of("preferred"));

        ImmutableArray<(string, string)> Of(string kind) => [.. rulings.Where(ruling => ruling.Kind == kind).Select(static ruling => (ruling.A, ruling.B))];
    }

    private static IEnumerable<string> SidesOf(string kind, string a, string b) => kind == "preferred" ? [a] : [a, b];
}
