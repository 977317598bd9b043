namespace PressKit.Content.Markdown;

/// <summary>Renders texts while their syntax trees are at hand, and keeps what came of it as long as there is room. A tree is several
/// times as large as its HTML, and is not kept.</summary>
/// <param name="room">How many characters are kept.</param>
public sealed class RenderedTexts(long room = RenderedTexts.Room)
{
    /// <summary>How many characters are kept in memory.</summary>
    public const long Room = 64 * 1024 * 1024;

    private long _room = room;

    /// <summary>A text as it is rendered; null where there is no room for it, and it has to be parsed again.</summary>
    public RenderedText? Of(MarkdownText text)
    {
        if (Interlocked.Read(ref _room) <= 0) return null;
        var rendered = text.Render();
        Interlocked.Add(ref _room, -rendered.Length);
        return rendered;
    }
}
