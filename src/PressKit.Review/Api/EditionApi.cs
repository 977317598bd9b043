using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PressKit.Editions;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Review.Host;

namespace PressKit.Review.Api;

/// <summary>Editions and their sentences. A standing page is named like a release, in the folder <c>pages</c>.</summary>
internal sealed class EditionApi(ReviewDesk desk, Access access)
{
    private const string Pages = "pages";

    /// <summary>Serves them.</summary>
    public void Map(IEndpointRouteBuilder api)
    {
        var edition = api.MapGroup("/editions/{folder}/{name}/{language}").WithTags("Editions").Refuses(StatusCodes.Status404NotFound);
        edition.MapGet("", View).Produces<EditionAnswer>().WithSummary("An edition: its paragraphs with their sentences, translations and findings.");
        edition.MapGet("/history", History).Produces<HistoryEvent[]>().WithSummary("What happened in an edition, the oldest first.");
        Changes(edition.MapPost("/approvals", ApproveAsync)).WithSummary("Approves sentences: somebody compared them with their sources, and answers for them.");
        Changes(edition.MapPost("/remarks", RemarkAsync)).WithSummary("Comments on an edition as a whole, asks its author, answers, or rejects it.");
        Changes(edition.MapPost("/hand-over", HandOverAsync)).WithSummary("Hands an edition over to somebody.");

        Against(edition.MapPost("/sign-off", SignOffAsync)).Produces<DoneAnswer>().WithSummary("Signs an edition off as it is: If-Match names the edition's version.");
        Changes(edition.MapPost("/sign-off/withdrawal", TakeBackAsync)).WithSummary("Takes a sign-off back, and says why.");
        edition.MapGet("/replacements", Replacements).Produces<Replacement[]>().WithSummary("What replacing words in an edition would come to.");
        Changes(edition.MapPost("/replacements", ReplaceAsync)).Produces<ReplacedAnswer>().WithSummary("Replaces words as it was shown; sentences that were changed since are left alone, and named.");

        var sentence = edition.MapGroup("/sentences/{unit}/{segment:int}");
        sentence.MapGet("", Sentence).Produces<SentenceAnswer>().WithSummary("A sentence, with all that helps to translate it.");
        Against(sentence.MapPut("", SaveAsync)).Produces<SentenceAnswer>().WithSummary("Saves the translation of a sentence; confirmed when it is on the disk.");
        Against(sentence.MapPost("/approval", ApproveOneAsync)).Produces<SentenceAnswer>().WithSummary("Approves a sentence.");
        Against(sentence.MapPost("/rejection", RejectAsync)).Produces<SentenceAnswer>().WithSummary("Rejects a sentence, and says why.");
        Against(sentence.MapPost("/split", SplitAsync)).Produces<SentenceAnswer>().WithSummary("Cuts a sentence in two.");
        Against(sentence.MapPost("/join", JoinAsync)).Produces<SentenceAnswer>().WithSummary("Joins a sentence with the next one of its paragraph.");
        Against(sentence.MapPost("/settlement", SettleAsync)).Produces<SentenceAnswer>().WithSummary("Of two translations, chooses one, or writes a third.");
        Against(sentence.MapPost("/revert", RevertAsync)).Produces<SentenceAnswer>().WithSummary("Brings back what a sentence said after an event of its history.");
        Changes(sentence.MapPost("/dismissals", DismissAsync)).WithSummary("Keeps what a check found, and says why.");
        Changes(sentence.MapPost("/remarks", RemarkOnAsync)).WithSummary("Comments on a sentence, asks its author, or answers.");
    }

    /// <summary>The id of a release, or of a standing page, by its folder and its name.</summary>
    internal static string ReleaseOf(string folder, string name) => folder == Pages ? name : $"{folder}/{name}";

    private static RouteHandlerBuilder Changes(RouteHandlerBuilder route) => route.Produces<DoneAnswer>().Produces<Fault>(400).Produces<Fault>(403).Produces<Fault>(422);

    private static RouteHandlerBuilder Against(RouteHandlerBuilder route) =>
        route.Produces<Fault>(400).Produces<Fault>(403).Produces<ConflictAnswer>(412).Produces<Fault>(422).Produces<Fault>(428).WithDescription("If-Match names the version that was read.");

