namespace PressKit.Cli.Tests.Browser;

/// <summary>The size of a window in CSS pixels.</summary>
internal sealed record Screen(int Width, int Height)
{
    public static readonly Screen Phone = new(390, 844);
    public static readonly Screen Desktop = new(1440, 900);
    public static readonly IReadOnlyList<Screen> Both = [Phone, Desktop];

    public override string ToString() => FormattableString.Invariant($"{Width}×{Height}");
}
