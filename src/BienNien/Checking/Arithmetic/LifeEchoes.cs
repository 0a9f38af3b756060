using System.Globalization;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>A person born, or dead, in two years that differ by a slip: “sinh năm 1907” and, behind the same name, “(1909 - 1974)”.</summary>
internal static class LifeEchoes
{
    /// <summary>Pairs of years of which one is wrong, the earlier told first.</summary>
    public static List<(TextSpan First, TextSpan Second)> Read(DocumentAnalysis analysis)
    {
        List<(TextSpan First, TextSpan Second)> pairs = [];
        List<Life> lives = [];
        foreach (Claim claim in analysis.Claims)
        {
            if (claim is FactClaim { Property: FactProperty.Born or FactProperty.Died, Subject: >= 0, DateMention: >= 0, Status: ClaimStatus.Asserted, Certainty: FactCertainty.High } fact
                && Edtf.TryParse(fact.Date)?.Start.Year is { } year)
            {
                lives.Add(new Life(fact.Property, analysis.Document.WordsAt(analysis.Mentions[fact.Subject].Span), year, analysis.Mentions[fact.DateMention].Span));
            }
        }

        lives.Sort(static (one, other) => one.Time.CompareTo(other.Time));
        for (int i = 0; i < lives.Count; i++)
        {
            for (int k = i + 1; k < lives.Count; k++)
            {
                (Life one, Life other) = (lives[i], lives[k]);
                if (one.Property == other.Property && one.Year != other.Year && !IsOneSentence(analysis, one.Time, other.Time) && IsOneName(one.Name, other.Name) && DigitSlips.IsSlip(Written(one.Year), Written(other.Year))
                    && !AreTwo(lives, one, other))
                {
                    pairs.Add((one.Time, other.Time));
                }
            }
        }

        return pairs;
    }

    // Namesakes differ in both years.
    private static bool AreTwo(List<Life> lives, Life one, Life other) =>
        lives.Exists(mine => mine.Property != one.Property && mine.Name == one.Name && mine.Time.Overlaps(one.Time)
            && lives.Exists(its => its.Property == mine.Property && its.Name == other.Name && its.Time.Overlaps(other.Time) && its.Year != mine.Year));

    // “đường Phan Đình Lượng” is named for Phan Đình Lượng.
    private static bool IsOneName(string one, string other)
    {
        (string shorter, string longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter.AsSpan().Count(' ') > 0 && longer.EndsWith(shorter, StringComparison.Ordinal) && (longer.Length == shorter.Length || longer[^(shorter.Length + 1)] == ' ');
    }

    private static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);

    // One sentence that tells two years tells of two people.
    private static bool IsOneSentence(DocumentAnalysis analysis, TextSpan one, TextSpan other) =>
        analysis.Tokens.SentenceOfToken(analysis.Tokens.TokenAt(one.Start)) == analysis.Tokens.SentenceOfToken(analysis.Tokens.TokenAt(other.Start));

    private readonly record struct Life(FactProperty Property, string Name, int Year, TextSpan Time);
}
