using Mono.Cecil;
using Mono.Cecil.Cil;
using Shouldly;

namespace BienNien.Tests.Conventions;

/// <summary>One direction of flow: a stage speaks only of the nouns before it, and the engine of nothing outside.</summary>
public sealed class StageConventionTests
{
    // Earlier stages stand for nothing of later ones. Stages on one line may speak of each other.
    private static readonly string[][] _order =
    [
        ["BienNien.Text", "BienNien.Time", "BienNien.Knowledge", "BienNien.Rules", "BienNien.Gazetteers"],
        ["BienNien.Reading"],
        ["BienNien.Finding"],
        ["BienNien.Relating"],
        ["BienNien.Reconciling"],
        ["BienNien.Checking", "BienNien.Telling", "BienNien.Evaluating"],
    ];

    private static readonly string[] _outside =
    [
        "System.Console", "System.Environment", "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.Net.", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Threading.Thread", "System.TimeProvider",
    ];

    [Fact]
    public void No_stage_refers_to_a_later_one()
    {
        List<string> offences = [];
        using AssemblyDefinition engine = Load();
        foreach ((TypeDefinition from, TypeReference to) in References(engine))
        {
            int here = Stage(Namespace(from));
            int there = Stage(Namespace(to));
            if (here >= 0 && there > here)
            {
                offences.Add($"{from.FullName} → {to.FullName}");
            }
        }

        offences.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void The_engine_touches_no_console_file_network_or_clock()
    {
        List<string> offences = [];
        using AssemblyDefinition engine = Load();
        foreach ((TypeDefinition from, TypeReference to) in References(engine))
        {
            // An iterator asks for the number of its thread; that is the compiler's business.
            bool iterator = from.Name.StartsWith('<') && to.FullName == "System.Environment";
            if (!iterator && _outside.Any(name => name.EndsWith('.') ? to.FullName.StartsWith(name, StringComparison.Ordinal) : to.FullName == name))
            {
                offences.Add($"{from.FullName} → {to.FullName}");
            }
        }

        foreach (MethodDefinition method in Methods(engine))
        {
            offences.AddRange(Instructions(method)
                .Select(static instruction => instruction.Operand as MethodReference)
                .OfType<MethodReference>()
                .Where(static called => called.DeclaringType.FullName is "System.DateTime" or "System.DateTimeOffset" && called.Name is "get_Now" or "get_UtcNow" or "get_Today")
                .Select(called => $"{method.FullName} → {called.FullName}"));
        }

        offences.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Every_namespace_of_the_engine_has_its_place_in_the_order()
    {
        using AssemblyDefinition engine = Load();
        engine.MainModule.Types.Where(static type => type.Namespace.StartsWith("BienNien.", StringComparison.Ordinal) && Stage(type.Namespace) < 0)
            .Select(static type => type.Namespace).Distinct().ShouldBeEmpty();
    }

    private static AssemblyDefinition Load() => AssemblyDefinition.ReadAssembly(typeof(Engine).Assembly.Location);

    private static int Stage(string name) => Array.FindIndex(_order, level => level.Any(stage => name == stage || name.StartsWith(stage + ".", StringComparison.Ordinal)));

    private static string Namespace(TypeReference type) => type.DeclaringType is { } outer ? Namespace(outer) : type.Namespace;

    private static IEnumerable<MethodDefinition> Methods(AssemblyDefinition engine) => engine.MainModule.GetTypes().SelectMany(static type => type.Methods);

    private static IEnumerable<Instruction> Instructions(MethodDefinition method) => method.HasBody ? method.Body.Instructions : [];

    private static IEnumerable<(TypeDefinition From, TypeReference To)> References(AssemblyDefinition engine)
    {
        foreach (TypeDefinition type in engine.MainModule.GetTypes())
        {
            IEnumerable<TypeReference?> referred = type.Fields.Select(static field => field.FieldType)
                .Append(type.BaseType)
                .Concat(type.Interfaces.Select(static implemented => implemented.InterfaceType))
                .Concat(type.Methods.SelectMany(static method => method.Parameters.Select(static parameter => parameter.ParameterType).Append(method.ReturnType)))
                .Concat(type.Methods.SelectMany(Instructions).Select(static instruction => instruction.Operand switch
                {
                    TypeReference named => named,
                    MethodReference called => called.DeclaringType,
                    FieldReference field => field.DeclaringType,
                    _ => null,
                }));
            foreach (TypeReference to in referred.OfType<TypeReference>().SelectMany(Parts))
            {
                yield return (type, to);
            }
        }
    }

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
