namespace BienNien.Text.Syllables;

/// <summary>A written syllable taken apart.</summary>
/// <param name="Onset">The opening consonant in lower case, as it is written (<c>ngh</c>, <c>gi</c>, <c>qu</c>); empty when there is none.</param>
/// <param name="Rime">What follows, in lower case, without tone (<c>uyên</c>); after <c>qu</c> without the glide, after <c>gi</c> with the <c>i</c> that both share (<c>giếng</c>: <c>iêng</c>).</param>
/// <param name="Tone">The tone.</param>
/// <param name="Mark">Where the tone mark stands.</param>
public readonly record struct Syllable(string Onset, string Rime, Tone Tone, ToneMark Mark);
