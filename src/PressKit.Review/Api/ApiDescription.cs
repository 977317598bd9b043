using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PressKit.Review.Api;

/// <summary>What the description of the interface says beside its endpoints.</summary>
internal static class ApiDescription
{
    /// <summary>Sets it.</summary>
    public static void Set(OpenApiOptions options)
    {
        options.ShouldInclude = described => described.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => Describe(document));
    }

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "PressKit's review desk", Version = Publisher.Version,
            Description = "The desk's own resources. Programs send a token of a person (Authorization: Bearer …) and may do what that person may. A save names the version that it was made against.",
        };
        // The address that it was asked under says nothing that a reader does not know.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token that a person made for a program." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
        return Task.CompletedTask;
    }
}
