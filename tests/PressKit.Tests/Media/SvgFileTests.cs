using System.Text;
using PressKit.Media;

namespace PressKit.Tests.Media;

public sealed class SvgFileTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<rect onclick='alert(1)'/>")]
    [InlineData("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'/>")]
    [InlineData("<a href='javascript:alert(1)'><rect/></a>")]
    [InlineData("<a href='https://example.org/'><rect/></a>")]
    [InlineData("<image href='https://example.org/a.png'/>")]
    [InlineData("<image xmlns:x='http://www.w3.org/1999/xlink' x:href='data:image/svg+xml;base64,AAAA'/>")]
    [InlineData("<use href='other.svg#a'/>")]
    [InlineData("<style>@import 'https://example.org/a.css';</style>")]
    [InlineData("<style>rect { fill: url(https://example.org/a.svg#b) }</style>")]
    [InlineData("<style>rect { fill: u\\72l(//example.org/a) }</style>")]
    [InlineData("<style>rect { fill: ur/**/l(#a); background: url( \"//example.org\" ) }</style>")]
    [InlineData("<rect style='background: url(//example.org/a.png)'/>")]
    [InlineData("<rect fill='url(https://example.org/a.svg#b)'/>")]
    [InlineData("<animate attributeName='href' to='javascript:alert(1)'/>")]
    [InlineData("<set attributeName='xlink:href' to='javascript:alert(1)'/>")]
    [InlineData("<g xml:base='https://example.org/'/>")]
    [InlineData("<handler xmlns='http://www.w3.org/2001/xml-events'/>")]
    [InlineData("<iframe/>")]
    [InlineData("<g><g></svg>")]
    [InlineData("<metadata><photoshop:City xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'>Torino</photoshop:City></metadata>")]
    public void What_runs_loads_or_tells_a_place_is_found(string content) => Faults($"<svg xmlns='http://www.w3.org/2000/svg'>\n{content}\n</svg>").ShouldNotBeEmpty();

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><svg xmlns='http://www.w3.org/2000/svg'>&c;&c;&c;&c;&c;&c;&c;&c;</svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>")]
    [InlineData("<?xml-stylesheet href='https://example.org/a.css'?><svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<svg/>")]
    public void A_file_that_is_more_than_a_picture_is_refused(string svg) => Faults(svg).ShouldNotBeEmpty();

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'><style>.a { fill: url(#b); color: rgb(1, 2, 3) }</style><linearGradient id='b'/><rect class='a' filter='url(#c)'/><use href='#d'/></svg>")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg'><text>f(x) @ 3</text></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' inkscape:version='1'><image href='data:image/png;base64,iVBORw0KGgo='/></svg>")]
    public void A_plain_picture_is_published(string svg) => Faults(svg).ShouldBeEmpty();

    [Fact]
    public void A_fault_is_told_by_its_line() =>
        Faults("<svg xmlns='http://www.w3.org/2000/svg'>\n<rect/>\n  <script/>\n</svg>").ShouldBe([("<script>", 3, 4)]);

    private static List<(string, int, int)> Faults(string svg) => [.. SvgFile.Faults(new MemoryStream(Encoding.UTF8.GetBytes(svg)))];
}
