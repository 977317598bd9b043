using System.Net.Http.Json;
using System.Text.Json;
using PressKit.Testing.Servers;

namespace PressKit.Translators.Tests;

public sealed class AzureServerTests
{
    [Theory]
    [InlineData(null, null, 401000)]
    [InlineData("wrong", AzureServer.Region, 401000)]
    [InlineData(AzureServer.Key, null, 401000)]
    [InlineData(AzureServer.Key, AzureServer.Region, 0)]
    public async Task It_wants_key_and_region(string? key, string? region, int error) =>
        (await AskAsync(key, region, ["uno"])).ShouldBe(error);

    [Theory]
    [InlineData(1001, 1, 400072)]
    [InlineData(1000, 1, 0)]
    [InlineData(2, 25_001, 400077)]
    [InlineData(2, 25_000, 0)]
    public async Task It_has_the_services_limits(int elements, int length, int error) =>
        (await AskAsync(AzureServer.Key, AzureServer.Region, [.. Enumerable.Repeat(new string('x', length), elements)])).ShouldBe(error);

    [Fact]
    public async Task It_counts_characters_as_code_points() =>
        (await AskAsync(AzureServer.Key, AzureServer.Region, [string.Concat(Enumerable.Repeat("👍", 50_000))])).ShouldBe(0);

    [Fact]
    public async Task It_knows_its_languages_and_versions()
    {
        (await AskAsync(AzureServer.Key, AzureServer.Region, ["uno"], "to=xx&api-version=3.0")).ShouldBe(400036);
        (await AskAsync(AzureServer.Key, AzureServer.Region, ["uno"], "to=en&api-version=2.0")).ShouldBe(400021);
    }

    private static async Task<int> AskAsync(string? key, string? region, string[] texts, string query = "to=en&api-version=3.0")
    {
        await using var server = await AzureServer.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, "translate?" + query));
        if (key is not null) request.Headers.Add("Ocp-Apim-Subscription-Key", key);
        if (region is not null) request.Headers.Add("Ocp-Apim-Subscription-Region", region);
        request.Content = JsonContent.Create(texts.Select(t => new { Text = t }), options: JsonSerializerOptions.Default);
        using var response = await http.SendAsync(request);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        return json.RootElement.ValueKind == JsonValueKind.Array ? 0 : json.RootElement.GetProperty("error").GetProperty("code").GetInt32();
    }
}
