using System.Collections.Immutable;
using PressKit.Output;
using PressKit.Output.Standing;

namespace PressKit.Cli.Serving;

/// <summary>A site that follows its newsroom: built anew whenever something of it changes, or time makes a difference.</summary>
/// <param name="folder">The newsroom's folder.</param>
/// <param name="output">The folder of the site.</param>
/// <param name="now">Tells the instant to publish for.</param>
/// <param name="time">The clock of the machine.</param>
/// <param name="built">Told what each build did, and how long it took.</param>
internal sealed class LiveSite(string folder, string output, Func<DateTimeOffset> now, TimeProvider time, Action<WriteSummary?, Problems, TimeSpan> built)
{
    // To look at all files costs a millisecond a thousand; no more than a fiftieth of the time goes into it.
    private const int Share = 50;
    private const string Purpose = "serve";
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    private readonly Publisher _publisher = new();
    private volatile TaskCompletionSource _next = NewSource();

    /// <summary>What the site is like now.</summary>
    public SiteState State { get; private set; } = new(0, "/", IsThere: false, []);

    /// <summary>The folder of the site.</summary>
    public string Output => output;

    /// <summary>Builds the site for the first time.</summary>
    public void Begin(CancellationToken cancellation) => Build(Publisher.LastRun(folder, output, Purpose), cancellation);

    /// <summary>Follows the newsroom until it is stopped.</summary>
    public async Task FollowAsync(SaveWatch watch, CancellationToken cancellation)
    {
        var pause = LookAgain;
        while (true)
        {
            await watch.NextAsync(pause, cancellation);
            var since = time.GetTimestamp();
            var last = Publisher.LastRun(folder, output, Purpose);
            var problems = new Problems();
            var isSame = last.Same(now(), problems) is not null;
            pause = TimeSpan.FromTicks(Math.Max(LookAgain.Ticks, time.GetElapsedTime(since).Ticks * Share));
            if (!isSame) Build(last, cancellation);
            else if (State.HasErrors) Change(State with { IsThere = true, Problems = problems.All });
        }
    }

    /// <summary>Waits until the state is another than the one that is known.</summary>
    public async Task<SiteState> AfterAsync(int known, CancellationToken cancellation)
    {
        while (true)
        {
            var next = _next;
            if (State.Number != known) return State;
            await next.Task.WaitAsync(cancellation);
        }
    }

    private void Build(LastRun last, CancellationToken cancellation)
    {
        var (problems, since) = (new Problems(), time.GetTimestamp());
        var (home, written) = (State.Home, (WriteSummary?)null);
        try
        {
            written = _publisher.PublishTexts(folder, output, now(), last, mayLackMore: true, problems, cancellation);
            if (written is null && _publisher.Prepare(folder, now(), problems, last) is { } prepared)
            {
                home = prepared.Newsroom.Url.AbsolutePath.TrimEnd('/') + "/";
                written = _publisher.Publish(prepared, output, problems, cancellation);
                if (written is not null) _publisher.Keep(last, prepared, problems, cancellation);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file was moved away while it was read; what moved it has been noticed, too.
            problems.Error("serve.interrupted", new Place("content"), $"The newsroom changed while it was read: {e.Message}", "Nothing is to be done, if the next build succeeds.");
        }

        built(written, problems, time.GetElapsedTime(since));
        var isSame = State.IsThere && !State.HasErrors && written is { Written: 0, Deleted: 0 };
        if (!isSame) Change(new SiteState(0, home, State.IsThere || written is not null, problems.All));
    }

    private void Change(SiteState state)
    {
        State = state with { Number = State.Number + 1 };
        Interlocked.Exchange(ref _next, NewSource()).SetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What a site is like at a moment.</summary>
/// <param name="Number">Counts the states.</param>
/// <param name="Home">The path under which the site stands on its host, with a slash at the end.</param>
/// <param name="IsThere">Whether it was ever built.</param>
/// <param name="Problems">What the last build reported.</param>
internal sealed record SiteState(int Number, string Home, bool IsThere, ImmutableArray<Problem> Problems)
{
    /// <summary>Whether the last build was stopped by what it found, and the site is that of the one before.</summary>
    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);
}
