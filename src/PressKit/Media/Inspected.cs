namespace PressKit.Media;

/// <summary>What a look into a file told, and what is published of it.</summary>
/// <param name="Facts">What it is.</param>
/// <param name="Length">The length in bytes of what is published.</param>
/// <param name="Hash">The hash of what is published.</param>
/// <param name="LosesCredentials">Whether its content credentials (C2PA) are left out.</param>
public sealed record Inspected(MediaFacts Facts, long Length, string Hash, bool LosesCredentials);

/// <summary>Why a file is not published: the code of the problem, what is wrong, and the remedy; where in the file, if that is known.</summary>
public sealed record Fault(string Code, string Message, string Remedy, int Line = 0, int Column = 0);
