using System.Globalization;

namespace PressKit.Translators.Requests;

/// <summary>Books every request before it is sent, and its answers with what they cost in one write before anybody sees them.
/// A request that could pass the budget is not sent.</summary>
internal sealed class Booked(IService service, Journal journal, TimeProvider time) : IServiceClient
{
    // A request that is under way when the run is stopped has been paid for already; so long its answer may still come.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        var price = service.Profile.Price;
        var most = price.Of(service.Measure(request));
        if (journal.Begin(most, price) is not { } id) throw OverBudget(price);
        using var stop = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var stopping = cancellation.Register(() => stop.CancelAfter(service.Profile.KeepsAnswers ? Grace : TimeSpan.Zero));
        try
        {
            var answer = await service.SendAsync(request, stop.Token);
            var charge = price.Of(answer.Charge);
            var kept = request.Texts.Zip(answer.Texts).Where(p => p.Second.IsSettled)
                .Select(p => (Cached.Key(service.Profile, request, p.First), p.Second)).ToArray();
            journal.Answer(id, charge, kept);
            return answer with { Charge = charge };
        }
        catch (ServiceFailure e)
        {
            journal.Fail(id, e.MayBeCharged);
            throw;
        }
        catch (OperationCanceledException)
        {
            journal.Fail(id, mayBeCharged: true);
            throw;
        }
    }

    private ServiceFailure OverBudget(ServicePrice price)
    {
        var spent = journal.Spent();
        string[] limits =
        [
            .. price.Budget is { } money ? [string.Create(CultureInfo.InvariantCulture, $"{spent.Money:0.00##} of {money:0.00##} {price.Currency}")] : Array.Empty<string>(),
            .. price.CharacterBudget is { } characters ? [string.Create(CultureInfo.InvariantCulture, $"{spent.Characters} of {characters} characters")] : Array.Empty<string>(),
        ];
        return new ServiceFailure(FailureKind.Stop, $"The next request could pass the budget of this month, of which {string.Join(" and ", limits)} are spent.",
            $"Raise it under translation: services: {service.Profile.Name}: in newsroom.yml, or wait for the next month. What is finished is kept.");
    }
}
