using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;

namespace PressKit.Review.Pages;

/// <summary>Tells the editor of one person what others do in the same edition (server-sent events): <c>people</c>, who is where;
/// <c>changed</c>, the units that are another by now, and who did it.</summary>
/// <param name="desk">The desk.</param>
/// <param name="time">The clock.</param>
internal sealed class Live(ReviewDesk desk, TimeProvider time)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Follows an edition until the browser leaves.</summary>
    public async Task FollowAsync(HttpContext context, EditionName name, Reviewer by)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var changes = Channel.CreateBounded<DeskChange>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        using var watch = desk.Watch(c => { if (c.Edition == name) changes.Writer.TryWrite(c); });
        // A server that ends does not wait for those who only listen.
        var ending = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ending);
        var (stop, people) = (either.Token, "");
        await SendAsync(context, "hello", "{}");
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var present = JsonSerializer.Serialize(desk.Presence.In(name).Where(p => p.Person != by.Name).Select(p => new { person = p.Person, at = p.At is { } at ? EditorPage.At(at) : null }));
                if (present != people) await SendAsync(context, "people", people = present);
                while (changes.Reader.TryRead(out var change))
                {
                    var units = change.Events.Select(e => e.Unit).OfType<string>().Distinct(StringComparer.Ordinal);
                    await SendAsync(context, "changed", JsonSerializer.Serialize(new { by = change.Events[0].Actor, units }));
                }

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
}
