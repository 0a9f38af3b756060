using System.Reflection;
using BienNien.Keeping;
using BienNien.Reading;
using BienNien.Telling;
using BienNien.Web.Shared;
using Shouldly;

namespace BienNien.Apps.Tests.Web;

/// <summary>The pages' words are complete in both languages.</summary>
public sealed class TextTests
{
    private static readonly Texts _vietnamese = Texts.Of(TellingLanguage.Vietnamese);
    private static readonly Texts _english = Texts.Of(TellingLanguage.English);

    public static TheoryData<string> Words() =>
        [.. typeof(Texts).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.Name)];

    public static TheoryData<string> Sentences() =>
        [.. typeof(Texts).GetMethods().Where(method => method is { IsAbstract: true, IsSpecialName: false }).Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_is_said_in_both_languages(string name)
    {
        PropertyInfo property = typeof(Texts).GetProperty(name)!;
        string vietnamese = (string)property.GetValue(_vietnamese)!;
        string english = (string)property.GetValue(_english)!;

        vietnamese.Trim().ShouldBe(vietnamese);
        vietnamese.ShouldNotBeEmpty();
        english.ShouldNotBeEmpty();
        english.ShouldNotBe(vietnamese);
        english.ShouldNotMatch("[ăĂơƠưƯạảấầẩẫậắằẳẵặẹẻẽếềểễệ]");
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_sentence_with_values_is_said_in_both_languages_for_every_value(string name)
    {
        MethodInfo method = typeof(Texts).GetMethod(name)!;
        ParameterInfo[] parameters = method.GetParameters();
        foreach (object?[] values in Arguments(parameters))
        {
            string vietnamese = (string)method.Invoke(_vietnamese, values)!;
            string english = (string)method.Invoke(_english, values)!;
            vietnamese.ShouldNotBeEmpty();
            english.ShouldNotBeEmpty();
            if (parameters[0].ParameterType.IsEnum)
            {
                // A value that nobody has translated would show its name in code.
                vietnamese.ShouldNotBe(values[0]!.ToString());
                english.ShouldNotBe(vietnamese);
            }
        }
    }

    [Fact]
    public void Numbers_are_written_as_each_language_writes_them()
    {
        _vietnamese.Number(12345).ShouldBe("12.345");
        _english.Number(12345).ShouldBe("12,345");
        _vietnamese.Year(-110).ShouldBe("111 TCN");
        _english.Year(-110).ShouldBe("111 BC");
    }

    private static IEnumerable<object?[]> Arguments(ParameterInfo[] parameters)
    {
        if (parameters[0].ParameterType.IsEnum)
        {
            return Enum.GetValues(parameters[0].ParameterType).Cast<object>().Select(value => new object?[] { value });
        }

        if (parameters[0].Name == "code")
        {
            return Enum.GetValues<ProblemCode>().Select(code => new object?[] { (int)code })
                .Concat(Enum.GetValues<FileProblem>().Select(code => new object?[] { (int)code }));
        }

        return new[] { 0, 1, 2, 1500 }.Select(number =>
            parameters.Select(parameter => parameter.ParameterType == typeof(string) ? (object?)"chữ" : number).ToArray());
    }
}
