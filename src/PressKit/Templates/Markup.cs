namespace PressKit.Templates;

/// <summary>HTML that a template writes as it is; every other value is escaped. Made by PressKit only, from a body that was
/// rendered from Markdown, never from a text of the newsroom.</summary>
/// <param name="html">Renders it; called at most once, when it is written.</param>
public sealed class Markup(Func<string> html)
{
    private readonly Lazy<string> _html = new(html);

    /// <summary>The HTML.</summary>
    public string Html => _html.Value;

    /// <summary>HTML that is known already.</summary>
    public static Markup Of(string html) => new(() => html);

    /// <summary>The HTML.</summary>
    public override string ToString() => Html;
}
