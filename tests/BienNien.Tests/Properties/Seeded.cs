using FsCheck;
using FsCheck.Fluent;

namespace BienNien.Tests.Properties;

/// <summary>Property tests with a fixed seed: what fails once fails again, on any machine.</summary>
internal static class Seeded
{
    /// <summary>Checks a property on generated values and throws, with the shrunk counterexample, when it does not hold.</summary>
    public static void Check<T>(Gen<T> values, int count, Func<T, bool> holds) =>
        global::FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20_260_401UL, 93UL), Prop.ForAll(values.ToArbitrary(), holds));
}
