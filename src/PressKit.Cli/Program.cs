using PressKit.Cli;

return await new PressKitCommand(TimeProvider.System, Console.Out, Console.Error, Environment.GetEnvironmentVariable)
    .RunAsync(args, Environment.CurrentDirectory);
