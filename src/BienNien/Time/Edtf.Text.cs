using System.Collections.Immutable;
using System.Text;

namespace BienNien.Time;

public sealed partial record Edtf
{
    /// <summary>Reads an EDTF expression.</summary>
    /// <exception cref="FormatException">It is none: see <see cref="TryParse"/>.</exception>
    public static Edtf Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"“{text}” is not an EDTF date, interval or set.");

    /// <summary>Reads an EDTF expression of level 0, 1 or 2; what its dates may be, <see cref="EdtfDate.TryParse"/> tells.</summary>
    /// <returns>Null when the text is something else. <c>/</c>, <c>../..</c> and their like, which say nothing at all, are refused
    /// too.</returns>
    public static Edtf? TryParse(ReadOnlySpan<char> text)
    {
        if (text is ['[', .., ']'] or ['{', .., '}'])
        {
            return TryMembers(text[1..^1]) is { } members ? Set(text[0] == '[' ? EdtfForm.OneOf : EdtfForm.AllOf, members) : null;
        }

        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return EdtfDate.TryParse(text, out var date) ? Of(date) : null;
        }

        if (!TryEnd(text[..slash], out var start, out var startKind) || !TryEnd(text[(slash + 1)..], out var end, out var endKind))
        {
            return null;
        }

        return startKind != EdtfEnd.Known && endKind != EdtfEnd.Known ? null : Interval(start, startKind, end, endKind);
    }

    /// <summary>The EDTF text, which <see cref="Parse"/> reads back to an equal value.</summary>
    public override string ToString() => Form switch
    {
        EdtfForm.Date => Start.ToString(),
        EdtfForm.Interval => $"{Written(Start, StartKind)}/{Written(End, EndKind)}",
        EdtfForm.OneOf => Listed('[', ']'),
        _ => Listed('{', '}'),
    };

    private static string Written(EdtfDate date, EdtfEnd kind) => kind switch
    {
        EdtfEnd.Known => date.ToString(),
        EdtfEnd.Open => "..",
        _ => "",
    };

    private static bool TryEnd(ReadOnlySpan<char> text, out EdtfDate date, out EdtfEnd kind)
    {
        date = default;
        kind = text switch { "" => EdtfEnd.Unknown, ".." => EdtfEnd.Open, _ => EdtfEnd.Known };
        return kind != EdtfEnd.Known || EdtfDate.TryParse(text, out date);
    }

    // What stands between commas: a date, or a range, which is open only at the very beginning or the very end.
    private static ImmutableArray<Edtf>? TryMembers(ReadOnlySpan<char> text)
    {
        var members = ImmutableArray.CreateBuilder<Edtf>();
        foreach (var piece in text.Split(','))
        {
            var written = text[piece];
            var isFirst = members.Count == 0;
            var isLast = piece.End.Value == text.Length;
            if (TryMember(written, isFirst, isLast) is not { } member)
            {
                return null;
            }

            members.Add(member);
        }

        return members.DrainToImmutable();
    }

    private static Edtf? TryMember(ReadOnlySpan<char> text, bool isFirst, bool isLast)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            return EdtfDate.TryParse(text, out var date) ? Of(date) : null;
        }

        var before = text[..dots];
        var after = text[(dots + 2)..];
        EdtfDate start = default, end = default;
        if ((before.IsEmpty ? !isFirst : !EdtfDate.TryParse(before, out start))
            || (after.IsEmpty ? !isLast : !EdtfDate.TryParse(after, out end)))
        {
            return null;
        }

        return (before.IsEmpty, after.IsEmpty) switch
        {
            (true, true) => null,
            (true, false) => Until(end),
            (false, true) => Since(start),
            _ => Between(start, end),
        };
    }

    private string Listed(char opening, char closing)
    {
        var text = new StringBuilder();
        text.Append(opening);
        foreach (var member in Members)
        {
            text.Append(text.Length > 1 ? "," : "").Append(member.StartKind == EdtfEnd.Known ? member.Start.ToString() : "");
            if (member.IsInterval)
            {
                text.Append("..").Append(member.EndKind == EdtfEnd.Known ? member.End.ToString() : "");
            }
        }

        return text.Append(closing).ToString();
    }
}
