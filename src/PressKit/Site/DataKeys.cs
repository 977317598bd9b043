using PressKit.Editions;

namespace PressKit.Site;

/// <summary>Adds to a key what formats see of the newsroom's own data.</summary>
internal static class DataKeys
{
    /// <summary>Adds what the site shows of the newsroom, and what decides how. What it asks of translations and reviewers has done its
    /// part before a page is made.</summary>
    public static void Add(this KeyWriter key, Newsroom newsroom)
    {
        key.Add(newsroom.Name);
        key.Add(newsroom.Url.AbsoluteUri);
        key.Add(newsroom.Languages);
        key.Add(newsroom.DefaultLanguage);
        key.Add(newsroom.Tagline);
        key.Add(newsroom.Formats);
        key.Each(newsroom.Feeds.Hubs, hub => key.Add(hub.AbsoluteUri));
        key.Add(newsroom.Feeds.Archives);
        key.Each(newsroom.Deployment.Hosts, host => key.Add((int)host));
        key.Add(newsroom.Deployment.StrictTransport);
        key.Add((int)newsroom.Images);
        key.Add(newsroom.Card is not null);
        if (newsroom.Card is { } card) key.Add(card);
        key.Add((int)newsroom.Search);
        key.Each(newsroom.Topics, key.Add);
        key.Each(newsroom.Contacts, key.Add);
        key.Each(newsroom.Boilerplates, boilerplate => key.Add(boilerplate.Markdown));
    }

    /// <summary>Adds a topic.</summary>
    public static void Add(this KeyWriter key, Topic topic)
    {
        key.Add(topic.Id);
        key.Add(topic.Name);
        key.Add(topic.MediaTopic);
    }

    /// <summary>Adds a series.</summary>
    public static void Add(this KeyWriter key, Series series)
    {
        key.Add(series.Id);
        key.Add(series.Name);
        key.Add(series.Text);
    }

    /// <summary>Adds a contact.</summary>
    public static void Add(this KeyWriter key, Contact contact)
    {
        key.Add(contact.Id);
        key.Add(contact.Name);
        key.Add(contact.Role);
        key.Add(contact.Email);
        key.Add(contact.Phone);
        key.Add(contact.Rank);
        key.Add(contact.Languages);
    }

    /// <summary>Adds somebody who speaks for the organisation, with their page and their picture.</summary>
    public static void Add(this KeyWriter key, PersonLink link)
    {
        key.Add(link.Person.Id);
        key.Add(link.Person.Name);
        key.Add(link.Person.Role);
        key.Add(link.Person.Biography);
        key.Add(link.Person.Contact);
        key.Add(link.Address);
        key.Add(link.Portrait is not null);
        if (link.Portrait is { } portrait) key.Add(portrait);
    }

    /// <summary>Adds what a page shows of front matter.</summary>
    public static void Add(this KeyWriter key, FrontMatter front)
    {
        key.Add(front.Headline);
        key.Add(front.Subhead);
        key.Add(front.Summary);
        key.Add(front.Dateline is not null);
        key.Add(front.Dateline?.Place);
        key.Add(front.Dateline?.Date);
        key.Add(front.Published);
        key.Add(front.Topics);
        key.Add(front.Contacts);
        key.Add(front.Boilerplate);
        key.Each(front.Media, key.Add);
        key.Each(front.Quotes, key.Add);
        key.Add(front.Notes);
        key.Each(front.Extra, key.Add);
    }

    /// <summary>Adds what readers are told of an event.</summary>
    public static void Add(this KeyWriter key, EventText told)
    {
        key.Add((int)told.Event.Kind);
        key.Add(told.Event.At);
        key.Add(told.Text);
        key.Add(told.Language);
        key.Add(told.IsMachine);
    }

    /// <summary>Adds a quotation.</summary>
    public static void Add(this KeyWriter key, Quote quote)
    {
        key.Add(quote.Text);
        key.Add(quote.Speaker);
        key.Add(quote.Role);
        key.Add(quote.Person);
    }

    /// <summary>Adds an image or document as it is published.</summary>
    public static void Add(this KeyWriter key, PublishedMedia media)
    {
        key.Add(media.Item);
        key.Add(media.File);
        key.Add(media.Address);
    }

    /// <summary>Adds what front matter says of an image or document.</summary>
    public static void Add(this KeyWriter key, MediaItem item)
    {
        key.Add(item.File);
        key.Add(item.Alt);
        key.Add(item.Caption);
        key.Add(item.Credit);
        key.Add(item.Licence);
    }

    /// <summary>Adds a file: its name, its contents, and what was found in it.</summary>
    public static void Add(this KeyWriter key, MediaFile file)
    {
        key.Add(file.Path);
        key.Add(file.Length);
        key.Add(file.Hash);
        key.Add(file.Facts?.Type);
        key.Add(file.Facts?.Width);
        key.Add(file.Facts?.Height);
        key.Add(file.Facts?.IsMoving is true);
        key.Add(file.Facts?.Duration?.Ticks);
    }

    /// <summary>Adds where a page stands in a language.</summary>
    public static void Add(this KeyWriter key, Alternate alternate)
    {
        key.Add(alternate.Language);
        key.Add(alternate.Address);
    }
}
