using System.Text;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests;

/// <summary>One engine for all tests of a class: it is built once and shared, as programs do.</summary>
public sealed class EngineFixture
{
    private static readonly DocumentReader _reader = DocumentReader.Create();

    public Engine Engine { get; } = Engine.Create();

    /// <summary>A document of a text, read as a UTF-8 text file.</summary>
    public static Document Read(string text, string name = "thu.txt") =>
        _reader.Read(name, Encoding.UTF8.GetBytes(text), ReadOptions.Default).ShouldBeOfType<ReadResult.Read>().Document;
}
