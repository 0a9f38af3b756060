using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Relating.Facts;

/// <summary>The offices of <c>data/offices.tsv</c>: what somebody is in a body or at court.</summary>
internal static class Offices
{
    /// <summary>All of them as a table of phrases.</summary>
    public static PhraseTable<bool> Table(Vocabulary.Builder words)
    {
        PhraseTable<bool>.Builder table = new();
        foreach (string office in DataTable.Load("offices").Column("office"))
        {
            table.Add(words.AddPhrase(office).AsSpan(), value: true);
        }

        return table.Build();
    }
}
