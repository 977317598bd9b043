using PressKit.Review.Tests.Desk;

namespace PressKit.Review.Tests;

/// <summary>What a test starts as a process of its own, to kill it.</summary>
internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        if (arguments is ["save", var folder, var session]) await KilledDesk.SaveAsync(folder, session);
    }
}
