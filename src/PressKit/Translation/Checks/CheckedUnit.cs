using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>A unit with its translation, as checks read it.</summary>
public sealed class CheckedUnit
{
    /// <summary>Reads a unit; segments without a translation are left out.</summary>
    public CheckedUnit(TranslatedUnit unit, CheckContext context)
    {
        (Unit, Context) = (unit, context);
        Segments = [.. unit.Segments.Index().Where(s => s.Item.Target is not null && !IsStandIn(s.Item))
            .Select(s => new CheckedSegment(this, s.Index, s.Item, new CheckedText(s.Item.Segment.Source), new CheckedText(s.Item.Target!)))];
    }

    /// <summary>The unit.</summary>
    public TranslatedUnit Unit { get; }

    /// <summary>The document around it.</summary>
    public CheckContext Context { get; }

    /// <summary>Its translated segments.</summary>
    public ImmutableArray<CheckedSegment> Segments { get; }

    /// <summary>The rules of the source's language.</summary>
    public LanguageRules From => Context.From;

    /// <summary>The rules of the translation's language.</summary>
    public LanguageRules To => Context.To;

    // PressKit's own stand-ins for a service translate nothing.
    private static bool IsStandIn(SegmentTranslation segment) =>
        segment is { IsMachineDraft: true, Provenance: { Origin: Origin.Machine } made } && made.Maker.StartsWith("PressKit ", StringComparison.Ordinal);

    /// <summary>The whole translation, segment after segment.</summary>
    public string TargetText => field ??= string.Join(' ', Segments.Select(s => s.Target.Text));

    /// <summary>The whole source of what is translated.</summary>
    public string SourceText => field ??= string.Join(' ', Segments.Select(s => s.Source.Text));
}

/// <summary>A segment with its translation, as checks read it.</summary>
/// <param name="Unit">Its unit.</param>
/// <param name="Index">Its place in the unit.</param>
/// <param name="Translation">What is stored of it.</param>
/// <param name="Source">The source.</param>
/// <param name="Target">The translation.</param>
public sealed record CheckedSegment(CheckedUnit Unit, int Index, SegmentTranslation Translation, CheckedText Source, CheckedText Target)
{
    /// <summary>Something found in it; <paramref name="part"/> tells findings of one rule apart that are dismissed one by one.</summary>
    public Finding Finding(CheckRule rule, string message, string remedy, TextSpan? target = null, TextSpan? source = null, TextEdit? fix = null, string? part = null) =>
        new(rule, Unit.Unit.Id, Index, Hash.Of(part is null ? rule.Id : $"{rule.Id} {part}", Unit.Context.To.Language.Tag, Source.Content.ToString(), Target.Content.ToString()))
        {
            Message = message, Remedy = remedy, Source = source, Target = target, Fix = fix,
        };

    /// <summary>Whether the translation is the source itself: a sample in another language, a name, or what is not translated.</summary>
    public bool IsCopy { get; } = Bare(Source) == Bare(Target);

    /// <summary>Numbers, dates and times of the source.</summary>
    internal QuantityList SourceQuantities => field ??= QuantityReader.Read(Source, Unit.From);

    /// <summary>Numbers, dates and times of the translation.</summary>
    internal QuantityList TargetQuantities => field ??= QuantityReader.Read(Target, Unit.To);

    /// <summary>The length that the source would have in English.</summary>
    internal double SourceSize => _sourceSize ??= Size(Source.Text, SourceQuantities, Unit.From);

    /// <summary>The length that the translation would have in English.</summary>
    internal double TargetSize => _targetSize ??= Size(Target.Text, TargetQuantities, Unit.To);

    private double? _sourceSize;
    private double? _targetSize;

    // Addresses are as long everywhere, and so are Latin names in Chinese.
    private static double Size(string text, QuantityList quantities, LanguageRules rules)
    {
        var literals = quantities.Literals.Sum(l => l.Span.Length);
        var wide = text.Count(Words.IsEastAsian);
        return wide / Math.Min(rules.House.Length, 0.6) + (text.Length - wide - literals) / Math.Max(rules.House.Length, 0.8);
    }

    private static string Bare(CheckedText text) => string.Concat(text.Text.Where(c => !char.IsWhiteSpace(c) && c != CheckedText.Code));
}
