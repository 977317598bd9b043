namespace PressKit.Translation.Xliff;

/// <summary>What is wrong with one file; it knows whether the file can be used at all.</summary>
internal sealed class XliffReport(string file, Problems problems)
{
    /// <summary>Whether an error was reported: the file is then not read.</summary>
    public bool Failed { get; private set; }

    /// <summary>The file as a whole.</summary>
    public Place File => new(file);

    /// <summary>A place in the file.</summary>
    public Place At(int line, int column) => new(file, line, column);

    /// <summary>Something that makes the file unusable.</summary>
    public void Error(string code, Place place, string message, string remedy)
    {
        Failed = true;
        problems.Error(code, place, message, remedy);
    }

    /// <summary>Something that the XLIFF standard does not allow, or that PressKit does not understand.</summary>
    public void Invalid(Place place, string message, string remedy) => Error("xliff.invalid", place, message, remedy);

    /// <summary>Something that a person should look at.</summary>
    public void Warn(string code, Place place, string message, string remedy) =>
        problems.Warn(code, place, message, remedy);
}
