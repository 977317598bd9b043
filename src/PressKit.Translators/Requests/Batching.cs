using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using PressKit.Translation;

namespace PressKit.Translators.Requests;

/// <summary>Packs texts into as few requests as the service's limits allow, sends as many of them at the same time as it takes,
/// and asks again, in ever smaller parts, for what did not come back. A text that no request can hold is not sent.</summary>
internal sealed class Batching(IServiceClient inner, ServiceLimits limits, int concurrency) : IServiceClient
{
    /// <inheritdoc/>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        var run = new Run(inner, request);
        var packs = new ConcurrentQueue<int[]>(Packs(request.Texts, limits));
        await Task.WhenAll(Enumerable.Range(0, Math.Min(concurrency, packs.Count)).Select(_ => WorkAsync(run, packs, cancellation)));
        return run.Finish();
    }

    /// <summary>The texts by request, each within the limits; what fits into none is left out.</summary>
    public static IEnumerable<int[]> Packs(IReadOnlyList<ServiceText> texts, ServiceLimits limits)
    {
        var pack = new List<int>();
        var (characters, bytes) = (0L, 0L);
        for (var i = 0; i < texts.Count; i++)
        {
            var (size, weight) = (texts[i].Size + (long)limits.Overhead, Bytes(texts[i].Text, limits));
            if (size > limits.Characters || weight > limits.Bytes) continue;
            if (pack.Count > 0 && (pack.Count == limits.Texts || characters + size > limits.Characters || bytes + weight > limits.Bytes))
            {
                yield return [.. pack];
                pack.Clear();
                (characters, bytes) = (0, 0);
            }

            pack.Add(i);
            (characters, bytes) = (characters + size, bytes + weight);
        }

        if (pack.Count > 0) yield return [.. pack];
    }

    private static long Bytes(string text, ServiceLimits limits) =>
        limits.Bytes == int.MaxValue ? 0 : JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length + 3L;

    /// <summary>Takes one request after the other; when one fails for good, none that has not begun is sent.</summary>
    private static async Task WorkAsync(Run run, ConcurrentQueue<int[]> packs, CancellationToken cancellation)
    {
        while (!run.HasFailed && packs.TryDequeue(out var pack))
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                await run.AskAsync(pack, cancellation);
            }
            catch (Exception e) when (e is ServiceFailure or OperationCanceledException)
            {
                run.Fail(e);
            }
        }
    }

    private sealed class Run(IServiceClient inner, ServiceRequest request)
    {
        private readonly TextAnswer[] _answers = new TextAnswer[request.Texts.Length];
        private readonly Lock _lock = new();
        private Charge _charge = Charge.Nothing;
        private ExceptionDispatchInfo? _failure;

        public bool HasFailed { get { lock (_lock) return _failure is not null; } }

        public void Fail(Exception failure)
        {
            lock (_lock) _failure ??= ExceptionDispatchInfo.Capture(failure);
        }

        public ServiceAnswer Finish()
        {
            _failure?.Throw();
            return new ServiceAnswer([.. _answers], _charge);
        }

        public async Task AskAsync(int[] wanted, CancellationToken cancellation)
        {
            try
            {
                var answer = await inner.SendAsync(request.Of(wanted), cancellation);
                lock (_lock)
                {
                    _charge += answer.Charge;
                    for (var i = 0; i < wanted.Length; i++) _answers[wanted[i]] = answer.Texts[i];
                }
            }
            catch (ServiceFailure e) when (e.Kind == FailureKind.Split)
            {
                // Its halves may do; a single text that is too long for the service stays without an answer.
            }

            var missing = wanted.Where(i => !_answers[i].IsSettled).ToArray();
            if (missing.Length == 0 || wanted.Length == 1) return;
            if (missing.Length < wanted.Length)
            {
                await AskAsync(missing, cancellation);
                return;
            }

            var half = missing.Length / 2;
            await AskAsync(missing[..half], cancellation);
            await AskAsync(missing[half..], cancellation);
        }
    }
}
