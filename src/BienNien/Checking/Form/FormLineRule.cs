namespace BienNien.Checking.Form;

/// <summary>How the distance of lines is given.</summary>
public enum FormLineRule
{
    /// <summary>As so many single lines.</summary>
    Lines,

    /// <summary>As points that letters may exceed.</summary>
    AtLeast,

    /// <summary>As points.</summary>
    Exactly,
}
