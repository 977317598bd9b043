using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PressKit.Benchmarks.Review;
using PressKit.Benchmarks.Search;
using PressKit.Benchmarks.Site;
using PressKit.Benchmarks.Translation.Memory;

namespace PressKit.Benchmarks;

/// <summary>Runs the benchmarks that its arguments choose: <c>--list flat</c> names them, <c>--filter '*Likeness*'</c> chooses.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        if (args.FirstOrDefault() == "index") IndexReport.Run(args[1..]);
        else if (args.FirstOrDefault() == "memory") StoreReport.Run(args[1..]);
        else if (args.FirstOrDefault() == "review") await DeskReport.RunAsync(args[1..]);
        else if (args.FirstOrDefault() == "search") await SearchReport.RunAsync(args[1..]);
        else if (args.FirstOrDefault() == "serve") await ServeReport.RunAsync(args[1..]);
        else if (args.FirstOrDefault() == "site") SiteReport.Run(args[1..]);
        else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, Config());
    }

    // In this process: a project of BenchmarkDotNet's own making would not know this tree's lock files and folders.
    private static ManualConfig Config() => DefaultConfig.Instance
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsDefault())
        .WithArtifactsPath(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "benchmarks")));
}
