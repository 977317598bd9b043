using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PressKit.Templates.Rendering;

/// <summary>A part of a template that is ready to be written.</summary>
internal abstract class Step
{
    public abstract void Write(HtmlOutput output, Frame frame);

    public static void WriteAll(Step[] steps, HtmlOutput output, Frame frame)
    {
        foreach (var step in steps) step.Write(output, frame);
    }
}

/// <summary>The template's own text.</summary>
internal sealed class TextStep(string text) : Step
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    public override void Write(HtmlOutput output, Frame frame) => output.Write(_bytes);
}

/// <summary>A value: markup as it is, everything else escaped.</summary>
internal sealed class ValueStep(PathValue path) : Step
{
    public override void Write(HtmlOutput output, Frame frame)
    {
        switch (path.In(frame))
        {
            case string text: output.WriteEscaped(text); break;
            case Markup markup: output.WriteRaw(markup.Html); break;
            case int number: output.WriteRaw(number.ToString(CultureInfo.InvariantCulture)); break;
        }
    }
}

/// <summary><c>if</c>, and <c>unless</c> with its parts exchanged.</summary>
internal sealed class IfStep(PathValue path, Step[] body, Step[] otherwise) : Step
{
    public override void Write(HtmlOutput output, Frame frame) => WriteAll(PathValue.IsThere(path.In(frame)) ? body : otherwise, output, frame);
}

/// <summary><c>with</c>.</summary>
internal sealed class WithStep(PathValue path, Step[] body, Step[] otherwise) : Step
{
    public override void Write(HtmlOutput output, Frame frame)
    {
        var value = path.In(frame);
        if (PathValue.IsThere(value)) WriteAll(body, output, new Frame(value, frame, frame.Caller));
        else WriteAll(otherwise, output, frame);
    }
}

/// <summary><c>each</c>.</summary>
internal sealed class EachStep(PathValue path, Step[] body, Step[] otherwise) : Step
{
    public override void Write(HtmlOutput output, Frame frame)
    {
        var value = path.In(frame);
        if (!PathValue.IsThere(value))
        {
            WriteAll(otherwise, output, frame);
            return;
        }

        if (value is ImmutableSortedDictionary<string, string> names)
        {
            foreach (var (index, (key, text)) in names.Index())
                WriteAll(body, output, new Frame(text, frame, frame.Caller) { Index = index, IsLast = index == names.Count - 1, Key = key });
            return;
        }

        var elements = (IList)value!;
        var count = elements.Count;
        for (var index = 0; index < count; index++)
            WriteAll(body, output, new Frame(elements[index], frame, frame.Caller) { Index = index, IsLast = index == count - 1 });
    }
}

/// <summary>A partial, about the same or about a value, around what the caller writes where it is a block.</summary>
internal sealed class PartialStep(Lazy<Step[]> partial, PathValue? about, Step[]? block) : Step
{
    public override void Write(HtmlOutput output, Frame frame) => WriteAll(partial.Value, output,
        new Frame(about is null ? frame.About : about.In(frame), null, block is null ? null : new CallersBlock(block, frame)));
}

/// <summary>What the caller writes.</summary>
internal sealed class CallersBlockStep : Step
{
    public override void Write(HtmlOutput output, Frame frame)
    {
        if (frame.Caller is { } caller) WriteAll(caller.Steps, output, caller.Frame);
    }
}
