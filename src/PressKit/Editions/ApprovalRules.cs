using PressKit.Content;
using PressKit.Editions.Reviewing;
using PressKit.Translation;
using PressKit.Translation.Xliff;

namespace PressKit.Editions;

/// <summary>What has to be so before a translation is signed off.</summary>
internal static class ApprovalRules
{
    /// <summary>The translation that may be signed off; null, and a problem, where something keeps it from that.</summary>
    public static PairedTranslation? MayBe(PairedRelease paired, Language language, Signature signature, Newsroom newsroom, Problems problems)
    {
        var release = paired.Release;
        if (paired.Source.Text.Language == language || paired.Authored.Any(a => a.Text.Language == language))
        {
            problems.Error("approval.not-a-translation", new Place($"{release.Folder}/{language}.md"), "A person wrote this text; only translations are approved.",
                "Name the languages of translations only.");
            return null;
        }

        if (release.Record.IsDamaged)
        {
            problems.Error("approval.damaged-record", new Place($"{release.Folder}/{RecordFile.Name}"), "The record cannot be read, and nothing is entered in it.",
                "Mend it: 'presskit check' says where.");
            return null;
        }

        if (paired.Translations.FirstOrDefault(t => t.File.Language == language) is not { } translation)
        {
            if (release.Translations.FirstOrDefault(t => t.Language == language) is { } unread)
            {
                problems.Error("approval.unreadable", new Place(unread.File), "The translation cannot be read, and nobody knows what it says.",
                    "Mend it: 'presskit check' says where.");
                return null;
            }

            problems.Error("approval.no-translation", new Place($"{release.Folder}/{language}.xlf"), "There is no translation to approve.",
                "Draft one with 'presskit translate'.");
            return null;
        }

        if (paired.Source.Units.Count(u => translation.Of(u) is not { IsComplete: true }) is > 0 and var open)
        {
            problems.Error("approval.incomplete", new Place(translation.File.File),
                FormattableString.Invariant($"{open} of its {paired.Source.Units.Length} units are not translated, or their source has changed."),
                "Translate them, or draft them with 'presskit translate', and approve then.");
            return null;
        }

        if (OpenConflicts(paired, translation) is { Length: > 0 } conflicts)
        {
            problems.Error("approval.open-conflict", conflicts[0],
                FormattableString.Invariant($"{conflicts.Length} of its sentences {(conflicts.Length == 1 ? "has" : "have")} another translation that came back from outside, and nobody has settled which holds."),
                $"Settle it, and approve then: 'presskit exchange import {translation.File.File} --take theirs', or --take ours.");
            return null;
        }

        if (newsroom.Policy.Approver == ApproverPolicy.SecondPerson && OwnWork(paired, translation, signature.By) is > 0 and var own)
        {
            problems.Error("approval.own-work", new Place(translation.File.File),
                FormattableString.Invariant($"{own} of its sentences {(own == 1 ? "was" : "were")} translated by {signature.By}, and nobody else has revised {(own == 1 ? "it" : "them")}."),
                "Have it signed off by a second person, as newsroom.yml asks (publication: approver: second-person).");
            return null;
        }

        var sentences = paired.Source.Units.SelectMany(u => translation.Of(u)!.Segments).ToList();
        if (newsroom.Review.SecondPerson && sentences.Count(s => s.State < SegmentState.Reviewed) is > 0 and var few)
        {
            problems.Error("approval.not-reviewed", new Place(translation.File.File),
                FormattableString.Invariant($"{few} of its sentences {(few == 1 ? "has" : "have")} not been reviewed by a second person."),
                "Review them at the desk, as newsroom.yml asks (review: secondPerson: true), and sign off then.");
            return null;
        }

        if (newsroom.Review.ApproverDiffers && sentences.Count(s => ReviewRules.LastEditor(s) is { } editor && Signature.IsSame(editor, signature.By)) is > 0 and var last)
        {
            problems.Error("approval.last-editor", new Place(translation.File.File),
                FormattableString.Invariant($"{signature.By} was the last who changed {last} of its sentences."),
                "Have it signed off by somebody else, as newsroom.yml asks (review: approverDiffers: true).");
            return null;
        }

        return translation;
    }

    /// <summary>The places of sentences of which two translations are at hand.</summary>
    private static Place[] OpenConflicts(PairedRelease paired, PairedTranslation translation)
    {
        var open = paired.Source.Units.SelectMany(u => translation.Of(u)!.Segments).SelectMany(s => s.Conflicts).ToHashSet();
        if (open.Count == 0) return [];
        var places = XliffPlaces.Of(translation.File.Bytes, translation.File.File);
        return [.. translation.Stored.Units.SelectMany(u => u.Segments.Select((s, i) => (u.Id, i, s.Conflicts)))
            .Where(s => s.Conflicts.Any(open.Contains)).Select(s => places.GetValueOrDefault((s.Id, s.i), new Place(translation.File.File)))];
    }

    private static int OwnWork(PairedRelease paired, PairedTranslation translation, string by) =>
        paired.Source.UnitsIn(translation.File.Language).SelectMany(u => translation.Of(u)?.Segments ?? []).Count(s => s.Provenance is { Origin: Origin.Author } maker
            && Signature.IsSame(maker.Maker, by) && (maker.Revised is null || Signature.IsSame(maker.Revised.By, by)));
}
