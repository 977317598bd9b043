using System.Collections.Immutable;

namespace PressKit.Importing;

/// <summary>A release that was made of a text.</summary>
/// <param name="ReleaseId">The release's id, as other commands take it: <c>2025/tokyo-contest</c>.</param>
/// <param name="File">The file that was written, from the newsroom's folder.</param>
/// <param name="FrontMatter">What stands above its text.</param>
/// <param name="Notes">What was recognised, proposed and left out, a sentence each, for the press officer.</param>
public sealed record ImportResult(string ReleaseId, string File, FrontMatter FrontMatter, ImmutableArray<string> Notes);
