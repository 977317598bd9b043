using PressKit.Editions;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats;

/// <summary>What a page or a feed says, in the reader's language, of a text that was translated.</summary>
/// <param name="IsMachine">Whether nobody has revised it.</param>
/// <param name="Text">By whom it was translated, and from which language; whether its source has changed since, and how much
/// of it was repaired.</param>
/// <param name="Original">The link to the source edition; null where that is not public.</param>
internal sealed record TranslationNotice(bool IsMachine, string Text, TranslationNotice.Link? Original)
{
    /// <summary>The notice of an edition; null for one that a person wrote in its language.</summary>
    public static TranslationNotice? Of(Entry entry, Entry? source, Locale locale)
    {
        if (entry.Label == Label.None) return null;
        var language = entry.Edition.Release.Source.Language;
        var strings = locale.Strings;
        var from = locale.FromLanguage(language);
        var makers = locale.List([.. entry.Edition.Makers.Select(locale.Isolated)]);
        var isMachine = entry.Label == Label.Machine;
        var text = isMachine ? strings.MachineTranslation.With(makers.Length > 0 ? makers : "?", from)
            : makers.Length > 0 ? strings.TranslationLabel.With(makers, from)
            : strings.TranslationLabelUnnamed.With(from);
        if (entry.Edition.IsStale) Add(strings.OriginalChanged);
        if (entry.Edition.Repaired > 0 && !isMachine) Add(strings.RepairedSentences.With(locale.Number(entry.Edition.Repaired)));
        return new TranslationNotice(isMachine, text, source is null
            ? null : new Link(source.Address, language, strings.ReadOriginal.With(locale.InLanguage(language))));

        void Add(string sentence) => text += (locale.Language.Unspaced ? "" : " ") + sentence;
    }

    /// <summary>A link to the source edition.</summary>
    public sealed record Link(Address Address, Language Language, string Text);
}
