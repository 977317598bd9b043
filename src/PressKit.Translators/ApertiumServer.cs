using System.Globalization;
using PressKit.Translators.Requests;

namespace PressKit.Translators;

/// <summary>Apertium behind APy, its server, at an address of one's own.</summary>
internal sealed class ApertiumServer(Uri endpoint, TimeProvider time) : IApertium, IDisposable
{
    private readonly Http _http = new(endpoint, time, TimeSpan.FromSeconds(60));

    /// <inheritdoc/>
    public string Kind => "APy";

    // A pipe that does not answer within ten seconds is an error there.
    /// <inheritdoc/>
    public int TextsARun => 40;

    /// <inheritdoc/>
    public int Attempts => 6;

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <inheritdoc/>
    public async Task<(string Version, IReadOnlyList<string> Modes)> InstallationAsync(CancellationToken cancellation)
    {
        var reply = await _http.SendAsync(HttpMethod.Get, "listPairs", null, cancellation);
        if (reply.Status != 200) throw Failure(reply);
        return ("Apertium APy", reply.Read(answer => answer.GetProperty("responseData").EnumerateArray()
            .Select(p => $"{p.GetProperty("sourceLanguage").GetString()}-{p.GetProperty("targetLanguage").GetString()}").ToArray()));
    }

    /// <inheritdoc/>
    public async Task<string> TranslateAsync(string mode, string html, CancellationToken cancellation)
    {
        using var body = new FormUrlEncodedContent(
        [
            new("langpair", mode.Replace('-', '|')), new("q", html), new("markUnknown", "no"), new("format", "html"),
        ]);
        var reply = await _http.SendAsync(HttpMethod.Post, "translate", body, cancellation);
        if (reply.Status != 200) throw Failure(reply);
        return reply.Read(answer => answer.GetProperty("responseData").GetProperty("translatedText").GetString()!);
    }

    private static ServiceFailure Failure(HttpReply reply)
    {
        var said = new Secret(null).Hide(reply.Find("explanation") ?? reply.Find("message"));
        var sentence = string.Create(CultureInfo.InvariantCulture, $"The server answered with status {reply.Status}{(said.Length == 0 ? "" : ": " + said)}.");
        return reply.Status switch
        {
            413 => new ServiceFailure(FailureKind.Split, sentence, "Write shorter sentences, or use another service."),
            429 or >= 500 => new ServiceFailure(FailureKind.Retry, sentence, "Run it again later; the server may be busy.") { RetryAfter = reply.RetryAfter },
            _ => new ServiceFailure(FailureKind.Permanent, sentence, "Check the server's address, and which pairs it has: listPairs."),
        };
    }
}
