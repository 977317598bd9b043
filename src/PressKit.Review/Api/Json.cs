using System.Text.Json;
using System.Text.Json.Serialization;

namespace PressKit.Review.Api;

/// <summary>How JSON is written and read: names in camel case and words for choices.</summary>
internal static class Json
{
    /// <summary>Sets it.</summary>
    public static void Set(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
    }
}
