using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PressKit.Content;
using PressKit.Editions;
using PressKit.Translation;

namespace PressKit.Cli;

/// <summary>What the newsroom's files show of one edition, as article 50 of Regulation (EU) 2024/1689 asks a publisher to be able
/// to show it: which text a machine made, that a person reviewed it, who answers for it, since when, under which policy and
/// label.</summary>
internal sealed class EditionEvidence
{
    private EditionEvidence(Edition edition, Newsroom newsroom, DateTimeOffset now) => (Edition, Newsroom, At) = (edition, newsroom, now);

    /// <summary>The edition that is public; where none is, the one that waits.</summary>
    public Edition Edition { get; }

    public Newsroom Newsroom { get; }

    /// <summary>When the record was written.</summary>
    public DateTimeOffset At { get; }

    /// <summary>What holds it back; null where it is public.</summary>
    public string? HeldBack { get; private init; }

    /// <summary>What its page says of how it was made; null for nothing.</summary>
    public string? Label { get; private init; }

    /// <summary>Who holds editorial responsibility.</summary>
    public string Responsible => Newsroom.Policy.Responsible ?? Newsroom.Name;

    /// <summary>All approvals of the edition, the oldest first.</summary>
    public ImmutableArray<Approval> Approvals => Edition.Release.Record.Editions.GetValueOrDefault(Edition.Language)?.Approvals ?? [];

    public Shares Shares => Shares.Of(Edition.Segments);

    /// <summary>The sentences by who or what made them.</summary>
    public IEnumerable<IGrouping<(Origin Origin, string Maker, string? Method, string? Glossary), SegmentTranslation>> Makers =>
        Edition.Segments.Where(s => s.Provenance is not null)
            .GroupBy(s => (s.Provenance!.Origin, s.Provenance.Maker, s.Provenance.Method, s.Provenance.Glossary));

    /// <summary>The record of an edition; null where there is none of that name.</summary>
    /// <param name="publisher">The publisher.</param>
    /// <param name="prepared">The newsroom.</param>
    /// <param name="now">The instant.</param>
    /// <param name="typed">A release's id, or the end of one, a slash, and a language.</param>
    public static EditionEvidence? Find(Publisher publisher, Prepared prepared, DateTimeOffset now, string typed)
    {
        var slash = typed.LastIndexOf('/');
        if (slash < 1 || !Language.TryParse(typed[(slash + 1)..], out var language)) return null;
        var name = typed[..slash];
        var releases = prepared.Releases.Where(r => r.Release.Id == name).ToList();
        if (releases.Count == 0) releases = [.. prepared.Releases.Where(r => r.Release.Id.Contains(name, StringComparison.OrdinalIgnoreCase))];
        if (releases is not [var release]) return null;
        var folder = release.Release.Folder;
        if (prepared.Admission.Admitted.FirstOrDefault(a => a.Edition.Release.Folder == folder && a.Edition.Language == language) is { } admitted)
            return new EditionEvidence(admitted.Edition, prepared.Newsroom, now) { Label = publisher.Notice(admitted) };
        return prepared.Admission.Held.FirstOrDefault(h => h.Edition.Release.Folder == folder && h.Edition.Language == language) is { } held
            ? new EditionEvidence(held.Edition, prepared.Newsroom, now) { HeldBack = held.Reason } : null;
    }

    /// <summary>An instant in UTC; null for none.</summary>
    public static string? Written(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("writtenAt", Written(At));
        json.WriteString("tool", Session.Tool);
        json.WriteString("release", Edition.Release.Id);
        json.WriteString("language", Edition.Language.Tag);
        json.WriteString("headline", Edition.FrontMatter.Headline);
        json.WriteString("making", Edition.Making.ToString().ToLowerInvariant());
        json.WriteString("sourceLanguage", Edition.Release.Source.Language.Tag);
        json.WriteString("sourceRevision", Edition.Approval?.Revision ?? Edition.Release.Source.Hash);
        json.WriteString("content", Edition.Content);
        json.WriteBoolean("public", HeldBack is null);
        json.WriteString("heldBack", HeldBack);
        json.WriteString("published", Written(Edition.FrontMatter.Published));
        json.WriteBoolean("earlierEdition", Edition.IsStale);
        json.WriteString("label", Label);
        json.WriteString("responsible", Responsible);
        WritePolicy(json);
        json.WriteStartArray("approvals");
        foreach (var approval in Approvals)
        {
            json.WriteStartObject();
            json.WriteString("by", approval.By);
            json.WriteString("at", Written(approval.At));
            json.WriteString("content", approval.Content);
            json.WriteString("revision", approval.Revision);
            json.WriteString("note", approval.Note);
            json.WriteBoolean("holds", approval == Edition.Approval);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (var happened in Edition.Release.Record.Events.Where(e => e.Concerns(Edition.Language)))
        {
            json.WriteStartObject();
            json.WriteString("event", RecordFile.WordOf(happened.Kind));
            json.WriteString("at", Written(happened.At));
            json.WriteString("by", happened.By);
            json.WriteString("reason", happened.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sentences");
        foreach (var segment in Edition.Segments) Write(json, segment);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WritePolicy(Utf8JsonWriter json)
    {
        json.WriteStartObject("policy");
        foreach (var (key, value) in Policies) json.WriteString(key, value);
        json.WriteEndObject();
    }

    /// <summary>The policies that it is published under, as newsroom.yml writes them.</summary>
    public IEnumerable<(string Key, string Value)> Policies =>
    [
        ("machine", Newsroom.Policy.Machine == MachinePolicy.Label ? "label" : "hold"),
        ("stale", Newsroom.Policy.Stale == StalePolicy.Earlier ? "earlier" : "hold"),
        ("repaired", Newsroom.Policy.Repaired == RepairedPolicy.Keep ? "keep" : "hold"),
        ("approver", Newsroom.Policy.Approver == ApproverPolicy.SecondPerson ? "second-person" : "anyone"),
    ];

    private static void Write(Utf8JsonWriter json, SegmentTranslation segment)
    {
        json.WriteStartObject();
        json.WriteString("source", segment.Segment.Source.ReadingText);
        json.WriteString("text", segment.Target?.ReadingText);
        json.WriteString("state", segment.State.ToString().ToLowerInvariant());
        json.WriteString("origin", segment.Provenance?.Origin.ToString().ToLowerInvariant());
        json.WriteString("maker", segment.Provenance?.Maker);
        json.WriteString("method", segment.Provenance?.Method);
        json.WriteString("glossary", segment.Provenance?.Glossary);
        json.WriteString("at", Written(segment.Provenance?.At));
        json.WriteString("revisedBy", segment.Provenance?.Revised?.By);
        json.WriteString("revisedAt", Written(segment.Provenance?.Revised?.At));
        json.WriteBoolean("repaired", segment.IsRepaired);
        json.WriteEndObject();
    }
}
