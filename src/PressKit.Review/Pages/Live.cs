using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Translation;

namespace PressKit.Review.Pages;

/// <summary>Tells the editor of one person what others do in the same edition (server-sent events): <c>people</c>, who is where;
/// <c>changed</c>, the units in their order and the versions of those that are another by now, with who did it, where it was somebody at
/// the desk. The first one says it of all, so that a page that was without a connection learns what it missed.</summary>
/// <param name="desk">The desk.</param>
/// <param name="time">The clock.</param>
internal sealed class Live(ReviewDesk desk, TimeProvider time)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Follows an edition until the browser leaves, or whoever asked may not see it any more.</summary>
    public async Task FollowAsync(HttpContext context, EditionName name, Reviewer by, Func<bool> mayStay)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var changes = Channel.CreateBounded<DeskChange>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        using var watch = desk.Watch(c => { if (c.Edition == name) changes.Writer.TryWrite(c); });
        // A server that ends does not wait for those who only listen.
        var ending = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ending);
        var (stop, people, told) = (either.Token, "", new Told());
        try
        {
            while (!stop.IsCancellationRequested && mayStay())
            {
                var present = JsonSerializer.Serialize(desk.Presence.In(name).Where(p => p.Person != by.Name).Select(p => new { person = p.Person, at = p.At is { } at ? EditorPage.At(at) : null }));
                if (present != people) await SendAsync(context, "people", people = present);
                var actors = new Dictionary<string, string>(StringComparer.Ordinal);
                while (changes.Reader.TryRead(out var change))
                {
                    foreach (var happened in change.Events) actors[happened.Unit ?? ""] = happened.Actor;
                }

                // What others did to the files is learnt by looking at them.
                if (told.News(desk.State(name), actors) is { } news) await SendAsync(context, "changed", JsonSerializer.Serialize(news));
                var beat = Task.Delay(Beat, time, stop);
                await Task.WhenAny(beat, changes.Reader.WaitToReadAsync(stop).AsTask());
                // To write is how one learns that nobody reads any more.
                if (beat.IsCompleted) await SendAsync(context, "beat", "{}");
            }
        }
        catch (OperationCanceledException)
        {
            // The browser has left.
        }
    }

    private static async Task SendAsync(HttpContext context, string kind, string data)
    {
        await context.Response.WriteAsync($"event: {kind}\ndata: {data}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    /// <summary>What a browser knows of an edition.</summary>
    private sealed class Told
    {
        private ImmutableArray<TranslatedUnit> _units;
        private Dictionary<string, string> _versions = [];

        /// <summary>What it does not know yet; null for nothing.</summary>
        public object? News(EditionState? state, Dictionary<string, string> actors)
        {
            if (state is null || (state.Units == _units && actors.Count == 0)) return null;
            var known = _units.IsDefault ? new HashSet<TranslatedUnit>(ReferenceEqualityComparer.Instance) : new HashSet<TranslatedUnit>(_units, ReferenceEqualityComparer.Instance);
            var versions = state.Units.ToDictionary(u => u.Id, u => known.Contains(u) ? _versions[u.Id] : Versions.Of(u), StringComparer.Ordinal);
            var changed = versions.Where(v => actors.ContainsKey(v.Key) || _versions.GetValueOrDefault(v.Key) != v.Value)
                .ToDictionary(v => v.Key, v => new { version = v.Value, by = actors.GetValueOrDefault(v.Key) }, StringComparer.Ordinal);
            var isSame = changed.Count == 0 && actors.Count == 0 && !_units.IsDefault && _units.Select(u => u.Id).SequenceEqual(state.Units.Select(u => u.Id), StringComparer.Ordinal);
            (_units, _versions) = (state.Units, versions);
            return isSame ? null : new { order = state.Units.Select(u => u.Id), units = changed, whole = actors.GetValueOrDefault("") };
        }
    }
}
