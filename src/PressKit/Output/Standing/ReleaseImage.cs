using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Editions;
using PressKit.Segmentation;
using PressKit.Translation;

namespace PressKit.Output.Standing;

/// <summary>Writes a release as it was joined, and reads it: all that a site is composed of. What only translators and checks ask for
/// (its Markdown, where keys stand, its translations' sentences) is not in it, and is read from the release's own files when it is
/// asked for.</summary>
/// <param name="root">The newsroom's folder.</param>
/// <param name="again">Reads and joins a release from its own files.</param>
internal sealed class ReleaseImage(string root, Func<Release, JoinedRelease> again)
{
    /// <summary>Writes a release.</summary>
    /// <param name="joined">The release.</param>
    /// <param name="image">Takes all but the texts.</param>
    /// <param name="texts">Takes the rendered texts.</param>
    /// <returns>Whether it can be read back as it is: not what has problems that somebody is about to mend, nor what is rare, such as
    /// a release with a correction.</returns>
    public static bool Write(JoinedRelease joined, ImageWriter image, ImageWriter texts)
    {
        if (!IsPlain(joined)) return false;
        var release = joined.Release;
        image.Add(release.Id);
        image.Add(release.Folder);
        image.Add(release.Standing);
        Write(image, joined.Paired!.Source);
        image.Each(joined.Paired.Authored, text => Write(image, text));
        image.Each(joined.Paired.Finished, image.Add);
        image.Each(release.Translations, file =>
        {
            image.Add(file.File);
            image.Add(file.Language);
            image.Add(file.Hash);
        });
        Write(image, release.Record);
        image.Each(release.Dismissals, dismissal => Write(image, dismissal));
        image.Each(release.Media, file =>
        {
            image.Add(file.File);
            image.Add(file.Path);
            image.Add(file.Length);
            image.Add(file.Hash);
        });
        image.Each(joined.Problems.All, problem => Write(image, problem));
        var written = joined.Paired.Authored.Prepend(joined.Paired.Source).ToDictionary(split => split.Text.File, split => split.Text, StringComparer.Ordinal);
        image.Each(joined.Editions, edition => Write(image, texts, edition, written.GetValueOrDefault(edition.File)));
        return image.IsExact && texts.IsExact;
    }

    /// <summary>The hash of all that pages other than a release's own, and feeds that carry it, can show of it: of all but its texts. Null
    /// for a release that is rare, or of which there is something to report.</summary>
    public static string? FaceOf(JoinedRelease joined)
    {
        if (!IsPlain(joined) || !joined.Problems.All.IsEmpty) return null;
        var release = joined.Release;
        using var face = new ImageWriter();
        face.Add(release.Folder);
        Write(face, release.Record);
        face.Each(release.Dismissals, dismissal => Write(face, dismissal));
        face.Each(release.Media, file =>
        {
            face.Add(file.Path);
            face.Add(file.Length);
            face.Add(file.Hash);
        });
        face.Each([.. release.Authored.Prepend(release.Source)], text =>
        {
            face.Add(text.File);
            FrontMatterImage.Write(face, text.FrontMatter);
        });
        face.Each(release.Translations, file => face.Add(file.File));
        face.Each(joined.Editions, edition =>
        {
            WriteFace(face, edition, null);
            face.Add(edition.Body.Targets);
        });
        return Hash.Of(face.Written);
    }

