using PressKit.Editions;
using PressKit.Editions.Reviewing;

namespace PressKit.Review.Desk;

/// <summary>Signs editions off and takes that back, as the commands do: in the record, which the gate follows.</summary>
internal static class SigningOff
{
    /// <summary>Signs an edition off. Its files hold everything by now, and nothing else happens in it meanwhile.</summary>
    public static Outcome Approve(DeskSetup setup, ReleaseRoom room, EditionState state, Reviewer by, Signature signature)
    {
        var problems = new Problems();
        var store = new TranslationStore(setup.Folder) { IsDurable = true };
        if (store.Approve(state.Release, state.Language, signature, room.Newsroom, room.Blocking, problems) is null)
        {
            var problem = problems.All[0];
            return Outcome.Refused(state, new Refusal(problem.Code, problem.Message, problem.Remedy));
        }

        if (room.Newsroom.Review.Commits) new ApprovalCommits(setup).Commit(state, by, $"Approve {state.Release.Release.Id} in {state.Language}", signature.Note);
        return new Outcome(state, [.. room.State(state.Release, state.Language).History.Where(e => e.Id == signature.Id)], null);
    }

    /// <summary>Takes an approval back.</summary>
    public static Outcome TakeBack(DeskSetup setup, EditionState state, Reviewer by, DeskIds ids, string reason)
    {
        var problems = new Problems();
        var store = new TranslationStore(setup.Folder) { IsDurable = true };
        var happened = new HistoryEvent(ids.Now, by.Name, Happening.Rejected, state.Version) { Id = ids.Next(), Tool = ids.Tool, Role = ReviewRules.WordOf(by.Role), Text = reason };
        if (store.TakeBack(state.Release.Release, state.Language, new TakenBack(by.Name, ids.Now, reason), problems) is null)
        {
            var problem = problems.All[0];
            return Outcome.Refused(state, new Refusal(problem.Code, problem.Message, problem.Remedy));
        }

        store.Log(state.Release.Release, state.Language, [happened]);
        return new Outcome(state, [happened], null);
    }
}
