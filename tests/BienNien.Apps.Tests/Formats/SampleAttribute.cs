using System.Reflection;
using BienNien.Apps.Tests.Converting;
using Xunit.Sdk;

namespace BienNien.Apps.Tests.Formats;

/// <summary>A file of the samples and how far it must agree; skipped, and said so, where a program that reads it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class SampleAttribute : DataAttribute
{
    private readonly double _floor;

    public SampleAttribute(string name, double floor, params string[] programs)
    {
        Name = name;
        _floor = floor;
        Skip = NeedsFactAttribute.Missing(programs);
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Name, _floor]];
}