    /// <summary>Reads a release.</summary>
    /// <param name="bytes">What <see cref="Write(JoinedRelease, ImageWriter, ImageWriter)"/> wrote.</param>
    /// <param name="languages">The languages known so far.</param>
    /// <param name="rendered">The rendered texts.</param>
    public JoinedRelease Read(ReadOnlySpan<byte> bytes, Dictionary<string, Language> languages, RenderedParts rendered)
    {
        var reader = new ImageReader(bytes, languages, writtenOnce: true);
        var (id, folder, standing) = (reader.Text(), reader.Text(), reader.Flag());
        JoinedRelease? known = null;
        var whole = new Lazy<JoinedRelease>(() => Again(known!.Release));
        var source = Split(ref reader, new RestOfText(whole, 0));
        var authored = ImmutableArray.CreateBuilder<SplitText>();
        for (var count = reader.Small(); authored.Count < count;) authored.Add(Split(ref reader, new RestOfText(whole, authored.Count + 1)));

        var finished = reader.List(static (ref ImageReader r) => r.Language());
        var translations = ImmutableArray.CreateBuilder<TranslationFile>();
        for (var count = reader.Small(); translations.Count < count;)
            translations.Add(new TranslationFile(reader.Text(), reader.Language(), reader.Text(), new RestOfTranslation(whole, translations.Count)));

        var release = new Release
        {
            Id = id,
            Folder = folder,
            Standing = standing,
            Source = source.Text,
            Authored = [.. authored.Select(text => text.Text)],
            Translations = translations.ToImmutable(),
            Record = Record(ref reader),
            Dismissals = reader.List(Dismissal),
            Media = reader.List(Media),
        };
        var problems = new Problems();
        foreach (var problem in reader.List(Problem)) problems.Add(problem);
        var paired = new PairedRelease(release, source, authored.ToImmutable(), translations.Count == 0
            ? new Lazy<ImmutableArray<PairedTranslation>>([]) : new Lazy<ImmutableArray<PairedTranslation>>(() => whole.Value.Paired!.Translations))
        {
            Finished = finished,
        };
        var editions = ImmutableArray.CreateBuilder<Edition>();
        for (var count = reader.Small(); editions.Count < count;) editions.Add(Edition(ref reader, release, editions.Count, whole, rendered));
        return known = new JoinedRelease(release, paired, editions.ToImmutable(), problems);
    }

    /// <summary>The release from its own files, as long as these are what they were.</summary>
    private JoinedRelease Again(Release known)
    {
        var present = again(known);
        if (present.Paired is not null && Hashes(present.Release).SequenceEqual(Hashes(known), StringComparer.Ordinal)) return present;
        throw new ContentChangedException(known.Folder);
    }

    private static IEnumerable<string> Hashes(Release release) =>
        release.Authored.Prepend(release.Source).Select(t => t.Hash).Concat(release.Translations.Select(t => t.Hash));

    private static bool IsPlain(JoinedRelease joined)
    {
        var release = joined.Release;
        return joined.Paired is { } paired && !joined.Problems.HasErrors && !release.Record.IsDamaged && release.Record.Events.IsEmpty
            && paired.Authored.Length == release.Authored.Length && paired.Translations.Length == release.Translations.Length
            && paired.Translations.All(t => t.Approved is null)
            && joined.Editions.All(e => e is { Rendered: not null, Earlier: null, Blocked.IsEmpty: true, Events.IsEmpty: true });
    }

    private static void Write(ImageWriter image, SplitText split)
    {
        var text = split.Text;
        image.Add(text.File);
        image.Add(text.Language);
        image.Add(text.FirstLine);
        image.Add(text.Hash);
        FrontMatterImage.Write(image, text.FrontMatter);
        image.Each(split.Targets, target =>
        {
            image.Add(target.Target);
            image.Add(target.IsImage);
            image.Add(target.Line);
            image.Add(target.Column);
        });
    }

    private static SplitText Split(ref ImageReader reader, RestOfText rest)
    {
        var (file, language, line, hash) = (reader.Text(), reader.Language(), reader.Small(), reader.Text());
        var text = new SourceText(file, language, FrontMatterImage.Read(ref reader), line, hash, rest);
        return new SplitText(text, reader.List(static (ref ImageReader r) => new MarkdownTarget(r.Text(), r.Flag(), r.Small(), r.Small())), rest);
    }

