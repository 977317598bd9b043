using System.Xml;
using System.Xml.Schema;

namespace PressKit.Testing;

/// <summary>XLIFF's schemas: those of 2.1, modules included, or 1.2's strict one.</summary>
public sealed class XliffSchema
{
    private readonly XmlSchemaSet _schemas;

    /// <summary>Reads them; the test is skipped where they are absent.</summary>
    /// <param name="version">2.1 or 1.2.</param>
    public XliffSchema(string version = "2.1")
    {
        var resolver = new XmlUrlResolver();
        _schemas = new XmlSchemaSet { XmlResolver = resolver };
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = resolver };
        foreach (var file in Directory.GetFiles(Repository.Schema("xliff-" + version), "*.xsd")
            .Where(f => !f.EndsWith("transitional.xsd", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = XmlReader.Create(file, settings);
            _schemas.Add(null, reader);
        }

        _schemas.Compile();
    }

    /// <summary>What is wrong with a file, each with its line; nothing where it is valid.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="extended">Whether it may have elements and attributes that no schema knows.</param>
    public IReadOnlyList<string> Validate(byte[] bytes, bool extended = false)
    {
        var wrong = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = _schemas };
        if (!extended) settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, problem) => wrong.Add(FormattableString.Invariant($"{problem.Exception.LineNumber}: {problem.Message}"));
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        while (reader.Read()) { }
        return wrong;
    }
}
