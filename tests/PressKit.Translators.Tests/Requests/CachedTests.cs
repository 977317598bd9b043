using Microsoft.Extensions.Time.Testing;
using PressKit.Translators.Requests;
using PressKit.Translators.Tags;

namespace PressKit.Translators.Tests.Requests;

public sealed class CachedTests : IDisposable
{
    private static readonly ServiceProfile Profile = new("test", "1", [new DetaggedWay()]);

    private readonly Journal _journal = new(null, new FakeTimeProvider());

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task What_another_document_is_asking_for_is_waited_for()
    {
        var (first, hold) = (new TaskCompletionSource(), new TaskCompletionSource());
        var client = Booking(async r =>
        {
            if (r.Texts[0].Text == "a")
            {
                first.SetResult();
                await hold.Task;
            }
        });
        var cached = new Cached(client, Profile, _journal);
        var one = cached.SendAsync(Recorder.Request("a", "b"), CancellationToken.None);
        await first.Task;
        var other = cached.SendAsync(Recorder.Request("b", "c"), CancellationToken.None);
        hold.SetResult();
        (await one).Texts.Select(t => t.Text).ShouldBe(["A", "B"]);
        (await other).Texts.Select(t => t.Text).ShouldBe(["B", "C"]);
        client.Asked.SelectMany(a => a).Order(StringComparer.Ordinal).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task What_another_document_got_in_this_very_moment_is_not_asked_for()
    {
        var client = Booking(_ => Task.CompletedTask);
        var cached = new Cached(client, Profile, _journal);
        // The moment is between looking for an answer and saying that it is being asked for; in a thousand races it comes.
        for (var race = 0; race < 1000; race++)
        {
            var texts = Enumerable.Range(0, 20).Select(i => FormattableString.Invariant($"{race}-{i}")).ToArray();
            using var start = new Barrier(3);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
            {
                start.SignalAndWait();
                await cached.SendAsync(Recorder.Request(texts), CancellationToken.None);
            })));
        }

        client.Asked.SelectMany(a => a).GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Count() > 1).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_document_did_not_get_is_asked_for_again()
    {
        var (first, hold) = (new TaskCompletionSource(), new TaskCompletionSource());
        var client = Booking(async r =>
        {
            if (r.Texts[0].Text != "a") return;
            first.SetResult();
            await hold.Task;
            throw new ServiceFailure(FailureKind.Permanent, "Broken.", "Mend it.");
        });
        var cached = new Cached(client, Profile, _journal);
        var one = cached.SendAsync(Recorder.Request("a", "b"), CancellationToken.None);
        await first.Task;
        var other = cached.SendAsync(Recorder.Request("b"), CancellationToken.None);
        hold.SetResult();
        await Should.ThrowAsync<ServiceFailure>(() => one);
        (await other).Texts[0].Text.ShouldBe("B");
    }

    [Fact]
    public async Task A_text_without_an_answer_is_asked_for_once_a_time()
    {
        var client = new Recorder { Answer = r => Task.FromResult<ServiceAnswer?>(Recorder.Capitals(r, _ => false)) };
        var cached = new Cached(client, Profile, _journal);
        (await cached.SendAsync(Recorder.Request("a", "a"), CancellationToken.None)).Texts.ShouldAllBe(t => t.Text == null);
        client.Asked.Count.ShouldBe(1);
    }

    private Recorder Booking(Func<ServiceRequest, Task> before) => new()
    {
        Answer = async r =>
        {
            await before(r);
            var answer = Recorder.Capitals(r, _ => true);
            _journal.Answer(_journal.Begin(answer.Charge, Profile.Price)!.Value, answer.Charge, [.. r.Texts.Zip(answer.Texts).Select(p => (Cached.Key(Profile, r, p.First), p.Second))]);
            return answer;
        },
    };
}
