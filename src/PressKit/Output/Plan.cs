namespace PressKit.Output;

/// <summary>What has to be done to turn what the folder holds into the site. Nothing is rendered for it.</summary>
internal sealed class Plan
{
    private readonly SitePaths _paths;
    private readonly Manifest _manifest;
    private readonly string _tool;
    private readonly OutputFolder _folder;

    private Plan(
        IReadOnlyList<OutputFile> files, SitePaths paths, Manifest manifest, string tool, OutputFolder folder) =>
        (Files, _paths, _manifest, _tool, _folder) = (files, paths, manifest, tool, folder);

    /// <summary>All files of the site, in publishing order.</summary>
    public IReadOnlyList<OutputFile> Files { get; }

    /// <summary>Files that no page leads to yet, in publishing order.</summary>
    public List<OutputFile> Fresh { get; } = [];

    /// <summary>Published files that may have other bytes now, in publishing order.</summary>
    public List<OutputFile> Changed { get; } = [];

    /// <summary>Published files that stay as they are.</summary>
    public int Kept { get; private set; }

    /// <summary>Files published no more that are in the way of one that is: an address that was a page and becomes a
    /// folder, or changes its letter case. These alone are deleted before anything else.</summary>
    public List<string> Displaced { get; } = [];

    /// <summary>The other files published no more; the last published comes first.</summary>
    public List<string> Orphans { get; } = [];

    /// <summary>Files published no more, if a damaged manifest is to be believed, whose contents do not bear it out: they
    /// are left alone.</summary>
    public List<string> Unsure { get; } = [];

    /// <summary>What an interrupted run put there and this one would not, or not so, with all else that run put there; the
    /// last published comes first. Any of it may be where readers enter (a first page, a feed), so it is taken back
    /// before anything that it leads to changes.</summary>
    public List<string> Rewound { get; } = [];

    /// <summary>Whether the folder holds the site already.</summary>
    public bool IsDone => _manifest.IsSound && _manifest.Tool == _tool && Fresh.Count + Changed.Count == 0
        && _manifest.Entries.Keys.SequenceEqual(Files.Select(file => file.Path), StringComparer.Ordinal);

    /// <summary>Compares files, manifest and folder; null where something that is not PressKit's is in the way, which is
    /// reported.</summary>
    public static Plan? Of(
        IReadOnlyList<OutputFile> files, SitePaths paths, Manifest manifest, string tool, OutputFolder folder,
        Problems problems)
    {
        var plan = new Plan(files, paths, manifest, tool, folder);
        plan.FindOrphans();
        foreach (var file in files) plan.Sort(file);
        plan.FindRewound();
        return new Obstacles(folder, manifest, plan.Displaced, problems).Allow(plan.Fresh.Concat(plan.Changed)) ? plan : null;
    }

    private void FindOrphans()
    {
        foreach (var (path, entry) in _manifest.Entries.Reverse())
        {
            if (_paths.Contains(path)) continue;
            if (!_manifest.IsSound && !IsCertainlyOurs(path, entry)) Unsure.Add(path);
            else if (_paths.Obstructs(path)) Displaced.Add(path);
            else Orphans.Add(path);
        }
    }

    private bool IsCertainlyOurs(string path, ManifestEntry entry) =>
        entry.State == FileState.Published && _folder.Length(path) == entry.Length && _folder.HashOf(path) == entry.Hash;

    private void FindRewound()
    {
        var keys = Fresh.ToDictionary(file => file.Path, file => file.Key, StringComparer.Ordinal);
        var arrived = _manifest.Entries.Reverse()
            .Where(e => e.Value.State == FileState.Arriving && _folder.IsFile(e.Key)).ToList();
        var goesOn = _manifest.Tool == _tool
            && arrived.TrueForAll(e => keys.TryGetValue(e.Key, out var key) && key == e.Value.Key);
        if (_manifest.IsSound && !goesOn) Rewound.AddRange(arrived.Select(e => e.Key));
    }

    private void Sort(OutputFile file)
    {
        var length = _folder.Length(file.Path);
        var isKnown = _manifest.Entries.TryGetValue(file.Path, out var entry);
        if (length is null || (isKnown ? entry.State is FileState.Arriving or FileState.Leaving : _manifest.IsSound))
        {
            Fresh.Add(file);
        }
        else if (_manifest.IsSound && _manifest.Tool == _tool && entry.State == FileState.Published
            && entry.Key == file.Key && entry.Length == length)
        {
            Kept++;
        }
        else
        {
            Changed.Add(file);
        }
    }
}
