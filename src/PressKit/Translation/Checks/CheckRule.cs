namespace PressKit.Translation.Checks;

/// <summary>What a check can find.</summary>
/// <param name="Code">The code of its problems: <c>check.</c> and its name.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Category">The type of issue in the terms of ITS 2.0 (localization quality issue, 8.17).</param>
/// <param name="Meaning">What is wrong, in a sentence.</param>
public sealed record CheckRule(string Code, Severity Severity, string Category, string Meaning)
{
    /// <summary>Its name, as in <c>docs/checks.md</c>: <c>numbers</c>.</summary>
    public string Id => Code[(Code.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
