using BienNien.Rules;

namespace BienNien.Relating.Facts;

/// <summary>A rule that reads facts out of one sentence. Immutable; the rules are asked in the order of the list in <see cref="FactRelater"/>.</summary>
internal interface IFactRule : IRule
{
    /// <summary>Reads the facts of its construction. Its work is linear in the sentence.</summary>
    void Relate(FactScene scene, FactSink sink);
}
