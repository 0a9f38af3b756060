namespace BienNien.Checking.Form;

/// <summary>How the lines of a paragraph stand between the margins.</summary>
public enum FormAlignment
{
    /// <summary>On the left; what holds where nothing is said.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>On the right.</summary>
    Right,

    /// <summary>On both.</summary>
    Both,
}
