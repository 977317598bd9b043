using System.Collections.Immutable;
using PressKit.Editions.Reviewing;
using PressKit.Translation;
using PressKit.Translation.Glossary;

namespace PressKit.Review.Pages;

/// <summary>Asks machines for one sentence, with the same protection and the same checks of their answers as drafts have.</summary>
/// <param name="glossary">The glossary.</param>
/// <param name="time">The clock.</param>
internal sealed class Suggesting(ImmutableArray<Term> glossary, TimeProvider time)
{
    /// <summary>What came of it.</summary>
    public sealed record Suggestion(InlineContent? Content, string? Maker, string? Message);

    /// <summary>A translation of a sentence by the first service that has one.</summary>
    public async Task<Suggestion> AskAsync(EditionState state, SentenceName name, IReadOnlyList<ITranslator> services, CancellationToken cancellation)
    {
        if (services.Count == 0) return new Suggestion(null, null, "No service may be asked for this release: newsroom.yml names none.");
        var (unit, segment) = (state.Unit(name.Unit)!, state.Sentence(name)!);
        var alone = new Unit(unit.Id, unit.Role, [segment.Segment with { Space = "" }]) { Note = unit.Note };
        var front = state.Release.Source.Text;
        var request = new DraftRequest(state.Release.Release.Id, $"{state.Release.Release.Folder}/{state.Language}.xlf", front.File, front.Hash, state.SourceLanguage, state.Language, [alone], null);
        try
        {
            var draft = await new Drafting([.. services], new Terminology(glossary), time).DraftAsync(request, new Problems(), cancellation);
            var made = draft.Translation.Units.SelectMany(u => u.Segments).FirstOrDefault();
            return made?.Target is { } target ? new Suggestion(target, made.Provenance?.Maker, null)
                : new Suggestion(null, null, draft.Failure?.ToString() ?? (draft.HasNoRoute ? "No service translates between these languages." : "The service has no translation for it."));
        }
        catch (TranslatorException e)
        {
            return new Suggestion(null, null, e.Message);
        }
    }
}
