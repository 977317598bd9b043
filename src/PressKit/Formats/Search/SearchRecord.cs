namespace PressKit.Formats.Search;

/// <summary>What is found of a release in a language.</summary>
/// <param name="Key">The hash of all of it.</param>
/// <param name="Url">Where it stands, from the host's root.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Date">When it was published, as texts that sort in its order.</param>
/// <param name="When">The same for readers.</param>
/// <param name="Text">Makes the text that is looked through.</param>
internal sealed record SearchRecord(string Key, string Url, string Title, string Date, string When, Func<string> Text);
