using PressKit.Cli;

return await new PressKitCommand(TimeProvider.System, Console.Out, Console.Error, Environment.GetEnvironmentVariable, !Console.IsErrorRedirected)
    .RunAsync(args, Environment.CurrentDirectory);
