using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PressKit.Editions.Reviewing;
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
        api.MapGet("/queue", (HttpContext context, string? language) => Summaries(context, access, desk.Queue(), language)).Produces<SummaryAnswer[]>().WithTags("Editions").WithSummary("What there is to do, by what matters: what is due next, and of that what does most harm.");
        api.MapGet("/releases", (HttpContext context, string? language) => Summaries(context, access, desk.Grid(), language)).Produces<SummaryAnswer[]>().WithTags("Editions").WithSummary("Where every edition stands.");
        new EditionApi(desk, access).Map(api);
        new ReleaseApi(desk, access).Map(api);
        new PeopleApi(accounts, address).Map(api);
        api.MapFallback("/{**path}", () => ApiResults.NotFound()).ExcludeFromDescription();
    }

    private static Ok<IEnumerable<SummaryAnswer>> Summaries(HttpContext context, Access access, IEnumerable<EditionSummary> summaries, string? language) =>
        TypedResults.Ok(summaries.Where(s => (language is null || s.Name.Language.Tag == language) && access.MaySee(context, s.Name)).Select(SummaryAnswer.Of));
}
