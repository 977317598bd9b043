using PressKit.Translators.Requests;

namespace PressKit.Translators.Tests.Requests;

public sealed class PacedTests
{
    private readonly SteppedTime _time = new();

    [Fact]
    public async Task No_minute_has_more_requests_than_the_rate()
    {
        var sent = new List<DateTimeOffset>();
        using var paced = new Paced(Noting(sent), new ServicePace { Requests = 3 }, _time);
        await _time.RunAsync(SendAsync(paced, 10, 1));
        for (var i = 3; i < 10; i++) (sent[i] - sent[i - 3]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
        sent[2].ShouldBe(sent[0]);
        (sent[9] - sent[0]).ShouldBe(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task No_minute_has_more_characters_than_the_rate_and_a_larger_request_goes_alone()
    {
        var sent = new List<DateTimeOffset>();
        using var paced = new Paced(Noting(sent), new ServicePace { Characters = 100 }, _time);
        await _time.RunAsync(SendAsync(paced, 2, 50));
        await _time.RunAsync(SendAsync(paced, 1, 500));
        await _time.RunAsync(SendAsync(paced, 1, 50));
        sent.Select(s => (s - sent[0]).TotalMinutes).ShouldBe([0, 0, 1, 2]);
    }

    [Fact]
    public async Task A_server_that_counts_texts_is_paced_by_texts()
    {
        var sent = new List<DateTimeOffset>();
        using var paced = new Paced(Noting(sent), new ServicePace { Requests = 4, CountsTexts = true }, _time);
        for (var i = 0; i < 2; i++) await _time.RunAsync(paced.SendAsync(Recorder.Request("a", "b", "c"), CancellationToken.None));
        (sent[1] - sent[0]).ShouldBe(TimeSpan.FromMinutes(1));
    }

    private Recorder Noting(List<DateTimeOffset> sent) => new()
    {
        Answer = _ =>
        {
            sent.Add(_time.GetUtcNow());
            return Task.FromResult<ServiceAnswer?>(null);
        },
    };

    private static async Task<int> SendAsync(Paced paced, int count, int length)
    {
        for (var i = 0; i < count; i++) await paced.SendAsync(Recorder.Request(new string('x', length)), CancellationToken.None);
        return count;
    }
}
