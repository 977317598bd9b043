using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PressKit.Languages;
using PressKit.Review.Desk;
using PressKit.Review.Host;
using PressKit.Review.People;

namespace PressKit.Review.Api;

/// <summary>The interface for programs: the same resources as the pages, as JSON below <c>/api</c>, described at
/// <c>/api/openapi.json</c>.</summary>
internal static class ReviewApi
{
    private const string Document = "v1";

    /// <summary>Adds what it needs.</summary>
    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => Json.Set(json.SerializerOptions));
        services.AddOpenApi(Document, ApiDescription.Set);
    }

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder routes, ReviewDesk desk, Access access, Accounts accounts, DeskAddress address)
    {
        routes.MapOpenApi("/api/openapi.json").WithGroupName(Document).AllowAnonymous();
        var api = routes.MapGroup("/api").WithGroupName(Document).Refuses(StatusCodes.Status401Unauthorized);
        api.MapGet("/releases", (HttpContext context) => Releases(context, desk, access)).Produces<ReleaseAnswer[]>().WithTags("Releases").WithSummary("The releases and pages that one may work on, and in which languages.");
        new EditionApi(desk, access).Map(api);
        new PeopleApi(accounts, address).Map(api);
        api.MapFallback("/{**path}", () => ApiResults.NotFound()).ExcludeFromDescription();
    }

    private static IResult Releases(HttpContext context, ReviewDesk desk, Access access)
    {
        var visitor = Visitor.Of(context)!;
        var releases = desk.Releases().Where(r => access.MaySee(visitor, r)).Select(id => (Id: id, Release: desk.Release(id), Languages: desk.Languages(id).Where(l => visitor.In(l) is not null).Select(l => l.Tag)))
            .Where(r => r.Release is not null)
            .Select(r => new ReleaseAnswer(r.Id, r.Release!.Source.FrontMatter.Headline, r.Release.Source.Language.Tag, r.Release.Embargo, [.. r.Languages]));
        return TypedResults.Ok(releases.Where(r => !r.Languages.IsEmpty));
    }
}
