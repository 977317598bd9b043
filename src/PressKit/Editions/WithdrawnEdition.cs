using System.Collections.Immutable;

namespace PressKit.Editions;

/// <summary>An edition that readers may have had and that was withdrawn with its release: where it stood, when it was published, and
/// why it is gone. What it said is not among it, so that nothing behind the gate can tell it.</summary>
/// <param name="Release">The release's id.</param>
/// <param name="Language">The language of the edition.</param>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Former">Those that it had before.</param>
/// <param name="File">The file that it came from, for problems.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Withdrawal">The withdrawal.</param>
public sealed record WithdrawnEdition(
    string Release, Language Language, string Slug, ImmutableArray<string> Former, string File, DateTimeOffset Published, EventText Withdrawal)
{
    /// <summary>The topics that it was filed under.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>The languages that the release was meant for; empty for all.</summary>
    public ImmutableArray<Language> Meant { get; init; } = [];

    /// <summary>How many times it was told anew, from 1: with the first publication and each event that concerned it.</summary>
    public int Version { get; init; }
}
