using System.Collections.Immutable;

namespace BienNien.Reconciling.Corroborating;

/// <summary>What the paragraphs of two statements have in common, the statements themselves left aside.</summary>
/// <param name="Numbers">Shared numbers, at most 3; round ones count a third.</param>
/// <param name="Dates">Shared days, at most 2; months count a third.</param>
/// <param name="Names">Shared persons, small places and bodies, at most 4.</param>
internal readonly record struct PassageLikeness(double Numbers, double Dates, double Names)
{
    private const double Most = 3;
    private const double MostDates = 2;
    private const double MostNames = 4;
    private const double Weak = 1.0 / 3;

    /// <summary>Compares two paragraphs.</summary>
    /// <param name="a">The signs of one.</param>
    /// <param name="b">Those of the other.</param>
    /// <param name="own">A sign that the compared values share, which is no further sign; null for none.</param>
    internal static PassageLikeness Of(ImmutableArray<uint> a, ImmutableArray<uint> b, uint? own)
    {
        (double numbers, double dates, double names) = (0, 0, 0);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j] && a[i] != own)
            {
                switch (PassageSigns.KindOf(a[i]))
                {
                    case PassageSign.Number:
                        numbers++;
                        break;
                    case PassageSign.RoundNumber:
                        numbers += Weak;
                        break;
                    case PassageSign.Day:
                        dates++;
                        break;
                    case PassageSign.Month:
                        dates += Weak;
                        break;
                    case PassageSign.Happening:
                        break;
                    default:
                        names++;
                        break;
                }
            }

            (i, j) = a[i] < b[j] ? (i + 1, j) : a[i] > b[j] ? (i, j + 1) : (i + 1, j + 1);
        }

        return new PassageLikeness(Math.Min(numbers, Most), Math.Min(dates, MostDates), Math.Min(names, MostNames));
    }
}
