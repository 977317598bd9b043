namespace PressKit.Media;

/// <summary>A file is not made as files of its kind are: it ends too early, or says of itself what cannot be. The message says what
/// is wrong, for whoever has the file.</summary>
public sealed class DamagedMediaException(string message) : Exception(message);
