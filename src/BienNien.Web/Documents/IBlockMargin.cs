using System.Collections.Immutable;
using BienNien.Keeping;
using BienNien.Text;

namespace BienNien.Web.Documents;

/// <summary>What another feature marks in a document's words and writes beside its blocks.</summary>
internal interface IBlockMargin
{
    /// <summary>Stretches to be marked, in any order; the others are told by their place here.</summary>
    ImmutableArray<TextSpan> Marks { get; }

    /// <summary>Begins a piece of a mark.</summary>
    void Open(MarkupWriter html, int mark);

    /// <summary>Ends a piece of a mark.</summary>
    /// <param name="html">Where to write.</param>
    /// <param name="mark">Which.</param>
    /// <param name="inLink">Whether a link is open around it, in which no other may stand.</param>
    void Close(MarkupWriter html, int mark, bool inLink);

    /// <summary>Writes what stands beside blocks that are one row of the page.</summary>
    void WriteBeside(MarkupWriter html, ImmutableArray<BlockRow> blocks);
}
