namespace PressKit.Output;

/// <summary>What a run did to the published site.</summary>
/// <param name="Written">Files that are new or have other bytes than before.</param>
/// <param name="Unchanged">Files that were left as they are.</param>
/// <param name="Deleted">Files that are published no more.</param>
/// <param name="Bytes">The length of what was written.</param>
public sealed record WriteSummary(int Written, int Unchanged, int Deleted, long Bytes)
{
    /// <summary>What this run and one before it did, if nothing was written twice.</summary>
    public WriteSummary After(WriteSummary before) => new(
        Written + before.Written, Unchanged - before.Written, Deleted + before.Deleted, Bytes + before.Bytes);
}
