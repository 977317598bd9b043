namespace PressKit.Translation.Exchange;

/// <summary>The fields of front matter as people call them.</summary>
internal static class FieldNames
{
    /// <summary>What a field is called: <c>Caption of hall.jpg</c>.</summary>
    /// <param name="id">Its id (<see cref="Segmentation.Fields"/>).</param>
    /// <param name="frontMatter">The front matter that it stands in; null where it is not at hand: then an image is an image.</param>
    public static string Of(string id, FrontMatter? frontMatter) => id.Split('.') switch
    {
        ["headline"] => "Headline",
        ["subhead"] => "Subhead",
        ["summary"] => "Summary",
        ["dateline", "place"] => "Place of the dateline",
        ["notes"] => "Notes to editors",
        ["media", var item, "alt"] => $"Alt text of {Image(item, frontMatter)}",
        ["media", var item, "caption"] => $"Caption of {Image(item, frontMatter)}",
        ["quotes", var item, "text"] => Speaker(item, frontMatter) is { } speaker ? $"Quote: {speaker}" : "Quote",
        ["quotes", _, "speaker"] => "Speaker of a quote",
        ["quotes", var item, "role"] => Speaker(item, frontMatter) is { } speaker ? $"Role of {speaker}" : "Role of a speaker",
        ["events", ..] => "What readers are told: why the release was corrected, withdrawn or put back",
        _ => id,
    };

    private static string Image(string item, FrontMatter? frontMatter) =>
        frontMatter?.Media.FirstOrDefault(m => Is(m.File, item)) is { File: var file } ? file : "an image";

    private static string? Speaker(string item, FrontMatter? frontMatter) =>
        frontMatter?.Quotes.FirstOrDefault(q => Is(q.Text, item))?.Speaker is { } speaker && !string.IsNullOrWhiteSpace(speaker) ? speaker : null;

    /// <summary>Whether something has an id; the same one a second time has the id with a number behind it.</summary>
    private static bool Is(string text, string item) => Hash.Of(text).AsSpan(0, 8).SequenceEqual(item.AsSpan(0, Math.Min(8, item.Length)));
}
