namespace PressKit.Importing;

/// <summary>What stands above a pasted text, and the text without it.</summary>
/// <param name="Title">The title line, if there is one.</param>
/// <param name="Subhead">The line under it.</param>
/// <param name="Dateline">The dateline.</param>
/// <param name="Embargoed">Whether a line speaks of an embargo; it stays in the text.</param>
/// <param name="Blocks">The rest.</param>
internal sealed record Opening(
    string? Title, string? Subhead, Dateline? Dateline, bool Embargoed, IReadOnlyList<PastedBlock> Blocks)
{
    private const int WidestTitle = 200;
    private const int Reach = 6;

    /// <summary>Takes title, subtitle and dateline off a text.</summary>
    public static Opening Of(IReadOnlyList<PastedBlock> pasted, Datelines datelines, ICollection<string> notes)
    {
        var blocks = pasted.ToList();
        var dateline = TakeDateline(blocks, datelines, notes, out var lead);
        var at = 0;
        while (at < blocks.Count && blocks[at].Kind != PastedKind.Lines && IsAboveTitle(blocks[at].Text)) at++;
        string? title = null;
        string? subhead = null;
        if (at + 1 < blocks.Count && at != lead && IsTitle(blocks[at], lead == at + 1 || lead == at + 2))
        {
            title = blocks[at].Text;
            blocks.RemoveAt(at);
            if (at + 1 < blocks.Count && blocks[at].Kind == PastedKind.Short && !Marks.IsContact(blocks[at].Text) && !Marks.IsEmbargo(blocks[at].Text))
            {
                subhead = blocks[at].Text;
                blocks.RemoveAt(at);
            }
        }

        var embargoed = blocks.Take(Reach).Any(b => b.Lines.Any(Marks.IsEmbargo));
        if (embargoed) notes.Add("The text speaks of an embargo: give it as 'embargo: …' and take the line out.");
        return new Opening(title, subhead, dateline, embargoed, blocks);
    }

    private static bool IsAboveTitle(string line) => Marks.IsEmbargo(line) || Marks.IsCompany(line);

    /// <summary>Takes the dateline off the first blocks: the one that the lead begins with, or on a line of its own, or both
    /// where the latter is but a date. The lead is that block, if anything is left of it.</summary>
    private static Dateline? TakeDateline(List<PastedBlock> blocks, Datelines datelines, ICollection<string> notes, out int lead)
    {
        lead = -1;
        Dateline? dateline = null;
        for (var i = 0; i < Math.Min(Reach, blocks.Count); i++)
        {
            var block = blocks[i];
            if (block is { Level: > 0 } or { Kind: PastedKind.List or PastedKind.Lines } || Marks.IsEmbargo(block.Text)) continue;
            var found = datelines.Find(block.Text, out var impossible);
            if (impossible is not null) notes.Add($"“{impossible}” is not a date that exists; it was left in the text.");
            if (found is not null && (dateline is null || (dateline.Place is null && dateline.Date == found.Dateline.Date)))
            {
                dateline = found.Dateline;
                notes.Add($"Dateline: {Written(dateline)}, from “{found.Text}”.");
                var rest = Rest(block.Text, found);
                if (rest.Length == 0) blocks.RemoveAt(i--);
                else blocks[lead = i] = PastedBlock.Of(PastedKind.Paragraph, rest);
            }

            if (dateline?.Place is not null || lead >= 0) break;
            if (block.Kind == PastedKind.Paragraph && (block.Text.EndsWith('.') || block.Text.EndsWith('。'))) break;
        }

        return dateline;
    }

    private static string Rest(string text, FoundDateline found) =>
        text[(text.IndexOf(found.Text, StringComparison.Ordinal) + found.Text.Length)..].TrimStart();

    private static string Written(Dateline dateline) =>
        FormattableString.Invariant($"{(dateline.Place is null ? "" : dateline.Place + ", ")}{dateline.Date:yyyy-MM-dd}");

    private static bool IsTitle(PastedBlock block, bool beforeLead) => block switch
    {
        { Level: > 1 } => false,
        { Kind: PastedKind.Heading } => true,
        { Kind: PastedKind.Short } => !Marks.IsContact(block.Text) && block.Text.Any(char.IsLetter),
        // A long title, or one that calls out, is known by the dateline below it.
        { Kind: PastedKind.Paragraph } => beforeLead && Columns.Of(block.Text) <= WidestTitle && !block.Text.EndsWith('.') && !block.Text.EndsWith('。'),
        _ => false,
    };
}
