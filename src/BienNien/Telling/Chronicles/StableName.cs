using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;

namespace BienNien.Telling.Chronicles;

/// <summary>Short names for what has no name of its own, from documents and places alone: the same files give the same names in every library.</summary>
public static class StableName
{
    private const int Letters = 10;

    /// <summary>The name of a judgement: of its kind and both places; what was concluded may change, the name does not.</summary>
    /// <returns>Ten hexadecimal digits.</returns>
    public static string Of(Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        return Of(judgement.Kind.Code(), (judgement.A.Document, judgement.A.Span), (judgement.B.Document, judgement.B.Span));
    }

    /// <summary>The name of something that stands at some places.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="places">Ids of documents, which come from their contents, with spans; in an order of their own.</param>
    /// <returns>Ten hexadecimal digits.</returns>
    public static string Of(string kind, params ReadOnlySpan<(long Document, TextSpan Span)> places)
    {
        StringBuilder text = new(kind);
        foreach ((long document, TextSpan span) in places)
        {
            text.Append(CultureInfo.InvariantCulture, $"|{document}:{span.Start}-{span.End}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Letters];
    }
}
