using System.Globalization;
using BienNien.Checking.Form;
using BienNien.Cli.Hosting;
using BienNien.Reading;
using BienNien.Text;

namespace BienNien.Cli.Checking;

/// <summary>Measures the papers whose form is to be checked, and tells by which standard, or why not.</summary>
internal static class FormReading
{
    /// <summary>A paper with its measures; null when it has no form that can be checked.</summary>
    /// <param name="session">Told in one line what is done.</param>
    /// <param name="read">The file.</param>
    /// <param name="options">Limits of reading.</param>
    /// <param name="isAsked">Whether the user asked for it here, rather than in the settings of a whole house: only then it is told that a file is no Word file.</param>
    internal static PaperForm? Of(Session session, FileReading.Read read, ReadOptions options, bool isAsked)
    {
        Document document = read.Document;
        if (Path.GetExtension(document.Name).ToLowerInvariant() is not (".docx" or ".docm" or ".dotx" or ".dotm")
            || WordForm.Read(read.Content, document, options) is not WordFormResult.Read measured)
        {
            if (isAsked)
            {
                session.Note(document.Name, session.Texts.FormOnlyWord);
            }

            return null;
        }

        PaperForm? form = PaperForm.Of(document, measured.Form, session.Engine.PaperHeaders.Read(document));
        session.Note(document.Name, form is null ? session.Texts.FormUnknown : Told(session, form));
        return form;
    }

    private static string Told(Session session, PaperForm form)
    {
        FormStandard standard = form.Standard;
        string name = standard.Name.In(session.Texts.Tag);
        return form.Day < standard.Since ? Session.Fill(session.Texts.FormBefore, name, Day(form.Day.Value), Day(standard.Since))
            : form.Day >= standard.Until ? Session.Fill(session.Texts.FormAfter, name, Day(form.Day.Value), Day(standard.Until.Value), standard.Successor?.In(session.Texts.Tag))
            : Session.Fill(session.Texts.FormBy, name);
    }

    private static string Day(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
