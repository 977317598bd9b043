using Microsoft.AspNetCore.Http;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;

namespace PressKit.Review.Pages;

/// <summary>What scripts are told of what became of a form: the rows that changed, or why nothing did.</summary>
/// <param name="editor">Makes the rows.</param>
internal sealed class Answers(EditorPage editor)
{
    /// <summary>The status that a refusal has in HTTP's terms.</summary>
    public static int StatusOf(Refusal refusal) => refusal.Code switch
    {
        "review.outdated" => StatusCodes.Status409Conflict,
        "review.not-allowed" => StatusCodes.Status403Forbidden,
        "review.no-edition" or "review.no-sentence" => StatusCodes.Status404NotFound,
        "review.not-written" => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>The answer.</summary>
    public IResult Of(ReviewDesk desk, EditionName name, SentenceName? at, Outcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            var source = at is { } there ? outcome.State?.Sentence(there)?.Segment.Source : null;
            return Results.Json(new
            {
                refusal.Code, refusal.Message, refusal.Remedy,
                Theirs = refusal.Theirs is { } theirs ? new { theirs.Text, Html = Contents.Of(PlaceholderText.Recall(theirs.Text ?? "", source)).Text, theirs.Version, theirs.By } : null,
            }, statusCode: StatusOf(refusal));
        }

        if (desk.View(name, matches: false) is not { } view) return Results.NotFound();
        var touched = outcome.Events.Select(e => e.Unit).Append(at?.Unit).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return Results.Json(new
        {
            Units = view.Units.Where(u => touched.Contains(u.Id)).ToDictionary(u => u.Id, u => editor.Unit(view, u, EditorPage.First(view, u.Id), null, Html.Nothing).Text, StringComparer.Ordinal),
            Summary = editor.Summary(view).Text,
            Did = outcome.Events.Length,
        });
    }
}
