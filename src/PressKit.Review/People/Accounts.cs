using System.Collections.Immutable;
using PressKit.Editions;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.People;

/// <summary>Who may use the desk, and what lets them in. Whatever is changed is on record in the audit log.</summary>
public sealed class Accounts
{
    private static readonly TimeSpan Invited = TimeSpan.FromDays(7);
    private static readonly TimeSpan SignedIn = TimeSpan.FromDays(30);
    private static readonly TimeSpan Idle = TimeSpan.FromDays(7);
    private static readonly TimeSpan Noticed = TimeSpan.FromMinutes(10);
    private const int MostSessions = 20;
    private const int LongestName = 100;

    private readonly PeopleFile _file;
    private readonly AuditLog _audit;
    private readonly TimeProvider _time;
    private readonly Lazy<string> _key;

    private Accounts(string folder, string file, TimeProvider time)
    {
        var own = Path.Combine(folder, "private", "review");
        (_file, _audit, _time) = (new PeopleFile(Path.Combine(own, file)), new AuditLog(Path.Combine(own, "audit.jsonl"), time), time);
        _key = new Lazy<string>(() => KeyIn(Path.Combine(own, "key")));
    }

    /// <summary>Everybody, in the order in which they came.</summary>
    public ImmutableArray<Person> People => _file.People;

    /// <summary>Whether there is anybody.</summary>
    public bool AreNone => People.All(p => p.HasLeft);

    /// <summary>A secret of this desk that outlives its runs.</summary>
    internal string Key => _key.Value;

    /// <summary>The accounts of a newsroom's team.</summary>
    public static Accounts OfTeam(string folder, TimeProvider time) => new(folder, "people.json", time);

    /// <summary>The account of whoever is alone with a newsroom on their machine. They may do everything.</summary>
    public static Accounts OfOne(string folder, TimeProvider time, string name, string? email)
    {
        var accounts = new Accounts(folder, "alone.json", time);
        accounts._file.Change(people =>
        {
            var one = people.IsEmpty ? new Person(Secret.Id(), name) : people[0];
            return [one with
            {
                Name = name, Email = email, Embargoed = [Person.All], Roles = ImmutableSortedDictionary<string, ReviewRole>.Empty.Add(Person.All, ReviewRole.Administrator),
            }];
        });
        return accounts;
    }

    /// <summary>What is on record, the newest first.</summary>
    public IReadOnlyList<AuditEntry> Audit(int most) => _audit.Newest(most);

    /// <summary>Whether the audit log is as it was written: its last line, and the first line that is not.</summary>
    public (AuditEntry? Last, long? Broken) Verify() => _audit.Verify();

    /// <summary>Puts something on record.</summary>
    public void Record(string who, string what, string? whom = null, string? from = null) => _audit.Add(who, what, whom, from);

    /// <summary>A person by their identity; null where there is none.</summary>
    public Person? Find(string id) => People.FirstOrDefault(p => p.Id == id);

    /// <summary>Whom a session's secret is of; null where it is of nobody, or has ended.</summary>
    public (Person Person, Grant Session)? BySession(string secret) => By(secret, p => p.Sessions, (p, all) => p with { Sessions = all }, Idle);

    /// <summary>Whom a token is of; null where it is of nobody, or has ended.</summary>
    public (Person Person, Grant Token)? ByToken(string secret) => By(secret, p => p.Tokens, (p, all) => p with { Tokens = all }, TimeSpan.MaxValue);

    /// <summary>Whom the sign-in proxy calls so; null where it is nobody.</summary>
    public Person? ByLogin(string login) => People.FirstOrDefault(p => !p.HasLeft && string.Equals(p.Login, login, StringComparison.OrdinalIgnoreCase));

    /// <summary>Invites somebody, or gives somebody who is known another invitation; it holds for a week, and once.</summary>
    /// <param name="wanted">Who. The roles of somebody who is known stay as they are; those are settled by <see cref="Settle"/>.</param>
    /// <param name="by">Who invites.</param>
    /// <param name="from">Where the invitation comes from.</param>
    /// <returns>The secret of the invitation.</returns>
    public string Invite(Wanted wanted, string by, string? from = null)
    {
        var (secret, now) = (Secret.New(), _time.GetUtcNow());
        var invitation = new Grant(Secret.Id(), Secret.HashOf(secret), now, now + Invited);
        var name = Short(wanted.Name);
        Person? invited = null;
        _file.Change(people =>
        {
            var known = people.FirstOrDefault(p => !p.HasLeft && Signature.IsSame(p.Name, name));
            invited = (known ?? new Person(Secret.Id(), name) { Email = wanted.Email, Login = wanted.Login, Roles = wanted.Roles, Embargoed = wanted.Embargoed }) with { Invitation = invitation };
            return known is null ? people.Add(invited) : people.Replace(known, invited);
        });
        Record(by, "invited", $"{name} ({RolesOf(invited!)})", from);
        return secret;
    }

    /// <summary>A session for whoever has nothing but this machine.</summary>
    public string Enter(string device)
    {
        var secret = Secret.New();
        Change(People[0].Id, p => SignIn(p, secret, device));
        Record(People[0].Name, "signed-in", device);
        return secret;
    }

    /// <summary>Whom an invitation is for; null where it is for nobody, was used, or is too old.</summary>
    public Person? Invitee(string secret) => People.FirstOrDefault(p => !p.HasLeft && p.Invitation is { } i && i.Expires > _time.GetUtcNow() && Secret.Is(secret, i.Hash));

