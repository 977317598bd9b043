using PressKit.Testing.Servers;
using PressKit.Translators.Tags;

namespace PressKit.Translators.Tests;

/// <summary>Translators for tests: none asks more than one thing at a time, and none probes unless that is said.</summary>
internal static class Some
{
    public static ServiceSetup Setup(TimeProvider time, ServiceSettings? settings = null, string? folder = null, params (string Name, string Value)[] environment) =>
        new(time, name => Array.Find(environment, e => e.Name == name).Value, settings ?? new ServiceSettings { Concurrency = 1 }, folder);

    public static ServiceTranslator Azure(AzureServer server, TimeProvider time, string version = "3.0", string key = AzureServer.Key, ServiceSettings? settings = null, string? folder = null, bool probes = false)
    {
        var service = new AzureService(new AzureSettings { Endpoint = server.Url, Key = key, Region = AzureServer.Region, Version = version }, Setup(time, settings, folder));
        return new ServiceTranslator(service, time, folder, probes ? null : service.Profile.Ladder[0]);
    }

    public static ServiceTranslator DeepL(DeepLServer server, TimeProvider time, string key = DeepLServer.Key, ServiceSettings? settings = null, string? folder = null, Way? way = null, bool probes = false)
    {
        var service = new DeepLService(Setup(time, (settings ?? new ServiceSettings { Concurrency = 1 }) with { Endpoint = server.Url }, folder, ("PRESSKIT_DEEPL_KEY", key)));
        return new ServiceTranslator(service, time, folder, probes ? null : way ?? service.Profile.Ladder[0]);
    }

    public static ServiceTranslator LibreTranslate(LibreTranslateServer server, TimeProvider time, string? key = null, ServiceSettings? settings = null, string? folder = null, Way? way = null, bool probes = false)
    {
        var service = new LibreTranslateService(Setup(time, (settings ?? new ServiceSettings { Concurrency = 1 }) with { Endpoint = server.Url }, folder, ("PRESSKIT_LIBRETRANSLATE_KEY", key ?? "")));
        return new ServiceTranslator(service, time, folder, probes ? null : way ?? service.Profile.Ladder[0]);
    }

    public static ServiceTranslator OpenAI(OpenAIServer server, TimeProvider time, string key = OpenAIServer.Key, ServiceSettings? settings = null, string? folder = null, bool probes = false)
    {
        var service = new OpenAIService(Setup(time, (settings ?? new ServiceSettings { Concurrency = 1 }) with { Endpoint = new Uri(server.Url, "v1"), Model = "test-model" }, folder, ("PRESSKIT_OPENAI_KEY", key)));
        return new ServiceTranslator(service, time, folder, probes ? null : service.Profile.Ladder[0]);
    }

    public static ServiceTranslator Apertium(TimeProvider time, string tool = "apertium", bool probes = false)
    {
        var service = new ApertiumService(new ApertiumTool(time, tool), Setup(time));
        return new ServiceTranslator(service, time, null, probes ? null : service.Profile.Ladder[0]);
    }
}
