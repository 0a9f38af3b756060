using BienNien.Reconciling;

namespace BienNien.Keeping.Chronicling;

/// <summary>What is to be done to bring a chronicle up to date, a part at a time.</summary>
internal sealed class ChronicleSteps(ChronicleStore store, Reconciler reconciler)
{
    private readonly Filing _filing = new(store, reconciler.Linker);
    private readonly Linking _linking = new(store, reconciler.Linker);
    private readonly Placing _placing = new(store);
    private readonly Judging _judging = new(store, reconciler.Judge);
    private readonly Comparing _comparing = new(store, reconciler.Judge);

    /// <summary>What is done next, and how to do some of it; null when nothing is left. Each needs what those before it leave behind.</summary>
    public (ChronicleStep Step, Action Some)? Next =>
        _filing.IsToDo ? (ChronicleStep.Filing, _filing.Some)
        : _linking.IsToDo ? (ChronicleStep.Linking, _linking.Some)
        : _placing.IsToDo ? (ChronicleStep.Placing, _placing.Some)
        : _judging.IsToDo ? (ChronicleStep.Judging, _judging.Some)
        : _comparing.IsToDo ? (ChronicleStep.Comparing, _comparing.Some)
        : null;
}
