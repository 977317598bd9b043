using System.Collections.Immutable;
using PressKit.Translation;

namespace PressKit.Translators.Requests;

/// <summary>Sends texts to a service. The innermost speaks the service's protocol, one request at a time; the others stand
/// around it: <see cref="Booked"/>, <see cref="Paced"/>, <see cref="Retrying"/>, <see cref="Batching"/>,
/// <see cref="Cached"/>.</summary>
internal interface IServiceClient
{
    /// <summary>Sends a request: as many answers as texts, in the same order.</summary>
    /// <exception cref="ServiceFailure">The request failed as a whole.</exception>
    Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation);
}

/// <summary>How texts are written.</summary>
internal enum TextFormat
{
    /// <summary>Plain text.</summary>
    Plain,

    /// <summary>An HTML fragment, as <see cref="Tags.TaggedHtml"/> writes it.</summary>
    Html,

    /// <summary>An XML fragment of the elements <c>g</c>, <c>x</c> and <c>n</c>.</summary>
    Xml,

    /// <summary>Text with numbered tags: <c>&lt;1&gt;…&lt;/1&gt;</c>, for language models.</summary>
    Numbered,
}

/// <summary>Texts of one document to be translated.</summary>
/// <param name="Source">Their language.</param>
/// <param name="Target">The language wanted.</param>
/// <param name="Format">How they are written.</param>
/// <param name="Texts">The texts.</param>
internal sealed record ServiceRequest(Language Source, Language Target, TextFormat Format, ImmutableArray<ServiceText> Texts)
{
    /// <summary>The headline of the document; empty where the service takes no context.</summary>
    public string Headline { get; init; } = "";

    /// <summary>The same request for some of its texts.</summary>
    public ServiceRequest Of(IEnumerable<int> texts) => this with { Texts = [.. texts.Select(t => Texts[t])] };
}

/// <summary>A text to be translated.</summary>
/// <param name="Text">The text as it is sent.</param>
internal sealed record ServiceText(string Text)
{
    /// <summary>What a reader reads of it.</summary>
    public string Plain { get; init; } = "";

    /// <summary>What stands around it; nothing where the service takes no context.</summary>
    public SegmentContext Context { get; init; } = SegmentContext.None;

    /// <summary>The terms that it holds; none where the service takes none.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>Texts like it with their translations; none where the service takes none.</summary>
    public ImmutableArray<TranslationExample> Examples { get; init; } = [];

    /// <summary>A translation whose tags were lost: only its tags are wanted. Null for a text to translate.</summary>
    public string? Draft { get; init; }

    /// <summary>How many Unicode code points are sent.</summary>
    public int Size => Text.EnumerateRunes().Count();
}

/// <summary>What a service answers to a request.</summary>
/// <param name="Texts">An answer for each text, in order.</param>
/// <param name="Charge">What the service charges for it.</param>
internal sealed record ServiceAnswer(ImmutableArray<TextAnswer> Texts, Charge Charge);

/// <summary>What a service answers for one text.</summary>
/// <param name="Text">The translation; null where it did not come back.</param>
/// <param name="Refusal">Why the service refuses the text; null where it does not.</param>
internal readonly record struct TextAnswer(string? Text, string? Refusal = null)
{
    /// <summary>Whether there is nothing to ask again.</summary>
    public bool IsSettled => Text is not null || Refusal is not null;
}
