using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace PressKit.Review.Host;

/// <summary>How often a machine may try to sign in: a secret of 256 bits cannot be guessed, and nobody shall keep the desk busy with
/// trying.</summary>
internal static class SignInLimit
{
    /// <summary>The name of the limit, for what it holds.</summary>
    public const string Name = "sign-in";

    /// <summary>How many times in five minutes.</summary>
    public const int Tries = 20;

    /// <summary>Adds it.</summary>
    public static void Add(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "300";
            await Answers.RefusedAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "review.too-often", "That was tried too often.", "Wait for five minutes.");
        };
        limits.AddPolicy(Name, context => RateLimitPartition.GetFixedWindowLimiter(
            Doorkeeper.AddressOf(context) ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = Tries, Window = TimeSpan.FromMinutes(5), QueueLimit = 0 }));
    }
}
