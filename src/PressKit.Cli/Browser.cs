using System.ComponentModel;
using System.Diagnostics;

namespace PressKit.Cli;

/// <summary>The browser of whoever watches.</summary>
internal static class Browser
{
    /// <summary>Opens an address in it, where there is a screen; whoever has none has the address.</summary>
    public static void Open(string address)
    {
        var hasScreen = new[] { "DISPLAY", "WAYLAND_DISPLAY" }.Any(v => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(v)));
        if (!OperatingSystem.IsMacOS() && !(OperatingSystem.IsLinux() && hasScreen)) return;
        try
        {
            using var opened = Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            });
        }
        catch (Win32Exception)
        {
            // There is no browser to be opened.
        }
    }
}