    private static void Write(ImageWriter image, ReleaseRecord record)
    {
        image.Add(record.Source?.Tag);
        image.Each([.. record.Editions], entry =>
        {
            image.Add(entry.Key);
            image.Add(entry.Value.Slug);
            image.Add(entry.Value.Former);
            image.Each(entry.Value.Approvals, approval => Write(image, approval));
        });
    }

    private static ReleaseRecord Record(ref ImageReader reader)
    {
        var source = reader.TextOrNull() is { } tag ? Language.Parse(tag) : null;
        var editions = reader.List(static (ref ImageReader r) => KeyValuePair.Create(r.Language(), new EditionRecord(r.Text(), r.Texts(), r.List(Approval))));
        return source is null && editions.IsEmpty ? ReleaseRecord.Empty : new ReleaseRecord { Source = source, Editions = editions.ToImmutableSortedDictionary() };
    }

    private static void Write(ImageWriter image, Approval approval)
    {
        image.Add(approval.By);
        image.Add((DateTimeOffset?)approval.At);
        image.Add(approval.Content);
        image.Add(approval.Note);
        image.Add(approval.TakenBack is not null);
        if (approval.TakenBack is { } back)
        {
            image.Add(back.By);
            image.Add((DateTimeOffset?)back.At);
            image.Add(back.Reason);
        }

        image.Add(approval.Glossary);
        image.Add(approval.Terms);
        image.Add(approval.Revision);
        image.Add(approval.Events);
    }

    private static Approval Approval(ref ImageReader reader) => new(reader.Text(), reader.Instant()!.Value, reader.Text(), reader.TextOrNull())
    {
        TakenBack = reader.Flag() ? new TakenBack(reader.Text(), reader.Instant()!.Value, reader.Text()) : null,
        Glossary = reader.TextOrNull(),
        Terms = reader.Register(),
        Revision = reader.TextOrNull(),
        Events = reader.Register(),
    };

    private static void Write(ImageWriter image, Dismissal dismissal)
    {
        image.Add(dismissal.Check);
        image.Add(dismissal.Language);
        image.Add(dismissal.Unit);
        image.Add(dismissal.Fingerprint);
        image.Add(dismissal.By);
        image.Add((DateTimeOffset?)dismissal.At);
        image.Add(dismissal.Reason);
    }

    private static Dismissal Dismissal(ref ImageReader reader) =>
        new(reader.Text(), reader.Language(), reader.Text(), reader.Text(), reader.Text(), reader.Instant()!.Value, reader.Text());

    private MediaFile Media(ref ImageReader reader)
    {
        var file = reader.Text();
        return new MediaFile(file, reader.Text(), Path.Combine(root, file), reader.Number(), reader.Text());
    }

    private static void Write(ImageWriter image, Problem problem)
    {
        image.Add(problem.Code);
        image.Add((int)problem.Severity);
        image.Add(problem.Message);
        image.Add(problem.Place);
        image.Add(problem.Remedy);
    }

    private static Problem Problem(ref ImageReader reader) => new(reader.Text(), (Severity)reader.Small(), reader.Text(), reader.Place(), reader.Text());

    private static void Write(ImageWriter image, ImageWriter texts, Edition edition, SourceText? text)
    {
        WriteFace(image, edition, text);
        image.Add(edition.Body.Key);
        image.Add(edition.Body.Targets);
        image.Add(edition.Content);
        var from = texts.Written.Length;
        RenderedParts.Write(texts, edition.Rendered!);
        image.Add(from);
        image.Add(texts.Written.Length - from);
        image.Add(unchecked((long)Hash.SumOf(texts.Written[from..])));
    }

