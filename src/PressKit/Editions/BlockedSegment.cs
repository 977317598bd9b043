using System.Collections.Immutable;
using PressKit.Translation.Glossary;

namespace PressKit.Editions;

/// <summary>A sentence whose translation does not follow the glossary as it is now, so that the glossary blocks it. Computed,
/// never stored.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Segment">The sentence's number in it, from 0.</param>
/// <param name="Findings">What it does not follow.</param>
public sealed record BlockedSegment(string Unit, int Segment, ImmutableArray<TermFinding> Findings);
