using System.Diagnostics;
using System.Text.Json;

namespace PressKit.Testing;

/// <summary>A JSON Schema, validated by npm's ajv with the formats of ajv-formats.</summary>
/// <param name="file">The schema's file.</param>
/// <param name="dialect">What ajv calls its dialect: <c>ajv</c> for draft-07, <c>ajv/dist/2020</c> for 2020-12.</param>
public sealed class JsonSchema(string file, string dialect)
{
    private const string Script = """
        const [schema, dialect] = process.argv.slice(1);
        const ajv = new (require(dialect).default)({ allErrors: true, strict: false });
        require("ajv-formats").default(ajv);
        // Nothing of ours names a place by its coordinates, and the schema that ninjs takes them from is not there.
        ajv.addSchema({ $id: "https://geojson.org/schema/GeoJSON.json", not: {} });
        const validate = ajv.compile(JSON.parse(require("fs").readFileSync(schema)));
        const valid = validate(JSON.parse(require("fs").readFileSync(0)));
        process.stdout.write(JSON.stringify(valid ? [] : validate.errors.map(e => e.instancePath + " " + e.message)));
        """;

    /// <summary>Whether it can be had: node, and the packages that ./test installs.</summary>
    public static bool CanRun => File.Exists("/usr/bin/node") && Directory.Exists(Repository.PathTo("tests", "node_modules", "ajv-formats"));

    /// <summary>What is wrong with a document; nothing where it is valid.</summary>
    public async Task<IReadOnlyList<string>> ValidateAsync(byte[] document)
    {
        var start = new ProcessStartInfo("/usr/bin/node", ["-e", Script, file, dialect])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            WorkingDirectory = Repository.PathTo("tests"),
        };
        using var process = Process.Start(start)!;
        var (answer, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.BaseStream.WriteAsync(document);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<string[]>(await answer)! : [await errors];
    }
}
