using System.Collections.Immutable;
using System.Globalization;
using PressKit.Translation;
using PressKit.Translation.Checks;

namespace PressKit.Editions.Reviewing;

/// <summary>The rules of the desk: what becomes of what somebody wants, and why not. Pure: a state and a wish in, events or a refusal
/// out.</summary>
/// <param name="settings">What the newsroom asks.</param>
public sealed class ReviewRules(ReviewSettings settings)
{
    private const int LongestText = 20_000;

    /// <summary>Somebody writes the translation of a sentence, or takes it over as it is. What was reviewed is not reviewed any
    /// more.</summary>
    /// <param name="state">The edition.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="name">The sentence.</param>
    /// <param name="version">The version that they have seen.</param>
    /// <param name="text">What they wrote (<see cref="PlaceholderText"/>).</param>
    /// <param name="kind">How: <see cref="Happening.Edited"/>, <see cref="Happening.Reverted"/> or <see cref="Happening.Replaced"/>.</param>
    /// <param name="of">The event that is taken back.</param>
    public static Decision Edit(EditionState state, Reviewer by, DateTimeOffset at, SentenceName name, string version, string text, string kind = Happening.Edited, string? of = null)
    {
        if (Find(state, by, ReviewRole.Translator, name, version, out var refusal) is not { } segment) return refusal!;
        if (Content(text, segment, out refusal) is not { } target) return refusal!;
        if (target.Equals(segment.Target) && segment.State > SegmentState.Initial && !segment.IsRepaired) return new Decision([], null);
        return Happened(state, by, at, kind, name, segment) with
        {
            Target = target.ToString(), Of = of,
            Was = segment.State > SegmentState.Translated ? Word(segment.State) : null,
        };
    }

    /// <summary>Somebody compared sentences with their sources, and answers for them.</summary>
    public Decision Review(EditionState state, Reviewer by, DateTimeOffset at, IEnumerable<(SentenceName Name, string Version)> sentences)
    {
        var events = ImmutableArray.CreateBuilder<HistoryEvent>();
        foreach (var (name, version) in sentences)
        {
            if (Find(state, by, ReviewRole.Reviewer, name, version, out var refusal) is not { } segment) return refusal!;
            if (segment.Target is null) return new Refusal("review.not-translated", "A sentence has no translation yet.", "Translate it first.");
            if (!segment.Conflicts.IsEmpty) return new Refusal("review.unsettled", "A sentence has two translations, and nobody has settled which holds.", "Choose one of them.");
            if (settings.SecondPerson && LastEditor(segment) is { } editor && Signature.IsSame(editor, by.Name))
                return new Refusal("review.own-work", $"{by.Name} wrote this translation, and a second person has to review it.", "Hand it over to somebody else.");
            if (segment.State >= SegmentState.Reviewed) continue;
            events.Add(Happened(state, by, at, Happening.Reviewed, name, segment) with { Target = segment.Target.ToString() });
        }

        return new Decision(events.ToImmutable(), null);
    }

    /// <summary>Somebody refuses a sentence and says why; it goes back to whoever translates.</summary>
    public static Decision Reject(EditionState state, Reviewer by, DateTimeOffset at, SentenceName name, string version, string reason)
    {
        if (Find(state, by, ReviewRole.Reviewer, name, version, out var refusal) is not { } segment) return refusal!;
        if (Blank(reason, "why it is refused") is { } blank) return blank;
        return Happened(state, by, at, Happening.Rejected, name, segment) with
        {
            Target = segment.Target?.ToString(), Text = reason.Trim(), Was = segment.State > SegmentState.Translated ? Word(segment.State) : null,
        };
    }

