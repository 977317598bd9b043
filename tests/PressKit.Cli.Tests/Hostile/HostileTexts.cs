namespace PressKit.Cli.Tests.Hostile;

/// <summary>What somebody who means harm would write into a text. What would run calls <c>pwned()</c> or asks <c>evil.example</c>.</summary>
internal static class HostileTexts
{
    /// <summary>By what they try.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["script"] = "<script>pwned()</script><script src=https://evil.example/a.js></script>",
        ["end of an attribute"] = "\"><img src=https://evil.example/a.png onerror=pwned()>' onmouseover='pwned()' x=\" onfocus=pwned() autofocus tabindex=1 ",
        ["end of an element"] = "</title></textarea></style></noscript></script><iframe srcdoc='<script>parent.pwned()</script>'></iframe>",
        ["end of a script"] = "</script><script>pwned()</script><!--<script>",
        ["javascript link"] = "javascript:pwned()",
        ["javascript link, hidden"] = "\tjAvA\nsCrIpT:pwned()//",
        ["data link"] = "data:text/html,<script>pwned()</script>",
        ["SVG"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"pwned()\"><animate onbegin=pwned() attributeName=x dur=1s /></svg>",
        ["CSS"] = "</style><style>*{background:url(https://evil.example/a.png)}</style><p style=\"background:url(https://evil.example/b.png)\">x",
        ["CSS without a tag"] = "red;background:url(https://evil.example/a.png)} * {display:none",
        ["another page"] = "<meta http-equiv=refresh content='0;url=https://evil.example/'><base href=https://evil.example/><form action=https://evil.example/><input></form>",
        ["template"] = "TPL{{site.name}}{{{site.name}}}{{#each site.topics}}x{{/each}}{{> head}}${7*7}<%= 7*7 %>#{7*7}LPT",
        ["XML entity"] = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>&x;&lt;b&gt;",
        ["CDATA"] = "]]><item><title>x</title></item><![CDATA[",
        ["comment"] = "--><script>pwned()</script><!--",
        ["headers"] = "a\r\nX-Injected: yes\r\n\r\n<script>pwned()</script>",
        ["host files"] = "/*\n  X-Injected: yes\n/ https://evil.example/ 302!\n\"; } location / { return 302 https://evil.example/; } #",
        ["formula"] = "=HYPERLINK(\"https://evil.example/\",\"x\")",
        ["formula, other signs"] = "@SUM(1+1)*cmd|' /C calc'!A0",
        ["control characters"] = "a\0b\u0001c\u0008d\u000Be\u001Bf\u007Fg\u0085h\uFFFEi",
        ["directions"] = "abc\u202Edcba\u2066x\u2069\u200F\u061C",
        ["directions, hidden"] = "5&#x202E;000&#8238;4 <b title=\"&#x202e;x\">&#8237;</b>",
        ["lone surrogates"] = "a\uD800b\uDC00c\uDFFF\uD83D",
        ["line separators"] = "a\u2028b\u2029c",
        ["paths"] = "../../../../etc/passwd",
        ["reserved name"] = "con",
        ["too long a name"] = new string('x', 5000),
        ["markdown"] = "[x](javascript:pwned()) ![x](https://evil.example/a.png) <javascript:pwned()>",
    };

    /// <summary>All that do not hide each other, one behind another.</summary>
    public static string Together { get; } = string.Concat(All.Where(t => t.Key is not ("control characters" or "lone surrogates" or "too long a name" or "headers" or "host files"
        or "javascript link, hidden" or "line separators" or "directions")).Select(t => t.Value));
}