    private IResult View(HttpContext context, string folder, string name, string language) =>
        Find(context, folder, name, language) is var (edition, _) && desk.View(edition, matches: false) is { } view
            ? ApiResults.Ok(context, EditionAnswer.Of(view), view.Version) : ApiResults.NotFound();

    private IResult History(HttpContext context, string folder, string name, string language) =>
        Find(context, folder, name, language) is var (edition, _) && desk.State(edition) is { } state ? ApiResults.Ok(context, state.History) : ApiResults.NotFound();

    private IResult Sentence(HttpContext context, string folder, string name, string language, string unit, int segment) =>
        Find(context, folder, name, language) is var (edition, _) && desk.Sentence(edition, new SentenceName(unit, segment)) is { } view
            ? ApiResults.Ok(context, SentenceAnswer.Of(view, d => access.MaySeeDocument(context, d)), view.Version) : ApiResults.NotFound();

    private Task<IResult> SaveAsync(HttpContext context, string folder, string name, string language, string unit, int segment, TextWish wish) =>
        OnAsync(context, folder, name, language, unit, segment, (edition, by, at, version) => desk.SaveAsync(edition, by, at, version, wish.Text), wish.Text);

    private Task<IResult> ApproveOneAsync(HttpContext context, string folder, string name, string language, string unit, int segment) =>
        OnAsync(context, folder, name, language, unit, segment, (edition, by, at, version) => desk.ReviewAsync(edition, by, [(at, version)]));

    private Task<IResult> RejectAsync(HttpContext context, string folder, string name, string language, string unit, int segment, ReasonWish wish) =>
        OnAsync(context, folder, name, language, unit, segment, (edition, by, at, version) => desk.RejectAsync(edition, by, at, version, wish.Reason));

    private Task<IResult> SplitAsync(HttpContext context, string folder, string name, string language, string unit, int segment, SplitWish wish) =>
        OnAsync(context, folder, name, language, unit, segment, (edition, by, at, version) => desk.SplitAsync(edition, by, at, version, wish.Source, wish.Target));

    private Task<IResult> JoinAsync(HttpContext context, string folder, string name, string language, string unit, int segment) =>
        OnAsync(context, folder, name, language, unit, segment, desk.JoinAsync);

    private Task<IResult> SettleAsync(HttpContext context, string folder, string name, string language, string unit, int segment, TextWish wish) =>
        OnAsync(context, folder, name, language, unit, segment, (edition, by, at, version) => desk.SettleAsync(edition, by, at, version, wish.Text), wish.Text);

    private Task<IResult> RevertAsync(HttpContext context, string folder, string name, string language, string unit, int segment, RevertWish wish) =>
        OnAsync(context, folder, name, language, unit, segment, (edition, by, at, version) => desk.RevertAsync(edition, by, at, version, wish.Event));

    private Task<IResult> ApproveAsync(HttpContext context, string folder, string name, string language, ApprovalWish wish) =>
        DoAsync(context, folder, name, language, (edition, by) => desk.ReviewAsync(edition, by, wish.Sentences.Select(s => (new SentenceName(s.Unit, s.Segment), s.Version))));

    private async Task<IResult> SignOffAsync(HttpContext context, string folder, string name, string language, SignOffWish wish) =>
        ApiResults.Version(context) is not { } version ? ApiResults.NoVersion()
            : await DoAsync(context, folder, name, language, (edition, by) => desk.ApproveAsync(edition, by, version, wish.Note));

    private Task<IResult> TakeBackAsync(HttpContext context, string folder, string name, string language, ReasonWish wish) =>
        DoAsync(context, folder, name, language, (edition, by) => desk.TakeBackAsync(edition, by, wish.Reason));

    private IResult Replacements(HttpContext context, string folder, string name, string language, string find, string put, bool matchCase = true, bool wholeWords = false) =>
        Find(context, folder, name, language) is var (edition, _)
            ? TypedResults.Ok(desk.Replacements(edition, new WordSearch(find, put) { MatchCase = matchCase, WholeWords = wholeWords })) : ApiResults.NotFound();

