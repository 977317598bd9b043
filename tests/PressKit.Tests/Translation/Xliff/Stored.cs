using FsCheck;
using FsCheck.Fluent;
using PressKit.Translation;

namespace PressKit.Tests.Translation.Xliff;

/// <summary>Stored translations, made by hand and by chance.</summary>
internal static class Stored
{
    private static readonly string[] Texts =
    [
        "La mostra", "apre", " ", "  \t ", "\n", "\r", "\r\n", "<b>&amp;\"'", "]]>", "\u0001", "\u0000\u001f", "\u0085\u2028",
        "\ufeff", "\ufffe\uffff", "日本語。", "👩‍👩‍👧", "é", "\u202eabc\u202c", "{0} %s", "\\", "<!--", "\u007f\u00a0",
    ];

    private static readonly string[] Markup = ["*", "**", "[", "](https://example.com/?a=1&b=2)", "`x`", "<br>", "", "\n", "\u0002"];

    /// <summary>Any translation that PressKit could store.</summary>
    public static Arbitrary<StoredTranslation> Any() => Arb.From(
        from count in Gen.Choose(0, 4)
        from units in Gen.CollectToArray(Enumerable.Range(0, count), Unit)
        from original in Gen.Elements("", "content/releases/2026/a & b/it.md", "\"<è>\".md")
        from revision in Gen.Elements("", "0123456789abcdef0123456789abcdef")
        from source in Gen.Elements("it", "zh-Hans")
        from target in Gen.Elements("en", "pt-BR")
        select new StoredTranslation(
            original, revision, Language.Parse(source), Language.Parse(target), [.. units]));

    /// <summary>A unit of one sentence, translated.</summary>
    public static TranslatedUnit Unit(InlineContent source, InlineContent? target, SegmentState state = SegmentState.Initial) =>
        new("u1", UnitRole.Paragraph, [new SegmentTranslation(new Segment(source), target, state, null)]);

    /// <summary>A translation of these units from Italian into English.</summary>
    public static StoredTranslation Of(params TranslatedUnit[] units) => new(
        "content/releases/2026/mostra/it.md", "0123456789abcdef0123456789abcdef", Language.Parse("it"), Language.Parse("en"),
        [.. units]);

    /// <summary>What a translation is, in a form that compares: its arrays compare by identity.</summary>
    public static string Describe(StoredTranslation? translation)
    {
        if (translation is null) return "nothing";
        var lines = new List<string>
        {
            $"{translation.Original}|{translation.Revision}|{translation.SourceLanguage}|{translation.TargetLanguage}",
        };
        foreach (var unit in translation.Units.Concat(translation.Gone))
        {
            lines.Add($"{unit.Id} {unit.Role} {(translation.Gone.Contains(unit) ? "gone" : "")} {Escape(unit.Note ?? "")}");
            lines.AddRange(unit.Segments.Select(s =>
                $"  {Describe(s.Segment.Source)}|{Escape(s.Segment.Space)}|{Describe(s.Target)}|{s.State}{(s.IsRepaired ? " repaired" : "")}|{Describe(s.Provenance)}|{Describe(s.Previous?.Source)} {Describe(s.Previous?.Target)}"
                + string.Concat(s.Conflicts.Select(c => $"|{Describe(c.Source)} {Describe(c.Target)} {c.State} {Describe(c.Provenance)}"))));
        }

        return string.Join('\n', lines);
    }

    private static string Describe(Provenance? provenance) =>
        provenance is null ? "" : $"{provenance.Origin} {provenance.Maker} {provenance.Method ?? "null"} {provenance.At.UtcTicks} {provenance.Glossary} {provenance.Revised?.By} {provenance.Revised?.At.UtcTicks} {provenance.Repaired?.UtcTicks}";

    private static string Describe(InlineContent? content) => content is null ? "null"
        : string.Concat(content.Select(p => p.Kind == PieceKind.Text ? Escape(p.Text) : $"{{{p.Kind} {Escape(p.Code!.ToString())}}}"));

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static Gen<TranslatedUnit> Unit(int number) =>
        from role in Gen.Elements(Enum.GetValues<UnitRole>())
        from count in Gen.Choose(1, 4)
        from codes in Gen.CollectToArray(Enumerable.Range(0, count), i => Codes(i * 10))
        from segments in Gen.CollectToArray(codes, own => Segment(own, [.. codes.SelectMany(c => c)]))
        from note in Gen.Elements(null, "A note.", "Una «nota» <b> & \"x\".", "注")
        select new TranslatedUnit($"u{number}.caption:è", role, [.. segments]) { Note = note };