    /// <summary>Somebody cuts a sentence in two, by saying what the first part is.</summary>
    /// <param name="state">The edition.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="name">The sentence.</param>
    /// <param name="version">The version that they have seen.</param>
    /// <param name="source">The beginning of the source, up to the cut, with its placeholders.</param>
    /// <param name="target">The beginning of the translation; passed over where there is none.</param>
    public static Decision Split(EditionState state, Reviewer by, DateTimeOffset at, SentenceName name, string version, string source, string? target)
    {
        if (Find(state, by, ReviewRole.Translator, name, version, out var refusal) is not { } segment) return refusal!;
        int? inTarget = segment.Target is { } content ? Cutting.Step(content, target ?? "") : null;
        var cut = Cutting.Step(segment.Segment.Source, source) is not { } inSource ? null
            : segment.Target is null ? inSource.ToString(CultureInfo.InvariantCulture)
            : inTarget is null ? null : string.Create(CultureInfo.InvariantCulture, $"{inSource} {inTarget}");
        if (cut is null || Cutting.Split(state.Unit(name.Unit)!, name.Segment - 1, cut) is null)
            return new Refusal("review.cannot-cut", "The sentence cannot be cut there: both parts need words, and a code stands in one of them.", "Cut between two words, outside of codes, at the same place in both languages.");
        return Happened(state, by, at, Happening.Split, name, segment) with { Cut = cut };
    }

    /// <summary>Somebody joins a sentence with the next one of its unit.</summary>
    public static Decision Join(EditionState state, Reviewer by, DateTimeOffset at, SentenceName name, string version)
    {
        if (Find(state, by, ReviewRole.Translator, name, version, out var refusal) is not { } segment) return refusal!;
        if (Cutting.Join(state.Unit(name.Unit)!, name.Segment - 1, state.SourceLanguage, state.Language) is null)
            return new Refusal("review.cannot-join", "There is no next sentence in this paragraph, or only one of the two is translated.", "Translate both, or neither.");
        return Happened(state, by, at, Happening.Joined, name, segment);
    }

    /// <summary>Of two translations of a sentence, somebody chooses one, or writes a third.</summary>
    public static Decision Settle(EditionState state, Reviewer by, DateTimeOffset at, SentenceName name, string version, string text)
    {
        if (Find(state, by, ReviewRole.Translator, name, version, out var refusal) is not { } segment) return refusal!;
        if (segment.Conflicts.IsEmpty) return new Refusal("review.nothing-to-settle", "The sentence has one translation only.", "Read the edition again: somebody has settled it.");
        if (Content(text, segment, out refusal) is not { } target) return refusal!;
        return Happened(state, by, at, Happening.Settled, name, segment) with { Target = target.ToString() };
    }

    /// <summary>Somebody brings back what a sentence said before or after an event.</summary>
    public static Decision Revert(EditionState state, Reviewer by, DateTimeOffset at, SentenceName name, string version, string id)
    {
        if (state.History.LastOrDefault(e => e.Id == id) is not { } earlier || earlier.Target is null)
            return new Refusal("review.no-event", "There is no such text in the history.", "Choose one that the history shows.");
        return Edit(state, by, at, name, version, earlier.Target, Happening.Reverted, id);
    }

    /// <summary>Somebody takes a replacement of words back. Whatever others wrote or approved since stays.</summary>
    public static Decision Undo(EditionState state, Reviewer by, DateTimeOffset at, string id)
    {
        if (state.History.LastOrDefault(e => e.Id == id) is not { Event: Happening.Replaced, Unit: { } unit, Before: { } before } replaced)
            return new Refusal("review.no-event", "There is no such replacement in the history.", "Choose one that the history shows.");
        var name = new SentenceName(unit, Versions.Number(replaced.Segments));
        if (state.Sentence(name) is not { State: SegmentState.Translated } segment || segment.Segment.Source.ToString() != replaced.Source || segment.Target?.ToString() != replaced.Target)
            return new Refusal("review.outdated", "The sentence was changed or approved since.", "Bring back what it said from its history, if that is meant.");
        return Edit(state, by, at, name, Versions.Of(segment), before, Happening.Reverted, id);
    }

