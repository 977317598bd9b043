using System.Collections.Immutable;
using PressKit.Languages;

namespace PressKit.Templates.Models;

/// <summary>What a page has whatever its kind.</summary>
/// <param name="Language"><inheritdoc cref="PageModel.Language" path="/summary/node()"/></param>
/// <param name="Site"><inheritdoc cref="PageModel.Site" path="/summary/node()"/></param>
/// <param name="Strings"><inheritdoc cref="PageModel.Strings" path="/summary/node()"/></param>
/// <param name="Title"><inheritdoc cref="PageModel.Title" path="/summary/node()"/></param>
/// <param name="Card"><inheritdoc cref="PageModel.Card" path="/summary/node()"/></param>
public sealed record PageHead(LanguageModel Language, SiteModel Site, Strings Strings, string Title, CardModel Card)
{
    /// <inheritdoc cref="PageModel.Description"/>
    public string? Description { get; init; }

    /// <inheritdoc cref="PageModel.Canonical"/>
    public string? Canonical { get; init; }

    /// <inheritdoc cref="PageModel.Alternates"/>
    public ImmutableArray<AlternateModel> Alternates { get; init; } = [];

    /// <inheritdoc cref="PageModel.Languages"/>
    public ImmutableArray<LanguageLinkModel> Languages { get; init; } = [];

    /// <inheritdoc cref="PageModel.Feeds"/>
    public ImmutableArray<FeedModel> Feeds { get; init; } = [];

    /// <inheritdoc cref="PageModel.Embeds"/>
    public ImmutableArray<FeedModel> Embeds { get; init; } = [];

    /// <inheritdoc cref="PageModel.StructuredData"/>
    public Markup? StructuredData { get; init; }
}
