using System.Buffers;
using System.Text;
using System.Text.Json;
using BienNien.Finding;
using BienNien.Reconciling.Reuse;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Reconciling.Reuse;

public sealed class ReuseJsonTests
{
    private const string Text =
        "Đội dân quân Khau Slao có 19 người, chia làm ba tổ, ban ngày làm ruộng, ban đêm canh đèo; súng chỉ có năm khẩu, còn lại dùng giáo mác và bẫy đá.";

    [Fact]
    public void A_passage_has_both_places_its_similarity_and_the_words_that_differ()
    {
        Document a = EngineFixture.Read("Bản cũ. " + Text, "cu.txt");
        Document b = EngineFixture.Read(Text.Replace("19 người", "21 người trẻ", StringComparison.Ordinal), "moi.txt");
        ReusedPassage[] passages = [.. PassageAligner.Align(ReuseTexts.Profile(a.Text), ReuseTexts.Profile(b.Text))];

        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, MentionJson.WriterOptions))
        {
            ReuseJson.Write(json, a, b, passages);
        }

        Encoding.UTF8.GetString(buffer.WrittenSpan).ShouldBe(
            $"[{{\"a\":{{\"doc\":\"cu.txt\",\"start\":8,\"end\":{a.Text.Length - 1}}},\"b\":{{\"doc\":\"moi.txt\",\"start\":0,\"end\":{b.Text.Length - 1}}},\"similarity\":0.9552,"
            + "\"edits\":[{\"a\":\"19\",\"b\":\"21\"},{\"a\":\"\",\"b\":\"trẻ\"}]}]");
    }

    [Fact]
    public void No_passages_are_an_empty_list()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            ReuseJson.Write(json, EngineFixture.Read("a"), EngineFixture.Read("b"), []);
        }

        Encoding.UTF8.GetString(buffer.WrittenSpan).ShouldBe("[]");
    }
}
