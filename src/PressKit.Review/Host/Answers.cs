using Microsoft.AspNetCore.Http;

namespace PressKit.Review.Host;

/// <summary>What went wrong, as JSON: the one shape of all errors below <c>/api</c>.</summary>
/// <param name="Code">The reason, for programs (docs/problems.md).</param>
/// <param name="Message">The reason, in a sentence.</param>
/// <param name="Remedy">What can be done.</param>
public sealed record Fault(string Code, string Message, string Remedy);

/// <summary>Refuses requests.</summary>
internal static class Answers
{
    /// <summary>Refuses what somebody may not do.</summary>
    public static Task ForbiddenAsync(HttpContext context, string code, string message, string remedy) =>
        RefusedAsync(context, StatusCodes.Status403Forbidden, code, message, remedy);

    /// <summary>Refuses.</summary>
    public static Task RefusedAsync(HttpContext context, int status, string code, string message, string remedy)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new Fault(code, message, remedy), context.RequestAborted);
    }

    /// <summary>Tells a person that nobody is signed in.</summary>
    public static Task SignedOutAsync(HttpContext context) => FrontDoorPages.NobodyThere().ExecuteAsync(context);
}
