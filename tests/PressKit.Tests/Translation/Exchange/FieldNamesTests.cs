using PressKit.Segmentation;
using PressKit.Translation.Exchange;

namespace PressKit.Tests.Translation.Exchange;

public sealed class FieldNamesTests
{
    [Theory]
    [InlineData("headline", "Headline")]
    [InlineData("summary", "Summary")]
    [InlineData("dateline.place", "Place of the dateline")]
    [InlineData("media.00000000.caption", "Caption of an image")]
    [InlineData("media.00000000.alt", "Alt text of an image")]
    [InlineData("quotes.00000000.text", "Quote")]
    public void Fields_are_called_as_people_call_them(string id, string name) => FieldNames.Of(id, null).ShouldBe(name);

    [Fact]
    public void Images_and_speakers_are_named()
    {
        var frontMatter = new FrontMatter
        {
            Headline = "A",
            Media = [new MediaItem("hall.jpg", "A hall", "The hall", null, null), new MediaItem("hall.jpg", "A hall", "Again", null, null)],
            Quotes = [new Quote("We open.", "Maria Bianchi", "director")],
        };
        Fields.Of(frontMatter).Select(f => FieldNames.Of(f.Id, frontMatter))
            .ShouldBe(["Headline", "Alt text of hall.jpg", "Caption of hall.jpg", "Alt text of hall.jpg", "Caption of hall.jpg", "Quote: Maria Bianchi", "Speaker of a quote", "Role of Maria Bianchi"]);
    }
}
