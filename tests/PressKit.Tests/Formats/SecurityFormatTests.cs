using System.Text;
using PressKit.Formats;
using PressKit.Site;

namespace PressKit.Tests.Formats;

public sealed class SecurityFormatTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 23, 30, 0, TimeSpan.FromHours(-5));
    private static readonly SecuritySettings Settings = new([new Uri("mailto:security@press.example"), new Uri("https://press.example/security")]);

    [Fact]
    public void The_file_says_what_RFC_9116_asks_for() => Text(Settings with
    {
        Policy = new Uri("https://press.example/policy"), Encryption = new Uri("https://press.example/key.asc"),
        Expires = new DateTimeOffset(2027, 5, 1, 0, 0, 0, TimeSpan.FromHours(2)),
    }).ShouldBe($"""
        Contact: mailto:security@press.example
        Contact: https://press.example/security
        Expires: 2027-04-30T22:00:00Z
        Encryption: https://press.example/key.asc
        Policy: https://press.example/policy
        Preferred-Languages: {string.Join(", ", SomeSite.Languages)}
        Canonical: https://press.example/.well-known/security.txt

        """);

    [Fact]
    public void Without_a_date_it_holds_for_less_than_a_year_and_changes_once_a_month()
    {
        Text(Settings).ShouldContain("Expires: 2027-10-01T00:00:00Z\n");
        Text(Settings, Now.AddDays(7)).ShouldBe(Text(Settings));
        Text(Settings, Now.AddDays(8)).ShouldContain("Expires: 2027-11-01T00:00:00Z\n");
    }

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, "expires")]
    [InlineData(-1, "expired")]
    public void A_date_that_comes_near_is_a_warning(int days, string? said)
    {
        var problems = new Problems();
        _ = new SecurityFormat(SomeSite.Newsroom(), Settings with { Expires = Now.AddDays(days) }, Now, problems);
        problems.HasErrors.ShouldBeFalse();
        problems.All.Select(p => p.Code).ShouldBe(said is null ? [] : ["newsroom.security-expires"]);
        if (said is not null) problems.All[0].Message.ShouldContain($"security.txt {said} on");
    }

    [Fact]
    public void A_site_below_a_folder_has_none()
    {
        var url = new Uri("https://press.example/news/");
        new SecurityFormat(SomeSite.Newsroom(url: url), Settings, Now, new Problems()).Files(new SitePage(url, [])).ShouldBeEmpty();
    }

    private static string Text(SecuritySettings settings, DateTimeOffset? now = null)
    {
        using var stream = new MemoryStream();
        new SecurityFormat(SomeSite.Newsroom(), settings, now ?? Now, new Problems()).Files(new SitePage(SomeSite.Url, [])).Single().Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
