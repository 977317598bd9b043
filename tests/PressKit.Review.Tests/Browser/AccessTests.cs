using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PressKit.Review.Tests.Browser;

/// <summary>The editor in all its states for whoever enlarges it, reads it with a screen reader, in forced colours, or without a mouse.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessTests(Chromium chromium)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>The states: what is pressed, and what is there then.</summary>
    public static TheoryData<string, string, string> States() => new()
    {
        { "checks", "", "#checks li" },
        { "keep", "F6 Tab*12", "#help :focus" },
        { "reject", "Alt+r", "#reject[open] input:focus" },
        { "history", "Alt+h", "#history[open]" },
        { "question", "Alt+q", "#say:focus" },
        { "split", "Alt+s", "#cut[open] input:focus" },
        { "suggestion", "Alt+m", "#suggestion [data-text]" },
        { "replace", "Alt+g", "#replace[open]" },
        { "keys", "Control+/", "#keys[open]" },
        { "whole", "Alt+w", "#whole:focus" },
        { "page", "Alt+v", ".desk[data-tab=page]" },
        { "conflict", "Enter", ".reply.conflict" },
        { "refused", "Alt+w", "#whole .reply.refused" },
        { "away", "", "#sync[data-state=away]" },
        { "signed-out", "", "#signed-out:not([hidden])" },
        { "left-over", "", ".left-over" },
    };

    [SkippableTheory]
    [MemberData(nameof(States))]
    public async Task Axe_finds_nothing_in_any_state_and_nothing_sticks_out_at_twice_the_size(string state, string keys, string there)
    {
        await using var anna = await InAsync(state, keys, there);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await anna.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await anna.Page.EvaluateAsync(Axe);
            (await anna.Page.EvaluateAsync<string[]>("""
                axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
                  .then(r => r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`))
                """)).ShouldBeEmpty(scheme.ToString());
        }

        // A browser at 200 % has half the width; letters alone at 200 % have all of it.
        foreach (var (width, height, size) in new[] { (640, 512, "100%"), (1280, 1024, "200%"), (320, 256, "100%") })
        {
            await anna.Page.SetViewportSizeAsync(width, height);
            (await anna.Page.EvaluateAsync<string[]>("""
                size => {
                  document.documentElement.style.fontSize = size;
                  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page is wider than its window'] : [];
                  const seen = [...document.querySelectorAll('button, input, textarea, summary, p, h1, h2, h3, .source, .target, .sign, kbd, li')].filter(e => e.checkVisibility() && !e.closest('.unseen, .skip') && getComputedStyle(e).position !== 'absolute');
                  const cut = seen.filter(e => { const b = e.getBoundingClientRect(); return b.width > 0 && (b.right > innerWidth + 1 || b.left < -1 || e.scrollWidth > e.clientWidth + 2 && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)); });
                  return [...wide, ...cut.map(e => `${e.localName}.${e.className} ${e.textContent.slice(0, 40)}`)];
                }
                """, size)).ShouldBeEmpty($"{width} at {size}");
        }
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task In_forced_colours_states_chips_and_focus_can_be_told_apart(ColorScheme scheme)
    {
        await using var anna = await InAsync("checks", "", "#checks li");
        await anna.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = scheme });
        await anna.AtAsync("in rete");
        (await anna.Page.EvaluateAsync<string[]>("""
            () => {
              const style = (e, pseudo) => getComputedStyle(e, pseudo), wrong = [];
              const canvas = style(document.body).backgroundColor, here = document.querySelector('.row.at-hand'), other = document.querySelector('.row:not(.at-hand)');
              if (style(here).borderInlineStartColor === canvas) wrong.push('the sentence at hand is not marked');
              if (style(other).borderInlineStartColor !== canvas) wrong.push('every sentence is marked');
              const focus = style(document.activeElement);
              if (focus.outlineStyle === 'none' || focus.outlineColor === canvas) wrong.push('no focus');
              // Pictures are not recoloured: what they stand on is light in either scheme, as their letters are dark.
              for (const chip of document.querySelectorAll('img.chip')) if (style(chip).backgroundColor !== 'rgb(255, 255, 255)') wrong.push(`chip on ${style(chip).backgroundColor}`);
              for (const ring of document.querySelectorAll('.row .state')) if (style(ring).borderTopColor === canvas) wrong.push('a state cannot be seen');
              for (const sign of document.querySelectorAll('.sign, .checks li')) if (style(sign).borderTopStyle === 'none') wrong.push(`${sign.className} has no edge`);
              const [on, off] = [...document.querySelectorAll('#tabs button')];
              if (style(on).backgroundColor === style(off).backgroundColor) wrong.push('tabs look alike');
              return wrong;
            }
            """)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Whatever_has_the_focus_shows_it_and_is_large_enough_to_hit()
    {
        await using var anna = await InAsync("checks", "", "#checks li");
        var seen = new List<string>();
        for (var i = 0; i < 70; i++)
        {
            await anna.PressAsync("Tab");
            seen.Add(await anna.Page.EvaluateAsync<string>("""
                () => {
                  const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
                  if (e === document.body || e.localName === 'iframe') return '';
                  const shows = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || e.classList.contains('skip');
                  const onScreen = b.bottom > 0 && b.top < innerHeight;
                  return `${shows ? '' : 'no focus '}${onScreen ? '' : 'off the screen '}${b.height >= 24 && b.width >= 24 || e.localName === 'a' ? '' : `small ${b.width}x${b.height} `}${shows && onScreen && (b.height >= 24 && b.width >= 24 || e.localName === 'a') ? '' : e.outerHTML.slice(0, 120)}`;
                }
                """));
        }

        seen.Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Nothing_moves_for_whoever_asked_for_less_motion()
    {
        await using var anna = await InAsync("checks", "", "#checks li");
        (await anna.Page.EvaluateAsync<int>("[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration !== '0s' || getComputedStyle(e).animationName !== 'none').length")).ShouldBe(0);
    }

    [SkippableFact]
    public async Task A_screen_reader_is_told_of_sentences_saves_and_findings()
    {
        await using var anna = await InAsync("checks", "", "#checks li");
        var tree = await anna.Page.Locator("body").AriaSnapshotAsync();
        foreach (var line in new[]
        {
            "navigation \"Desk\"", "main \"Text\"", "complementary \"Help\"", "group \"paragraph\"", "textbox \"Translation of sentence 2\"", "region \"Checks\"", "button \"Approve", "region \"Comments and questions\"",
            "region \"The edition as a whole\"", "link \"Sentence 2\"", "status",
        }) tree.ShouldContain(line);
        var described = await anna.Field.GetAttributeAsync("aria-describedby");
        (await anna.Page.EvaluateAsync<string>("ids => ids.split(' ').map(id => document.getElementById(id).textContent.trim()).join(' | ')", described)).ShouldSatisfyAllConditions(t => t.ShouldStartWith("Il programma è in rete"), t => t.ShouldContain("not translated"));
        (await anna.Row("in rete").Locator(".source img.chip").First.GetAttributeAsync("alt")).ShouldBe("link begins");
        await anna.PressAsync("Enter");
        await anna.HearsAsync("Saved.");
    }

    [SkippableFact]
    public async Task A_reader_moves_through_the_text_by_keyboard_and_asks()
    {
        var desk = await chromium.DeskAsync();
        await using var lia = await desk.OpenAsync(person: "Lia Verdi", release: desk.Release("reader", Text("Il coro canta.")));
        await lia.AtAsync("Il teatro");
        await lia.PressAsync("Alt+ArrowDown");
        (await lia.Field.GetAttributeAsync("aria-label")).ShouldBe("Translation of sentence 2");
        (await lia.Field.GetAttributeAsync("aria-readonly")).ShouldBe("true");
        await lia.HelpAsync();
        await lia.PressAsync("Alt+q");
        await lia.TypeAsync("Which choir?");
        await lia.PressAsync("Enter");
        await lia.Row("coro").Locator(".sign.asked").WaitForAsync();
        await lia.PressAsync("Alt+o");
        await lia.HearsAsync("You read here, and ask.");
        (await lia.SaysAsync("coro")).ShouldBe("");
    }

    private static string Text(string text) => $"---\nheadline: Il teatro\npublished: 2026-02-01T09:00:00+01:00\n---\n\n{text}\n\nSeconda frase.\n";

    /// <summary>Brings the editor into a state.</summary>
    private async Task<Writer> InAsync(string state, string keys, string there)
    {
        var desk = await chromium.DeskAsync();
        var release = desk.Release($"access-{state}", Text("Il programma è [in rete](https://example.org) da lunedì."));
        var anna = await desk.OpenAsync(release: release);
        await anna.AtAsync("in rete");
        await anna.TypeAsync("The programme is online from 3 ");
        await anna.PressAsync("Alt+c");
        await anna.Page.Locator("#checks li").First.WaitForAsync();
        if (state is "away") await anna.OfflineAsync(true);
        if (state is "signed-out")
        {
            await anna.Page.Context.ClearCookiesAsync();
            await anna.PressAsync("Enter");
        }

        if (state is "history")
        {
            await anna.PressAsync("Enter");
            await anna.StateAsync("in rete", "translated");
            await anna.AtAsync("in rete");
        }

        if (state is "left-over") desk.Release($"access-{state}", Text(""));
        if (state is "conflict")
        {
            await using var ken = await desk.OpenAsync(person: "Ken Sato", release: release);
            await ken.AtAsync("in rete");
            await ken.PressAsync("Alt+o");
            await ken.PressAsync("Enter");
            await ken.StateAsync("in rete", "translated");
        }

        foreach (var key in keys.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            for (var times = key.Split('*') is [_, var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 1; times > 0; times--) await anna.PressAsync(key.Split('*')[0]);
        if (state is "refused")
        {
            await anna.TabToAsync("Sign the edition off");
            await anna.PressAsync("Enter");
        }

        await anna.Page.Locator(there).First.WaitForAsync();
        return anna;
    }
}
