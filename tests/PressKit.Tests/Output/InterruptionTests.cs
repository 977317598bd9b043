using FsCheck.Xunit;
using static PressKit.Tests.Output.LinkedSite;

namespace PressKit.Tests.Output;

/// <summary>The writer killed at every one of its steps: nothing is lost, and no reader meets a dead end.</summary>
public sealed class InterruptionTests
{
    [Property(MaxTest = 10, Arbitrary = [typeof(LinkedSite)])]
    public void No_reader_meets_a_dead_end_while_a_site_turns_into_another(LinkedSite[] sites)
    {
        using var folder = new SiteFolder();
        foreach (var site in sites.Take(5)) folder.Write("1", site.Files, (step, path) => Check(folder, $"before {step} {path} of {site}"));
    }

    [Property(MaxTest = 5, Arbitrary = [typeof(LinkedSite)])]
    public void Killed_at_any_step_the_next_run_finishes_the_work(LinkedSite first, LinkedSite second)
    {
        var whole = Clean(second);
        for (var step = 1; ; step++)
        {
            using var folder = new SiteFolder();
            folder.Write(first.Files);
            var killed = RunUntil(step, folder, second);

            folder.Write("1", second.Files, (at, path) => Check(folder, $"killed at {step}, before {at} {path}")).ShouldNotBeNull();

            folder.Contents().ShouldBe(whole, $"killed at {step}");
            if (!killed) return;
        }
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(LinkedSite)])]
    public void Killed_again_and_again_while_the_site_changes_it_finishes_at_last(LinkedSite[] sites, FsCheck.PositiveInt[] steps)
    {
        if (sites.Length == 0) return;
        using var folder = new SiteFolder();
        foreach (var (site, step) in sites.Zip(steps).TakeLast(4)) RunUntil(step.Get, folder, site);

        folder.Write("1", sites[^1].Files, (at, path) => Check(folder, $"before {at} {path}")).ShouldNotBeNull();

        folder.Contents().ShouldBe(Clean(sites[^1]));
        folder.Problems.All.ShouldBeEmpty();
    }

    [Fact]
    public void Killed_with_the_first_page_just_in_place_it_begins_another_site_from_the_start()
    {
        LinkedSite earlier = new([Page("p", 1, []), Page("index.html", 1, ["p"])], "earlier");
        LinkedSite later = new([Page("p", 2, ["q"]), Page("q", 2, []), Page("index.html", 1, ["p"])], "later");

        KilledThenFinished([], earlier, "manifest .presskit-manifest", times: 2, later);
    }

    [Fact]
    public void Killed_after_a_changed_page_what_it_leads_to_counts_as_published()
    {
        LinkedSite first = new([Page("index.html", 1, [])], "first");
        LinkedSite earlier = new([Page("p", 1, []), Page("index.html", 2, ["p"])], "earlier");
        LinkedSite later = new([Page("p", 2, ["q"]), Page("q", 2, []), Page("index.html", 2, ["p"])], "later");

        KilledThenFinished([first], earlier, "manifest .presskit-manifest", times: 3, later);
    }

    [Fact]
    public void Killed_between_deletions_what_is_left_counts_as_gone()
    {
        LinkedSite first = new([Page("a", 1, []), Page("d", 1, ["e"]), Page("e", 1, []), Page("index.html", 1, ["a", "d"])], "first");
        LinkedSite earlier = new([Page("a", 1, []), Page("index.html", 1, ["a"])], "earlier");
        LinkedSite later = new([Page("a", 1, ["d"]), Page("d", 2, []), Page("index.html", 1, ["a"])], "later");

        KilledThenFinished([first], earlier, "delete d", times: 1, later);
    }

    private static void KilledThenFinished(LinkedSite[] before, LinkedSite killed, string at, int times, LinkedSite then)
    {
        using var folder = new SiteFolder();
        foreach (var site in before) folder.Write(site.Files);
        Should.Throw<KilledException>(() => folder.Write("1", killed.Files, (step, path) =>
        {
            Check(folder, $"before {step} {path} of {killed}");
            if ($"{step} {path}" == at && --times == 0) throw new KilledException();
        }));

        folder.Write("1", then.Files, (step, path) => Check(folder, $"before {step} {path} of {then}")).ShouldNotBeNull();

        folder.Contents().ShouldBe(Clean(then));
    }

    /// <summary>Runs the writer until a step, before which it is killed: nothing more happens to the folder. Says whether it
    /// came to that.</summary>
    private static bool RunUntil(int step, SiteFolder folder, LinkedSite site)
    {
        var steps = 0;
        try
        {
            folder.Write("1", site.Files, (at, path) =>
            {
                Check(folder, $"before {at} {path} of {site}");
                if (++steps >= step) throw new KilledException();
            });
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
        finally
        {
            Check(folder, $"after {site}");
        }
    }

    private static void Check(SiteFolder folder, string when) => LinkedSite.DeadEnd(folder.Path).ShouldBeNull(when);

    private static SortedDictionary<string, string> Clean(LinkedSite site)
    {
        using var folder = new SiteFolder();
        folder.Write(site.Files);
        return folder.Contents();
    }

    private sealed class KilledException : Exception;
}
