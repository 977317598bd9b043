using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PressKit.Review.Desk;
using PressKit.Review.Tests.Desk;
using PressKit.Review.Webhooks;
using static PressKit.Review.Tests.Desk.DeskNewsroom;

namespace PressKit.Review.Tests.Webhooks;

public sealed class TellingTests
{
    [Fact]
    public async Task A_message_is_signed_tried_again_and_holds_no_text()
    {
        await using var listener = await Listener.StartAsync(StatusCodes.Status503ServiceUnavailable, StatusCodes.Status204NoContent);
        using var newsroom = new DeskNewsroom($"{{ webhooks: [{{ url: '{listener.Url}', secret: DESK_SECRET }}] }}");
        await using var desk = newsroom.Open();
        await using var telling = new Telling(desk, _ => false, _ => "s3cret", TimeProvider.System, _ => { });
        await SaveAsync(desk, "Tickets from 12 euros.");

        var first = await listener.NextAsync();
        var second = await listener.NextAsync();
        second.Body.ShouldBe(first.Body);
        first.Body.ShouldContain("\"event\":\"edited\"");
        first.Body.ShouldContain("\"edition\":\"2026/stagione/en\"");
        first.Body.ShouldNotContain("Tickets");
        var parts = first.Signature.Split([',', '=']);
        parts[3].ShouldBe(Convert.ToHexStringLower(HMACSHA256.HashData("s3cret"u8, Encoding.UTF8.GetBytes($"{parts[1]}.{first.Body}"))));
    }

    [Fact]
    public async Task Of_a_release_under_embargo_and_without_a_secret_nobody_is_told()
    {
        await using var listener = await Listener.StartAsync(StatusCodes.Status204NoContent);
        using var newsroom = new DeskNewsroom($"{{ webhooks: [{{ url: '{listener.Url}', secret: DESK_SECRET }}] }}");
        var notes = new ConcurrentQueue<string>();
        await using (var desk = newsroom.Open())
        {
            await using var silent = new Telling(desk, _ => false, _ => null, TimeProvider.System, notes.Enqueue);
            await using var secret = new Telling(desk, _ => true, _ => "s3cret", TimeProvider.System, _ => { });
            await SaveAsync(desk, "Tickets from 12 euros.");
        }

        notes.Single().ShouldContain("DESK_SECRET");
        listener.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Whom_newsroom_yml_names_later_is_told_without_a_new_start()
    {
        await using var listener = await Listener.StartAsync(StatusCodes.Status204NoContent);
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        await using var telling = new Telling(desk, _ => false, _ => "s3cret", TimeProvider.System, _ => { });
        await SaveAsync(desk, "Tickets from 12 euros.");
        newsroom.Write("content/newsroom.yml", newsroom.Read("content/newsroom.yml").Replace("review: {}", $"review: {{ webhooks: [{{ url: '{listener.Url}', secret: DESK_SECRET }}] }}", StringComparison.Ordinal));
        await SaveAsync(desk, "Tickets cost 12 euros.");
        (await listener.NextAsync()).Body.ShouldContain("\"event\":\"edited\"");
        listener.Count.ShouldBe(0);
    }

    private static async Task SaveAsync(ReviewDesk desk, string text)
    {
        var sentence = desk.View(English)!.Units.SelectMany(u => u.Sentences).Single(s => s.Source.Contains("Biglietti", StringComparison.Ordinal));
        (await desk.SaveAsync(English, Anna, sentence.Name, sentence.Version, text)).IsDone.ShouldBeTrue();
    }

    private sealed record Told(string Body, string Signature);

    private sealed class Listener(WebApplication app, Channel<Told> told) : IAsyncDisposable
    {
        public string Url => app.Urls.Single() + "/hook";

        public int Count => told.Reader.Count;

        public static async Task<Listener> StartAsync(params int[] answers)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            var app = builder.Build();
            var told = Channel.CreateUnbounded<Told>();
            var next = -1;
            app.MapPost("/hook", async (HttpContext context) =>
            {
                using var reader = new StreamReader(context.Request.Body);
                await told.Writer.WriteAsync(new Told(await reader.ReadToEndAsync(), context.Request.Headers[Message.SignatureHeader].ToString()));
                return Results.StatusCode(answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]);
            });
            await app.StartAsync();
            return new Listener(app, told);
        }

        public ValueTask<Told> NextAsync() => told.Reader.ReadAsync();

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
