using System.Globalization;

namespace PressKit.Cli.Tests;

/// <summary>Runs something as if the machine were elsewhere.</summary>
internal static class Elsewhere
{
    /// <summary>Runs it in a culture, on this and every thread that it starts from here, and in a time zone.</summary>
    public static async Task RunAsync(string culture, string zone, Func<Task> run)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            var wanted = CultureInfo.GetCultureInfo(culture);
            Skip.If(wanted.LCID == CultureInfo.InvariantCulture.LCID, "The runtime has no cultures here: libicu is missing.");
            await Task.Run(async () =>
            {
                Thread.CurrentThread.CurrentCulture = wanted;
                Thread.CurrentThread.CurrentUICulture = wanted;
                await run();
            });
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
