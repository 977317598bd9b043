using System.Collections.Concurrent;
using System.Collections.Immutable;
using PressKit.Translation;
using PressKit.Translators.Requests;

namespace PressKit.Translators.Tests.Requests;

/// <summary>A client that answers with capitals, and remembers what it was asked.</summary>
internal sealed class Recorder : IServiceClient
{
    private int _under;

    public ConcurrentQueue<ImmutableArray<string>> Asked { get; } = [];

    public int Most { get; private set; }

    /// <summary>Answers a request in another way; null for the usual one.</summary>
    public Func<ServiceRequest, Task<ServiceAnswer?>> Answer { get; init; } = _ => Task.FromResult<ServiceAnswer?>(null);

    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        Most = Math.Max(Most, Interlocked.Increment(ref _under));
        try
        {
            Asked.Enqueue([.. request.Texts.Select(t => t.Text)]);
            return await Answer(request) ?? Capitals(request, _ => true);
        }
        finally
        {
            Interlocked.Decrement(ref _under);
        }
    }

    /// <summary>Capitals for some of the texts, nothing for the others.</summary>
    public static ServiceAnswer Capitals(ServiceRequest request, Func<string, bool> which) => new(
        [.. request.Texts.Select(t => which(t.Text) ? new TextAnswer(t.Text.ToUpperInvariant()) : default)],
        new Charge { Characters = request.Texts.Sum(t => t.Size) });

    public static ServiceRequest Request(params IEnumerable<string> texts) =>
        new(Language.Parse("it"), Language.Parse("en"), TextFormat.Plain, [.. texts.Select(t => new ServiceText(t))]);
}
