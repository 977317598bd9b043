using PressKit.Translation.Xliff;

namespace PressKit.Content.MadeUp;

/// <summary>What no type of a stage may do, in the body of a method only, and without naming what it gets.</summary>
internal static class UsesALaterStage
{
    public static int Count(ReadOnlyMemory<byte> bytes)
    {
        var translation = XliffReader.Read(bytes, "en.xlf", new Problems());
        return translation?.Units.Length ?? 0;
    }
}
