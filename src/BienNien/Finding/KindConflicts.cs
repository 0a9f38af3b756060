namespace BienNien.Finding;

/// <summary>Settles which kind stands where mentions of different kinds cover the same words.</summary>
/// <remarks>
/// The annotation standard lets kinds overlap, save where one is a part of the other's name: a place or a person inside the name
/// of a body, a figure inside a date or a paper's number.
/// </remarks>
public static class KindConflicts
{
    /// <summary>Removes what gives way.</summary>
    /// <param name="mentions">By start, longest first.</param>
    public static void Settle(List<Proposal> mentions)
    {
        bool[] gone = new bool[mentions.Count];
        bool any = false;
        for (int i = 0; i < mentions.Count; i++)
        {
            for (int j = i + 1; j < mentions.Count && mentions[j].Mention.Span.Start < mentions[i].Mention.Span.End; j++)
            {
                // A block that a page's end cuts may span whole other blocks: what stands in its gap is no part of it.
                if (gone[i] || gone[j] || mentions[j].FirstToken >= mentions[i].EndToken || mentions[j].EndToken <= mentions[i].FirstToken)
                {
                    continue;
                }

                if (GivesWay(mentions[j].Mention, mentions[i].Mention))
                {
                    gone[j] = any = true;
                }
                else if (GivesWay(mentions[i].Mention, mentions[j].Mention))
                {
                    gone[i] = any = true;
                }
            }
        }

        if (any)
        {
            int index = 0;
            mentions.RemoveAll(_ => gone[index++]);
        }
    }

    private static bool GivesWay(Mention weak, Mention strong) => (weak.Kind, strong.Kind) switch
    {
        // An age or a rate of work is longer than the time in it (“75 năm tuổi Đảng”, “100 ngày công”); else the figure is the time's.
        (MentionKind.Quantity, MentionKind.Time) => !weak.Span.Contains(strong.Span) || weak.Span == strong.Span,
        // “các trung đoàn 174, 205 bao vây”: a number that names a unit counts nothing.
        (MentionKind.Quantity, MentionKind.Organisation) => strong.Span.Contains(weak.Span) || strong.Span.Start == weak.Span.Start,
        (MentionKind.Quantity, MentionKind.DocumentReference or MentionKind.Place or MentionKind.Award) => strong.Span.Contains(weak.Span),
        (MentionKind.Time, MentionKind.Quantity) => strong.Span.Contains(weak.Span) && strong.Span != weak.Span,
        (MentionKind.Place or MentionKind.Person, MentionKind.Organisation) => strong.Span.Contains(weak.Span),
        (MentionKind.Person, MentionKind.Place) => strong.Span.Contains(weak.Span),
        (MentionKind.Place, MentionKind.Person) => strong.Span.Contains(weak.Span) && strong.Span != weak.Span,
        // “Gia Định thành thông chí”, “An Nam chí lược”: places in the title of a book; the place of a cited print (“NXB …, Hà Nội, 2002”) is one.
        // The author of a book stands before its title.
        (MentionKind.Person, MentionKind.DocumentReference) when strong.Span.Start == weak.Span.Start && strong.Span != weak.Span => false,
        (MentionKind.Person or MentionKind.Place, MentionKind.DocumentReference) => strong.Value is DocumentReferences.DocumentReferenceValue { Type: "Sách", Issuer: null } && strong.Span.Overlaps(weak.Span),
        // “Gia Định báo” in the title of a work; the bodies in an imprint (“NXB …, Hà Nội, 2002”) are bodies.
        (MentionKind.Organisation, MentionKind.DocumentReference) => strong.Value is DocumentReferences.DocumentReferenceValue { Type: "Sách", Issuer: null }
            && strong.Span.Contains(weak.Span) && strong.Span.Start != weak.Span.Start,
        // “cầu Trường Tiền”: what looks like the head of a body within the name of a place.
        (MentionKind.Organisation, MentionKind.Place) => strong.Span.Contains(weak.Span) && strong.Span != weak.Span,
        (MentionKind.Person or MentionKind.Place, MentionKind.Award) => strong.Span.Contains(weak.Span),
        _ => false,
    };
}
