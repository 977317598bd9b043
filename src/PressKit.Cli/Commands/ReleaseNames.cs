using System.CommandLine;
using PressKit.Editions;

namespace PressKit.Cli.Commands;

/// <summary>The releases that a command is given by name: by their ids, or parts of them. By no name, every one is meant.</summary>
internal static class ReleaseNames
{
    public static Argument<string[]> Argument() => new("RELEASE")
    {
        Description = "Releases by their ids, such as 2025/tokyo-contest, or a part of one. By default all of them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The release of this very id; null, after an explanation, where there is none.</summary>
    public static PairedRelease? One(string typed, Prepared prepared, Terminal terminal)
    {
        var id = typed.Trim('/');
        if (prepared.Releases.FirstOrDefault(r => r.Release.Id == id) is { } paired) return paired;
        var nearest = Nearest.Of(id, prepared.Releases.Select(r => r.Release.Id));
        terminal.Note($"presskit: there is no release '{id}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
        return null;
    }

    /// <summary>Whether a release is meant by any of the names typed.</summary>
    public static bool IsMeant(PairedRelease release, string[] names) =>
        names.Length == 0 || names.Any(n => IsIn(n, release.Release.Folder));

    /// <summary>Whether a problem is one of the releases meant.</summary>
    public static bool IsMeant(Problem problem, string[] names) => names.Length == 0 || names.Any(n => IsIn(n, problem.Place.File));

    /// <summary>Whether every name means a release or, where a release could not be read, a problem; says which does not.</summary>
    public static bool AreKnown(string[] names, Prepared prepared, Session session)
    {
        var unknown = Array.FindAll(names, n => !prepared.Releases.Any(r => IsMeant(r, [n])) && !session.Problems.All.Any(p => IsMeant(p, [n])));
        foreach (var name in unknown)
        {
            var ids = prepared.Releases.Select(r => r.Release.Id).ToList();
            var nearest = Nearest.Of(name, ids.Concat(ids.Select(id => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..])));
            session.Terminal.Note($"presskit: there is no release '{name}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
        }

        return unknown.Length == 0;
    }

    private static bool IsIn(string name, string path) => path.Contains(name.Trim('/'), StringComparison.OrdinalIgnoreCase);
}
