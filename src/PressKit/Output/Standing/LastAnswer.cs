using System.Collections.Immutable;
using PressKit.Editions;

namespace PressKit.Output.Standing;

/// <summary>Whether a question about a newsroom has the answer that it had the last time: nothing that the answer is made of changed
/// since, and no instant has come that matters. It is only a shortcut: <c>.presskit/last</c> can be deleted or damaged at any time.</summary>
public sealed class LastAnswer
{
    private readonly string _folder;
    private readonly string _path;
    private readonly string _code;
    private readonly Inputs? _inputs;

    private LastAnswer(string folder, string path, string code, Inputs? inputs) => (_folder, _path, _code, _inputs) = (folder, path, code, inputs);

    /// <summary>Looks at what an answer is made of, before a run reads it.</summary>
    /// <param name="folder">The newsroom's folder.</param>
    /// <param name="purpose">The command.</param>
    /// <param name="question">What was asked of it, whole.</param>
    /// <param name="code">The identity of the code: what other code answered is asked again.</param>
    internal static LastAnswer Find(string folder, string purpose, IReadOnlyList<string> question, string code)
    {
        var root = Path.GetFullPath(folder);
        var path = Path.Combine(root, ".presskit", "last", $"{purpose}-{Hash.Of([.. question])}");
        return new LastAnswer(root, path, code, Inputs.Before(root, path));
    }

    /// <summary>What was answered, with what was reported then; null where something is different.</summary>
    public string? Same(DateTimeOffset now, Problems problems)
    {
        if (_inputs is null) return null;
        try
        {
            if (LastRunFile.Read(_path, _code) is not { } last || !last.Horizon.Holds(now) || !_inputs.Are(last.Inputs, _folder)) return null;
            if (!last.Inputs.Young.IsEmpty) (last with { Inputs = _inputs }).Write(_path, _code);
            foreach (var problem in last.Problems) problems.Add(problem);
            return last.Left;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Remembers an answer, with what was reported; none where there were errors.</summary>
    public void Keep(Prepared prepared, Problems problems, string answer)
    {
        if (_inputs is null || problems.HasErrors) return;
        try
        {
            new LastRunFile(_inputs, ImmutableSortedDictionary<string, string>.Empty, Horizon.Of(prepared), answer, problems.All).Write(_path, _code);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run asks again.
        }
    }
}