    /// <summary>Why somebody may not sign an edition off; null where they may, as far as the desk goes.</summary>
    /// <param name="state">The edition.</param>
    /// <param name="by">Who.</param>
    /// <param name="version">The version of it that they have seen.</param>
    public static Refusal? MayApprove(EditionState state, Reviewer by, string version)
    {
        if (by.Role < ReviewRole.Editor) return Refusal.NotAllowed(by, ReviewRole.Editor);
        if (state.Version != version) return new Refusal("review.outdated", "The edition was changed meanwhile.", "Read what changed, and sign it off then.");
        return state.Units.SelectMany(u => u.Segments.Select((s, i) => new SentenceName(u.Id, i + 1))).Any(n => OpenRejection(state, n) is not null)
            ? new Refusal("review.rejected", "A sentence was refused, and nobody has changed it since.", "Translate it anew, or approve the sentence.") : null;
    }

    /// <summary>Why somebody may not take an approval back; null where they may.</summary>
    public static Refusal? MayTakeBack(Reviewer by, string reason) =>
        by.Role < ReviewRole.Editor ? Refusal.NotAllowed(by, ReviewRole.Editor) : Blank(reason, "why it is taken back");

    /// <summary>The refusal of a sentence that nobody has changed or approved since; null where there is none.</summary>
    public static HistoryEvent? OpenRejection(EditionState state, SentenceName name)
    {
        var source = state.Sentence(name)?.Segment.Source.ToString();
        return state.History.LastOrDefault(e => e.Unit == name.Unit && e.Source == source && (Happening.IsStored(e) || e.Event == Happening.Rejected)) is { Event: Happening.Rejected } last ? last : null;
    }

    /// <summary>Somebody keeps what a check found.</summary>
    /// <param name="state">The edition.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="name">The sentence.</param>
    /// <param name="finding">What was found; null where checks find no such thing.</param>
    /// <param name="reason">Why.</param>
    public static Decision Dismiss(EditionState state, Reviewer by, DateTimeOffset at, SentenceName name, Finding? finding, string reason)
    {
        if (by.Role < ReviewRole.Translator) return Refusal.NotAllowed(by, ReviewRole.Translator);
        if (state.Sentence(name) is not { } segment) return Refusal.NoSentence(name);
        if (Blank(reason, "why it is kept") is { } blank) return blank;
        if (finding is null) return new Refusal("review.no-finding", "Checks find no such thing in the sentence as it is.", "Read the sentence again.");
        return Happened(state, by, at, Happening.Dismissed, name, segment) with { Check = finding.Rule.Code, Finding = finding.Fingerprint, Text = reason.Trim() };
    }

    /// <summary>Somebody says something: <see cref="Happening.Commented"/>, <see cref="Happening.Asked"/>, <see cref="Happening.Answered"/>, or
    /// refuses a whole edition or hands it over. A name without a unit means the whole edition.</summary>
    /// <param name="state">The edition.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="name">The sentence; null for the whole edition.</param>
    /// <param name="text">What they say.</param>
    /// <param name="to">Who takes over; else null.</param>
    /// <param name="of">The question that is answered; else null.</param>
    public static Decision Say(EditionState state, Reviewer by, DateTimeOffset at, string kind, SentenceName? name, string text, string? to = null, string? of = null)
    {
        var needed = kind switch { Happening.Rejected => ReviewRole.Reviewer, Happening.HandedOver => ReviewRole.Translator, _ => ReviewRole.Reader };
        if (by.Role < needed) return Refusal.NotAllowed(by, needed);
        var segment = name is { } wanted ? state.Sentence(wanted) : null;
        if (name is { } missing && segment is null) return Refusal.NoSentence(missing);
        if ((kind == Happening.HandedOver ? Blank(to ?? "", "who takes over") : Blank(text, "anything")) is { } blank) return blank;
        if (kind == Happening.Answered && !state.History.Any(e => e.Id == of && e.Event == Happening.Asked))
            return new Refusal("review.no-event", "There is no such question.", "Answer one that the history shows.");
        var said = segment is null ? new HistoryEvent(Seconds(at), by.Name, kind, state.Version) { Role = WordOf(by.Role) } : Happened(state, by, at, kind, name!.Value, segment) with { Before = null, Source = null };
        return said with { Text = text.Trim().Length > 0 ? text.Trim() : null, To = to?.Trim(), Of = of };
    }

