using System.Collections;
using System.Globalization;
using System.Reflection;

namespace PressKit.Tests.Output.Standing;

/// <summary>Writes down every value of a record and of the records in it, by the names of their properties.</summary>
internal static class Values
{
    public static string Of(object? value) => value switch
    {
        null => "-",
        string text => $"'{text}'",
        ReadOnlyMemory<byte> or Delegate => "",
        IFormattable formattable => formattable.ToString(value is DateTimeOffset or DateOnly ? "o" : null, CultureInfo.InvariantCulture),
        IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Of))}]",
        _ when value.GetType().Namespace?.StartsWith("PressKit", StringComparison.Ordinal) is true or null || value.GetType().IsGenericType => Record(value),
        _ => value.ToString() ?? "",
    };

    // An edition's release is written by itself.
    private static string Record(object value) => $"{{{string.Join("; ", value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.PropertyType != typeof(Release))
        .OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name} {Of(p.GetValue(value))}"))}}}";
}
