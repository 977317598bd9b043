using System.Collections.Immutable;

namespace PressKit;

/// <summary>The text of an edition, rendered when asked for.</summary>
/// <param name="Key">The hash of all that its HTML depends on, but for the links' targets.</param>
/// <param name="Targets">What its links and images point at, as written by the author, each once.</param>
/// <param name="Html">Renders it. Given a target, the function answers with the address to write, or with null where the
/// link must not be: its text stays as plain text, and an image disappears.</param>
public sealed record Body(string Key, ImmutableArray<string> Targets, Func<Func<string, string?>, string> Html);
