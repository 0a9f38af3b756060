namespace BienNien.Apps.Tests.Cli;

/// <summary>A small library that was written for these tests, built once: four documents that disagree, agree in other words, and copy.</summary>
public sealed class ChronicleLibrary : IAsyncLifetime, IDisposable
{
    private const string Copied =
        "của Ủy ban hành chính huyện Thanh Khê về việc sửa cầu Bình Minh, nhân dân trong vùng đã góp 1.200 ngày công, gánh đá từ bến Vạc lên, thay hết ván mặt cầu "
        + "đã mục, đến cuối mùa nước thì xe thồ qua lại được, bà con hai bên sông không phải chờ đò như những năm trước.";

    private readonly TemporaryFolder _folder = new();

    /// <summary>The text of a document by its name.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["de-cuong.txt"] = $"""
            ĐỀ CƯƠNG TUYÊN TRUYỀN

            Ngày 18/10/1950, quân ta giải phóng thị trấn Thanh Khê. Cả huyện Thanh Khê đã huy động hơn 8.000 dân công phục vụ chiến dịch.
            Thực hiện Quyết định số 12/QĐ-UB ngày 15/6/1957 {Copied}
            """,
        ["ghi-chep.txt"] = """
            GHI CHÉP CỦA NGƯỜI LÀM SỬ

            Tháng 3/1948, đồng chí Trần Lâm Sơn được cử làm Chủ tịch Hội Văn nghệ tỉnh Hà Nam.
            """,
        ["su-dang-bo.txt"] = $"""
            LỊCH SỬ ĐẢNG BỘ HUYỆN THANH KHÊ

            Đồng chí Trần Văn Lâm sinh năm 1904 tại xã Bình Lãng, huyện Thanh Khê.
            Ngày 17/10/1950, quân ta giải phóng thị trấn Thanh Khê. Cả huyện Thanh Khê đã huy động 8.300 dân công phục vụ chiến dịch.
            Thực hiện Quyết định số 12/QĐ-UB ngày 05/6/1957 {Copied}
            """,
        ["tieu-su.txt"] = """
            TIỂU SỬ ĐỒNG CHÍ TRẦN VĂN LÂM

            Đồng chí Trần Văn Lâm sinh ngày 02/9/1904 tại xã Bình Lãng, huyện Thanh Khê.
            Tháng 4/1932, đồng chí Trần Văn Lâm bị địch bắt tại thị trấn Thanh Khê.
            """,
    };

    /// <summary>The library's file: to be read only.</summary>
    public string Path => _folder["thu-vien.db"];

    /// <summary>A copy that may be written.</summary>
    public string Copy(TemporaryFolder folder)
    {
        string copy = folder["ban-sao.db"];
        File.Copy(Path, copy);
        return copy;
    }

    public async Task InitializeAsync()
    {
        foreach ((string name, string text) in Texts)
        {
            _folder.Write("tai-lieu/" + name, text);
        }

        CliRun built = await CliRun.Of("build", _folder["tai-lieu"], "--library", Path);
        if (built.ExitCode != 0)
        {
            throw new InvalidOperationException(built.Error);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}
