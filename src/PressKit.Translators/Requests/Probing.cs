using System.Globalization;
using PressKit.Translators.Tags;

namespace PressKit.Translators.Requests;

/// <summary>Finds out, once for each service and pair of languages, which way carries tags best: down the ladder until one
/// brings nearly all codes of the probes back, else the one that brought most. The choice is remembered in a file of lines
/// <c>version TAB source TAB target TAB way</c>.</summary>
internal sealed class Probing(ServiceProfile profile, IServiceClient client, string? folder) : IDisposable
{
    private readonly Dictionary<(string, string), Way> _chosen = [];
    private readonly SemaphoreSlim _one = new(1, 1);

    private string? File => folder is null ? null : Path.Combine(folder, profile.Name + ".ways");

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>The probes' requests, one for each way.</summary>
    public IEnumerable<ServiceRequest> Requests(Language source, Language target) =>
        profile.Ladder.Length == 1 ? [] : profile.Ladder.Select(w => Request(w, source, target).Request);

    /// <summary>The way that was chosen for a pair; null where none was yet.</summary>
    public Way? Remembered(Language source, Language target)
    {
        if (profile.Ladder.Length == 1) return profile.Ladder[0];
        lock (_chosen)
        {
            if (_chosen.TryGetValue((source.Tag, target.Tag), out var way)) return way;
            if (Read(source, target) is not { } read) return null;
            return _chosen[(source.Tag, target.Tag)] = read;
        }
    }

    /// <summary>The way for a pair; asks the service where it is not known yet.</summary>
    public async Task<Way> WayAsync(Language source, Language target, CancellationToken cancellation)
    {
        if (Remembered(source, target) is { } known) return known;
        await _one.WaitAsync(cancellation);
        try
        {
            if (Remembered(source, target) is { } way) return way;
            var best = (Way: profile.Ladder[0], Whole: -1);
            foreach (var rung in profile.Ladder)
            {
                var whole = await WholeAsync(rung, source, target, cancellation);
                if (whole > best.Whole) best = (rung, whole);
                if (whole >= Probes.Enough) break;
            }

            Remember(source, target, best.Way);
            return best.Way;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<int> WholeAsync(Way way, Language source, Language target, CancellationToken cancellation)
    {
        var (request, letters) = Request(way, source, target);
        var answers = (await client.SendAsync(request, cancellation)).Texts;
        var (whole, next) = (0, 0);
        foreach (var letter in letters)
        {
            var read = letter.Read(answers.AsSpan(next, letter.Texts.Length));
            next += letter.Texts.Length;
            if (read.Content is { } content && Probes.IsWhole(letter.Content, content)) whole++;
        }

        return whole;
    }

    private (ServiceRequest Request, Letter[] Letters) Request(Way way, Language source, Language target)
    {
        var batch = new Translation.TranslationBatch(source, target, Probes.In(source));
        var only = profile with { Ladder = [way] };
        var letters = Enumerable.Range(0, batch.Segments.Count).Select(i => Letter.Of(batch, i, way, only)).ToArray();
        return (new ServiceRequest(source, target, way.Format, [.. letters.SelectMany(l => l.Texts)]), letters);
    }

    private Way? Read(Language source, Language target)
    {
        if (File is not { } file || !System.IO.File.Exists(file)) return null;
        var name = System.IO.File.ReadLines(file).Select(l => l.Split('\t'))
            .LastOrDefault(l => l is [var version, var from, var to, _] && version == profile.Version && from == source.Tag && to == target.Tag)?[3];
        return profile.Ladder.FirstOrDefault(w => w.Name == name);
    }

    private void Remember(Language source, Language target, Way way)
    {
        lock (_chosen) _chosen[(source.Tag, target.Tag)] = way;
        if (File is not { } file) return;
        Directory.CreateDirectory(folder!);
        System.IO.File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{profile.Version}\t{source.Tag}\t{target.Tag}\t{way.Name}\n"));
    }
}
