using System.Collections.Immutable;
using System.Text;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Rules;
using BienNien.Tests.Properties;
using BienNien.Time;
using FsCheck;
using FsCheck.Fluent;

namespace BienNien.Tests.Finding.Times;

/// <summary>What must hold of TIME mentions in any text: passages in any order, with figures and marks strewn between.</summary>
public sealed class TimePropertyTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly ImmutableArray<string> _passages = Load("Passages.md").AddRange(Load("HeldOut.md"));

    [Fact]
    public void A_paragraph_before_without_times_only_shifts_spans() => Seeded.Check(Texts, 150, text =>
    {
        const string Before = "Đoạn mở đầu không nói gì về thời điểm.\n\n";
        var alone = Times(text);
        var moved = Times(Before + text);
        return moved.Select(m => (m.Span.Start - Before.Length, m.Span.Length, m.Value)).SequenceEqual(alone.Select(m => (m.Span.Start, m.Span.Length, m.Value)));
    });

    [Fact]
    public void Composed_and_decomposed_text_give_the_same_mentions() => Seeded.Check(Texts, 150, text =>
        Times(text.Normalize(NormalizationForm.FormC)).SequenceEqual(Times(text.Normalize(NormalizationForm.FormD))));

    [Fact]
    public void Every_value_is_whole_and_mentions_do_not_overlap() => Seeded.Check(Texts, 300, text =>
    {
        var end = 0;
        foreach (var mention in Times(text))
        {
            var value = (TimeValue)mention.Value;
            if (value.Reading is not null || mention.Span.Start < end || !IsWritten(value))
            {
                return false;
            }

            end = mention.Span.End;
        }

        return true;
    });

    [Fact]
    public void Any_heap_of_words_of_time_is_read_without_failing() => Seeded.Check(Heaps, 3000, text =>
        Times(text).All(m => IsWritten((TimeValue)m.Value)));

    private static bool IsWritten(TimeValue value) => value.Type switch
    {
        TimexType.Duration => value.Value.Split('/').All(part => IsoDuration.TryParse(part, out _)) && (value.Anchored is not { } date || Edtf.TryParse(date) is not null),
        TimexType.Set => IsoDuration.TryParse(value.Value, out _) || Edtf.TryParse(value.Value) is not null || value.Value.Split('/').All(IsWeekday),
        _ => value.Value == TimeValue.PresentReference || Edtf.TryParse(value.Value) is not null,
    };

    // XXXX-WXX-6, XXXX-WXX-6T19:30
    private static bool IsWeekday(string text) =>
        text.StartsWith("XXXX-WXX-", StringComparison.Ordinal) && text.Length >= 10 && text[9] is >= '1' and <= '7'
        && (text.Length == 10 || Edtf.TryParse(text.AsSpan(10)) is { Start.MinuteOfDay: not null });

    private static Gen<string> Texts => Gen.Elements<string>(_passages).ListOf(4).Select(parts => string.Join('\n', parts));

    private static readonly string[] _words =
        ("ngày tháng năm quý mùa thế kỷ thập niên giờ phút sáng đêm rạng đầu cuối nửa giữa từ đến - – / . , ( ) 1 2 5 12 30 31 45 1930 1945 2020 0 99 13 XX IV hai ba mười mươi trăm "
        + "Canh Tý Tự Đức thứ nguyên niên hiệu mùng rằm Tết Giêng Chạp nhuận âm lịch trước sau Công TCN khoảng gần hơn nay hiện hằng mỗi lần một rưỡi những thu đông xuân của h30 … cùng đó hôm "
        + "kém tiếng phút giây ’ ± trưa tối buổi thứ Bảy Chủ nhật tuần hàng định kỳ phiên ngày đêm dăm non quá ra hoặc lúc T7").Split(' ');

    private static Gen<string> Heaps => Gen.Elements(_words).ListOf(14).Select(parts => string.Join(' ', parts));

    private ImmutableArray<Mention> Times(string text) => [.. fixture.Engine.Finder.Find(EngineFixture.Read(text)).Where(m => m.Kind == MentionKind.Time)];

    private static ImmutableArray<string> Load(string file)
    {
        using var stream = typeof(TimePropertyTests).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. RulePage.Parse(file, reader.ReadToEnd()).Examples.Select(e => e.Text)];
    }
}
