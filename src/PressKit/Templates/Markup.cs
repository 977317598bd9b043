namespace PressKit.Templates;

/// <summary>HTML that a template writes as it is; every other value is escaped. Made by PressKit only, from a body that was
/// rendered from Markdown, never from a text of the newsroom.</summary>
public sealed class Markup
{
    private readonly Lazy<string> _html;

    /// <summary>HTML that is rendered when it is written.</summary>
    /// <param name="key">The hash of all that the HTML depends on: it stands for it in a file's key.</param>
    /// <param name="html">Renders it; called at most once.</param>
    public Markup(string key, Func<string> html) => (Key, _html) = (key, new Lazy<string>(html));

    /// <summary>The hash of all that the HTML depends on.</summary>
    public string Key { get; }

    /// <summary>The HTML.</summary>
    public string Html => _html.Value;

    /// <summary>HTML that is known already.</summary>
    public static Markup Of(string html) => new(Hash.Of(html), () => html);

    /// <summary>The HTML.</summary>
    public override string ToString() => Html;
}
