using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DiffPlex;

namespace PressKit.Editions.Reviewing;

/// <summary>What became of a run of words.</summary>
public enum RunKind
{
    /// <summary>Both texts have it.</summary>
    Same,

    /// <summary>Only the earlier text has it.</summary>
    Gone,

    /// <summary>Only the present text has it.</summary>
    Added,
}

/// <summary>Words that stand together, and what became of them.</summary>
public readonly record struct WordRun(RunKind Kind, string Text);

/// <summary>The difference between two texts, word by word; where words are not spaced, character by character.</summary>
public static partial class WordDifference
{
    private static readonly WordChunker Words = new();

    /// <summary>The runs of both texts: what is not <see cref="RunKind.Added"/> is the earlier one, what is not <see cref="RunKind.Gone"/> the
    /// present one.</summary>
    public static ImmutableArray<WordRun> Between(string earlier, string present)
    {
        if (string.Equals(earlier, present, StringComparison.Ordinal)) return present.Length == 0 ? [] : [new WordRun(RunKind.Same, present)];
        var difference = Differ.Instance.CreateDiffs(earlier, present, ignoreWhiteSpace: false, ignoreCase: false, Words);
        var runs = ImmutableArray.CreateBuilder<WordRun>();
        var at = 0;
        foreach (var block in difference.DiffBlocks)
        {
            Add(RunKind.Same, difference.PiecesOld, at, block.DeleteStartA - at);
            Add(RunKind.Gone, difference.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(RunKind.Added, difference.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(RunKind.Same, difference.PiecesOld, at, difference.PiecesOld.Count - at);
        return runs.ToImmutable();

        void Add(RunKind kind, IReadOnlyList<string> pieces, int start, int count)
        {
            if (count > 0) runs.Add(new WordRun(kind, string.Concat(pieces.Skip(start).Take(count))));
        }
    }

    private sealed class WordChunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. Word().Matches(text).Select(m => m.Value)];
    }

    [GeneratedRegex(@"\d+([.,]\d+)*|[\p{L}\p{M}\d-[\u3040-\u9fff]]+|[\ud800-\udbff][\udc00-\udfff]|.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
