using System.Runtime.InteropServices;
using BienNien.Reconciling;

namespace BienNien.Keeping.Chronicling;

/// <summary>A document's testimony with its links, each read when it is asked for.</summary>
/// <remarks>
/// What a judge is given (<see cref="Statement"/>) holds the statement and the entities that it speaks of, no others: it says nothing of the rest of its document.
/// Reading is for one thread; what was read may be used by several.
/// </remarks>
internal sealed class KeptTestimony
{
    private readonly TestimonyBody _body;
    private readonly LocalEntity[] _entities;
    private readonly LocalLink[] _links;
    private readonly bool[] _isLinked;
    private readonly Statement?[] _statements;
    private readonly LinkedTestimony _linked;

    internal KeptTestimony(long document, byte[] bytes, TestimonyBody body)
    {
        Document = document;
        Size = bytes.Length;
        _body = body;
        _entities = new LocalEntity[body.Entities];
        _links = new LocalLink[body.Entities];
        _isLinked = new bool[body.Entities];
        _statements = new Statement?[body.Statements];
        _linked = new LinkedTestimony(
            document, new Testimony(ImmutableCollectionsMarshal.AsImmutableArray(_entities), [], []), ImmutableCollectionsMarshal.AsImmutableArray(_links));
    }

    internal long Document { get; }

    /// <summary>Bytes of the testimony.</summary>
    internal int Size { get; }

    internal int Entities => _entities.Length;

    internal int Statements => _statements.Length;

    /// <summary>Under which keys its entities are filed; null until it was asked for.</summary>
    internal long[][]? Names { get; set; }

    internal LocalEntity Entity(int local) => _entities[local] ??= _body.Entity(local);

    internal Statement Bare(int ordinal) => _statements[ordinal] ??= _body.Statement(ordinal);

    /// <summary>A statement with all it speaks of.</summary>
    internal LinkedStatement Statement(int ordinal, Func<long, int, LocalLink> link)
    {
        Statement statement = Bare(ordinal);
        foreach (int local in TestimonyCodec.EntitiesOf(statement))
        {
            _ = Entity(local);
            if (!_isLinked[local])
            {
                _links[local] = link(Document, local);
                _isLinked[local] = true;
            }
        }

        return new LinkedStatement(_linked, ordinal, statement);
    }

    /// <summary>The entity's link has changed.</summary>
    internal void ForgetLink(int local) => _isLinked[local] = false;
}
