using System.Text;
using PressKit.Site;

namespace PressKit.Formats.Hosting;

/// <summary>What hosts are told of the site: types, caches, security, former addresses, what is gone, and the reader's language.</summary>
/// <param name="newsroom">The newsroom, which says for which hosts.</param>
public sealed class HostingFormat(Newsroom newsroom) : IFormat
{
    /// <inheritdoc/>
    public IEnumerable<OutputFile> Files(Page page)
    {
        if (page is not SitePage site) yield break;
        if (newsroom.Deployment.Hosts.Contains(HostKind.Netlify))
        {
            var netlify = new NetlifyFiles(newsroom);
            yield return File("_headers", netlify.Headers(site));
            yield return File("_redirects", netlify.Redirects(site));
        }

        if (!newsroom.Deployment.Hosts.Contains(HostKind.Nginx)) yield break;
        var nginx = new NginxFiles(newsroom);
        yield return File("_nginx/http.conf", nginx.Http());
        yield return File("_nginx/server.conf", nginx.Server(site));
    }

    private static OutputFile File(string path, string text) => new(path, Hash.Of("host", text), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
}
