using BienNien.Relating;

namespace BienNien.Checking.Form;

/// <summary>A check of a paper's form: silent unless the form is asked for and a standard is recognised.</summary>
public interface IFormCheck : ICheck
{
    /// <summary>Reports where the form is not as the standard prescribes.</summary>
    /// <param name="paper">The paper with its measures.</param>
    /// <param name="found">Where to report, in any order.</param>
    void Check(PaperForm paper, DiagnosticSink found);
}

/// <summary>What all checks of form have in common.</summary>
internal abstract class FormCheck(string id, string slug) : CheckRule(id, slug, DiagnosticSeverity.Warning), IFormCheck
{
    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        // Words alone have no form.
    }

    /// <inheritdoc/>
    public abstract void Check(PaperForm paper, DiagnosticSink found);
}
