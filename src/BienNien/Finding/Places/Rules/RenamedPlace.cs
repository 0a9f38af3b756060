using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Places.Rules;

/// <summary>PLA007. An old place of which the text says what it is now: “phủ Tam Kỳ (nay là thành phố Tam Kỳ)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: RenamedPlace.md, beside this file.</remarks>
internal sealed class RenamedPlace(Vocabulary.Builder words, NameReader names) : IMentionRule
{
    private const int FarthestBack = 24;

    private readonly ImmutableArray<(ImmutableArray<int> Cue, string Type)> _cues =
    [
        (words.AddPhrase("nay là"), "renamed"),
        (words.AddPhrase("nay gọi là"), "renamed"),
        (words.AddPhrase("nay đổi là"), "renamed"),
        (words.AddPhrase("nay thuộc địa phận"), "nowPartOf"),
        (words.AddPhrase("nay thuộc địa bàn"), "nowPartOf"),
        (words.AddPhrase("nay thuộc về"), "nowPartOf"),
        (words.AddPhrase("nay thuộc"), "nowPartOf"),
        (words.AddPhrase("về sau là"), "renamed"),
        (words.AddPhrase("về sau đổi là"), "renamed"),
        (words.AddPhrase("sau đổi là"), "renamed"),
        (words.AddPhrase("sau đổi thành"), "renamed"),
    ];

    /// <inheritdoc/>
    public RuleId Id { get; } = new("PLA007");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [words.Add("nay"), words.Add("về"), words.Add("sau")];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        Token before = sentence[at - 1];
        if (before.Word != names.Lexicon.Open && before.Word != names.Lexicon.Comma)
        {
            return;
        }

        foreach ((ImmutableArray<int> cue, string type) in _cues)
        {
            if (!sentence.Has(at, cue.AsSpan()))
            {
                continue;
            }

            int first = at + cue.Length;
            if (!PlaceReader.TryReadTyped(names, sentence, first, out int end, out string level))
            {
                int known = names.Named(names.Lexicon.Places, sentence, first, out PlaceLevels levels);
                if (known == 0)
                {
                    return;
                }

                end = first + known;
                level = PlaceLevelNames.Likeliest(levels);
            }

            end = EndOfChain(sentence, end);
            if (OldName(sentence, at - 1, type == "renamed" ? level : null) is { } old)
            {
                found.Add(sentence, MentionKind.Renamed, old.Start, old.End, new RenamedValue(SaidBefore.NameOf(sentence, first, end), type));
            }

            return;
        }
    }

    // The new name goes on over the larger units that follow: “phường Đông, thành phố Tam Kỳ”.
    private int EndOfChain(Sentence sentence, int end)
    {
        while (end < sentence.Count && sentence[end].Word == names.Lexicon.Comma)
        {
            int next = end + 1;
            if (PlaceReader.TryReadTyped(names, sentence, next, out int typed, out _))
            {
                end = typed;
            }
            else if (names.Named(names.Lexicon.Places, sentence, next, out _) is int known && known > 0)
            {
                end = next + known;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // In a chain the old name is the one of the new name's level; without such a one, that which stands right before.
    private (int Start, int End)? OldName(Sentence sentence, int mark, string? level)
    {
        (int Start, int End)? nearest = null;
        for (int i = mark - 1; i >= 0 && mark - i <= FarthestBack; i--)
        {
            if (names.Lexicon.PlaceTypes.Longest(sentence, i, out _) == 0 || (nearest is { } found && i + 1 == found.Start)
                || !PlaceReader.TryReadTyped(names, sentence, i, out int end, out string old) || end > mark)
            {
                continue;
            }

            if (level is null || old == level)
            {
                return (i, end);
            }

            nearest ??= end == mark ? (i, end) : null;
        }

        return nearest;
    }
}
