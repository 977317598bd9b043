using Microsoft.AspNetCore.Http;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;

namespace PressKit.Review.Pages;

/// <summary>What the forms of the editor ask for, as calls of the desk.</summary>
/// <param name="desk">The desk.</param>
internal sealed class Acts(ReviewDesk desk)
{
    /// <summary>Does what a form asks for.</summary>
    public Task<Outcome> DoAsync(EditionName name, Reviewer by, SentenceName? at, IFormCollection form)
    {
        var (version, text, reason, of) = (form["version"].ToString(), form["text"].ToString(), form["reason"].ToString(), form["of"].ToString());
        var there = at ?? default;
        return form["do"].ToString() switch
        {
            "save" => desk.SaveAsync(name, by, there, version, text),
            "replace" => ReplaceAsync(name, by, there, version, text),
            "dismiss" => desk.DismissAsync(name, by, there, form["finding"].ToString(), reason),
            "approve" => ApproveAsync(name, by, there, version, form.ContainsKey("text") ? text : null),
            "review" => desk.ReviewAsync(name, by, [(there, version)]),
            "review-unit" => ReviewUnitAsync(name, by, there.Unit, form["versions"].ToString()),
            "review-all" => ReviewAllAsync(name, by, version),
            "reject" => desk.RejectAsync(name, by, there, version, reason),
            "settle" => desk.SettleAsync(name, by, there, version, text),
            "revert" => desk.RevertAsync(name, by, there, version, of),
            "split" => desk.SplitAsync(name, by, there, version, form["source"].ToString(), form["target"].ToString()),
            "join" => desk.JoinAsync(name, by, there, version),
            "comment" => desk.SayAsync(name, by, Happening.Commented, there, reason),
            "ask" => desk.SayAsync(name, by, Happening.Asked, there, reason),
            "answer" => desk.SayAsync(name, by, Happening.Answered, there, reason, of),
            "comment-edition" => desk.SayAsync(name, by, Happening.Commented, null, reason),
            "reject-edition" => desk.SayAsync(name, by, Happening.Rejected, null, reason),
            "sign-off" => desk.ApproveAsync(name, by, version, reason.Length > 0 ? reason : null),
            "take-back" => desk.TakeBackAsync(name, by, reason),
            "hand-over" => desk.HandOverAsync(name, by, form["to"].ToString(), reason),
            var other => Task.FromResult(new Outcome(desk.State(name), [], new Refusal("review.unknown-act", $"The desk does not know how to '{other}'.", "Load the page again."))),
        };
    }

    /// <summary>Nobody answers for what they have not seen.</summary>
    private static Refusal Changed { get; } = new("review.outdated", "The edition was changed meanwhile.", "Read what changed, and approve it then.");

    /// <summary>Saves what was changed, then approves what is there.</summary>
    private async Task<Outcome> ApproveAsync(EditionName name, Reviewer by, SentenceName at, string version, string? text)
    {
        if (text is not null && desk.State(name)?.Sentence(at) is { Target: var target } && target?.ToString() != text)
        {
            var saved = await desk.SaveAsync(name, by, at, version, text);
            if (!saved.IsDone) return saved;
            version = saved.VersionOf(at) ?? version;
        }

        return await desk.ReviewAsync(name, by, [(at, version)]);
    }

    private async Task<Outcome> ReplaceAsync(EditionName name, Reviewer by, SentenceName at, string version, string text)
    {
        var (outcome, left) = await desk.ReplaceAsync(name, by, [new Replacement(at, version, desk.State(name)?.Sentence(at)?.Target?.ToString() ?? "", text)]);
        // A sentence that was changed since is left alone; a save says why, and shows both texts.
        return left.IsEmpty ? outcome : await desk.SaveAsync(name, by, at, version, text);
    }

    /// <summary>Approves a paragraph as it was read: of these versions, parted by spaces.</summary>
    private Task<Outcome> ReviewUnitAsync(EditionName name, Reviewer by, string unit, string versions)
    {
        var read = versions.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return desk.State(name) is { } now && now.Unit(unit)?.Segments.Length != read.Length
            ? Task.FromResult(new Outcome(now, [], Changed))
            : desk.ReviewAsync(name, by, read.Select((version, i) => (new SentenceName(unit, i + 1), version)));
    }

    /// <summary>Approves all that is translated and not approved yet, as it was read.</summary>
    private Task<Outcome> ReviewAllAsync(EditionName name, Reviewer by, string version)
    {
        if (desk.State(name) is not { } now) return desk.ReviewAsync(name, by, []);
        return now.Version != version
            ? Task.FromResult(new Outcome(now, [], Changed))
            : desk.ReviewAsync(name, by, now.Units.SelectMany(u => u.Segments.Select((s, i) => (new SentenceName(u.Id, i + 1), Versions.Of(s)))));
    }
}
