using System.Text.RegularExpressions;
using PressKit.Testing;

namespace PressKit.Cli.Tests;

/// <summary>A document of the repository, as its readers see it: sections with tables, samples and links.</summary>
internal sealed partial class Document(string file)
{
    private readonly string[] _lines = File.ReadAllLines(Repository.PathTo(file.Split('/')));

    /// <summary>A code sample.</summary>
    /// <param name="Title">What stands behind its language, such as the file that it shows; empty for nothing.</param>
    /// <param name="Lines">Its lines.</param>
    internal sealed record Sample(string Title, IReadOnlyList<string> Lines);

    /// <summary>The headings of its second level.</summary>
    public IReadOnlyList<string> Sections => [.. Prose().Select(l => l.Section).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Every heading's anchor.</summary>
    public IEnumerable<string> Anchors => Prose().Select(l => l.Text).Where(l => l.StartsWith('#'))
        .Select(l => NotInAnchors().Replace(l.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>Where its links lead.</summary>
    public IEnumerable<string> Links => Prose().SelectMany(l => Link().Matches(l.Text)).Select(m => m.Groups["target"].Value);

    /// <summary>What stands as code in the first cells of tables: in one section, or in all.</summary>
    public IReadOnlyList<string> Entries(string? section = null) =>
    [
        .. Prose().Where(l => l.Section is not null && (section is null || l.Section == section) && l.Text.StartsWith('|'))
            .SelectMany(l => Code().Matches(l.Text.Split('|')[1])).Select(m => m.Groups["code"].Value),
    ];

    /// <summary>The rows of the tables of a section, as they are written.</summary>
    public IEnumerable<string> Rows(string section) => Prose().Where(l => l.Section == section && l.Text.StartsWith('|')).Select(l => l.Text);

    /// <summary>The first cells of the tables of a section.</summary>
    public IEnumerable<string> FirstCells(string section) => Rows(section).Select(r => r.Split('|')[1].Trim());

    /// <summary>The code samples, in their order; those of one section, or all.</summary>
    public IReadOnlyList<Sample> Samples(string? section = null)
    {
        var samples = new List<Sample>();
        string? current = null;
        List<string>? open = null;
        foreach (var line in _lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (open is null && (section is null || current == section))
                    samples.Add(new Sample(line.Contains(' ', StringComparison.Ordinal) ? line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] : "", open = []));
                else open = open is null ? [] : null;
            }
            else if (open is not null) open.Add(line);
            else if (line.StartsWith("## ", StringComparison.Ordinal)) current = line[3..];
        }

        return samples;
    }

    /// <summary>The lines outside of code samples, each with its section.</summary>
    private IEnumerable<(string? Section, string Text)> Prose()
    {
        string? section = null;
        var isCode = false;
        foreach (var line in _lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            else if (!isCode)
            {
                if (line.StartsWith("## ", StringComparison.Ordinal)) section = line[3..];
                yield return (section, line);
            }
        }
    }

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!`[^`]*)\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("[^a-z0-9 _-]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInAnchors();
}
