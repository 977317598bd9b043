using System.Collections.Immutable;

namespace PressKit.Content;

/// <summary>A value of a YAML document with its place. There are no anchors, aliases or tags: a newsroom needs none.</summary>
internal abstract record YamlNode(Place Place);

/// <summary>A scalar, as text; whoever reads it decides what it means.</summary>
internal sealed record YamlScalar(Place Place, string Text, bool IsPlain) : YamlNode(Place)
{
    /// <summary>Whether nothing was given: <c>key:</c> or <c>key: ~</c>.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null";
}

/// <summary>A list.</summary>
internal sealed record YamlList(Place Place, ImmutableArray<YamlNode> Items) : YamlNode(Place);

/// <summary>A mapping; keys are unique.</summary>
internal sealed record YamlMap(Place Place, ImmutableArray<YamlEntry> Entries) : YamlNode(Place);

/// <summary>A key with its place and value.</summary>
internal sealed record YamlEntry(string Key, Place Place, YamlNode Value);
