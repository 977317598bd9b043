namespace PressKit;

/// <summary>Somebody saved files of a release while a run worked with what they held before. Nothing was written of it, and the next run
/// has the present ones.</summary>
/// <param name="folder">The release's folder.</param>
public sealed class ContentChangedException(string folder) : IOException($"{folder} changed while PressKit read it.")
{
    /// <summary>Finds it in what several threads threw; null where there is none.</summary>
    public static ContentChangedException? In(Exception thrown) => thrown switch
    {
        ContentChangedException changed => changed,
        AggregateException many => many.InnerExceptions.Select(In).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
