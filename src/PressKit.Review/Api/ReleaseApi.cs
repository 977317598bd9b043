using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PressKit.Editions;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Review.Host;
using PressKit.Translation.Checks;

namespace PressKit.Review.Api;

/// <summary>Sentences of an edition that have the words that were looked for, for whoever may see them.</summary>
public sealed record HitsAnswer(string Language, ReviewRole Role, IEnumerable<HitAnswer> Hits);

/// <summary>A sentence in which words were found: where, in its texts without codes, and what it would say; null where nothing would be
/// another.</summary>
public sealed record HitAnswer(SentenceName Sentence, string Version, string State, string Source, string? Target, ImmutableArray<TextSpan> InSource, ImmutableArray<TextSpan> InTarget, string? After)
{
    internal static HitAnswer Of(WordHit hit) => new(hit.Sentence, hit.Version, Pages.Words.Of(hit.Translation), PlaceholderText.Write(hit.Translation.Segment.Source),
        hit.Translation.Target is { } target ? PlaceholderText.Write(target) : null, hit.InSource, hit.InTarget, hit.After);
}

/// <summary>Replacements in several languages, as they were shown.</summary>
public sealed record ReplaceAllWish(IReadOnlyList<LanguageReplacements> Editions);

/// <summary>Those of a language.</summary>
public sealed record LanguageReplacements(string Language, IReadOnlyList<Replacement> Replacements);

/// <summary>What became of the replacements in a language: what happened, and the sentences that were changed since and left alone.</summary>
public sealed record LanguageReplaced(string Language, string? Version, ImmutableArray<HistoryEvent> Events, ImmutableArray<SentenceName> Left, Fault? Refused = null);

/// <summary>Replacements that are taken back: the ids of the events that they are in the histories.</summary>
public sealed record UndoWish(IReadOnlyList<LanguageEvents> Editions);

/// <summary>Those of a language.</summary>
public sealed record LanguageEvents(string Language, IReadOnlyList<string> Events);

/// <summary>What became of taking replacements back in a language: what happened, and the events that were left as they are.</summary>
public sealed record LanguageUndone(string Language, string? Version, ImmutableArray<HistoryEvent> Events, ImmutableArray<string> Left, Fault? Refused = null);

/// <summary>What is done with a release in all its languages at once. Each language has its own roles; one that somebody may not see
/// is not there for them.</summary>
internal sealed class ReleaseApi(ReviewDesk desk, Access access)
{
    /// <summary>Serves it.</summary>
    public void Map(IEndpointRouteBuilder api)
    {
        var release = api.MapGroup("/releases/{folder}/{name}").WithTags("Releases").Refuses(StatusCodes.Status404NotFound);
        release.MapGet("/hits", Hits).Produces<HitsAnswer[]>().WithSummary("Sentences that have words in their translation (find), in their source (source), or in both; and what replacing the former would come to.");
        release.MapPost("/replacements", ReplaceAsync).Produces<LanguageReplaced[]>().Produces<Fault>(400)
            .WithSummary("Replaces words in several languages as it was shown; sentences that were changed since are left alone, and named.");
        release.MapPost("/replacements/undo", UndoAsync).Produces<LanguageUndone[]>().Produces<Fault>(400)
            .WithSummary("Takes replacements back; sentences that were changed or approved since are left alone, and their events named.");
    }

    private IResult Hits(HttpContext context, string folder, string name, string find = "", string source = "", string put = "", bool matchCase = true, bool wholeWords = false)
    {
        var search = new WordSearch(find, put) { Source = source, MatchCase = matchCase, WholeWords = wholeWords };
        var seen = Seen(context, folder, name);
        return seen.IsEmpty ? ApiResults.NotFound()
            : TypedResults.Ok(seen.Select(e => new HitsAnswer(e.Name.Language.Tag, e.By.Role, desk.Hits(e.Name, search).Select(HitAnswer.Of))).ToList());
    }

    private async Task<IResult> ReplaceAsync(HttpContext context, string folder, string name, ReplaceAllWish wish)
    {
        var seen = Seen(context, folder, name);
        if (wish.Editions.Any(e => !seen.Any(s => s.Name.Language.Tag == e.Language))) return ApiResults.NotFound();
        var replaced = new List<LanguageReplaced>();
        foreach (var edition in wish.Editions)
        {
            var (at, by) = seen.First(s => s.Name.Language.Tag == edition.Language);
            if (by.Role < ReviewRole.Translator) return ApiResults.Refused(Refusal.NotAllowed(by, ReviewRole.Translator), "");
            var (outcome, left) = await desk.ReplaceAsync(at, by, edition.Replacements);
            replaced.Add(new LanguageReplaced(edition.Language, outcome.State?.Version, outcome.Events, left, FaultOf(outcome)));
        }

        return TypedResults.Ok(replaced);
    }

    private async Task<IResult> UndoAsync(HttpContext context, string folder, string name, UndoWish wish)
    {
        var seen = Seen(context, folder, name);
        if (wish.Editions.Any(e => !seen.Any(s => s.Name.Language.Tag == e.Language))) return ApiResults.NotFound();
        var undone = new List<LanguageUndone>();
        foreach (var edition in wish.Editions)
        {
            var (at, by) = seen.First(s => s.Name.Language.Tag == edition.Language);
            if (by.Role < ReviewRole.Translator) return ApiResults.Refused(Refusal.NotAllowed(by, ReviewRole.Translator), "");
            var (outcome, left) = await desk.UndoAsync(at, by, edition.Events);
            undone.Add(new LanguageUndone(edition.Language, outcome.State?.Version, outcome.Events, left, FaultOf(outcome)));
        }

        return TypedResults.Ok(undone);
    }

    private static Fault? FaultOf(Outcome outcome) => outcome.Refusal is { } refusal ? new Fault(refusal.Code, refusal.Message, refusal.Remedy) : null;

    /// <summary>The editions of a release that somebody may see, with what they may do in each.</summary>
    private ImmutableArray<(EditionName Name, Reviewer By)> Seen(HttpContext context, string folder, string name)
    {
        var release = EditionApi.ReleaseOf(folder, name);
        return [.. desk.Languages(release).Select(l => new EditionName(release, l)).Select(e => (Name: e, By: access.Who(context, e))).Where(e => e.By is not null).Select(e => (e.Name, e.By!))];
    }
}
