using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PressKit.Review.Api;
using PressKit.Review.Pages;
using PressKit.Review.People;
using PressKit.Review.Webhooks;

namespace PressKit.Review.Host;

/// <summary>The desk on a port. Whoever is alone with a newsroom gets in by a link that is printed once; a team by invitations, or by the
/// proxy that signs it in.</summary>
public sealed class ReviewServer : IAsyncDisposable
{
    private const long LargestBody = 1 << 20;
    private const int LargestHead = 16 << 10;

    private readonly WebApplication _app;
    private readonly DeskAddress _address;
    private readonly Telling _telling;

    private ReviewServer(WebApplication app, DeskAddress address, Accounts accounts, bool isTeam, Telling telling) =>
        (_app, _address, Accounts, IsTeam, _telling) = (app, address, accounts, isTeam, telling);

    /// <summary>Where people reach it, without a slash at its end.</summary>
    public string Url => _address.Url;

    /// <summary>Whether people were invited, or a proxy signs them in.</summary>
    public bool IsTeam { get; }

    /// <summary>The link that lets whoever opens it first in; null for a team.</summary>
    public string? Link { get; private set; }

    /// <summary>Where it listens itself.</summary>
    internal string ListensAt => _app.Urls.First();

    /// <summary>Every method and path of the interface for programs, but for its description.</summary>
    internal IEnumerable<string> ApiRoutes => ((IEndpointRouteBuilder)_app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IEndpointGroupNameMetadata>() is not null && e.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true })
        .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText!.TrimEnd('/').Replace(":int", "", StringComparison.Ordinal)}"));

    /// <summary>Who may use it.</summary>
    internal Accounts Accounts { get; }

    /// <summary>Starts it.</summary>
    /// <exception cref="IOException">It cannot listen there: the port is taken.</exception>
    public static async Task<ReviewServer> StartAsync(ServerSetup setup, CancellationToken cancellation = default)
    {
        var review = setup.Desk.Newsroom.Review;
        var team = Accounts.OfTeam(setup.Folder, setup.Time);
        var isTeam = review.Proxy is not null || !team.AreNone;
        var accounts = isTeam ? team : Accounts.OfOne(setup.Folder, setup.Time, setup.Name, setup.Email);
        var address = new DeskAddress(review.Address);
        var app = Build(setup, review);
        var access = new Access(setup.Desk, setup.Time);
        var server = new ReviewServer(app, address, accounts, isTeam, new Telling(setup.Desk, access.IsSecret, setup.Environment, setup.Time, setup.Note));
        var door = new FrontDoor(accounts, new Doorkeeper(accounts, address, () => isTeam ? setup.Desk.Newsroom.Review.Proxy : null));
        Shield(app, address, review, door.Keeper, setup);
        door.Map(app);
        ReviewApi.Map(app, setup.Desk, access, accounts, address);
        var pages = new PagesSetup(setup.Desk, setup.Locales, setup.Time)
        {
            Who = access.Who, MaySeeDocument = access.MaySeeDocument, FormToken = context => Visitor.Of(context)?.FormToken, Translators = setup.Translators,
            Links = context => AccountPages.Links(context, isTeam), MayStay = (context, name) => door.Keeper.Again(context) is { } visitor && access.MaySee(visitor, name.Release) && visitor.In(name.Language) is not null,
            NeedsRestart = () => NeedsRestart(review, setup.Desk.Newsroom.Review),
            CanSignOut = context => Visitor.Of(context) is { Grant: not null, IsProgram: false },
        };
        DeskPages.Map(app, pages);
        new AccountPages(pages, accounts, address, isTeam).Map(app);
        await app.StartAsync(cancellation);
        address.Port = new Uri(app.Urls.First()).Port;
        if (!isTeam) server.Link = $"{address.Url}/enter/{door.Open()}";
        return server;
    }

    /// <summary>Until somebody ends it.</summary>
    public Task WaitAsync(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _telling.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(ServerSetup setup, ReviewSettings review)
    {
        // Nothing of the folder that the command was typed in, and no variable of the environment, decides how the server behaves.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddProvider(new ErrorNotes(setup.Note));
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHead;
            kestrel.Listen(setup.Listen, setup.Port);
        });
        builder.Services.AddRoutingCore();
        ReviewApi.Add(builder.Services);
        builder.Services.AddRateLimiter(limits => Limits.Add(limits));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        if (review.Address is not null) builder.Services.Configure<ForwardedHeadersOptions>(forwarded => Believe(forwarded, review.Proxy));
        return builder.Build();
    }

    /// <summary>Whether newsroom.yml says something by now that only a start takes up.</summary>
    private static bool NeedsRestart(ReviewSettings started, ReviewSettings now) =>
        started.Address != now.Address || !(started.Proxy?.From ?? []).SequenceEqual(now.Proxy?.From ?? []);

    /// <summary>Whose word is taken for where a request comes from: this machine's, and the sign-in proxy's.</summary>
    private static void Believe(ForwardedHeadersOptions forwarded, SignInProxy? proxy)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
        forwarded.KnownProxies.Add(IPAddress.Loopback);
        forwarded.KnownProxies.Add(IPAddress.IPv6Loopback);
        foreach (var from in proxy?.From ?? []) forwarded.KnownProxies.Add(from);
    }

    /// <summary>What every request goes through before anything answers it.</summary>
    private static void Shield(WebApplication app, DeskAddress address, ReviewSettings review, Doorkeeper keeper, ServerSetup setup)
    {
        var headers = new SecurityHeaders(address);
        app.Use(headers.InvokeAsync);
        app.Use((context, next) => FailAsync(context, next, setup.Note));
        app.Use((context, next) =>
        {
            context.Features.Set(new Caller(context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress));
            if (address.IsMeant(context.Request.Host)) return next(context);
            return Answers.RefusedAsync(context, StatusCodes.Status421MisdirectedRequest, "review.other-host", "The desk is not reached under this name.", "Use the address that presskit review printed.");
        });
        if (review.Address is not null) app.UseForwardedHeaders();
        app.UseRouting();
        app.Use(keeper.RecogniseAsync);
        app.UseRateLimiter();
        app.Use(keeper.GuardAsync);
    }

    /// <summary>Tells whoever runs the desk what went wrong, and whoever asked only that something did.</summary>
    private static async Task FailAsync(HttpContext context, RequestDelegate next, Action<string> note)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // They have gone.
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await Answers.RefusedAsync(context, e.StatusCode, "review.bad-request", e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "This is more than the desk takes at once." : "The desk cannot read this.", "Send what the desk's own description of its interface says.");
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            note($"{context.Request.Method} {(context.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText}: {e}");
            await Answers.RefusedAsync(context, StatusCodes.Status500InternalServerError, "review.failed", "Something went wrong at the desk; nothing was confirmed.", "Try again; what you wrote is kept in your browser.");
        }
    }
}
