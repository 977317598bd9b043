using System.Globalization;

namespace PressKit.Content;

/// <summary>Reads what newsroom.yml says of one translation service.</summary>
internal sealed class ServiceReader(MapReader keys, Problems problems)
{
    /// <summary>The settings; what cannot be right is reported and left out.</summary>
    public ServiceSettings Read()
    {
        var settings = new ServiceSettings
        {
            Endpoint = Endpoint(),
            Model = keys.Text("model"),
            Version = keys.Text("version"),
            Price = Number("price"),
            Input = Number("input"),
            Output = Number("output"),
            Currency = keys.Text("currency"),
            Budget = Number("budget"),
            Quota = Count("quota", 0, long.MaxValue),
            Requests = (int?)Count("requests", 1, int.MaxValue),
            Characters = Count("characters", 1, long.MaxValue),
            Concurrency = (int?)Count("concurrency", 1, 64),
        };
        keys.ReportUnknownKeys("newsroom.unknown-key");
        return settings;
    }

    private Uri? Endpoint()
    {
        if (keys.Text("endpoint") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "https" or "http" && endpoint.UserInfo.Length == 0) return endpoint;
        problems.Error("newsroom.bad-endpoint", keys.PlaceOf("endpoint"), $"'{text}' is not the address of a service.",
            "Write it whole and without a key: https://translate.example.org/. Keys come from the environment.");
        return null;
    }

    /// <summary>A sum or price: digits with a point, not negative.</summary>
    private decimal? Number(string key)
    {
        if (keys.Text(key) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        Report(key, text, "Write digits, with a point before the decimals: 20.00.");
        return null;
    }

    private long? Count(string key, long least, long most)
    {
        if (keys.Text(key) is not { } text) return null;
        if (long.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count >= least && count <= most) return count;
        Report(key, text, most < 100 ? FormattableString.Invariant($"Write a whole number from {least} to {most}.") : "Write a whole number in digits: 500000.");
        return null;
    }

    private void Report(string key, string text, string remedy) =>
        problems.Error("newsroom.bad-number", keys.PlaceOf(key), $"'{text}' is not a number that '{key}' can be.", remedy);
}
