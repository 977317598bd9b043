namespace PressKit.Translation.Checks;

/// <summary>The numbers of a source beside those of its translation: each with its equal, digits before words.</summary>
internal sealed class QuantityMatch
{
    private QuantityMatch(List<(Quantity Source, Quantity Target)> pairs, List<Quantity> missing, List<Quantity> added) =>
        (Pairs, Missing, Added) = (pairs, missing, added);

    /// <summary>Equal ones.</summary>
    public List<(Quantity Source, Quantity Target)> Pairs { get; }

    /// <summary>What only the source has.</summary>
    public List<Quantity> Missing { get; }

    /// <summary>What only the translation has.</summary>
    public List<Quantity> Added { get; }

    /// <summary>Matches two lists; each quantity is used once.</summary>
    public static QuantityMatch Of(IEnumerable<Quantity> source, IEnumerable<Quantity> target)
    {
        var (missing, added) = (source.ToList(), target.ToList());
        var pairs = new List<(Quantity, Quantity)>();
        Match((s, t) => s.Kind == t.Kind && s.Currency == t.Currency && s.IsPercent == t.IsPercent && s.Unit == t.Unit && Equal(s, t));
        Match((s, t) => s.Kind == QuantityKind.Number && t.Kind == QuantityKind.Number && Equal(s, t));
        Match(Equal);
        return new QuantityMatch(pairs, missing, added);

        void Match(Func<Quantity, Quantity, bool> isPair)
        {
            foreach (var s in missing.ToArray())
            {
                if (added.Find(t => isPair(s, t)) is not { } t) continue;
                pairs.Add((s, t));
                missing.Remove(s);
                added.Remove(t);
            }
        }
    }

    private static bool Equal(Quantity source, Quantity target) => source.Value == target.Value
        || ((source.IsDecade || target.IsDecade) && source.Value % 100 == target.Value % 100)
        || (source.IsVersion && source.Raw == target.Raw);
}
