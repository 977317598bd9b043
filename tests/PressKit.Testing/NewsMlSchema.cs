using System.Xml;
using System.Xml.Schema;

namespace PressKit.Testing;

/// <summary>The schema of NewsML-G2 2.35 at the conformance level power.</summary>
public sealed class NewsMlSchema
{
    private readonly XmlSchemaSet _schemas;

    /// <summary>Reads it; the test is skipped where it is absent.</summary>
    public NewsMlSchema()
    {
        var resolver = new XmlUrlResolver();
        _schemas = new XmlSchemaSet { XmlResolver = resolver };
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = resolver };
        foreach (var file in new[] { "xml.xsd", "NewsML-G2_2.35-spec-All-Power.xsd" })
        {
            using var reader = XmlReader.Create(Path.Combine(Repository.Schema("newsml-g2"), file), settings);
            _schemas.Add(null, reader);
        }

        _schemas.Compile();
    }

    /// <summary>What is wrong with a file, each with its line; nothing where it is valid.</summary>
    public IReadOnlyList<string> Validate(byte[] bytes)
    {
        var wrong = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = _schemas };
        settings.ValidationEventHandler += (_, problem) => wrong.Add(FormattableString.Invariant($"{problem.Exception.LineNumber}: {problem.Message}"));
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        while (reader.Read()) { }
        return wrong;
    }
}