    private static void WriteFace(ImageWriter image, Edition edition, SourceText? text)
    {
        image.Add(edition.Language);
        image.Add((int)edition.Making);
        // What a person wrote has the front matter of its file, but for what comes from the source.
        image.Add(edition.FrontMatter == text?.FrontMatter);
        if (edition.FrontMatter != text?.FrontMatter) FrontMatterImage.Write(image, edition.FrontMatter);
        image.Add(edition.Slug);
        image.Add(edition.Former);
        image.Add(edition.File);
        image.Add(edition.Untranslated);
        image.Add(edition.IsSound);
        image.Add(edition.IsStale);
        image.Add(edition.Approval is not null);
        if (edition.Approval is { } approval) Write(image, approval);
        image.Add(edition.Translation != TranslationSummary.None);
        if (edition.Translation != TranslationSummary.None) Write(image, edition.Translation);
    }

    private static void Write(ImageWriter image, TranslationSummary summary)
    {
        var shares = summary.Shares;
        image.Add((int)summary.Weakest);
        image.Add(summary.Machine);
        image.Add(summary.Repaired);
        image.Add(summary.Makers);
        image.Add(summary.Translators);
        image.Add(shares.Machine);
        image.Add(shares.Memory);
        image.Add(shares.Person);
        image.Add(shares.Other);
    }

    private static Edition Edition(ref ImageReader reader, Release release, int place, Lazy<JoinedRelease> whole, RenderedParts rendered)
    {
        var (language, making) = (reader.Language(), (Making)reader.Small());
        var front = reader.Flag() ? release.Authored.Prepend(release.Source).First(text => text.Language == language).FrontMatter : FrontMatterImage.Read(ref reader);
        var edition = new Edition
        {
            Release = release,
            Language = language,
            Making = making,
            FrontMatter = front,
            Body = null!,
            Content = "",
            Slug = reader.Text(),
            Former = reader.Texts(),
            File = reader.Text(),
            Untranslated = reader.Small(),
            IsSound = reader.Flag(),
            IsStale = reader.Flag(),
            Approval = reader.Flag() ? Approval(ref reader) : null,
            Translation = reader.Flag() ? Summary(ref reader) : TranslationSummary.None,
        };
        var (key, targets, content) = (reader.Text(), reader.Texts(), reader.Text());
        var rest = new RestOfEdition(whole, place, rendered, new RenderedPart(reader.Number(), reader.Small(), unchecked((ulong)reader.Number())));
        return edition with { Content = content, SegmentsOnDemand = rest, Body = new Body(key, targets, rest.Html) };
    }

    private static TranslationSummary Summary(ref ImageReader reader) =>
        new((SegmentState)reader.Small(), reader.Small(), reader.Small(), reader.Texts(), reader.Texts())
        {
            Shares = new Shares(reader.Small(), reader.Small(), reader.Small(), reader.Small()),
        };

    // There is one of these for each text: no more than where to find it.
    private sealed class RestOfText(Lazy<JoinedRelease> whole, int place) : IOnDemand<(string Markdown, KeyPlaces Places)>, IOnDemand<SplitUnits>
    {
        (string Markdown, KeyPlaces Places) IOnDemand<(string Markdown, KeyPlaces Places)>.Value => (Whole.Text.Markdown, Whole.Text.Places);

        SplitUnits IOnDemand<SplitUnits>.Value => Whole.AllUnits;

        private SplitText Whole => place == 0 ? whole.Value.Paired!.Source : whole.Value.Paired!.Authored[place - 1];
    }

    private sealed class RestOfTranslation(Lazy<JoinedRelease> whole, int place) : IOnDemand<ReadOnlyMemory<byte>>
    {
        public ReadOnlyMemory<byte> Value => whole.Value.Release.Translations[place].Bytes;
    }

    private sealed class RestOfEdition(Lazy<JoinedRelease> whole, int place, RenderedParts rendered, RenderedPart part) : IOnDemand<ImmutableArray<SegmentTranslation>>
    {
        public ImmutableArray<SegmentTranslation> Value => whole.Value.Editions[place].Segments;

        public string Html(Func<string, string?> resolve) =>
            rendered.Read(part) is { } text ? StrayCharacters.Upright(text.Html(resolve)) : whole.Value.Editions[place].Body.Html(resolve);
    }
}
