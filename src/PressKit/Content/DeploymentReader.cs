using System.Globalization;

namespace PressKit.Content;

/// <summary>Reads what newsroom.yml says to hosts and to those who find a weakness.</summary>
internal sealed class DeploymentReader(MapReader keys, Problems problems)
{
    /// <summary>Where and how the site is served.</summary>
    public DeploymentSettings Deployment()
    {
        if (keys.Map("deployment") is not { } deployment) return DeploymentSettings.None;
        var names = deployment.Texts("hosts");
        var hosts = names.Select((name, i) => Host(name, deployment.PlaceOf(FormattableString.Invariant($"hosts.{i}"))));
        var settings = new DeploymentSettings([.. hosts.OfType<HostKind>().Distinct()], StrictTransport(deployment));
        deployment.ReportUnknownKeys("newsroom.unknown-key");
        return settings;
    }

    /// <summary>Whom to tell of a weakness; null where nothing is said.</summary>
    /// <param name="zone">The newsroom's time zone, in which a date ends.</param>
    public SecuritySettings? Security(string? zone)
    {
        if (keys.Map("security") is not { } security) return null;
        var texts = security.Texts("contact");
        if (texts.IsEmpty)
        {
            problems.Error("newsroom.missing-contact", security.PlaceOf("contact"), "'security' names nobody to tell.",
                "Give an address: 'contact: security@example.org'.");
        }

        var contacts = texts.Select((text, i) => Contact(text, security.PlaceOf(FormattableString.Invariant($"contact.{i}"))));
        var settings = new SecuritySettings([.. contacts.OfType<Uri>()])
        {
            Expires = Expires(security, zone), Policy = Page(security, "policy"), Encryption = Page(security, "encryption"),
        };
        security.ReportUnknownKeys("newsroom.unknown-key");
        return settings.Contacts.IsEmpty ? null : settings;
    }

    private HostKind? Host(string name, Place place)
    {
        switch (name)
        {
            case "netlify": return HostKind.Netlify;
            case "nginx": return HostKind.Nginx;
            default:
                problems.Error("newsroom.unknown-host", place, $"'{name}' is not a kind of host that is known here.", "Write netlify, nginx or both.");
                return null;
        }
    }

    private int? StrictTransport(MapReader deployment)
    {
        if (deployment.Text("hsts") is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return seconds;
        problems.Error("newsroom.bad-hsts", deployment.PlaceOf("hsts"), $"'{text}' is not a number of seconds.", "Write a whole number such as 31536000, a year.");
        return null;
    }

    private Uri? Contact(string text, Place place)
    {
        var isMailbox = text.Contains('@', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal);
        if (IsClean(text) && Uri.TryCreate(isMailbox ? "mailto:" + text : text, UriKind.Absolute, out var contact) && contact.Scheme is "mailto" or "https" or "tel")
            return contact;
        problems.Error("newsroom.bad-contact", place, $"'{text}' is nothing that one could write to.", "Write a mailbox, https://… or tel:+….");
        return null;
    }

    private Uri? Page(MapReader security, string key)
    {
        if (security.Text(key) is not { } text) return null;
        if (IsClean(text) && Uri.TryCreate(text, UriKind.Absolute, out var page) && page.Scheme == "https") return page;
        problems.Error("newsroom.bad-contact", security.PlaceOf(key), $"'{text}' is not the address of a page.", "Write it whole: https://….");
        return null;
    }

    private DateTimeOffset? Expires(MapReader security, string? zone) => security.Text("expires") is { } text && zone is not null && Instants.In(zone) is { } instants
        ? instants.Instant(text, security.PlaceOf("expires"), problems) : null;

    private static bool IsClean(string text) => !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
