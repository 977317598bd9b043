namespace PressKit.Editions.Reviewing;

/// <summary>Where an edition stands: whether it is public, and when it is due.</summary>
internal static class Standing
{
    /// <summary>Why an edition is held back, null where it is public; and when it becomes public as far as its dates go.</summary>
    public static (string? HeldBack, DateTimeOffset? Due) Of(Admission admission, PairedRelease release, Language language)
    {
        var front = release.Source.Text.FrontMatter;
        var due = front.Published is { } published ? release.Release.Embargo is { } embargo && embargo > published ? embargo : published : release.Release.Embargo;
        if (admission.Admitted.FirstOrDefault(a => a.Edition.Language == language) is { } admitted) return (admitted.Waiting?.Reason, due);
        return (admission.Held.FirstOrDefault(h => h.Edition.Language == language)?.Reason ?? "no edition", due);
    }
}
