using FsCheck.Xunit;
using PressKit.Editions.Reviewing;

namespace PressKit.Tests.Editions.Reviewing;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("vale mille euro", "vale duemila euro", "=vale |-mille|+duemila|= euro")]
    [InlineData("開幕は三月三日", "開幕は四月三日", "=開幕は|-三|+四|=月三日")]
    [InlineData("", "nuovo", "+nuovo")]
    [InlineData("same", "same", "=same")]
    public void Words_are_marked(string earlier, string present, string runs) =>
        string.Join('|', WordDifference.Between(earlier, present).Select(r => r.Kind switch { RunKind.Same => "=", RunKind.Gone => "-", _ => "+" } + r.Text)).ShouldBe(runs);

    [Property]
    public void Both_texts_can_be_read_off(string earlier, string present)
    {
        (earlier, present) = (earlier ?? "", present ?? "");
        var runs = WordDifference.Between(earlier, present);
        string.Concat(runs.Where(r => r.Kind != RunKind.Added).Select(r => r.Text)).ShouldBe(earlier);
        string.Concat(runs.Where(r => r.Kind != RunKind.Gone).Select(r => r.Text)).ShouldBe(present);
    }
}
