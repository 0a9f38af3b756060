namespace BienNien.Relating.Events;

/// <summary>How a trigger stands in its clause.</summary>
internal enum TriggerVoice
{
    /// <summary>The subject acts.</summary>
    Active,

    /// <summary>The subject undergoes what an active form says: <c>qua đời</c>, <c>ra đời</c>.</summary>
    Middle,

    /// <summary>Decides or declares what follows; an event of its own only when nothing follows.</summary>
    Light,

    /// <summary>Only goes with another verb: <c>chính thức</c>.</summary>
    Auxiliary,

    /// <summary>A named happening: <c>trận</c>, <c>hội nghị</c>.</summary>
    Noun,

    /// <summary>Tells a happening only as the one verb of a dated clause: <c>phát triển</c>.</summary>
    Weak,

    /// <summary>Only looks like a trigger: <c>độc lập</c>.</summary>
    None,
}

/// <summary>One row of <c>data/event-triggers.tsv</c>.</summary>
/// <param name="Type">What kind of happening.</param>
/// <param name="Subject">Role of who stands before the verb: agent or patient; empty when there is none.</param>
/// <param name="Object">Role of who stands after it: agent, patient or place; empty when there is none.</param>
/// <param name="Voice">How it stands in its clause.</param>
/// <param name="Carries">Whether its date may stand in the sentence or heading before.</param>
internal sealed record TriggerEntry(EventType Type, string Subject, string Object, TriggerVoice Voice, bool Carries);