    /// <summary>Makes an invitation a session on a device; it is used up.</summary>
    /// <returns>The person, and the session's secret; null where the invitation does not hold.</returns>
    public (Person Person, string Secret)? Accept(string invitation, string device, string? from)
    {
        var secret = Secret.New();
        Person? invited = null;
        _file.Change(people =>
        {
            invited = people.FirstOrDefault(p => !p.HasLeft && p.Invitation is { } i && i.Expires > _time.GetUtcNow() && Secret.Is(invitation, i.Hash));
            return invited is null ? people : people.Replace(invited, SignIn(invited, secret, device) with { Invitation = null });
        });
        if (invited is null)
        {
            Record("somebody", "refused", "an invitation that does not hold", from);
            return null;
        }

        Record(invited.Name, "signed-in", device, from);
        return (invited, secret);
    }

    /// <summary>Ends a session, a token or an invitation.</summary>
    /// <returns>Whether there was one.</returns>
    public bool End(string person, string grant, string by, string? from)
    {
        string? what = null;
        var changed = Change(person, p =>
        {
            what = p.Sessions.Any(s => s.Id == grant) ? "session-ended" : p.Tokens.Any(t => t.Id == grant) ? "token-ended" : p.Invitation?.Id == grant ? "invitation-ended" : null;
            return p with
            {
                Sessions = p.Sessions.RemoveAll(s => s.Id == grant), Tokens = p.Tokens.RemoveAll(t => t.Id == grant), Invitation = p.Invitation?.Id == grant ? null : p.Invitation,
            };
        });
        if (changed is null || what is null) return false;
        Record(by, what, changed.Name, from);
        return true;
    }

    /// <summary>Makes a token for somebody's programs.</summary>
    /// <returns>Its secret, which is shown once.</returns>
    public (Grant Token, string Secret) MakeToken(Person person, string label, TimeSpan life, string? from)
    {
        var (secret, now) = ("pk_" + Secret.New(), _time.GetUtcNow());
        var token = new Grant(Secret.Id(), Secret.HashOf(secret), now, now + life) { Label = Short(label) };
        Change(person.Id, p => p with { Tokens = [.. p.Tokens.Where(t => t.Expires > now), token] });
        Record(person.Name, "token-made", token.Label, from);
        return (token, secret);
    }

    /// <summary>Changes what somebody is called and may do.</summary>
    /// <returns>The person; null where there is none, or where nobody would be left to settle who may do what.</returns>
    public Person? Settle(string id, Func<Person, Person> change, string by, string? from)
    {
        var isLast = false;
        var before = Find(id);
        var changed = Change(id, p =>
        {
            var wanted = change(p);
            isLast = p.IsAdministrator && !wanted.IsAdministrator && !People.Any(o => o.Id != id && o.IsAdministrator);
            if (isLast) return p;
            return wanted.HasLeft ? wanted with { Sessions = [], Tokens = [], Invitation = null } : wanted;
        });
        if (changed is null || isLast) return null;
        if (changed != before) Record(by, changed.HasLeft ? "left" : "changed", $"{changed.Name} ({RolesOf(changed)})", from);
        return changed;
    }

    /// <summary>Roles as the audit log writes them.</summary>
    internal static string RolesOf(Person person)
    {
        var roles = string.Join(", ", person.Roles.Select(r => $"{r.Key}: {ReviewRules.WordOf(r.Value)}"));
        return person.Embargoed.IsEmpty ? roles : $"{roles}; under embargo: {string.Join(", ", person.Embargoed)}";
    }

    /// <summary>A name as it is kept: on one line, and not too long.</summary>
    internal static string Short(string text)
    {
        var clean = string.Concat(text.EnumerateRunes().Where(r => !System.Text.Rune.IsControl(r))).Trim();
        return clean.Length <= LongestName ? clean : string.Concat(clean.EnumerateRunes().Take(LongestName / 2));
    }

    private static string KeyIn(string path)
    {
        if (File.Exists(path)) return File.ReadAllText(path);
        var key = Secret.New();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = new FileStream(path, PeopleFile.Private(FileMode.CreateNew))) file.Write(System.Text.Encoding.UTF8.GetBytes(key));
        return key;
    }

    private Person SignIn(Person person, string secret, string device)
    {
        var now = _time.GetUtcNow();
        var session = new Grant(Secret.Id(), Secret.HashOf(secret), now, now + SignedIn) { Label = Short(device), Seen = now };
        return person with { Sessions = [.. person.Sessions.Where(s => Holds(s, Idle)).TakeLast(MostSessions - 1), session] };
    }

    private (Person Person, Grant Grant)? By(string secret, Func<Person, ImmutableArray<Grant>> of, Func<Person, ImmutableArray<Grant>, Person> with, TimeSpan idle)
    {
        var hash = Secret.HashOf(secret);
        foreach (var person in People.Where(p => !p.HasLeft))
        {
            if (of(person).FirstOrDefault(g => Secret.AreEqual(g.Hash, hash)) is not { } grant) continue;
            if (!Holds(grant, idle)) return null;
            var now = _time.GetUtcNow();
            if (grant.Seen is not { } seen || now - seen > Noticed)
                Change(person.Id, p => with(p, [.. of(p).Select(g => g.Id == grant.Id ? g with { Seen = now } : g)]));
            return (person, grant);
        }

        return null;
    }

    private bool Holds(Grant grant, TimeSpan idle)
    {
        var now = _time.GetUtcNow();
        return grant.Expires > now && (idle == TimeSpan.MaxValue || (grant.Seen ?? grant.Made) + idle > now);
    }

    private Person? Change(string id, Func<Person, Person> change)
    {
        Person? changed = null;
        _file.Change(people =>
        {
            if (people.FirstOrDefault(p => p.Id == id) is not { } person) return people;
            changed = change(person);
            return people.Replace(person, changed);
        });
        return changed;
    }
}
