using BienNien.Text;

namespace BienNien.Checking.Rules;

// The words by which passages and clauses tell lengths.
internal sealed partial class AnniversaryArithmetic
{
    /// <summary>The words by which a passage ties a length to two dates.</summary>
    private sealed class Stories(Vocabulary.Builder words)
    {
        public int Time { get; } = words.Add("lần");

        public int Ordinal { get; } = words.Add("thứ");

        public WordSet Birthday { get; } = words.AddSet("nhật");

        public WordSet After { get; } = words.AddSet("sau");

        public WordSet AfterThat { get; } = words.AddSet("đó", "ấy", "này");

        public int Part { get; } = words.Add("phần");

        public int[] Quarters { get; } = [words.Add("một"), words.Add("hai"), words.Add("ba")];

        public WordSet Centuries { get; } = words.AddSet("kỷ", "kỉ", "niên");

        public WordSet Round { get; } = words.AddSet("tròn", "đúng", "chẵn");

        public WordSet Counts { get; } = words.AddSet("cả", "tất", "cộng", "vẹn", "ròng", "rã", "là", "tức", "suốt", "dài", "mất", "trong", "hết", "thảy", "được", "đã", "gồm", "qua", "liền", "liên", "tục", "vẻn", "vỏn", "tại", "ngót");

        public WordSet Gone { get; } = words.AddSet("xa", "đây", "nay", "trôi", "lùi");

        public WordSet Until { get; } = words.AddSet("đến", "tới", "nay");

        public WordSet Age { get; } = words.AddSet("tuổi");

        public CuePhrases Founds { get; } = CuePhrases.Of(words, "founding");

        public CuePhrases Grows { get; } = CuePhrases.Of(words, "growth");

        public WordSet Works { get; } = words.AddSet("thi", "công", "xây", "dựng", "ấy", "đó");

        public CuePhrases Begins { get; } = CuePhrases.Of(words, "beginning");

        public CuePhrases Ends { get; } = CuePhrases.Of(words, "ending");

        public int Year { get; } = words.Add("năm");

        public int Number { get; } = words.Add("số");

        public int RoundYear { get; } = words.Add("tròn");

        public int Odd { get; } = words.Add("lẻ");

        public int Five { get; } = words.Add("năm");

        public int Other { get; } = words.Add("khác");

        public WordSet Is { get; } = words.AddSet("là", "thuộc", "tức", "vào", "loại", "diện");

        public WordSet Not { get; } = words.AddSet("không", "chưa", "chẳng", "các", "những", "hay", "hoặc", "mọi");

        public WordSet Lists { get; } = words.AddSet("hay", "hoặc", ",");
    }

    /// <summary>The words by which a clause ties a length to its dates.</summary>
    private sealed class Clauses(Vocabulary.Builder words)
    {
        public WordSet Nearly { get; } = words.AddSet("gần", "ngót");

        public WordSet Now { get; } = words.AddSet("nay");

        public WordSet Joins { get; } = words.AddSet("ngũ", "nạp", "Đảng", "quân", "nhập");

        public WordSet OfDay { get; } = words.AddSet("ngày", "khi", "Hiệp", "Cách", "Tổng", "lễ", "cuộc");

        public WordSet After { get; } = words.AddSet("sau", "qua");

        public WordSet Arrives { get; } = words.AddSet("đến", "tới", "vào", "năm", "tháng", "ngày", "sang");

        public WordSet Until { get; } = words.AddSet("đến", "tới");

        public WordSet Done { get; } = words.AddSet("thì", "mới", "xong", "là");

        public WordSet States { get; } = words.AddSet("đứng", "xa", "chia", "hoạt", "tồn", "gián", "bị", "thi", "xây", "chung", "tách", "vắng", "gắn", "phục", "làm", "lưu", "sống", "bôn", "miệt", "chiếm", "tạm", "sáp", "hợp", "ly");

        public WordSet Sides { get; } = words.AddSet("trước", "sau");

        // “trước đó 5 năm”, “sau khi …”, “trước ngày …” lean on something else.
        public WordSet NotThings { get; } = words.AddSet("đó", "đây", "khi", "ngày", "này", "ấy", "hơn", "gần", "khoảng", "và", "nhiều", "mỗi", "cách", "lúc");

        public WordSet EachOther { get; } = words.AddSet("nhau");
    }
}
