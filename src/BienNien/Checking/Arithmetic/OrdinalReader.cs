using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>Reads which of a row something is: 12, XII, mười hai, nhất.</summary>
internal sealed class OrdinalReader
{
    private const int Tens = 10;

    private readonly int[][] _digits;
    private readonly int _ten;
    private readonly int _tens;
    private readonly int _year;

    public OrdinalReader(Vocabulary.Builder words)
    {
        _digits =
        [
            [words.Add("một"), words.Add("nhất"), words.Add("mốt")], [words.Add("hai"), words.Add("nhì")], [words.Add("ba")], [words.Add("bốn"), words.Add("tư")],
            [words.Add("năm"), words.Add("lăm")], [words.Add("sáu")], [words.Add("bảy"), words.Add("bẩy")], [words.Add("tám")], [words.Add("chín")],
        ];
        _ten = words.Add("mười");
        _tens = words.Add("mươi");
        _year = words.Add("năm");
    }

    /// <summary>The number that stands from a token on, and the token after it; 0 where there is none.</summary>
    public int Read(MentionView view, int at, out int end)
    {
        end = at + 1;
        Token token = view[at];
        if (token.IsNumber || token.IsRoman)
        {
            return token.Number;
        }

        if (token.Word == 0)
        {
            return 0;
        }

        if (token.Word == _ten)
        {
            return Tens + Unit(view, at + 1, ref end);
        }

        int digit = Digit(token);
        if (digit > 1 && view[at + 1].Word == _tens)
        {
            end = at + 2;
            return (digit * Tens) + Unit(view, at + 2, ref end);
        }

        return digit;
    }

    /// <summary>Whether the token is a number word from one to nine.</summary>
    public bool IsDigit(Token token) => Digit(token) > 0;

    private int Unit(MentionView view, int at, ref int end)
    {
        // “thứ mười năm 2024”: the year, not fifteen.
        int unit = view[at].Word == _year ? 0 : Digit(view[at]);
        end = unit > 0 ? at + 1 : end;
        return unit;
    }

    private int Digit(Token token)
    {
        for (int i = 0; i < _digits.Length && token.Word != 0; i++)
        {
            if (Array.IndexOf(_digits[i], token.Word) >= 0)
            {
                return i + 1;
            }
        }

        return 0;
    }
}
