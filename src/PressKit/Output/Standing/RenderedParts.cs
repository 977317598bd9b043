using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using PressKit.Content.Markdown;

namespace PressKit.Output.Standing;

/// <summary>Where a rendered text stands among those of its release.</summary>
/// <param name="At">From the first of them, in bytes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sum">Its <see cref="Hash.SumOf"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RenderedPart(long At, int Length, ulong Sum);

/// <summary>The rendered texts of a release, which stay on the disk until somebody asks for one.</summary>
/// <param name="file">The file that has them.</param>
/// <param name="start">Where the first of them begins.</param>
internal sealed class RenderedParts(SafeFileHandle file, long start)
{
    private static readonly Dictionary<string, Language> NoLanguages = [];

    /// <summary>Writes a text.</summary>
    public static void Write(ImageWriter texts, RenderedText text)
    {
        texts.Add(text.Open);
        texts.Each(text.Gaps, gap =>
        {
            texts.Add(gap.At);
            texts.Add((int)gap.Kind);
            texts.Add(gap.Target);
        });
    }

    /// <summary>Reads a text; null where the file is damaged. From any thread.</summary>
    public RenderedText? Read(RenderedPart part)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(part.Length);
        try
        {
            var text = bytes.AsSpan(0, part.Length);
            if (RandomAccess.Read(file, text, start + part.At) != part.Length || Hash.SumOf(text) != part.Sum) return null;
            var reader = new ImageReader(text, NoLanguages);
            return new RenderedText(reader.Text(), reader.List(static (ref ImageReader r) => new RenderedText.Gap(r.Small(), (RenderedText.GapKind)r.Small(), r.Text())));
        }
        catch (IOException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
