using PressKit.Translation;

namespace PressKit.Translators.Tests;

public sealed class AzureSettingsTests
{
    [Fact]
    public void Settings_come_from_the_environment()
    {
        var settings = From(new() { ["PRESSKIT_AZURE_KEY"] = " k ", ["PRESSKIT_AZURE_REGION"] = "r", ["PRESSKIT_AZURE_RESOURCE_ID"] = "" });
        (settings.Key, settings.Region, settings.ResourceId, settings.Endpoint).ShouldBe(("k", "r", null, AzureSettings.PublicEndpoint));
        settings.ToString().ShouldBe("https://api.cognitive.microsofttranslator.com/");
    }

    [Theory]
    [InlineData("https://api.cognitive.microsofttranslator.com", "https://api.cognitive.microsofttranslator.com/")]
    [InlineData("https://ours.cognitiveservices.azure.com/", "https://ours.cognitiveservices.azure.com/translator/text/v3.0/")]
    [InlineData("http://localhost:5000/container", "http://localhost:5000/container/")]
    public void A_resources_own_host_has_the_operations_under_a_path(string endpoint, string operations) =>
        From(new() { ["PRESSKIT_AZURE_ENDPOINT"] = endpoint }).Base.ShouldBe(new Uri(operations));

    [Fact]
    public void The_newer_version_stands_under_another_path()
    {
        var setup = Some.Setup(TimeProvider.System) with { Settings = new ServiceSettings { Version = "2026-06-06", Endpoint = new Uri("https://ours.cognitiveservices.azure.com/") } };
        AzureSettings.From(setup).Base.ShouldBe(new Uri("https://ours.cognitiveservices.azure.com/translator/text/"));
        Should.Throw<TranslatorException>(() => AzureSettings.From(setup with { Settings = new ServiceSettings { Version = "4" } })).Remedy.ShouldContain("2026-06-06");
    }

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("ours.cognitiveservices.azure.com")]
    [InlineData("file:///etc/passwd")]
    public void A_key_is_sent_to_no_address_that_others_can_listen_to(string endpoint) =>
        Should.Throw<TranslatorException>(() => From(new() { ["PRESSKIT_AZURE_ENDPOINT"] = endpoint })).Remedy.ShouldContain("https://");

    [Fact]
    public void Every_name_has_its_service()
    {
        foreach (var name in KnownTranslators.Names) KnownTranslators.Create(name, Some.Setup(TimeProvider.System))!.Name.ShouldBe(name);
        KnownTranslators.Create("nobody", Some.Setup(TimeProvider.System)).ShouldBeNull();
    }

    private static AzureSettings From(Dictionary<string, string> environment) =>
        AzureSettings.From(ServiceSetup.Of(TimeProvider.System, name => environment.GetValueOrDefault(name)));
}
