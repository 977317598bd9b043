using System.Collections.Immutable;
using PressKit.Translation;

namespace PressKit.Translators.Requests;

/// <summary>Asks for nothing that was answered before or is being asked for, and for equal texts once.</summary>
internal sealed class Cached(IServiceClient inner, ServiceProfile profile, Journal journal) : IServiceClient
{
    private readonly Dictionary<string, Task> _asking = new(StringComparer.Ordinal);

    /// <summary>The hash of all that the answer to a text depends on.</summary>
    public static string Key(ServiceProfile profile, ServiceRequest request, ServiceText text) => Hash.Of(
        profile.Name, profile.Version, request.Format.ToString(), request.Source.Tag, request.Target.Tag, text.Text, text.Draft,
        profile.TakesContext ? Hash.Of(request.Headline, text.Context.Before, text.Context.After) : null,
        profile.TakesTerms ? Hash.Of([.. text.Terms.SelectMany(t => (string?[])[t.Text, t.Wanted(request.Target)])]) : null,
        text.Examples.IsEmpty ? null : Hash.Of([.. text.Examples.SelectMany(e => (string?[])[e.Source, e.Target])]));

    /// <inheritdoc/>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        var charge = Charge.Nothing;
        // What somebody else is asking for is waited for, and asked for only if they did not get it.
        for (var open = Unknown(request); open.Length > 0;)
        {
            var (mine, others, done) = Share(request, open);
            try
            {
                if (mine.Length > 0) charge += (await inner.SendAsync(request.Of(mine), cancellation)).Charge;
            }
            finally
            {
                Leave(request, mine);
                done.SetResult();
            }

            await Task.WhenAll(others.Values).WaitAsync(cancellation);
            open = [.. others.Keys.Where(i => journal.Find(Key(profile, request, request.Texts[i])) is null)];
        }

        return new ServiceAnswer(Known(request), charge);
    }

    /// <summary>What is known already, without asking.</summary>
    public ImmutableArray<TextAnswer> Known(ServiceRequest request) =>
        [.. request.Texts.Select(t => journal.Find(Key(profile, request, t)) ?? default)];

    /// <summary>The texts that have to be asked for, equal ones once.</summary>
    public int[] Unknown(ServiceRequest request) =>
        [.. Enumerable.Range(0, request.Texts.Length).DistinctBy(i => Key(profile, request, request.Texts[i]), StringComparer.Ordinal)
            .Where(i => journal.Find(Key(profile, request, request.Texts[i])) is null)];

    /// <summary>The texts that nobody is asking for, which are now being asked for until <c>Done</c>, and the others. Whoever has asked
    /// leaves when the answer is in the journal, so what nobody is asking for is looked up there once more: it may have come since.</summary>
    private (int[] Mine, Dictionary<int, Task> Others, TaskCompletionSource Done) Share(ServiceRequest request, int[] open)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (mine, others) = (new List<int>(), new Dictionary<int, Task>());
        lock (_asking)
        {
            foreach (var i in open)
            {
                var key = Key(profile, request, request.Texts[i]);
                if (_asking.TryGetValue(key, out var asking)) others[i] = asking;
                else if (journal.Find(key) is null) mine.Add(i);
            }

            foreach (var i in mine) _asking[Key(profile, request, request.Texts[i])] = done.Task;
        }

        return ([.. mine], others, done);
    }

    private void Leave(ServiceRequest request, int[] mine)
    {
        lock (_asking)
        {
            foreach (var i in mine) _asking.Remove(Key(profile, request, request.Texts[i]));
        }
    }
}
