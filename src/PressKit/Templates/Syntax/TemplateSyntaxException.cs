namespace PressKit.Templates.Syntax;

/// <summary>A template does not parse. Caught by the theme, which reports it and goes on with the next file.</summary>
internal sealed class TemplateSyntaxException(string code, int offset, string message, string remedy) : Exception(message)
{
    /// <summary>The problem's code.</summary>
    public string Code { get; } = code;

    /// <summary>Where it is, in UTF-16 units from the template's beginning.</summary>
    public int Offset { get; } = offset;

    /// <summary>What a designer can do about it.</summary>
    public string Remedy { get; } = remedy;
}
