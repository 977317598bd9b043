using PressKit.Translation;

namespace PressKit.Translators.Tests;

/// <summary>Translates batches in tests.</summary>
internal static class Batch
{
    public static Task<List<InlineContent?>> TranslateAsync(ITranslator translator, params string[] segments) =>
        TranslateAsync(translator, "it", "es", [.. segments.Select(InlineContent.Of)]);

    public static Task<List<InlineContent?>> TranslateAsync(ITranslator translator, params InlineContent[] segments) =>
        TranslateAsync(translator, "it", "es", segments);

    public static async Task<List<InlineContent?>> TranslateAsync(
        ITranslator translator, string source, string target, params InlineContent[] segments)
    {
        var (answers, failure) = await TryAsync(translator, source, target, segments);
        return failure is null ? answers : throw failure;
    }

    /// <summary>The answers until the service failed, and how it failed.</summary>
    public static async Task<(List<InlineContent?> Answers, TranslatorException? Failure)> TryAsync(
        ITranslator translator, string source, string target, params InlineContent[] segments)
    {
        var answers = new List<InlineContent?>();
        try
        {
            var batch = new TranslationBatch(Language.Parse(source), Language.Parse(target), segments);
            await foreach (var answer in translator.TranslateAsync(batch, CancellationToken.None)) answers.Add(answer.Content);
            return (answers, null);
        }
        catch (TranslatorException e)
        {
            return (answers, e);
        }
    }
}
