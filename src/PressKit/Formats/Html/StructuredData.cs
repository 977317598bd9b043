using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PressKit.Editions;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates;
using PressKit.Templates.Models;

namespace PressKit.Formats.Html;

/// <summary>What pages say to machines in JSON-LD, in the words of schema.org 30: a release is a <c>NewsArticle</c>, for there is
/// no type of press releases, and <c>ReportageNewsArticle</c> sets itself apart from public relations.</summary>
/// <param name="urls">Writes addresses.</param>
/// <param name="sizes">The dimensions of images.</param>
/// <param name="locales">How languages are written.</param>
/// <param name="logo">The publisher's picture; null where the theme has none.</param>
internal sealed class StructuredData(SiteUrls urls, ImageSizes sizes, Locales locales, Address? logo = null)
{
    // Letters of every language as they are; what could end the script element stays escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = false };

    /// <summary>A language's first page: the site, and who publishes it.</summary>
    public Markup Of(HomePage page, string? description) => Markup.Of(Json(json =>
    {
        var newsroom = page.Frame.Newsroom;
        json.WriteString("@type", "WebSite");
        json.WriteString("@id", urls.Absolute(page.Address));
        json.WriteString("url", urls.Absolute(page.Address));
        json.WriteString("name", newsroom.Name);
        if (description is not null) json.WriteString("description", description);
        json.WriteString("inLanguage", page.Language.Tag);
        Organisation(json, "publisher", page.Frame);
    }));

