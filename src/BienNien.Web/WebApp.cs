namespace BienNien.Web;

/// <summary>The web application, ready to be run by <c>biennien serve</c> or by a test.</summary>
public static class WebApp
{
    /// <summary>Builds the application; nothing listens until it is run.</summary>
    /// <param name="args">Host settings as on a command line, such as <c>--urls http://127.0.0.1:5080</c>.</param>
    /// <param name="configure">Changes to the host, made last; a test puts its own server here.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // The assets lie beside this assembly, wherever the caller's working directory is.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseStaticFiles();
        return app;
    }
}
