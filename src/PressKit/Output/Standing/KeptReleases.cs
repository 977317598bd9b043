using System.Collections.Concurrent;
using PressKit.Content;
using PressKit.Editions;

namespace PressKit.Output.Standing;

/// <summary>Releases that earlier runs joined, known again by the stamps of their files: they are neither read nor parsed. A release that
/// has to be read is joined at once and put there, so that of a large newsroom little more is in memory than what lists show. It is
/// only a shortcut: <c>.presskit/kept</c> can be deleted or damaged at any time.</summary>
internal sealed class KeptReleases : IReleaseMemo, IDisposable
{
    private readonly string _root;
    private readonly Inputs _inputs;
    private readonly ReleasePack _pack;
    private readonly ReleaseJoiner _joiner;
    private readonly ReleaseImage _image;
    private readonly ConcurrentDictionary<Release, JoinedRelease> _joined = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, string> _faces = new(StringComparer.Ordinal);
    private readonly ThreadLocal<Dictionary<string, Language>> _languages;

    private KeptReleases(Newsroom settings, Inputs inputs, ReleasePack pack, ReleaseJoiner joiner)
    {
        (_root, _inputs, _pack, _joiner) = (settings.Folder, inputs, pack, joiner);
        _image = new ReleaseImage(settings.Folder, known => Again(settings, known));
        _languages = new(() => settings.Languages.ToDictionary(l => l.Tag, StringComparer.Ordinal));
    }

    /// <summary>What is kept of a newsroom's releases.</summary>
    /// <param name="settings">The newsroom, without its releases.</param>
    /// <param name="code">The identity of the code: what other code kept is not known again.</param>
    /// <param name="inputs">The stamps of the newsroom's files before anything was read; null where they are not known.</param>
    /// <param name="joiner">Joins a release.</param>
    /// <returns>Null where nothing can be kept.</returns>
    public static KeptReleases? Open(Newsroom settings, string code, Inputs? inputs, ReleaseJoiner joiner) =>
        inputs?.HouseKey() is { } house && ReleasePack.Open(Path.Combine(settings.Folder, ".presskit", "kept"), $"{code} {house}") is { } pack
            ? new KeptReleases(settings, inputs, pack, joiner) : null;

    /// <inheritdoc/>
    public Release? Find(string folder, Func<Problems, Release?> read, Problems problems)
    {
        var name = Path.GetRelativePath(_root, folder).Replace('\\', '/');
        var key = _inputs.KeyOf(name)?.ToString();
        var joined = key is null ? null : _pack.Find(name, key, (bytes, texts) => _image.Read(bytes, _languages.Value!, texts));
        if (joined is null)
        {
            var found = new Problems();
            if (read(found) is not { } release)
            {
                problems.AddAll(found);
                return null;
            }

            joined = Kept(name, key, _joiner.Join(release, found));
        }
        else if (_pack.FaceOf(name) is { } face)
        {
            _faces[name] = face;
        }

        _joined[joined.Release] = joined;
        return joined.Release;
    }

    /// <summary>What was made of a release that <see cref="Find"/> found.</summary>
    public JoinedRelease Of(Release release) => _joined[release];

    /// <summary>By the folder of a release that <see cref="Find"/> found, the hash of all of it but its texts; none for what is rare.</summary>
    public IReadOnlyDictionary<string, string> Faces => _faces;

    /// <summary>Remembers what was found, for the next run.</summary>
    /// <param name="all">Whether what nobody asked for is remembered too.</param>
    public void Save(bool all = false) => _pack.Save(all);

    /// <inheritdoc/>
    public void Dispose()
    {
        _pack.Dispose();
        _languages.Dispose();
    }

    /// <summary>A release in the place of which stands what is kept of it; itself where it cannot be kept.</summary>
    private JoinedRelease Kept(string name, string? key, JoinedRelease joined)
    {
        if (ReleaseImage.FaceOf(joined) is { } face) _faces[name] = face;
        if (key is null) return joined;
        using var image = new ImageWriter(writesOnce: true);
        using var texts = new ImageWriter();
        if (!ReleaseImage.Write(joined, image, texts) || _pack.Keep(name, key, _faces.GetValueOrDefault(name), image.Written, texts.Written) is not { } rendered) return joined;
        return _image.Read(image.Written, _languages.Value!, rendered);
    }

    private JoinedRelease Again(Newsroom settings, Release known)
    {
        var found = new Problems();
        var release = NewsroomReader.ReadRelease(settings, known.Id, found) ?? throw new ContentChangedException(known.Folder);
        return _joiner.Join(release, found);
    }
}
