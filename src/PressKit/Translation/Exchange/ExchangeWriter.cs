namespace PressKit.Translation.Exchange;

/// <summary>Writes files for translators' own tools.</summary>
public static class ExchangeWriter
{
    /// <summary>The file's bytes: the same for the same release, whenever it is written.</summary>
    /// <param name="export">What translators get.</param>
    /// <param name="format">The format.</param>
    /// <param name="version">The version of the tool.</param>
    public static byte[] Write(Export export, ExchangeFormat format, string version) =>
        format == ExchangeFormat.Xliff12 ? Xliff12Writer.Write(export, version) : Xliff21Writer.Write(export);
}
