using System.Collections.Immutable;
using PressKit.Content;
using PressKit.Content.Markdown;
using PressKit.Languages;
using PressKit.Segmentation;
using PressKit.Translation.Glossary;
using PressKit.Translation.Repairs;

namespace PressKit.Editions;

/// <summary>Splits a release, pairs it with its translations and joins it into editions: all that is done with each release for
/// itself.</summary>
/// <param name="newsroom">The newsroom, as far as <see cref="NewsroomReader.ReadSettings"/> reads it.</param>
/// <param name="parser">Parses texts.</param>
/// <param name="locales">How languages write figures.</param>
/// <param name="rendered">Renders texts while they are parsed.</param>
internal sealed class ReleaseJoiner(Newsroom newsroom, MarkdownParser parser, Locales locales, RenderedTexts rendered)
{
    private readonly Pairing _pairing = new(new Splitter(parser, new MarkdownChecks(), new SentenceRules(newsroom.Sentences), rendered), new SoftRepair(locales));
    private readonly Joining _joining = new(parser, rendered);
    private readonly RevisionFolder _revisions = new(newsroom);
    private readonly Blocking _blocking = new(new Terminology(newsroom.Glossary));

    /// <summary>A release, joined; from any thread.</summary>
    /// <param name="release">The release.</param>
    /// <param name="found">Takes what is wrong with it, and may have what was found when it was read.</param>
    public JoinedRelease Join(Release release, Problems found)
    {
        if (_pairing.Pair(release, _revisions, found) is not { } paired) return new JoinedRelease(release, null, [], found);
        var editions = _joining.Editions(paired, _blocking, found).ToImmutableArray();
        var blocked = editions.Where(e => !e.Blocked.IsEmpty).Select(e => e.Language).ToList();
        paired = paired with { Finished = [.. paired.Translations.Where(t => !blocked.Contains(t.File.Language) && IsFinished(paired, t)).Select(t => t.File.Language)] };
        return new JoinedRelease(release, paired, editions, found);
    }

    /// <summary>Whether drafting would leave a translation as it is: nothing is missing or repaired, and no draft may have been made under
    /// another glossary.</summary>
    private bool IsFinished(PairedRelease paired, PairedTranslation translation) => translation.Approved is null
        && paired.Source.UnitsIn(translation.File.Language).All(unit => translation.Of(unit) is { IsComplete: true } translated
            && translated.Segments.All(s => !s.IsRepaired && (!s.IsMachineDraft || newsroom.Glossary.IsEmpty)));
}
