using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using PressKit.Translators.Requests;

namespace PressKit.Translators;

/// <summary>Apertium as it is installed on this machine, without a network.</summary>
/// <param name="time">The clock of the time-out.</param>
/// <param name="tool">The command.</param>
internal sealed class ApertiumTool(TimeProvider time, string tool = "apertium") : IApertium
{
    private const string Packages =
        "apt-get install apertium apertium-spa-ita apertium-cat-ita apertium-spa-cat apertium-es-pt apertium-por-cat "
        + "apertium-fra-cat apertium-fr-es apertium-eng-spa apertium-eng-cat";

    // Transfuse, where it is installed, would take HTML apart in another way; the same text shall give the same draft.
    private static readonly ImmutableDictionary<string, string> Environment = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [KeyValuePair.Create("LC_ALL", "C.UTF-8"), KeyValuePair.Create("APERTIUM_TRANSFUSE", "no")]);

    /// <inheritdoc/>
    public string Kind => "tool";

    /// <inheritdoc/>
    public int TextsARun => 200;

    /// <inheritdoc/>
    public int Attempts => 1;

    /// <summary>How long one run may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<(string Version, IReadOnlyList<string> Modes)> InstallationAsync(CancellationToken cancellation)
    {
        var version = (await RunAsync(["-V"], "", cancellation)).Trim();
        var modes = await RunAsync(["-l"], "", cancellation);
        return (version.StartsWith("Apertium", StringComparison.Ordinal) ? version : "Apertium " + version, modes.Split('\n'));
    }

    /// <inheritdoc/>
    public Task<string> TranslateAsync(string mode, string html, CancellationToken cancellation) =>
        RunAsync(["-f", "html", "-u", mode], html, cancellation);

    private async Task<string> RunAsync(IReadOnlyList<string> arguments, string input, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var command = $"{Path.GetFileName(tool)} {string.Join(' ', arguments)}";
        try
        {
            var answer = await ToolProcess.RunAsync(tool, arguments, Environment, input, either.Token);
            if (answer.ExitCode == 0) return answer.Output;
            throw new ServiceFailure(FailureKind.Permanent,
                string.Create(CultureInfo.InvariantCulture, $"'{command}' ended with exit code {answer.ExitCode}. {FirstLine(answer.Errors)}").Trim(),
                $"Run it by hand to see what is wrong, or install it anew: {Packages}.");
        }
        catch (Win32Exception)
        {
            throw new ServiceFailure(FailureKind.Permanent, "The command apertium is not installed.", $"Install it: {Packages}.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ServiceFailure(FailureKind.Retry,
                string.Create(CultureInfo.InvariantCulture, $"'{command}' did not end within {Timeout.TotalSeconds:0} seconds."),
                "Try again; the machine may be busy.");
        }
    }

    private static string FirstLine(string text) => text.Trim().Split('\n')[0].Trim();
}
