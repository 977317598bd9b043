namespace PressKit.Importing;

/// <summary>Decides which short lines are headings: those that stand before a longer paragraph, a list or an address, and
/// lines all in capitals. The page's own heading is the headline, so headings of the text begin at the second level.</summary>
internal static class Headings
{
    /// <summary>The blocks, with no short line left undecided and every heading at its level.</summary>
    public static List<PastedBlock> Recognise(IReadOnlyList<PastedBlock> blocks)
    {
        var shift = blocks.Any(b => b is { Kind: PastedKind.Heading, Level: 1 }) ? 1 : 0;
        var result = new List<PastedBlock>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var next = i + 1 < blocks.Count ? blocks[i + 1] : null;
            result.Add(block switch
            {
                { Kind: PastedKind.Heading, Level: > 0 } => block with { Level = Math.Min(6, block.Level + shift) },
                { Kind: PastedKind.Heading } when next is not null => block with { Level = 2 },
                { Kind: PastedKind.Short } when IsHeading(block.Text, next) => block with { Kind = PastedKind.Heading, Level = 2 },
                { Kind: PastedKind.Heading or PastedKind.Short } => block with { Kind = PastedKind.Paragraph },
                _ => block,
            });
        }

        return result;
    }

    private static bool IsHeading(string line, PastedBlock? next) =>
        next?.Kind is PastedKind.Paragraph or PastedKind.List or PastedKind.Lines
        && line.Any(char.IsLetter) && !Marks.IsContact(line) && !Marks.IsEmbargo(line) && !Marks.IsCompany(line);
}
