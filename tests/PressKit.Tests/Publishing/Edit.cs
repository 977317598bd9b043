namespace PressKit.Tests.Publishing;

/// <summary>Something that people, programs or time do to a newsroom. One that is not possible at the time does nothing.</summary>
internal sealed record Edit(string Name, Action<EditedNewsroom> Make)
{
    /// <summary>All of them, in an order that stays.</summary>
    public static IReadOnlyList<Edit> All { get; } =
        [.. TextEdits.All, .. RegisterEdits.All, .. SettingEdits.All, .. ThemeEdits.All, .. TranslationEdits.All, .. FileEdits.All];
}
