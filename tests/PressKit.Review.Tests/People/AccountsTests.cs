using PressKit.Editions.Reviewing;
using PressKit.Review.People;
using PressKit.Review.Tests.Desk;

namespace PressKit.Review.Tests.People;

public sealed class AccountsTests
{
    [Fact]
    public void No_secret_is_ever_kept()
    {
        using var newsroom = new DeskNewsroom();
        var accounts = Accounts.OfTeam(newsroom.Folder, newsroom.Time);
        var invitation = accounts.Invite(new Wanted("Ken Sato"), "command");
        var session = accounts.Accept(invitation, "Firefox", "192.0.2.1")!.Value.Secret;
        var (_, token) = accounts.MakeToken(accounts.People.Single(), "script", TimeSpan.FromDays(1), null);
        var kept = Directory.EnumerateFiles(Path.Combine(newsroom.Folder, "private"), "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        kept.Count.ShouldBeGreaterThan(1);
        foreach (var secret in new[] { invitation, session, token }) kept.ShouldNotContain(k => k.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_owner_of_the_files_reads_them()
    {
        if (OperatingSystem.IsWindows()) return;
        using var newsroom = new DeskNewsroom();
        Accounts.OfTeam(newsroom.Folder, newsroom.Time).Invite(new Wanted("Ken Sato"), "command");
        foreach (var file in new[] { "people.json", "audit.jsonl" })
            File.GetUnixFileMode(Path.Combine(newsroom.Folder, "private", "review", file)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Whoever_has_left_is_nowhere_signed_in()
    {
        using var newsroom = new DeskNewsroom();
        var accounts = Team(newsroom);
        var session = accounts.Accept(accounts.Invite(new Wanted("Ken Sato") { Roles = Wanted.NoRoles.Add("ja", ReviewRole.Reviewer) }, "test"), "Firefox", null)!.Value;
        var (_, token) = accounts.MakeToken(session.Person, "script", TimeSpan.FromDays(1), null);
        accounts.Settle(session.Person.Id, p => p with { HasLeft = true }, "Ada Neri", null).ShouldNotBeNull();
        accounts.BySession(session.Secret).ShouldBeNull();
        accounts.ByToken(token).ShouldBeNull();
        accounts.Find(session.Person.Id)!.RoleIn(Language.Parse("ja")).ShouldBeNull();
    }

    [Fact]
    public void The_last_administrator_stays_one()
    {
        using var newsroom = new DeskNewsroom();
        var accounts = Team(newsroom);
        var ada = accounts.People.Single();
        accounts.Settle(ada.Id, p => p with { HasLeft = true }, "Ada Neri", null).ShouldBeNull();
        accounts.Settle(ada.Id, p => p with { Roles = Wanted.NoRoles }, "Ada Neri", null).ShouldBeNull();
        accounts.People.Single().IsAdministrator.ShouldBeTrue();
    }

    [Fact]
    public void Sessions_end_after_thirty_days_and_tokens_when_it_was_said()
    {
        using var newsroom = new DeskNewsroom();
        var accounts = Team(newsroom);
        var ken = accounts.Accept(accounts.Invite(new Wanted("Ken Sato"), "test"), "Firefox", null)!.Value;
        var (_, token) = accounts.MakeToken(ken.Person, "script", TimeSpan.FromDays(3), null);
        for (var day = 0; day < 29; day++)
        {
            newsroom.Time.Advance(TimeSpan.FromDays(1));
            accounts.BySession(ken.Secret).ShouldNotBeNull();
        }

        newsroom.Time.Advance(TimeSpan.FromDays(1));
        accounts.BySession(ken.Secret).ShouldBeNull();
        accounts.ByToken(token).ShouldBeNull();
    }

    [Fact]
    public async Task Many_changes_at_once_by_several_processes_are_all_kept()
    {
        using var newsroom = new DeskNewsroom();
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => Accounts.OfTeam(newsroom.Folder, newsroom.Time).Invite(new Wanted($"Person {i}"), "test"))));
        var accounts = Accounts.OfTeam(newsroom.Folder, newsroom.Time);
        accounts.People.Length.ShouldBe(24);
        accounts.Verify().ShouldSatisfyAllConditions(v => v.Broken.ShouldBeNull(), v => v.Last!.Number.ShouldBe(24));
    }

    [Fact]
    public void A_role_in_a_language_goes_before_the_one_in_all()
    {
        var ken = new Person("1", "Ken Sato") { Roles = Wanted.NoRoles.Add("*", ReviewRole.Reader).Add("ja", ReviewRole.Editor) };
        ken.RoleIn(Language.Parse("ja")).ShouldBe(ReviewRole.Editor);
        ken.RoleIn(Language.Parse("en")).ShouldBe(ReviewRole.Reader);
    }

    private static Accounts Team(DeskNewsroom newsroom)
    {
        var accounts = Accounts.OfTeam(newsroom.Folder, newsroom.Time);
        accounts.Invite(new Wanted("Ada Neri") { Roles = Wanted.NoRoles.Add(Person.All, ReviewRole.Administrator) }, "command");
        return accounts;
    }
}
