namespace BienNien.Text.Syllables;

/// <summary>The tone of a syllable, by its written mark.</summary>
public enum Tone
{
    /// <summary>Ngang: no mark.</summary>
    Level,

    /// <summary>Huyền: grave.</summary>
    Falling,

    /// <summary>Sắc: acute.</summary>
    Rising,

    /// <summary>Hỏi: hook above.</summary>
    Dipping,

    /// <summary>Ngã: tilde.</summary>
    Broken,

    /// <summary>Nặng: dot below.</summary>
    Heavy,
}
