using BienNien.Rules;

namespace BienNien.Relating.Events;

/// <summary>A rule that reads events out of one sentence. Immutable; the rules are asked in the order of the list in <see cref="Relater"/>.</summary>
internal interface IEventRule : IRule
{
    /// <summary>Reads the triggers that are of its construction and not yet taken. Its work is linear in the sentence.</summary>
    void Relate(EventScene scene, EventSink sink);
}
