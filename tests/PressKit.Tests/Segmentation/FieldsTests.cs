using PressKit.Segmentation;

namespace PressKit.Tests.Segmentation;

public sealed class FieldsTests
{
    [Fact]
    public void The_same_quotation_or_image_twice_has_an_id_each_time()
    {
        var frontMatter = new FrontMatter
        {
            Headline = "Headline",
            Quotes = [new Quote("Same.", "Ada", null), new Quote("Same.", "Bea", null)],
            Media = [new MediaItem("media/a.png", "One", null, null, null), new MediaItem("media/a.png", "Two", null, null, null)],
        };

        var fields = Fields.Of(frontMatter);
        fields.Select(f => f.Id).ShouldBeUnique();
        var mapped = Fields.Map(frontMatter, (id, _) => fields.Single(f => f.Id == id).Text);
        mapped.Quotes.Select(q => q.Speaker).ShouldBe(["Ada", "Bea"]);
        mapped.Media.Select(m => m.Alt).ShouldBe(["One", "Two"]);
    }
}
