namespace PressKit.Formats.Search;

/// <summary>Pagefind could not make an index.</summary>
/// <param name="message">Why.</param>
public sealed class PagefindException(string message) : Exception(message);
