using PressKit.Content;

namespace PressKit.Tests.Content;

public sealed class InstantsTests
{
    private static readonly Place Somewhere = new("it.md", 3, 12);

    [Theory]
    [InlineData("0001-01-01T00:00")]
    [InlineData("-0044-03-15T09:00")]
    [InlineData("9999-12-31T23:59-10:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("-9998-01-01")]
    public void A_time_beyond_what_can_be_published_is_a_problem(string text)
    {
        foreach (var zone in new[] { "Europe/Rome", "Pacific/Kiritimati", "America/Los_Angeles" })
        {
            var problems = new Problems();
            Instants.In(zone)!.Instant(text, Somewhere, problems).ShouldBeNull();
            problems.All.Single().Code.ShouldBe("content.bad-date");
        }
    }

    [Theory]
    [InlineData("-0044-03-15")]
    [InlineData("0000-01-01")]
    [InlineData("10000-01-01")]
    public void A_date_beyond_the_calendar_is_a_problem(string text)
    {
        var problems = new Problems();
        Instants.Date(text, Somewhere, problems).ShouldBeNull();
        problems.All.Single().Code.ShouldBe("content.bad-date");
    }

    [Fact]
    public void A_time_of_a_century_ago_is_read_with_the_offset_of_its_day() =>
        Instants.In("Europe/Rome")!.Instant("1925-06-01T09:00", Somewhere, new Problems())
            .ShouldBe(new DateTimeOffset(1925, 6, 1, 9, 0, 0, TimeSpan.FromHours(1)));
}
