namespace PressKit.Translators.Requests;

/// <summary>A key. What a service says about it is shown without it.</summary>
internal sealed class Secret(string? value)
{
    /// <summary>Whether there is one.</summary>
    public bool IsGiven => value is not null;

    /// <summary>The key itself; only for the request that it signs.</summary>
    public string Value => value ?? throw new InvalidOperationException("There is no key.");

    /// <summary>A variable of the environment; a blank one counts as none.</summary>
    public static Secret From(Func<string, string?> environment, string name) =>
        new(environment(name)?.Trim() is { Length: > 0 } value ? value : null);

    /// <summary>A service's words, short and without the key.</summary>
    public string Hide(string? text)
    {
        var shown = value is null ? text ?? "" : (text ?? "").Replace(value, "…", StringComparison.OrdinalIgnoreCase);
        shown = string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c)).Trim().TrimEnd('.');
        return shown.Length > 300 ? shown[..300] + "…" : shown;
    }

    /// <inheritdoc/>
    public override string ToString() => IsGiven ? "…" : "";
}