    /// <summary>Who wrote a translation, or took a machine's over, last; null where no person did.</summary>
    public static string? LastEditor(SegmentTranslation segment) => segment.Provenance switch
    {
        { Origin: Origin.Author } made => made.Maker,
        { Revised: { } taken } when segment.State == SegmentState.Translated => taken.By,
        _ => null,
    };

    /// <summary>A role as histories write it.</summary>
    public static string WordOf(ReviewRole role) => role switch
    {
        ReviewRole.Reader => "reader",
        ReviewRole.Translator => "translator",
        ReviewRole.Reviewer => "reviewer",
        ReviewRole.Editor => "editor",
        _ => "administrator",
    };

    private static HistoryEvent Happened(EditionState state, Reviewer by, DateTimeOffset at, string kind, SentenceName name, SegmentTranslation segment) =>
        new(Seconds(at), by.Name, kind, Versions.Of(segment))
        {
            Role = WordOf(by.Role), Unit = name.Unit, Segments = name.Segment.ToString(CultureInfo.InvariantCulture),
            Source = segment.Segment.Source.ToString(), Before = segment.Target?.ToString(),
        };

    private static SegmentTranslation? Find(EditionState state, Reviewer by, ReviewRole needed, SentenceName name, string version, out Refusal? refusal)
    {
        refusal = by.Role < needed ? Refusal.NotAllowed(by, needed) : null;
        if (refusal is not null) return null;
        if (state.Sentence(name) is not { } segment)
        {
            refusal = Refusal.NoSentence(name);
            return null;
        }

        if (Versions.Of(segment) == version) return segment;
        var last = state.History.LastOrDefault(e => e.Unit == name.Unit && Happening.IsStored(e) && e.Target == segment.Target?.ToString());
        refusal = new Refusal("review.outdated", "The sentence was changed meanwhile.", "Compare the two texts, and save the one that holds.")
        {
            Theirs = new PresentText(segment.Target?.ToString(), Versions.Of(segment), segment.State, last?.Actor ?? segment.Provenance?.Maker, last?.At ?? segment.Provenance?.At),
        };
        return null;
    }

    private static InlineContent? Content(string text, SegmentTranslation segment, out Refusal? refusal)
    {
        refusal = null;
        if (text.Length > LongestText) refusal = new Refusal("review.too-long", $"A sentence has at most {LongestText} characters.", "Write less.");
        else if (PlaceholderText.Read(Whole(text), segment.Segment.Source, out var fault) is not { } content) refusal = new Refusal(fault!.Code, fault.Message, "Put the codes where they belong.");
        else if (content.IsBlank && !segment.Segment.Source.IsBlank) refusal = new Refusal("review.empty", "There is nothing to read in it.", "Write the translation.");
        else return content;
        return null;
    }

    // Half of a pair of characters can stand in no file, nor can line ends of other systems come back.
    private static string Whole(string text) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes());

    private static Refusal? Blank(string text, string what) => !string.IsNullOrWhiteSpace(text) ? null : new Refusal("review.says-nothing", $"It does not say {what}.", "Say it.");

    private static string Word(SegmentState state) => state switch
    {
        SegmentState.Final => "final",
        SegmentState.Reviewed => "reviewed",
        SegmentState.Translated => "translated",
        _ => "initial",
    };

    private static DateTimeOffset Seconds(DateTimeOffset at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, at.Offset);
}
