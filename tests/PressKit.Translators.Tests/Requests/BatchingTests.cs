using FsCheck.Xunit;
using PressKit.Translators.Requests;

namespace PressKit.Translators.Tests.Requests;

public sealed class BatchingTests
{
    [Property(MaxTest = 300)]
    public void Every_text_that_fits_is_sent_once_in_order_and_no_request_passes_a_limit(int[] lengths, byte texts, byte characters, byte bytes)
    {
        var limits = new ServiceLimits { Texts = 1 + texts % 7, Characters = 10 + characters, Bytes = 20 + bytes, Overhead = 3 };
        ServiceText[] all = [.. lengths.Select(l => new ServiceText(new string('é', Math.Abs(l % 100))))];
        var packs = Batching.Packs(all, limits).ToList();
        var sent = packs.SelectMany(p => p).ToList();
        sent.ShouldBe(sent.Order());
        sent.ShouldBeUnique();
        foreach (var pack in packs)
        {
            pack.Length.ShouldBeLessThanOrEqualTo(limits.Texts);
            pack.Sum(i => all[i].Size + 3).ShouldBeLessThanOrEqualTo(limits.Characters);
        }

        foreach (var left in Enumerable.Range(0, all.Length).Except(sent))
            (all[left].Size + 3 > limits.Characters || 2 * all[left].Size + 3 > limits.Bytes).ShouldBeTrue();
        // No pack could have taken the first text of the next.
        foreach (var (pack, next) in packs.Zip(packs.Skip(1)))
        {
            (pack.Length == limits.Texts || pack.Append(next[0]).Sum(i => all[i].Size + 3) > limits.Characters
                || pack.Append(next[0]).Sum(i => 2 * all[i].Size + 3) > limits.Bytes).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task What_came_back_is_never_asked_for_again()
    {
        var client = new Recorder { Answer = r => Task.FromResult<ServiceAnswer?>(r.Texts.Length == 4 ? Recorder.Capitals(r, t => t is "a" or "c") : null) };
        var answer = await Send(client, ["a", "b", "c", "d"]);
        answer.Texts.Select(t => t.Text).ShouldBe(["A", "B", "C", "D"]);
        client.Asked.Select(a => string.Concat(a)).ShouldBe(["abcd", "bd"]);
        answer.Charge.Characters.ShouldBe(6);
    }

    [Fact]
    public async Task Where_nothing_comes_back_parts_get_smaller_until_one_stays_missing()
    {
        var client = new Recorder { Answer = r => Task.FromResult<ServiceAnswer?>(Recorder.Capitals(r, _ => r.Texts.All(t => t.Text != "x"))) };
        var answer = await Send(client, ["a", "b", "x", "c"]);
        answer.Texts.Select(t => t.Text).ShouldBe(["A", "B", null, "C"]);
        client.Asked.Select(a => string.Concat(a)).ShouldBe(["abxc", "ab", "xc", "x", "c"]);
    }

    [Fact]
    public async Task A_request_that_is_too_long_for_the_service_is_halved()
    {
        var client = new Recorder { Answer = r => r.Texts.Length > 1 ? throw new ServiceFailure(FailureKind.Split, "Too long.", "Shorten it.") : Task.FromResult<ServiceAnswer?>(null) };
        (await Send(client, ["a", "b", "c"])).Texts.Select(t => t.Text).ShouldBe(["A", "B", "C"]);
    }

    [Fact]
    public async Task What_is_refused_is_never_asked_for_again()
    {
        var client = new Recorder { Answer = r => Task.FromResult<ServiceAnswer?>(new([.. r.Texts.Select(_ => new TextAnswer(null, "no"))], Translation.Charge.Nothing)) };
        (await Send(client, ["a", "b"])).Texts.ShouldAllBe(t => t.Refusal == "no");
        client.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task As_many_requests_go_at_once_as_the_service_takes_and_no_more()
    {
        var all = new TaskCompletionSource();
        var waiting = 0;
        var client = new Recorder
        {
            Answer = async _ =>
            {
                if (Interlocked.Increment(ref waiting) == 3) all.SetResult();
                await all.Task;
                return null;
            },
        };
        await new Batching(client, new ServiceLimits { Texts = 1 }, concurrency: 3).SendAsync(Recorder.Request("abcdefg".Select(c => c.ToString())), CancellationToken.None);
        client.Most.ShouldBe(3);
    }

    [Fact]
    public async Task After_a_failure_nothing_new_is_sent()
    {
        var client = new Recorder { Answer = r => r.Texts[0].Text == "c" ? throw new ServiceFailure(FailureKind.Stop, "Spent.", "Pay.") : Task.FromResult<ServiceAnswer?>(null) };
        await Should.ThrowAsync<ServiceFailure>(() => new Batching(client, new ServiceLimits { Texts = 1 }, concurrency: 1)
            .SendAsync(Recorder.Request("abcde".Select(c => c.ToString())), CancellationToken.None));
        client.Asked.Select(a => a[0]).ShouldBe(["a", "b", "c"]);
    }

    private static Task<ServiceAnswer> Send(Recorder client, string[] texts) =>
        new Batching(client, new ServiceLimits(), concurrency: 1).SendAsync(Recorder.Request(texts), CancellationToken.None);
}
