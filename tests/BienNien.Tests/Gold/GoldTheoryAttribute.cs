namespace BienNien.Tests.Gold;

/// <summary>A theory that needs the documents beside the project; without them it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoldTheoryAttribute : TheoryAttribute
{
    public GoldTheoryAttribute()
    {
        if (GoldFactAttribute.Folder is null)
        {
            Skip = "the annotated documents (gold/ and corpus/) are not beside the project";
        }
    }

    /// <summary>The folder of the documents themselves.</summary>
    public static string Corpus => Path.Combine(Path.GetDirectoryName(GoldFactAttribute.Folder) ?? "", "corpus");
}
