namespace BienNien.Finding.Names;

/// <summary>Puts mentions back into the order of the text after a resolver has added some.</summary>
internal static class ByStart
{
    /// <summary>By start, longest first, then kind, so that the order never depends on who came first.</summary>
    public static void Sort(List<Proposal> mentions) => mentions.Sort(static (a, b) =>
    {
        int order = a.Mention.Span.CompareTo(b.Mention.Span);
        return order != 0 ? order : a.Mention.Kind.CompareTo(b.Mention.Kind);
    });
}
