using System.Collections.Immutable;
using System.Net;

namespace PressKit.Content;

/// <summary>Reads where a team reaches the review desk, what signs people in, and who is told of what happens.</summary>
internal sealed class DeskSettingsReader(MapReader review, Problems problems)
{
    /// <summary>Where a team reaches the desk.</summary>
    public Uri? Address()
    {
        if (review.Text("address") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }) return url;
        problems.Error("review.bad-address", review.PlaceOf("address"), $"'{text}' is not the address of a desk.", "Write it with https and without a path: https://desk.example.org.");
        return null;
    }

    /// <summary>What signs people in.</summary>
    public SignInProxy? Proxy()
    {
        if (review.Map("proxy") is not { } proxy) return null;
        var header = proxy.Text("header") ?? "";
        var from = proxy.Texts("from");
        proxy.ReportUnknownKeys("newsroom.unknown-key");
        var addresses = from.Select(a => IPAddress.TryParse(a, out var address) ? address : null).ToList();
        if (header.Length > 0 && header.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && addresses.Count > 0 && !addresses.Contains(null))
            return new SignInProxy(header, [.. addresses.OfType<IPAddress>()]);
        problems.Error("review.bad-proxy", review.PlaceOf("proxy"), "A sign-in proxy needs the header in which it says who somebody is, and the addresses that it comes from.",
            "Write 'header: X-Forwarded-User' and 'from: [127.0.0.1]'.");
        return null;
    }

    /// <summary>Who is told of what happens.</summary>
    public ImmutableArray<Webhook> Webhooks()
    {
        var webhooks = ImmutableArray.CreateBuilder<Webhook>();
        foreach (var keys in review.Maps("webhooks"))
        {
            var (text, secret) = (keys.Text("url") ?? "", keys.Text("secret") ?? "");
            keys.ReportUnknownKeys("newsroom.unknown-key");
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) && secret.Length > 0)
                webhooks.Add(new Webhook(url, secret));
            else problems.Error("review.bad-webhook", keys.PlaceOf("url"), $"'{text}' cannot be told of anything.",
                "Write an address with https, or one of this machine, and below 'secret' the variable of the environment that holds the secret to sign with.");
        }

        return webhooks.ToImmutable();
    }
}
