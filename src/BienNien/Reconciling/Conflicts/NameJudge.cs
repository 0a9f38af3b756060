using System.Collections.Immutable;
using BienNien.Reconciling.Linking;

namespace BienNien.Reconciling.Conflicts;

/// <summary>Names of one entity of the library that differ by a slip of the pen, the press or the scanner.</summary>
internal static class NameJudge
{
    /// <summary>Most documents of a spelling that are held against another spelling: a name of ten thousand documents is wrong in a few of them.</summary>
    private const int MostDocuments = 12;

    /// <summary>What is to be said of the spellings of one entity.</summary>
    /// <param name="members">The entities of documents that are it, by document and local place.</param>
    internal static ImmutableArray<Judgement> Judge(IReadOnlyList<FiledEntity> members)
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
                string form = NameForms.Exact(name);
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

        Findings found = new();
        ImmutableArray<string> forms = [.. spellings.Keys];
        for (int i = 0; i < forms.Length && forms.Length <= 64; i++)
        {
            for (int j = i + 1; j < forms.Length; j++)
            {
                if (NameSpelling.IsSlip(spellings[forms[i]].Name, spellings[forms[j]].Name))
                {
                    foreach (Side one in spellings[forms[i]].Sides.Take(MostDocuments))
                    {
                        foreach (Side other in spellings[forms[j]].Sides.Take(MostDocuments))
                        {
                            found.Add(ConflictKind.NameVariant, JudgementReason.Contradiction, ConflictSeverity.Minor, one, other, 0.9, "name");
                        }
                    }
                }
            }
        }

        return [.. found.Judgements];
    }
}
