using System.Collections;
using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using Shouldly;

namespace BienNien.Tests.Conventions;

/// <summary>How the engine's types are made: closed, immutable, where their namespace says.</summary>
public sealed class TypeConventionTests
{
    private static readonly Type[] _types = [.. typeof(Engine).Assembly.GetTypes().Where(static type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && type.Namespace?.StartsWith("BienNien", StringComparison.Ordinal) == true)];

    [Fact]
    public void Public_classes_are_sealed_abstract_or_static() =>
        _types.Where(static type => type.IsVisible && type.IsClass && !type.IsSealed && !type.IsAbstract).Select(static type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Public_members_cannot_be_set_after_construction() =>
        _types.Where(static type => type.IsVisible)
            .SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(static property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(static property => $"{property.DeclaringType}.{property.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void Public_fields_are_constant_or_readonly() =>
        _types.Where(static type => type.IsVisible && !type.IsEnum)
            .SelectMany(static type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(static field => !field.IsLiteral && !field.IsInitOnly)
            .Select(static field => $"{field.DeclaringType}.{field.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void No_public_value_shows_a_collection_that_can_change() =>
        _types.Where(static type => type.IsVisible)
            .SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(static property => property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType) && !IsImmutable(property.PropertyType))
            .Select(static property => $"{property.DeclaringType}.{property.Name}: {property.PropertyType}")
            .ShouldBeEmpty();

    /// <summary>State that all share must not change. Arrays are let pass: they are lookup tables, private and never written after their initializer.</summary>
    [Fact]
    public void Static_fields_are_readonly_and_hold_nothing_that_grows() =>
        _types.SelectMany(static type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(static field => !field.IsLiteral && !field.IsDefined(typeof(CompilerGeneratedAttribute)) && !field.Name.StartsWith('<'))
            .Where(static field => !field.IsInitOnly || (field.FieldType.IsArray && !field.IsPrivate) || Grows(field.FieldType))
            .Select(static field => $"{field.DeclaringType}.{field.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void Namespaces_are_the_folders()
    {
        string root = Repository.Path("src", "BienNien");
        foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            string folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!);
            string expected = folder == "." ? "BienNien" : "BienNien." + folder.Replace(Path.DirectorySeparatorChar, '.');
            File.ReadLines(file).ShouldContain($"namespace {expected};", customMessage: Path.GetRelativePath(root, file));
        }
    }

    private static bool IsImmutable(Type type) => type.Namespace is "System.Collections.Immutable" or "System.Collections.Frozen" || typeof(FrozenDictionary<,>).IsAssignableFrom(type);

    private static bool Grows(Type type) => type.Namespace is "System.Collections.Generic" or "System.Collections.Concurrent" && type.IsClass && !type.Name.Contains("Comparer", StringComparison.Ordinal);
}
