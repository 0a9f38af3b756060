using BienNien.Finding;

namespace BienNien.Relating.Facts;

/// <summary>Finds the mention of a name that a value gives as written.</summary>
internal static class BodyNames
{
    /// <summary>The mention of a body in the sentence that has this name; a place in <see cref="FactScene.Inside"/>, -1 without one.</summary>
    public static int Find(FactScene scene, string name) => Find(scene, name, MentionKind.Organisation, 0);

    /// <summary>The first mention of a kind that has this name, from a token on.</summary>
    public static int Find(FactScene scene, string name, MentionKind kind, int from)
    {
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.Inside[n].First >= from && scene.MentionOf(n).Kind == kind && scene.WordsOf(scene.Inside[n].Index).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return n;
            }
        }

        return -1;
    }
}
