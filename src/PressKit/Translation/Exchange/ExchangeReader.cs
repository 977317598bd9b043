using PressKit.Translation.Xliff;

namespace PressKit.Translation.Exchange;

/// <summary>Reads files that come back from translators' tools: XLIFF 2.0, 2.1 and 1.2. The format is told by what stands in the
/// file, and a file with any error in it is not read at all.</summary>
public static class ExchangeReader
{
    /// <summary>What a file says; null where anything in it is wrong, all of which is reported in its place.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">What it is called in problems.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ReturnedFile? Read(ReadOnlyMemory<byte> bytes, string file, Problems problems)
    {
        var report = new XliffReport(file, problems);
        if (XliffDocument.Load(bytes, report) is not { } root) return null;
        if (root is { Name: "xliff", Namespace: Xliff12Names.Core }) return Xliff12Reader.Read(root, report);
        if (root is { Name: "xliff" } && root["version"] is { } version && version != "2.0" && version != "2.1")
        {
            report.Invalid(root.Place, $"The file is XLIFF {version}, which is not read.", "Export it as XLIFF 2.1 or 1.2 from the tool that wrote it.");
            return null;
        }

        return Xliff21Reader.Read(root, file, report, problems);
    }
}
