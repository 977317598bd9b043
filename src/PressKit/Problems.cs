using System.Collections.Immutable;

namespace PressKit;

/// <summary>Collects the problems of one run, from any thread. Whoever finds a problem reports it here and goes on.</summary>
public sealed class Problems
{
    private readonly Lock _lock = new();
    private readonly HashSet<Problem> _problems = [];

    /// <summary>Whether anything reported so far is an error.</summary>
    public bool HasErrors { get { lock (_lock) return _problems.Any(p => p.Severity == Severity.Error); } }

    /// <summary>All problems so far, each once, by place; the order does not depend on who reported first.</summary>
    public ImmutableArray<Problem> All
    {
        get
        {
            lock (_lock)
            {
                if (_problems.Count == 0) return [];
                return [.. _problems.OrderBy(p => p.Place).ThenBy(p => p.Code, StringComparer.Ordinal)
                    .ThenBy(p => p.Message, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Reports one problem.</summary>
    public void Add(Problem problem)
    {
        lock (_lock) _problems.Add(problem);
    }

    /// <summary>Reports an error.</summary>
    public void Error(string code, Place place, string message, string remedy) =>
        Add(new Problem(code, Severity.Error, message, place, remedy));

    /// <summary>Reports a warning.</summary>
    public void Warn(string code, Place place, string message, string remedy) =>
        Add(new Problem(code, Severity.Warning, message, place, remedy));

    /// <summary>Takes over what <paramref name="other"/> collected.</summary>
    public void AddAll(Problems other)
    {
        foreach (var problem in other.All) Add(problem);
    }
}
