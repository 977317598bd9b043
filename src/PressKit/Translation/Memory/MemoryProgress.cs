using System.Runtime.InteropServices;

namespace PressKit.Translation.Memory;

/// <summary>How far the memory is with work that may take long.</summary>
/// <param name="What">What is counted: files that are taken over, or changes that go into the index.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">Of how many.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MemoryProgress(string What, long Done, long Total);
