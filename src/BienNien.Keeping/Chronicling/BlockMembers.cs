namespace BienNien.Keeping.Chronicling;

/// <summary>Who stands in which block, and which blocks have to be looked at again because of it.</summary>
/// <remarks>
/// Where a block was looked at before, <c>dirty_members</c> says which of its members came, went or changed since, so that the others are not held
/// against each other again.
/// </remarks>
internal sealed class BlockMembers(ChronicleStore store)
{
    /// <summary>Somebody goes.</summary>
    internal void Remove(long key, string place, StatementPlace statement)
    {
        store["delete from block_members where key = ?1 and place = ?4 and document = ?2 and ordinal = ?3"].With(key, statement.Document, statement.Ordinal).Set(4, place).Run();
        Touch(key, place, statement, wasThere: true);
    }

    /// <summary>Somebody stays who is not the same.</summary>
    internal void Change(long key, string place, StatementPlace statement) => Touch(key, place, statement, wasThere: true);

    /// <summary>Many come.</summary>
    internal void Add(List<(long Key, string Place, StatementPlace Statement)> come)
    {
        // In the order of the index.
        come.Sort(static (one, other) =>
            one.Key != other.Key ? one.Key.CompareTo(other.Key)
            : string.CompareOrdinal(one.Place, other.Place) is var order and not 0 ? order
            : one.Statement.CompareTo(other.Statement));
        Prepared insert = store["insert into block_members (key, document, ordinal, place) values (?1, ?2, ?3, ?4)"];
        Prepared any = store["select 1 from block_members where key = ? limit 1"];
        for (int i = 0; i < come.Count; i++)
        {
            (long key, string place, StatementPlace statement) = come[i];
            // Who comes to an empty block has nobody to be held against.
            if ((i > 0 && come[i - 1].Key == key) || any.Any(key))
            {
                Touch(key, place, statement, wasThere: false);
            }

            insert.With(key, statement.Document, statement.Ordinal).Set(4, place).Run();
        }
    }

    private void Touch(long key, string place, StatementPlace statement, bool wasThere)
    {
        if (store["select 1 from findings where key = ?"].Any(key))
        {
            // What it was when the block was looked at stays.
            store["insert or ignore into dirty_members (key, document, ordinal, was_there, place) values (?1, ?2, ?3, ?4, ?5)"]
                .With(key, statement.Document, statement.Ordinal, wasThere ? 1 : 0).Set(5, place).Run();
        }

        store["insert or ignore into dirty_blocks (key) values (?)"].Run(key);
    }
}
