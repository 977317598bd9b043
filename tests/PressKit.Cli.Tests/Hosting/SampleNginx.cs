namespace PressKit.Cli.Tests.Hosting;

/// <summary>nginx over the sample newsroom, started when the first test asks for it.</summary>
public sealed class SampleNginx : IAsyncLifetime
{
    private NginxServer? _server;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    internal async Task<NginxServer> OfAsync(Sample sample) => _server ??= await NginxServer.StartAsync(sample.Files);
}
