namespace PressKit.Translation.Memory;

/// <summary>What in a sentence must not differ from another's, each kind as often as it stands there.</summary>
internal sealed class SentenceMeaning
{
    private readonly SortedDictionary<Differences, List<string>> _found = [];

    /// <summary>Adds something.</summary>
    public void Add(Differences kind, string what)
    {
        if (!_found.TryGetValue(kind, out var list)) _found.Add(kind, list = []);
        list.Add(what);
    }

    /// <summary>What there is of a kind, in the order of the alphabet: a sentence may be turned round.</summary>
    public IEnumerable<string> Of(Differences kind) => _found.TryGetValue(kind, out var list) ? list.Order(StringComparer.Ordinal) : [];
}
