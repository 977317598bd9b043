using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PressKit.Editions.Reviewing;
using PressKit.Review.Host;

namespace PressKit.Review.Api;

/// <summary>Answers of the interface for programs, in HTTP's terms.</summary>
internal static class ApiResults
{
    /// <summary>Answers with something, and its version as its tag.</summary>
    public static IResult Ok<T>(HttpContext context, T value, string? version = null)
    {
        if (version is null) return TypedResults.Ok(value);
        context.Response.Headers.ETag = $"\"{version}\"";
        return context.Request.Headers.IfNoneMatch.ToString() == $"\"{version}\"" && HttpMethods.IsGet(context.Request.Method) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(value);
    }

    /// <summary>Says of all endpoints of a group that they may refuse in this way.</summary>
    public static RouteGroupBuilder Refuses(this RouteGroupBuilder group, int status) => group.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Fault), ["application/json"]));

    /// <summary>Refuses.</summary>
    public static IResult Fault(int status, Fault fault) => TypedResults.Json(fault, statusCode: status);

    /// <summary>There is no such thing, or nothing that whoever asks may see.</summary>
    public static IResult NotFound() => Fault(StatusCodes.Status404NotFound, new Fault("review.not-found", "There is nothing here.", "Ask for /api/releases, which lists what there is."));

    /// <summary>A write has to say which version it was made against.</summary>
    public static IResult NoVersion() =>
        Fault(StatusCodes.Status428PreconditionRequired, new Fault("review.no-version", "The request does not say which version it was made against.", "Send If-Match with the ETag that was read."));

    /// <summary>The version that a request names; null where it names none.</summary>
    public static string? Version(HttpContext context) => context.Request.Headers.IfMatch is [{ } tag] && tag.Length > 2 && tag[0] == '"' && tag[^1] == '"' ? tag[1..^1] : null;

    /// <summary>What the desk refuses.</summary>
    public static IResult Refused(Refusal refusal, string yours)
    {
        if (refusal.Theirs is { } theirs)
        {
            var conflict = new ConflictAnswer(refusal.Code, refusal.Message, refusal.Remedy, yours, new TheirsAnswer(theirs.Text, theirs.Version, theirs.State, theirs.By, theirs.At));
            return TypedResults.Json(conflict, statusCode: StatusCodes.Status412PreconditionFailed);
        }

        var status = refusal.Code switch
        {
            "review.not-allowed" or "review.own-work" => StatusCodes.Status403Forbidden,
            "review.no-edition" or "review.no-sentence" or "review.no-event" => StatusCodes.Status404NotFound,
            "review.not-written" => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        return Fault(status, new Fault(refusal.Code, refusal.Message, refusal.Remedy));
    }
}
