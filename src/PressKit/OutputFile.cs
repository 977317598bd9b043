namespace PressKit;

/// <summary>A file of the published site, as data.</summary>
/// <param name="Path">From the site's root, with <c>/</c> between names and none in front.</param>
/// <param name="Key">The hash of all that its bytes depend on: model, templates, tool versions. Two files with one path and
/// one key have the same bytes.</param>
/// <param name="Write">Writes the bytes; called only where the manifest has another key, from any thread, beside others.</param>
public sealed record OutputFile(string Path, string Key, Action<Stream> Write);
