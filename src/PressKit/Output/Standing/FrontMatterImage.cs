namespace PressKit.Output.Standing;

/// <summary>Writes front matter, and reads it.</summary>
internal static class FrontMatterImage
{
    /// <summary>Writes front matter.</summary>
    public static void Write(ImageWriter image, FrontMatter front)
    {
        image.Add(front.Headline);
        image.Add(front.Subhead);
        image.Add(front.Summary);
        image.Add(front.Dateline is not null);
        if (front.Dateline is { } dateline)
        {
            image.Add(dateline.Place);
            image.Add(dateline.Date?.DayNumber ?? -1);
        }

        image.Add(front.Published);
        image.Add(front.Embargo);
        image.Add(front.Topics);
        image.Add(front.Contacts);
        image.Add(front.Boilerplate);
        image.Each(front.Media, item =>
        {
            image.Add(item.File);
            image.Add(item.Alt);
            image.Add(item.Caption);
            image.Add(item.Credit);
            image.Add(item.Licence);
        });
        image.Each(front.Quotes, quote =>
        {
            image.Add(quote.Text);
            image.Add(quote.Speaker);
            image.Add(quote.Role);
            image.Add(quote.Person);
        });
        image.Add(front.Notes);
        image.Add(front.Related);
        image.Add(front.Series);
        image.Each(front.Languages, image.Add);
        image.Add(front.Slug);
        image.Add((int)front.State);
        image.Add(front.Extra);
    }

    /// <summary>Reads front matter.</summary>
    public static FrontMatter Read(ref ImageReader reader) => new()
    {
        Headline = reader.Text(),
        Subhead = reader.TextOrNull(),
        Summary = reader.TextOrNull(),
        Dateline = reader.Flag() ? new Dateline(reader.TextOrNull(), reader.Small() is >= 0 and var day ? DateOnly.FromDayNumber(day) : null) : null,
        Published = reader.Instant(),
        Embargo = reader.Instant(),
        Topics = reader.Texts(),
        Contacts = reader.Texts(),
        Boilerplate = reader.TextOrNull(),
        Media = reader.List(static (ref ImageReader r) => new MediaItem(r.Text(), r.TextOrNull(), r.TextOrNull(), r.TextOrNull(), r.TextOrNull())),
        Quotes = reader.List(static (ref ImageReader r) => new Quote(r.Text(), r.TextOrNull(), r.TextOrNull(), r.TextOrNull())),
        Notes = reader.TextOrNull(),
        Related = reader.Texts(),
        Series = reader.TextOrNull(),
        Languages = reader.List(static (ref ImageReader r) => r.Language()),
        Slug = reader.TextOrNull(),
        State = (ReleaseState)reader.Small(),
        Extra = reader.Register(),
    };
}
