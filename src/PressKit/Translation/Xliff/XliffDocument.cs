using System.Text;
using System.Xml;

namespace PressKit.Translation.Xliff;

/// <summary>Parses a file that anybody may have written: no document type, no entities, nothing fetched, and limits on
/// size and depth.</summary>
internal static class XliffDocument
{
    /// <summary>The root element; null where there is none to be had, which is reported.</summary>
    public static XliffElement? Load(ReadOnlyMemory<byte> bytes, XliffReport report)
    {
        if (bytes.Length > XliffReader.MaxBytes)
        {
            report.Error("xliff.too-large", report.File,
                $"The file has {bytes.Length} bytes, and more than {XliffReader.MaxBytes} are not read.",
                "Split the release, or look whether the file is what it should be.");
            return null;
        }

        return PlainXml.Read(bytes.Span, report) ?? Parse(bytes, report);
    }

    /// <summary>The same of any XML.</summary>
    internal static XliffElement? Parse(ReadOnlyMemory<byte> bytes, XliffReport report)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = XliffReader.MaxBytes,
        };
        using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), settings);
        try
        {
            return Load(reader, report);
        }
        catch (XmlException problem)
        {
            ReportBroken(problem, bytes.Span, report);
            return null;
        }
    }

    private static XliffElement? Load(XmlReader reader, XliffReport report)
    {
        XliffElement? root = null;
        var open = new Stack<XliffElement>();
        var count = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth >= XliffReader.MaxDepth || ++count > XliffReader.MaxElements)
                    {
                        report.Error("xliff.too-large", PlaceOf(reader, report),
                            $"The file has more than {XliffReader.MaxElements} elements, or they stand in each other more than {XliffReader.MaxDepth} deep.",
                            "Look whether the file is what it should be, and export it again from the tool that wrote it.");
                        return null;
                    }

                    var isEmpty = reader.IsEmptyElement;
                    var element = Element(reader, open.TryPeek(out var parent) && parent.KeepsSpace, report);
                    parent?.Add(element);
                    root ??= element;
                    if (!isEmpty) open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                    when open.TryPeek(out var holder):
                    holder.Add(reader.Value);
                    break;
            }
        }

        return root;
    }

    private static XliffElement Element(XmlReader reader, bool keepsSpace, XliffReport report)
    {
        var element = new XliffElement(
            reader.NamespaceURI, reader.LocalName, PlaceOf(reader, report), keepsSpace);
        while (reader.MoveToNextAttribute()) element.Set(reader.NamespaceURI, reader.LocalName, reader.Value);
        return element;
    }

    // The reader's position is that of the name, behind the bracket.
    private static Place PlaceOf(XmlReader reader, XliffReport report)
    {
        var info = (IXmlLineInfo)reader;
        return report.At(info.LineNumber, info.LinePosition - 1);
    }

    private static void ReportBroken(XmlException problem, ReadOnlySpan<byte> bytes, XliffReport report)
    {
        if (DocumentType(bytes, report) is { } place)
        {
            report.Error("xliff.dtd", place, "The file has a document type declaration, which is never read.",
                "Take the <!DOCTYPE …> out; XLIFF has none.");
            return;
        }

        var message = problem.Message;
        var end = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        report.Error("xliff.not-well-formed", report.At(problem.LineNumber, problem.LinePosition),
            $"The file is not well-formed XML: {(end < 0 ? message : message[..end])}",
            "Mend the XML at this place, or take the file from version control or from the tool that wrote it.");
    }

    // Where a document type stands before the root element. The parser refuses it without saying where.
    private static Place? DocumentType(ReadOnlySpan<byte> bytes, XliffReport report)
    {
        using var reader = new StreamReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8, true);
        var text = reader.ReadToEnd();
        var at = 0;
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            if (char.IsWhiteSpace(rest[0])) at++;
            else if (rest.StartsWith("<!DOCTYPE")) break;
            else if (rest.StartsWith("<?")) at = After(text, at, "?>");
            else if (rest.StartsWith("<!--")) at = After(text, at, "-->");
            else return null;
        }

        if (at >= text.Length) return null;
        var before = text.AsSpan(0, at);
        return report.At(before.Count('\n') + 1, at - before.LastIndexOf('\n'));

        static int After(string text, int from, string end)
        {
            var found = text.IndexOf(end, from, StringComparison.Ordinal);
            return found < 0 ? text.Length : found + end.Length;
        }
    }
}
