using System.Globalization;
using PressKit.Translation;

namespace PressKit.Cli;

/// <summary>Writes what a service charges: <c>1200 characters, 0.024 EUR</c>.</summary>
internal static class Amount
{
    /// <summary>The parts of a charge that are not nothing, with commas between them.</summary>
    public static string Of(Charge charge, string? currency)
    {
        string[] parts =
        [
            .. Part(charge.Characters, "character"), .. Part(charge.InputTokens, "token"),
            .. charge.OutputTokens > 0 ? [$"{Terminal.Counted(charge.OutputTokens, "token")} answered"] : Array.Empty<string>(),
            .. currency is not null ? [string.Create(CultureInfo.InvariantCulture, $"{charge.Money:0.00####} {currency}")] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "nothing" : string.Join(", ", parts);
    }

    private static string[] Part(long count, string noun) => count > 0 ? [Terminal.Counted(count, noun)] : [];
}
