using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Reconciling.Linking;

namespace BienNien.Keeping.Chronicling;

/// <summary>The rulings on names that stand, by the keys of what they name.</summary>
internal sealed class RulingIndex
{
    private readonly Dictionary<long, List<(string Kind, string A, string B)>> _byKey = [];
    private readonly Dictionary<long, List<long>> _joined = [];

    private RulingIndex()
    {
    }

    internal static RulingIndex Load(ChronicleStore store, EntityLinker linker)
    {
        RulingIndex index = new();
        // Not by their ids: whoever rules the same in another order gets the same.
        Prepared select = store["select distinct kind, a, case kind when 'preferred' then value else b end from rulings where withdrawn_at is null and kind in ('same', 'different', 'preferred') order by 1, 2, 3"].With();
        while (select.Step())
        {
            (string Kind, string A, string B) ruling = (select.Text(0), select.Text(1), select.Text(2));
            List<long> keys = [.. KeysOf(linker, ruling.Kind, ruling.A, ruling.B)];
            foreach (long key in keys)
            {
                Under(index._byKey, key).Add(ruling);
                if (ruling.Kind == "same")
                {
                    Under(index._joined, key).AddRange(keys);
                }
            }
        }

        return index;
    }

    /// <summary>The keys of all that a ruling speaks of.</summary>
    internal static IEnumerable<long> KeysOf(EntityLinker linker, string kind, string a, string b) =>
        (kind == "preferred" ? (string[])[a] : [a, b]).SelectMany(named => NameKeys.OfRuled(linker, named)).Distinct();

    /// <summary>The keys that rulings make one with a key.</summary>
    internal IEnumerable<long> JoinedWith(long key) => _joined.GetValueOrDefault(key) ?? [];

    /// <summary>The rulings on what has some keys.</summary>
    internal EntityRulings On(IEnumerable<long> keys)
    {
        if (_byKey.Count == 0)
        {
            return EntityRulings.None;
        }

        ImmutableArray<(string Kind, string A, string B)> rulings = [.. keys.SelectMany(key => _byKey.GetValueOrDefault(key) ?? []).Distinct().Order()];
        return rulings.IsEmpty ? EntityRulings.None : new EntityRulings(Of("same"), Of("different"), Of("preferred"));

        ImmutableArray<(string, string)> Of(string kind) => [.. rulings.Where(ruling => ruling.Kind == kind).Select(static ruling => (ruling.A, ruling.B))];
    }

    private static List<T> Under<T>(Dictionary<long, List<T>> index, long key)
    {
        if (!index.TryGetValue(key, out List<T>? values))
        {
            index.Add(key, values = []);
        }

        return values;
    }
}
