namespace PressKit.Translation.Exchange;

/// <summary>A format of files for translators' own tools.</summary>
public enum ExchangeFormat
{
    /// <summary>XLIFF 2.1.</summary>
    Xliff21,

    /// <summary>XLIFF 1.2.</summary>
    Xliff12,
}
