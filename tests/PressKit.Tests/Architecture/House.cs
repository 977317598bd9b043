using System.Text.RegularExpressions;

namespace PressKit.Tests.Architecture;

/// <summary>The rules of the house: which stage may use which, and which folder knows which library (DESIGN.md, 4 and 8).</summary>
internal static partial class House
{
    private const string Vocabulary = "";
    private const string Publisher = "Publisher";

    private static readonly string[] Stages =
    [
        Vocabulary, "Languages", "Content", "Segmentation", "Translation", "Editions", "Site", "Media", "Templates", "Formats",
        "Output",
    ];

    private static readonly string[] Doors = ["Importing", "Deployment"];

    private static readonly Dictionary<string, string[]> Libraries = new(StringComparer.Ordinal)
    {
        ["Markdig"] = ["PressKit.Content.Markdown"],
        ["AngleSharp"] = ["PressKit.Content.Markdown", "PressKit.Importing"],
        ["YamlDotNet"] = ["PressKit.Content"],
        ["NodaTime"] = ["PressKit.Content"],
        ["Microsoft.Data.Sqlite"] = ["PressKit.Translation.Memory"],
        ["Npgsql"] = ["PressKit.Translation.Memory"],
        ["System.IO.Hashing"] = ["PressKit.Translation.Memory", "PressKit.Media.Cleaning"],
        ["NpgsqlTypes"] = ["PressKit.Translation.Memory"],
        ["DiffPlex"] = ["PressKit.Editions.Reviewing"],
    };

    /// <summary>The libraries that have a folder, as assemblies and namespaces.</summary>
    public static IReadOnlyCollection<string> KnownLibraries => Libraries.Keys;

    /// <summary>What these types use and may not.</summary>
    public static IReadOnlyList<string> Violations(IEnumerable<Type> types)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in types.Where(t => IsOurs(t.Namespace)))
        {
            var user = type.Namespace == "PressKit" && Outermost(type).Name.StartsWith(Publisher, StringComparison.Ordinal)
                ? Publisher : StageOf(type.Namespace!);
            foreach (var used in UsedTypes.Of(type))
            {
                if (IsOurs(used.Namespace) && !MayUse(user, StageOf(used.Namespace!)))
                    found.Add($"{Outermost(type).FullName} uses {Outermost(used).FullName}");
                if (!MayKnow(type.Namespace!, used.Assembly.GetName().Name!))
                    found.Add($"{Outermost(type).FullName} knows {used.Assembly.GetName().Name}");
            }
        }

        return [.. found];
    }

    /// <summary>What a source file names and may not, and whether it stands in the folder of its namespace.</summary>
    /// <param name="path">Its path from src/PressKit, with <c>/</c> between names.</param>
    /// <param name="text">What it holds.</param>
    public static IReadOnlyList<string> Violations(string path, string text)
    {
        var found = new List<string>();
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
        var ns = folder.Length == 0 ? "PressKit" : "PressKit." + folder.Replace('/', '.');
        var declared = Namespace().Match(text).Groups["name"].Value;
        if (declared != ns) found.Add($"{path} stands in {ns} and says {declared}");

        var user = folder.Length == 0 && path.StartsWith(Publisher, StringComparison.Ordinal) ? Publisher : StageOf(ns);
        if (StageOf(ns) is var stage && !Stages.Contains(stage) && !Doors.Contains(stage))
            found.Add($"{path} stands in {stage}, which is no stage");
        foreach (var line in text.Split('\n').Where(l => !Skipped().IsMatch(l)))
        {
            foreach (Match name in OwnName().Matches(line))
            {
                var isWord = typeof(Unit).Assembly.GetType(name.Value) is not null;
                if (!isWord && !MayUse(user, name.Groups["stage"].Value)) found.Add($"{path} names {name.Value}");
            }

            var import = Using().Match(line).Groups["root"].Value;
            if (!MayKnow(ns, import)) found.Add($"{path} imports {import}");
        }

        return found;
    }

    private static bool MayUse(string user, string used)
    {
        if (user == used || used == Vocabulary) return true;
        if (user == Publisher) return true;
        if (Doors.Contains(used)) return false;
        if (Doors.Contains(user)) return true;
        return Array.IndexOf(Stages, used) >= 0 && Array.IndexOf(Stages, used) < Array.IndexOf(Stages, user);
    }

    private static bool MayKnow(string ns, string library) =>
        !Libraries.TryGetValue(library, out var folders) || folders.Contains(ns);

    private static bool IsOurs(string? ns) =>
        ns == "PressKit" || (ns is not null && ns.StartsWith("PressKit.", StringComparison.Ordinal));

    private static string StageOf(string ns) => ns.Split('.') is [_, var stage, ..] ? stage : Vocabulary;

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(\s*//|namespace )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\bPressKit\.(?<stage>[A-Z]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnName();

    [GeneratedRegex(@"^\s*(global )?using (static )?(\w+ = )?(?<root>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Using();
}
