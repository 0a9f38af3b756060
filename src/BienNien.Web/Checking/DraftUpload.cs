using System.Text;
using BienNien.Keeping;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace BienNien.Web.Checking;

/// <summary>What a reader hands in.</summary>
public abstract record DraftUpload
{
    private DraftUpload()
    {
    }

    /// <summary>A draft.</summary>
    /// <param name="Name">The file's name without folders; for pasted words a name with the ending of plain text.</param>
    /// <param name="Bytes">The whole file.</param>
    /// <param name="Text">The pasted words; empty for a file.</param>
    /// <param name="AgainstLibrary">Whether it is to be held against the library.</param>
    public sealed record Handed(string Name, ReadOnlyMemory<byte> Bytes, string Text, bool AgainstLibrary) : DraftUpload;

    /// <summary>Something else.</summary>
    /// <param name="Fault">What is wrong with it.</param>
    /// <param name="Text">The pasted words, to be shown again.</param>
    public sealed record Refused(UploadFault Fault, string Text = "") : DraftUpload;

    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 20 << 20;

    private const string PastedName = "ban-thao.txt";
    private const int LongestName = 160;
    private const int MostFields = 8;

    // Beside the file: the other fields, and what multipart itself writes.
    private const int Around = 1 << 20;

    // A body up to this size is read to its end even when it is refused: a browser that is cut off shows a broken connection, not our words.
    private const long MostDrained = 512L << 20;

    /// <summary>Reads the form; nothing of it is written to the disk, however large it is.</summary>
    /// <param name="context">The request.</param>
    /// <param name="antiforgery">Tells whether the form is ours.</param>
    public static async Task<DraftUpload> ReadAsync(HttpContext context, IAntiforgery antiforgery)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(antiforgery);
        HttpRequest request = context.Request;
        if (!request.HasFormContentType)
        {
            return new Refused(UploadFault.NotOurs);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostDrained;
        }

        if (request.ContentLength > MostBytes + Around)
        {
            if (request.ContentLength <= MostDrained)
            {
                await request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            }

            return new Refused(UploadFault.TooLarge);
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(
                new FormOptions
                {
                    MemoryBufferThreshold = MostBytes + Around,
                    MultipartBodyLengthLimit = MostBytes,
                    BufferBodyLengthLimit = MostBytes + Around,
                    ValueLengthLimit = MostBytes,
                    ValueCountLimit = MostFields,
                },
                context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return new Refused(e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } || e.Message.Contains("limit", StringComparison.Ordinal)
                ? UploadFault.TooLarge
                : UploadFault.NotOurs);
        }

        string text = form["text"].ToString().ReplaceLineEndings("\n");
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return new Refused(UploadFault.NotOurs, text);
        }

        IFormFile? file = form.Files.GetFile("file");
        bool hasFile = file is { FileName.Length: > 0 };
        bool hasText = !string.IsNullOrWhiteSpace(text);
        if (hasFile == hasText)
        {
            return new Refused(hasFile ? UploadFault.Both : UploadFault.Nothing, text);
        }

        bool againstLibrary = form["library"].Count > 0;
        if (hasText)
        {
            return new Handed(PastedName, Encoding.UTF8.GetBytes(text), text, againstLibrary);
        }

        byte[] bytes = new byte[file!.Length];
        Stream stream = file.OpenReadStream();
        await using (stream.ConfigureAwait(false))
        {
            await stream.ReadExactlyAsync(bytes, context.RequestAborted);
        }

        return new Handed(NameOf(file.FileName), bytes, "", againstLibrary);
    }

    // Some browsers send the whole path. The ending tells the format, so it outlives a cut.
    private static string NameOf(string given)
    {
        string name = Library.OneLine(given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Normalize());
        string ending = Path.GetExtension(name);
        return name.Length <= LongestName || ending.Length >= LongestName ? name : name[..(LongestName - ending.Length)] + ending;
    }
}

/// <summary>What is wrong with what was handed in.</summary>
public enum UploadFault
{
    /// <summary>Neither a file nor words.</summary>
    Nothing,

    /// <summary>A file and words.</summary>
    Both,

    /// <summary>More than is taken.</summary>
    TooLarge,

    /// <summary>It does not come from our page, or from one that is too old.</summary>
    NotOurs,

    /// <summary>Too many others are being checked.</summary>
    Busy,

    /// <summary>The draft is no longer kept.</summary>
    Gone,
}