    /// <summary>A release.</summary>
    public Markup Of(ReleasePage page, Locale locale)
    {
        var (entry, newsroom) = (page.Entry, page.Frame.Newsroom);
        return new Markup(() => Json(json =>
        {
            var front = entry.Edition.FrontMatter;
            json.WriteString("@type", "NewsArticle");
            json.WriteString("@id", urls.Absolute(page.Address));
            json.WriteString("url", urls.Absolute(page.Address));
            json.WriteStartObject("mainEntityOfPage");
            json.WriteString("@type", "WebPage");
            json.WriteString("@id", urls.Absolute(page.Address));
            Breadcrumbs(json, page, locale);
            json.WriteEndObject();
            json.WriteString("headline", front.Headline);
            Optional(json, "alternativeHeadline", front.Subhead);
            Optional(json, "description", front.Summary);
            json.WriteString("inLanguage", page.Language.Tag);
            if (EntryModels.Date(front.Published, locale) is { } date)
            {
                json.WriteString("datePublished", date.Iso);
                json.WriteString("dateModified", entry.Edition.Modified is { } modified ? DateModel.InIso(modified) : date.Iso);
            }

            if (entry.Edition.Version > 1) json.WriteNumber("version", entry.Edition.Version);
            Array(json, "correction", EventNotice.Of(entry.Edition, entry.Label, locale, locales).Where(e => e.Kind == EventKind.Correction), notice => Correction(json, notice));

            Optional(json, "dateline", DatelinedText.Dateline(front, locale));
            if (front.Dateline?.Place is { } place)
            {
                json.WriteStartObject("locationCreated");
                json.WriteString("@type", "Place");
                json.WriteString("name", place);
                json.WriteEndObject();
            }

            Organisation(json, "author", page.Frame);
            Organisation(json, "publisher", page.Frame);
            json.WriteBoolean("isAccessibleForFree", true);
            Array(json, "about", front.Topics.Select(id => newsroom.Topics.GetValueOrDefault(id)).OfType<Topic>(), topic => Topic(json, topic, page.Frame));
            Array(json, "image", entry.Media.Where(m => ImageFiles.TypeOf(m) is not null), image => Image(json, image, page));
            Translations(json, page);
            Array(json, "hasPart", front.Quotes, quote => Quotation(json, quote));
        }));
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Organisation(Utf8JsonWriter json, string name, Frame frame)
    {
        json.WriteStartObject(name);
        json.WriteString("@type", "Organization");
        json.WriteString("name", frame.Newsroom.Name);
        json.WriteString("url", urls.Absolute(frame.Home));
        Optional(json, "logo", logo is { } address ? urls.Absolute(address) : null);
        json.WriteEndObject();
    }

    /// <summary>The way from the language's first page to the release.</summary>
    private void Breadcrumbs(Utf8JsonWriter json, ReleasePage page, Locale locale)
    {
        (string Name, Address Address)[] way =
        [
            (page.Frame.Newsroom.Name, page.Frame.Home), (locale.Strings.Archive, page.Frame.Archive),
            (page.Entry.Edition.FrontMatter.Headline, page.Address),
        ];
        json.WriteStartObject("breadcrumb");
        json.WriteString("@type", "BreadcrumbList");
        Array(json, "itemListElement", way.Index(), step =>
        {
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", step.Index + 1);
            json.WriteString("name", step.Item.Name);
            json.WriteString("item", urls.Absolute(step.Item.Address));
        });
        json.WriteEndObject();
    }

    private static void Correction(Utf8JsonWriter json, EventNotice notice)
    {
        json.WriteString("@type", "CorrectionComment");
        json.WriteString("text", notice.Text);
        json.WriteString("datePublished", DateModel.InIso(notice.At));
        json.WriteString("inLanguage", notice.Language.Tag);
    }

    private static void Topic(Utf8JsonWriter json, Topic topic, Frame frame)
    {
        json.WriteString("@type", "Thing");
        json.WriteString("name", topic.Name.In(frame.Language, frame.Newsroom.DefaultLanguage) ?? topic.Id);
        if (topic.MediaTopic is { } code) json.WriteString("sameAs", "http://cv.iptc.org/newscodes/mediatopic/" + code);
    }

    /// <summary>An image with its rights, as Google's image metadata ask for them: whoever wants another licence finds the contacts on
    /// the release's page.</summary>
    private void Image(Utf8JsonWriter json, PublishedMedia image, ReleasePage page)
    {
        json.WriteString("@type", "ImageObject");
        json.WriteString("contentUrl", urls.Absolute(image.Address));
        json.WriteString("encodingFormat", ImageFiles.TypeOf(image));
        Optional(json, "caption", image.Item.Caption ?? image.Item.Alt);
        Optional(json, "creditText", image.Item.Credit);
        var licence = image.Item.Licence is { } terms ? LicenceUrl.Of(terms) : null;
        Optional(json, "license", licence);
        // Where the terms are no address, they are told in words.
        if (licence is null) Optional(json, "copyrightNotice", image.Item.Licence ?? (image.Item.Credit is { } credit ? $"© {credit}" : null));
        else if (image.Item.Credit is { } holder) json.WriteString("copyrightNotice", $"© {holder}");
        if (!page.Entry.Edition.FrontMatter.Contacts.IsEmpty) json.WriteString("acquireLicensePage", urls.Absolute(page.Address));
        if (sizes.Of(image.File).Value is not { } size) return;
        json.WriteNumber("width", size.Width);
        json.WriteNumber("height", size.Height);
    }

    private void Translations(Utf8JsonWriter json, ReleasePage page)
    {
        var edition = page.Entry.Edition;
        var others = page.Alternates.Where(a => a.Language != page.Language).ToList();
        if (edition.Making != Making.Source && others.Find(a => a.Language == edition.Release.Source.Language) is { } source)
        {
            json.WriteStartObject("translationOfWork");
            Work(json, source);
            json.WriteEndObject();
        }

        if (edition.Making == Making.Source) Array(json, "workTranslation", others, other => Work(json, other));
        if (edition.Making != Making.Translated) return;
        // A machine is neither a person nor an organisation; what somebody revised of its work is a composite.
        if (page.Entry.Label == Label.Translation) Array(json, "translator", edition.Translators, name => Translator(json, name, page.Frame));

        var made = page.Entry.Label == Label.Machine ? "TrainedAlgorithmicMedia" : edition.MachineSegments > 0 ? "CompositeWithTrainedAlgorithmicMedia" : null;
        Optional(json, "digitalSourceType", made is null ? null : $"https://schema.org/{made}DigitalSource");
    }

    private void Work(Utf8JsonWriter json, Alternate alternate)
    {
        json.WriteString("@type", "NewsArticle");
        json.WriteString("@id", urls.Absolute(alternate.Address));
        json.WriteString("inLanguage", alternate.Language.Tag);
    }

    private static void Translator(Utf8JsonWriter json, string name, Frame frame)
    {
        json.WriteString("@type", name == frame.Newsroom.Name ? "Organization" : "Person");
        json.WriteString("name", name);
    }

    private static void Quotation(Utf8JsonWriter json, Quote quote)
    {
        json.WriteString("@type", "Quotation");
        json.WriteString("text", quote.Text);
        if (quote.Speaker is not { } speaker) return;
        json.WriteStartObject("spokenByCharacter");
        json.WriteString("@type", "Person");
        json.WriteString("name", speaker);
        Optional(json, "jobTitle", quote.Role);
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        var all = items.ToList();
        if (all.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var item in all)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }
}
