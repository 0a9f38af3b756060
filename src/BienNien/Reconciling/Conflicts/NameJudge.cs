using System.Collections.Immutable;
using BienNien.Reconciling.Linking;

namespace BienNien.Reconciling.Conflicts;

/// <summary>Names of one entity of the library that differ by a slip of the pen, the press or the scanner.</summary>
internal static class NameJudge
{
    /// <summary>Most documents of a spelling that are held against another spelling: a name of ten thousand documents is wrong in a few of them.</summary>
    private const int MostDocuments = 12;
    private const int MostSpellings = 64;

    /// <summary>What is to be said of the spellings of one entity.</summary>
    /// <param name="members">The entities of documents that are it, by document and local place.</param>
    /// <param name="near">Those of entities that may be the same, for which a judgement is less sure.</param>
    internal static ImmutableArray<Judgement> Judge(IReadOnlyList<FiledEntity> members, IReadOnlyList<FiledEntity> near)
    {
        SortedDictionary<string, (string Name, List<Side> Sides)> own = Spellings(members);
        SortedDictionary<string, (string Name, List<Side> Sides)> others = Spellings(near);
        Findings found = new();
        Compare(own, own, 0.9, found);
        Compare(own, others, 0.6, found);
        return [.. found.Judgements];
    }

    private static void Compare(
        SortedDictionary<string, (string Name, List<Side> Sides)> some, SortedDictionary<string, (string Name, List<Side> Sides)> others, double confidence, Findings found)
    {
        if (some.Count > MostSpellings || others.Count > MostSpellings)
        {
            return;
        }

        foreach ((string form, (string name, List<Side> sides)) in some)
        {
            foreach ((string otherForm, (string otherName, List<Side> otherSides)) in others)
            {
                if ((some != others || string.CompareOrdinal(form, otherForm) < 0) && NameSpelling.IsSlip(name, otherName))
                {
                    foreach (Side one in sides.Take(MostDocuments))
                    {
                        foreach (Side other in otherSides.Take(MostDocuments))
                        {
                            found.Add(ConflictKind.NameVariant, JudgementReason.Contradiction, ConflictSeverity.Minor, one, other, confidence, "name");
                        }
                    }
                }
            }
        }
    }

    private static SortedDictionary<string, (string Name, List<Side> Sides)> Spellings(IReadOnlyList<FiledEntity> members)
    {
        // The first mention of each spelling in each document.
        SortedDictionary<string, (string Name, List<Side> Sides)> spellings = new(StringComparer.Ordinal);
        foreach (FiledEntity member in members)
        {
            if (member.Entity.Kind == EntityKind.Paper)
            {
                continue;
            }

            HashSet<string> here = new(StringComparer.Ordinal);
            foreach (EntityMention mention in member.Entity.Mentions)
            {
                string name = member.Entity.Names[mention.Name];
                name = member.Entity.Kind == EntityKind.Place ? BareNames.Of(name) : name;
                string form = NameForms.Written(name);
                if (here.Add(form))
                {
                    if (!spellings.TryGetValue(form, out (string Name, List<Side> Sides) spelling))
                    {
                        spellings.Add(form, spelling = (name, []));
                    }

                    spelling.Sides.Add(new Side(member.Document, mention.Span, mention.Span));
                }
            }
        }

        return spellings;
    }
}
