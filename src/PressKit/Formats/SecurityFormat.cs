using System.Globalization;
using System.Text;
using PressKit.Site;

namespace PressKit.Formats;

/// <summary>The file that says whom to tell of a weakness of the site: <c>.well-known/security.txt</c> (RFC 9116).</summary>
public sealed class SecurityFormat : IFormat
{
    private const int Months = 11;
    private static readonly Address File = new(".well-known/security.txt");
    private static readonly TimeSpan Notice = TimeSpan.FromDays(30);
    private readonly Newsroom _newsroom;
    private readonly SecuritySettings _settings;
    private readonly DateTimeOffset _expires;

    /// <summary>The format for one site.</summary>
    /// <param name="newsroom">The newsroom.</param>
    /// <param name="settings">What it says.</param>
    /// <param name="now">The instant that the site is published for.</param>
    /// <param name="problems">Told where the file has expired, or will soon.</param>
    public SecurityFormat(Newsroom newsroom, SecuritySettings settings, DateTimeOffset now, Problems problems)
    {
        (_newsroom, _settings) = (newsroom, settings);
        // Less than a year, as the RFC advises, and the same all through a month.
        _expires = settings.Expires ?? MonthOf(now).AddMonths(Months);
        if (_expires > now + Notice) return;
        problems.Warn("newsroom.security-expires", newsroom.Places["security.expires"],
            string.Create(CultureInfo.InvariantCulture, $"security.txt {(_expires > now ? "expires" : "expired")} on {_expires:yyyy-MM-dd}; nobody may rely on it after that."),
            "See whether it still holds, and write a later date, or none.");
    }

    /// <summary>The instants about one at which the file, or what is said of it, is another one.</summary>
    public static IEnumerable<DateTimeOffset> Instants(SecuritySettings settings, DateTimeOffset now)
    {
        var month = MonthOf(now);
        return settings.Expires is { } expires ? [expires - Notice, expires] : [month, month.AddMonths(1)];
    }

    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        // Nobody looks for it in a folder.
        if (page is not SitePage || _newsroom.Url.AbsolutePath != "/") yield break;
        var text = string.Concat(Fields().Select(field => $"{field.Name}: {field.Value}\n"));
        yield return new OutputFile(File.File, Hash.Of("security.txt", text), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private static DateTimeOffset MonthOf(DateTimeOffset now) => new(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    private IEnumerable<(string Name, string Value)> Fields()
    {
        foreach (var contact in _settings.Contacts) yield return ("Contact", contact.AbsoluteUri);
        yield return ("Expires", _expires.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        if (_settings.Encryption is { } encryption) yield return ("Encryption", encryption.AbsoluteUri);
        if (_settings.Policy is { } policy) yield return ("Policy", policy.AbsoluteUri);
        yield return ("Preferred-Languages", string.Join(", ", _newsroom.Languages));
        yield return ("Canonical", new SiteUrls(_newsroom.Url).Absolute(File));
    }
}
