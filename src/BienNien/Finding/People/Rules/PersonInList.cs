using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.People.Rules;

/// <summary>PER010. A name among the persons of a list: “Ô Mã Nhi, Phàn Tiếp, Tích Lệ Cơ”, “hai ông Danh Ên, Kim Sên”.</summary>
/// <remarks>
/// Its neighbours tell it, so no token opens this rule: <see cref="PersonLists"/> looks once the other names are known.
/// Examples, sources and the cases it leaves alone: PersonInList.md, beside this file.
/// </remarks>
internal sealed class PersonInList : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("PER010");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        // Asked nowhere: its openings are empty.
    }
}
