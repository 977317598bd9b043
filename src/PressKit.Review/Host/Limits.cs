using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace PressKit.Review.Host;

/// <summary>How often somebody may ask. A secret of 256 bits cannot be guessed, and nobody shall keep the desk busy with trying; and no
/// program that has gone wild shall keep others from working.</summary>
internal static class Limits
{
    /// <summary>The limit of what lets people in.</summary>
    public const string SignIn = "sign-in";

    /// <summary>How many times in five minutes a machine may try to sign in.</summary>
    public const int Tries = 20;

    /// <summary>How many requests somebody may make at once, and then each second.</summary>
    public const int Burst = 600;

    private const int ASecond = 60;

    /// <summary>Adds them.</summary>
    public static void Add(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? FormattableString.Invariant($"{Math.Ceiling(wait.TotalSeconds)}") : "1";
            await Answers.RefusedAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "review.too-often", "That was asked too often.", "Wait, and try again.");
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            Visitor.Of(context)?.Person.Id ?? Doorkeeper.AddressOf(context) ?? "", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst, TokensPerPeriod = ASecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
            }));
        limits.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
            Doorkeeper.AddressOf(context) ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = Tries, Window = TimeSpan.FromMinutes(5), QueueLimit = 0 }));
    }
}