    private async Task<IResult> ReplaceAsync(HttpContext context, string folder, string name, string language, ReplaceWish wish)
    {
        if (Find(context, folder, name, language) is not var (edition, by)) return ApiResults.NotFound();
        var (outcome, left) = await desk.ReplaceAsync(edition, by, wish.Replacements);
        return outcome.Refusal is { } refusal ? ApiResults.Refused(refusal, "") : ApiResults.Ok(context, new ReplacedAnswer(outcome.State!.Version, outcome.Events, left), outcome.State.Version);
    }

    private Task<IResult> DismissAsync(HttpContext context, string folder, string name, string language, string unit, int segment, DismissalWish wish) =>
        DoAsync(context, folder, name, language, (edition, by) => desk.DismissAsync(edition, by, new SentenceName(unit, segment), wish.Fingerprint, wish.Reason));

    private Task<IResult> RemarkAsync(HttpContext context, string folder, string name, string language, RemarkWish wish) =>
        KindOf(wish.Kind, isWhole: true) is not { } kind ? Task.FromResult(NoKind(wish.Kind))
            : DoAsync(context, folder, name, language, (edition, by) => desk.SayAsync(edition, by, kind, null, wish.Text, wish.Of));

    private Task<IResult> RemarkOnAsync(HttpContext context, string folder, string name, string language, string unit, int segment, RemarkWish wish) =>
        KindOf(wish.Kind, isWhole: false) is not { } kind ? Task.FromResult(NoKind(wish.Kind))
            : DoAsync(context, folder, name, language, (edition, by) => desk.SayAsync(edition, by, kind, new SentenceName(unit, segment), wish.Text, wish.Of));

    private Task<IResult> HandOverAsync(HttpContext context, string folder, string name, string language, HandOverWish wish) =>
        DoAsync(context, folder, name, language, (edition, by) => desk.HandOverAsync(edition, by, wish.To, wish.Note ?? ""));

    private static string? KindOf(string kind, bool isWhole) => kind switch
    {
        "comment" => Happening.Commented,
        "question" => Happening.Asked,
        "answer" => Happening.Answered,
        "rejection" when isWhole => Happening.Rejected,
        _ => null,
    };

    private static IResult NoKind(string kind) => ApiResults.Fault(400, new Fault("review.bad-request", $"'{kind}' is no kind of remark.", "Write comment, question, answer, or rejection for an edition as a whole."));

    /// <summary>Which edition is asked for, and by whom; null where there is none, or where they may not see it.</summary>
    private (EditionName Name, Reviewer By)? Find(HttpContext context, string folder, string name, string language)
    {
        var release = ReleaseOf(folder, name);
        if (!Language.TryParse(language, out var tag) || !desk.Languages(release).Contains(tag)) return null;
        var edition = new EditionName(release, tag);
        return access.Who(context, edition) is { } by ? (edition, by) : null;
    }

    private async Task<IResult> DoAsync(HttpContext context, string folder, string name, string language, Func<EditionName, Reviewer, Task<Outcome>> act)
    {
        if (Find(context, folder, name, language) is not var (edition, by)) return ApiResults.NotFound();
        var outcome = await act(edition, by);
        return outcome.Refusal is { } refusal ? ApiResults.Refused(refusal, "") : ApiResults.Ok(context, new DoneAnswer(outcome.State!.Version, outcome.Events), outcome.State.Version);
    }

    private async Task<IResult> OnAsync(HttpContext context, string folder, string name, string language, string unit, int segment,
        Func<EditionName, Reviewer, SentenceName, string, Task<Outcome>> act, string yours = "")
    {
        if (Find(context, folder, name, language) is not var (edition, by)) return ApiResults.NotFound();
        if (ApiResults.Version(context) is not { } version) return ApiResults.NoVersion();
        var at = new SentenceName(unit, segment);
        var outcome = await act(edition, by, at, version);
        if (outcome.Refusal is { } refusal) return ApiResults.Refused(refusal, yours);
        return desk.Sentence(edition, at) is { } view ? ApiResults.Ok(context, SentenceAnswer.Of(view, d => access.MaySeeDocument(context, d)), view.Version) : ApiResults.NotFound();
    }
}
