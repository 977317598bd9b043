namespace PressKit.Translation.Memory;

/// <summary>An index or database of the memory is not what PressKit wrote. It is made again from what it was made of.</summary>
internal sealed class IndexDamagedException(string message, Exception? inner = null) : Exception(message, inner);
