using System.IO.Compression;
using BienNien.Web.Checking;
using BienNien.Web.Documents;
using BienNien.Web.Errors;
using BienNien.Web.Events;
using BienNien.Web.Home;
using BienNien.Web.Search;
using BienNien.Web.Shared;
using BienNien.Web.Timeline;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.ResponseCompression;

namespace BienNien.Web;

/// <summary>The web application, ready to be run by <c>biennien serve</c> or by a test.</summary>
public static class WebApp
{
    /// <summary>Where it listens when nothing else is said.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Builds the application; nothing listens until it is run.</summary>
    /// <param name="options">The library, the addresses, the language.</param>
    /// <param name="configure">Changes to the host, made last; a test puts its own server here.</param>
    public static WebApplication Create(WebAppOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        // The assets lie beside this assembly, wherever the caller's working directory is.
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.UseUrls((options.Urls ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // The command line says where it listens; here only what goes wrong is told.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.Error);
        builder.Services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = AllowedHosts(options));
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<LibrarySource>();
        builder.Services.AddSingleton<PageImages>();
        builder.Services.AddScoped<Visit>();
        builder.Services.AddChecking();
        configure?.Invoke(builder);

        WebApplication app = builder.Build();
        app.UseHostFiltering();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseMiddleware<VisitMiddleware>();
        app.UseExceptionHandler(errors => errors.Run(ErrorRoutes.Answer));
        app.UseStatusCodePages(ErrorRoutes.Answer);
        app.UseStaticFiles(new StaticFileOptions
        {
            // Plain names: the browser asks each time whether its copy still holds (ETag).
            OnPrepareResponse = static file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.UseRouting();
        app.MapHome();
        app.MapTimeline();
        app.MapDocuments();
        app.MapEvents();
        app.MapSearch();
        app.MapChecking();
        app.MapPreferences();
        return app;
    }

    private static List<string> AllowedHosts(WebAppOptions options)
    {
        List<string> hosts = ["localhost", "127.0.0.1", "[::1]", .. options.Hosts];
        foreach (string url in (options.Urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // A name that the application is told to listen on is one by which it may be called; “any address” names none.
            BindingAddress address = BindingAddress.Parse(url);
            if (address.Host is not ("0.0.0.0" or "[::]" or "*" or "+"))
            {
                hosts.Add(address.Host);
            }
        }

        return hosts;
    }
}