    private static Gen<PreviousTranslation?> Previous() =>
        from codes in Codes(0)
        from source in Content(codes, once: true)
        from target in Content(codes, once: false)
        select new PreviousTranslation(source, target);

    private static Gen<SegmentTranslation> Segment(InlineCode[] own, InlineCode[] all) =>
        from source in Content(own, once: true)
        from space in Gen.Elements("", " ", "\n", "\t\r\u0001", "\u3000")
        from target in Gen.Frequency((1, Gen.Constant<InlineContent?>(null)), (1, Gen.Constant<InlineContent?>(InlineContent.Empty)),
            (4, Content(own, once: false).Select(c => (InlineContent?)c)))
        from state in Gen.Elements(Enum.GetValues<SegmentState>())
        from provenance in Gen.Elements<Provenance?>(
            null,
            new Provenance(Origin.Machine, "Apertium 3.8.3", "ita-spa, spa-por", DateTimeOffset.UnixEpoch),
            new Provenance(Origin.Author, "Zoë <z@example.com>", null, new DateTimeOffset(2026, 3, 1, 9, 30, 0, 123, TimeSpan.FromHours(9))),
            new Provenance(Origin.Machine, "Azure", "general", DateTimeOffset.UnixEpoch)
            {
                Glossary = "0123456789abcdef", Revised = new Revisal("Zoë", new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero)),
                Repaired = new DateTimeOffset(2026, 3, 3, 9, 30, 0, TimeSpan.Zero),
            },
            new Provenance(Origin.Memory, "  it\r\nen ", "", DateTimeOffset.MaxValue))
        from previous in Gen.OneOf(Gen.Constant<PreviousTranslation?>(null), Previous())
        from conflicts in Gen.Frequency((4, Gen.Constant(Array.Empty<PreviousTranslation?>())), (1, Gen.ArrayOf(Previous(), 2)))
        select new SegmentTranslation(new Segment(source, space), target, target is null ? SegmentState.Initial : state, provenance, previous)
        {
            IsRepaired = target is not null && state != SegmentState.Initial && space.Length > 0,
            Conflicts = [.. conflicts.Select(c => new ConflictingTranslation(c!.Source, c.Target, state, provenance))],
        };

    private static Gen<InlineCode[]> Codes(int before) =>
        from count in Gen.Choose(0, 5)
        from codes in Gen.CollectToArray(Enumerable.Range(before + 1, count), Code)
        select codes;

    private static Gen<InlineCode> Code(int id) =>
        from kind in Gen.Elements(Enum.GetValues<CodeKind>())
        from open in Gen.Elements(Markup)
        from close in Gen.Elements([.. Markup, null])
        from equivalent in Gen.Elements("", "x", "\"a\tb\nc\rd\"", "\u0003")
        select new InlineCode(id, kind, open, close, equivalent);

    // Every code once, as in a source, or any of them any number of times, as in a careless target.
    private static Gen<InlineContent> Content(InlineCode[] codes, bool once) =>
        from texts in Gen.Elements(Texts).ListOf(codes.Length * 3 + 2)
        from order in Gen.Shuffle(codes)
        from nested in Gen.ArrayOf(Gen.Elements(true, false), codes.Length + 1)
        from left in once ? Gen.Constant(order) : Gen.Elements<InlineCode[]>(order, [.. order.Take(1)], [.. order, .. order.Take(1)])
        select Build(texts.ToArray(), left, nested);

    private static InlineContent Build(string[] texts, InlineCode[] codes, bool[] nested)
    {
        var pieces = new List<Piece>();
        var open = new Stack<InlineCode>();
        var text = 0;
        foreach (var (index, code) in codes.Index())
        {
            pieces.Add(Piece.Run(texts[text++ % texts.Length]));
            if (!nested[index % nested.Length] && open.TryPop(out var closed)) pieces.Add(Piece.Close(closed));
            pieces.Add(code.Spans ? Piece.Open(code) : Piece.Alone(code));
            if (code.Spans) open.Push(code);
        }

        while (open.TryPop(out var closed))
        {
            pieces.Add(Piece.Run(texts[text++ % texts.Length]));
            pieces.Add(Piece.Close(closed));
        }

        pieces.Add(Piece.Run(texts[text % texts.Length]));
        return InlineContent.Of(pieces);
    }
}
