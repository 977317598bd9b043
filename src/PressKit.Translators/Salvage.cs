namespace PressKit.Translators;

/// <summary>Asks for answers by number, and again, in ever smaller parts, for what did not come back.</summary>
internal static class Salvage
{
    /// <summary>Fills <paramref name="found"/>. What is there is never asked for again; what does not come back when it is
    /// asked for by itself stays missing.</summary>
    /// <param name="wanted">The numbers asked for.</param>
    /// <param name="found">The answers so far, also when <paramref name="ask"/> throws.</param>
    /// <param name="ask">Asks for some; may answer for fewer.</param>
    public static async Task AskAsync<T>(
        IReadOnlyList<int> wanted, Dictionary<int, T> found, Func<IReadOnlyList<int>, Task<IReadOnlyDictionary<int, T>>> ask)
    {
        foreach (var (id, answer) in await ask(wanted)) found.TryAdd(id, answer);
        var missing = wanted.Where(id => !found.ContainsKey(id)).ToArray();
        if (missing.Length == 0 || wanted.Count == 1) return;
        if (missing.Length < wanted.Count)
        {
            await AskAsync(missing, found, ask);
            return;
        }

        var half = missing.Length / 2;
        await AskAsync(missing[..half], found, ask);
        await AskAsync(missing[half..], found, ask);
    }
}
