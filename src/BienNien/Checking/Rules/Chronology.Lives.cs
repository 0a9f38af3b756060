using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.People;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Somebody who joined, served or died before being born, or did anything after death.
internal sealed partial class Chronology
{
    // Somebody who joined, served or died before being born, or joined or served after death.
    private void CheckLives(DocumentAnalysis analysis, MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        Dictionary<string, Life> lives = new(StringComparer.Ordinal);
        foreach (Claim claim in analysis.Claims)
        {
            if (claim is FactClaim { Status: ClaimStatus.Asserted, DateMention: >= 0, Subject: >= 0, Certainty: not FactCertainty.Low } fact
                && fact.Property is FactProperty.Born or FactProperty.Died or FactProperty.Joined or FactProperty.Office
                && view.Mentions[fact.Subject].Value is PersonValue person && Edtf.TryParse(fact.Date) is { } date && Told.IsSure(view.Mentions[fact.DateMention]))
            {
                Life life = lives.TryGetValue(person.Id, out Life? known) ? known : lives[person.Id] = new Life();
                switch (fact.Property)
                {
                    case FactProperty.Born:
                        life.Births++;
                        life.Born = (date, view.Mentions[fact.DateMention]);
                        break;
                    case FactProperty.Died:
                        life.Deaths++;
                        life.Died = (date, view.Mentions[fact.DateMention]);
                        break;
                    default:
                        life.Deeds.Add((date, view.Mentions[fact.DateMention], fact.ValueSpan));
                        break;
                }
            }
        }

        foreach (Life life in lives.Values)
        {
            if (life is { Births: 1, Born: { } born } && born.Date is { IsInterval: false, Start.Year: { } year })
            {
                List<Mention> early = [.. life.Deeds.Where(deed => deed.Date.Start.Year < year + (IsParty(view, deed.Words) ? YoungestMember : YoungestPupil) && deed.Mention != born.Mention).Select(static deed => deed.Mention)];
                if (life is { Deaths: 1, Died: { } dead } && dead.Mention != born.Mention && dead.Date.Latest < born.Date.Earliest)
                {
                    early.Add(dead.Mention);
                }

                // Where several things would have come too early, the birth is the odd one.
                if (early.Count > 0)
                {
                    bool odd = early.Count > 1 || life.Deeds.Count == 1;
                    ReportOrder(view, odd ? born.Mention.Span : early[0].Span, odd ? early[0].Span : born.Mention.Span, told, found, "năm sinh", "the birth");
                    continue;
                }
            }

            if (life is { Deaths: 1, Died: { } died } && died.Date is { IsInterval: false })
            {
                foreach ((Edtf date, Mention mention, _) in life.Deeds)
                {
                    if (date.StartKind == EdtfEnd.Known && date.Start.Year is not null && mention != died.Mention && date.Start.Earliest > died.Date.Latest)
                    {
                        ReportOrder(view, mention.Span, died.Mention.Span, told, found, "năm mất", "the death");
                        break;
                    }
                }
            }
        }
    }

    private static bool IsParty(MentionView view, TextSpan words) => view.Document.Text.AsSpan(words.Start, words.Length).Contains("Đảng", StringComparison.Ordinal);

    /// <summary>What is said of one person.</summary>
    private sealed class Life
    {
        public int Births { get; set; }

        public int Deaths { get; set; }

        public (Edtf Date, Mention Mention)? Born { get; set; }

        public (Edtf Date, Mention Mention)? Died { get; set; }

        public List<(Edtf Date, Mention Mention, TextSpan Words)> Deeds { get; } = [];
    }
}
