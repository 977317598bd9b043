using System.Xml.Linq;

namespace PressKit.Translation.Xliff;

/// <summary>The names that writer and reader share; docs/xliff.md says what each is for.</summary>
internal static class XliffNames
{
    /// <summary>The namespace of XLIFF 2.0 and 2.1.</summary>
    public const string Core = "urn:oasis:names:tc:xliff:document:2.0";

    /// <summary>The same, to make names of.</summary>
    public static XNamespace InCore { get; } = Core;

    /// <summary>The namespace of the Translation Candidates module, <c>mtc</c>.</summary>
    public const string Matches = "urn:oasis:names:tc:xliff:matches:2.0";

    /// <summary>The namespace of the Metadata module, <c>mda</c>.</summary>
    public const string Metadata = "urn:oasis:names:tc:xliff:metadata:2.0";

    /// <summary>The namespace of the Glossary module, <c>gls</c>.</summary>
    public const string Glossary = "urn:oasis:names:tc:xliff:glossary:2.0";

    /// <summary>The namespace of the Format Style module, <c>fs</c>.</summary>
    public const string Style = "urn:oasis:names:tc:xliff:fs:2.0";

    /// <summary>The namespace of the Resource Data module, <c>res</c>.</summary>
    public const string Resources = "urn:oasis:names:tc:xliff:resourcedata:2.0";

    /// <summary>The namespace of the Validation module, <c>val</c>.</summary>
    public const string Validation = "urn:oasis:names:tc:xliff:validation:2.0";

    /// <summary>The namespace of ITS 2.0, <c>its</c>.</summary>
    public const string Its = "http://www.w3.org/2005/11/its";

    /// <summary>The subState of a machine draft.</summary>
    public const string MachineDraft = "pk:mt";

    /// <summary>The subState of a person's translation that was repaired after its source.</summary>
    public const string Repaired = "pk:repaired";

    /// <summary>The subType of the match that holds what a sentence was translated as before its source changed.</summary>
    public const string Previous = "pk:previous";

    /// <summary>The subType of the match that holds the memory's suggestion for a sentence.</summary>
    public const string Memory = "pk:memory";

    /// <summary>The subType of the match that holds what others made of a sentence, until somebody settles which holds.</summary>
    public const string Conflict = "pk:conflict";

    /// <summary>The type of the group that holds translations of sentences that the source no longer has.</summary>
    public const string Gone = "pk:gone";

    /// <summary>The category of the metadata that says who made a translation.</summary>
    public const string Provenance = "pk:provenance";

    /// <summary>The category of an author's note to translators.</summary>
    public const string AuthorNote = "pk:author";

    /// <summary>What stands before the name of a role in a unit's type.</summary>
    public const string Prefix = "pk:";

    /// <summary>How instants are written: ISO 8601, in UTC.</summary>
    public const string Instant = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>The type and subType of a kind of code (core, type and subType).</summary>
    public static (string Type, string? SubType) TypeOf(CodeKind kind) => kind switch
    {
        CodeKind.Emphasis => ("fmt", "xlf:i"),
        CodeKind.Strong => ("fmt", "xlf:b"),
        CodeKind.Formatting => ("fmt", null),
        CodeKind.Break => ("fmt", "xlf:lb"),
        CodeKind.Link => ("link", null),
        CodeKind.Footnote => ("link", "pk:footnote"),
        CodeKind.Image => ("image", null),
        CodeKind.Code => ("other", "pk:code"),
        CodeKind.Html => ("other", "pk:html"),
        CodeKind.Name => ("other", "pk:name"),
        _ => ("other", null),
    };

    /// <summary>The kind of code of a type and subType; what PressKit does not know is <see cref="CodeKind.Other"/>.</summary>
    public static CodeKind KindOf(string? type, string? subType) => (type, subType) switch
    {
        ("fmt", "xlf:i") => CodeKind.Emphasis,
        ("fmt", "xlf:b") => CodeKind.Strong,
        ("fmt", "xlf:lb") => CodeKind.Break,
        ("fmt", "xlf:pb") => CodeKind.Other,
        ("fmt", _) => CodeKind.Formatting,
        ("link", "pk:footnote") => CodeKind.Footnote,
        ("link", _) => CodeKind.Link,
        ("image", _) => CodeKind.Image,
        ("other", "pk:code") => CodeKind.Code,
        ("other", "pk:html") => CodeKind.Html,
        ("other", "pk:name") => CodeKind.Name,
        _ => CodeKind.Other,
    };

    /// <summary>How a state, an origin or a role is written: its name in lower case.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>Reads what <see cref="NameOf{T}"/> wrote.</summary>
    public static bool TryParse<T>(string? name, out T value)
        where T : struct, Enum
    {
        foreach (var (known, candidate) in Written<T>.Names)
        {
            if (known != name) continue;
            value = candidate;
            return true;
        }

        value = default;
        return false;
    }

    private static class Written<T>
        where T : struct, Enum
    {
        public static readonly (string Name, T Value)[] Names = [.. Enum.GetValues<T>().Select(value => (NameOf(value), value))];
    }
}
