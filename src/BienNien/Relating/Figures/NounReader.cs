using BienNien.Text;

namespace BienNien.Relating.Figures;

/// <summary>Finds the noun that a number counts with the words behind it that narrow it: “74 <b>dự án đầu tư nước ngoài</b>”.</summary>
internal static class NounReader
{
    private const int MostWords = 6;

    /// <summary>One past the last token of the noun phrase that goes on behind an amount.</summary>
    public static int EndOf(FigureScene scene, int amountEnd)
    {
        Sentence sentence = scene.Sentence;
        int end = amountEnd;
        for (; end < amountEnd + MostWords; end++)
        {
            Token token = sentence[end];
            if (!token.IsWord || scene.RoleAt(end) is not (FigureRole.None or FigureRole.Head) || scene.TimeAt(end) >= 0 || scene.PlaceAt(end) >= 0
                || scene.AmountAt(end) >= 0 || scene.Words.NounEnds.Contains(token))
            {
                break;
            }
        }

        return end;
    }
}
