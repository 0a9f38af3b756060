using BienNien.Telling;

namespace BienNien.Cli.Language;

/// <summary>Which language the program speaks.</summary>
internal static class LanguageChoice
{
    internal const string Option = "--lang";
    private static readonly string[] _localeVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>By <c>--lang</c>, else by the locale: Vietnamese, unless it clearly is that of another language.</summary>
    /// <param name="arguments">The command line, not parsed yet: parsing already speaks.</param>
    /// <param name="environment">Environment variables by name.</param>
    internal static TellingLanguage Of(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        for (int i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            string? said = arguments[i].StartsWith(Option + "=", StringComparison.Ordinal) || arguments[i].StartsWith(Option + ":", StringComparison.Ordinal)
                ? arguments[i][(Option.Length + 1)..]
                : arguments[i] == Option && i + 1 < arguments.Count ? arguments[i + 1] : null;
            if (said is "vi" or "en")
            {
                return said == "en" ? TellingLanguage.English : TellingLanguage.Vietnamese;
            }
        }

        // POSIX: the first that is set and not empty counts. “C”, “POSIX” and their like name no language.
        string locale = _localeVariables.Select(environment).FirstOrDefault(static value => !string.IsNullOrEmpty(value)) ?? "";
        string name = locale.Split('.', '_', '@', '-')[0];
        return name is "" or "C" or "POSIX" or "vi" ? TellingLanguage.Vietnamese : TellingLanguage.English;
    }
}
