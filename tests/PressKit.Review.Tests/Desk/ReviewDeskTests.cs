using PressKit.Content;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Translation;
using PressKit.Translation.Memory;
using static PressKit.Review.Tests.Desk.DeskActs;
using static PressKit.Review.Tests.Desk.DeskNewsroom;

namespace PressKit.Review.Tests.Desk;

/// <summary>What people do at the desk, and what follows from it.</summary>
public sealed class ReviewDeskTests
{
    [Fact]
    public async Task An_edition_is_signed_off_taken_back_by_an_edit_and_refused_with_a_reason()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        (await desk.ApproveAsync(English, Ken, desk.View(English)!.Version)).Refusal!.Code.ShouldBe("approval.no-translation");
        await TranslateAsync(desk);
        var version = desk.View(English)!.Version;
        (await desk.ApproveAsync(English, Ken, "0000")).Refusal!.Code.ShouldBe("review.outdated");
        (await desk.ApproveAsync(English, Ken, version, "Read twice.")).Events.ShouldHaveSingleItem().Event.ShouldBe("approved");
        Admitted(newsroom)!.Edition.Approval!.By.ShouldBe("Ken Sato");
        desk.View(English)!.ShouldSatisfyAllConditions(v => v.Approval!.Note.ShouldBe("Read twice."), v => v.Units.SelectMany(u => u.Sentences).ShouldAllBe(s => s.Translation.State == SegmentState.Final));
        await SaveAsync(desk, "Biglietti", "Seats from 12 euros.");
        desk.View(English)!.ShouldSatisfyAllConditions(v => v.Approval.ShouldBeNull(), v => v.TakenBack!.By.ShouldBe("Ken Sato"));
        Sentence(desk, "Biglietti").ShouldSatisfyAllConditions(s => s.TakenBack!.Was.ShouldBe("final"), s => s.TargetChange.Select(r => r.Text).ShouldContain("Seats"));
        await desk.StoreAsync();
        Admitted(newsroom).ShouldBeNull();
        (await desk.ApproveAsync(English, Ken, desk.View(English)!.Version)).IsDone.ShouldBeTrue();
        Admitted(newsroom).ShouldNotBeNull();
        (await desk.TakeBackAsync(English, Ken, "The date is wrong.")).IsDone.ShouldBeTrue();
        Admitted(newsroom).ShouldBeNull();
        newsroom.Time.Advance(TimeSpan.FromDays(30));
        desk.View(English)!.ShouldSatisfyAllConditions(v => v.HeldBack.ShouldBe("approval taken back by Ken Sato"), v => v.Remarks.ShouldContain(r => r.Text == "The date is wrong."));
    }

    [Fact]
    public async Task The_newsrooms_rules_decide_who_signs_off()
    {
        using var newsroom = new DeskNewsroom("{ secondPerson: true, approverDiffers: true }");
        await using var desk = newsroom.Open();
        await TranslateAsync(desk);
        (await desk.ApproveAsync(English, Ken, desk.View(English)!.Version)).Refusal!.Code.ShouldBe("approval.not-reviewed");
        var all = desk.View(English)!.Units.SelectMany(u => u.Sentences).Select(s => (s.Name, s.Version)).ToList();
        (await desk.ReviewAsync(English, Anna, all)).Refusal!.Code.ShouldBe("review.own-work");
        (await desk.ReviewAsync(English, Ken, all)).Events.Length.ShouldBe(all.Count);
        (await desk.ApproveAsync(English, Anna, desk.View(English)!.Version)).Refusal!.Code.ShouldBe("approval.last-editor");
        (await desk.ApproveAsync(English, Ken, desk.View(English)!.Version)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_languages_that_are_signed_off_at_once_are_both_on_record()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        await TranslateAsync(desk, English);
        await TranslateAsync(desk, Japanese);
        await Task.WhenAll(desk.ApproveAsync(English, Ken, desk.View(English)!.Version), desk.ApproveAsync(Japanese, Ken, desk.View(Japanese)!.Version), desk.StoreAsync());
        var record = new RecordFile(newsroom.Folder, "content/releases/2026/stagione").Read(new Problems());
        record.Editions[English.Language].Approvals.ShouldHaveSingleItem();
        record.Editions[Japanese.Language].Approvals.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_finding_that_is_kept_is_found_no_more_by_the_desk_and_by_commands()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        await SaveAsync(desk, "Biglietti", "Tickets from 15 euros.");
        var sentence = Sentence(desk, "Biglietti");
        var finding = sentence.Findings.First(f => f.Finding.Rule.Code == "check.numbers").Finding;
        (await desk.DismissAsync(English, Anna, sentence.Name, "0123", "No such.")).Refusal!.Code.ShouldBe("review.no-finding");
        (await desk.DismissAsync(English, Anna, sentence.Name, finding.Fingerprint, "The price went up.")).IsDone.ShouldBeTrue();
        Sentence(desk, "Biglietti").Findings.ShouldNotContain(f => f.Finding.Fingerprint == finding.Fingerprint);
        new DismissalFile(newsroom.Folder, "content/releases/2026/stagione").Read(new Problems()).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(d => d.Fingerprint.ShouldBe(finding.Fingerprint), d => d.By.ShouldBe("Anna Rossi"), d => d.Reason.ShouldBe("The price went up."));
    }

    [Fact]
    public async Task Words_are_replaced_as_they_were_shown_and_sentences_that_changed_since_are_left()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        await SaveAsync(desk, "domani", "The theater opens <1>tomorrow</1>.");
        await SaveAsync(desk, "Biglietti", "Tickets at the theater.");
        var shown = desk.Replacements(English, new WordSearch("theater", "theatre"));
        shown.Length.ShouldBe(2);
        await SaveAsync(desk, "Biglietti", "Tickets at the theater, from 12 euros.");
        var (outcome, left) = await desk.ReplaceAsync(English, Anna, shown);
        outcome.Events.ShouldHaveSingleItem().Event.ShouldBe(Happening.Replaced);
        left.ShouldBe([Sentence(desk, "Biglietti").Name]);
        Sentence(desk, "domani").Target.ShouldBe("The theatre opens <1>tomorrow</1>.");
    }

    [Fact]
    public async Task Questions_stay_open_until_somebody_answers_and_everybody_is_told()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        var heard = new List<string>();
        using (desk.Watch(c => heard.AddRange(c.Events.Select(e => e.Event))))
        {
            var asked = await desk.SayAsync(English, Anna, Happening.Asked, Sentence(desk, "Bianchi").Name, "Is she the director?");
            Sentence(desk, "Bianchi").OpenQuestions.ShouldHaveSingleItem();
            await desk.SayAsync(English, Ken, Happening.Answered, Sentence(desk, "Bianchi").Name, "Yes.", asked.Events[0].Id);
        }

        await desk.HandOverAsync(English, Ken, "Anna Rossi", "Please finish it.");
        heard.ShouldBe([Happening.Asked, Happening.Answered]);
        Sentence(desk, "Bianchi").OpenQuestions.ShouldBeEmpty();
        desk.View(English)!.AssignedTo.ShouldBe("Anna Rossi");
    }

    [Fact]
    public async Task The_queue_has_what_is_open_and_the_grid_has_all()
    {
        using var newsroom = new DeskNewsroom();
        newsroom.Write("content/releases/2026/altro/it.md", "---\nheadline: Domani\npublished: 2026-01-20T14:00:00+01:00\n---\n\nNiente.\n");
        await using var desk = newsroom.Open();
        await TranslateAsync(desk);
        await desk.ApproveAsync(English, Ken, desk.View(English)!.Version);
        desk.Grid().Select(e => e.Name.ToString()).ShouldBe(["2026/altro/en", "2026/altro/ja", "2026/stagione/en", "2026/stagione/ja"]);
        desk.Queue().Select(e => e.Name.ToString()).ShouldBe(["2026/altro/en", "2026/altro/ja", "2026/stagione/ja"]);
        desk.Grid()[2].ShouldSatisfyAllConditions(e => e.Final.ShouldBe(e.Sentences), e => e.Approval!.By.ShouldBe("Ken Sato"), e => e.IsOpen.ShouldBeFalse());
        desk.Grid()[3].ShouldSatisfyAllConditions(e => e.Missing.ShouldBe(e.Sentences), e => e.Harm.ShouldBe(Harm.Headline | Harm.Number | Harm.Name), e => e.HeldBack.ShouldBe("no edition"));
    }

    [SkippableFact]
    public async Task An_approval_is_a_commit_of_the_reviewers_with_nothing_else_in_it()
    {
        using var newsroom = new DeskNewsroom("{ commits: true }");
        Skip.IfNot(newsroom.Git("init", "--quiet"), "There is no git.");
        newsroom.Git("config", "user.name", "Desk");
        newsroom.Git("config", "user.email", "desk@example.org");
        newsroom.Git("add", "content").ShouldBeTrue();
        newsroom.Git("commit", "--quiet", "--message", "Begin").ShouldBeTrue();
        newsroom.Write(File("notes.txt"), "not mine");
        newsroom.Git("add", File("notes.txt")).ShouldBeTrue();
        await using var desk = newsroom.Open();
        await TranslateAsync(desk);
        (await desk.ApproveAsync(English, Ken with { Email = "ken@example.org" }, desk.View(English)!.Version, "Read twice.")).IsDone.ShouldBeTrue();
        newsroom.Git(out var log, "log", "-1", "--format=%an <%ae> %s | %b", "--name-only").ShouldBeTrue();
        log.ShouldStartWith("Ken Sato <ken@example.org> Approve 2026/stagione in en | Read twice.");
        log.ShouldContain(File("en.xlf"));
        log.ShouldContain(File("record.yml"));
        log.ShouldNotContain("notes.txt");
    }

    [Fact]
    public async Task What_somebody_approves_is_offered_to_others_as_soon_as_it_is_stored()
    {
        using var newsroom = new DeskNewsroom();
        newsroom.Write("content/releases/2026/altro/it.md", "---\nheadline: Domani\n---\n\nBiglietti da 12 euro.\n");
        using var memory = TranslationMemory.Open(new MemoryPlace(newsroom.Folder) { Languages = [English.Language] }, new Ranking([], Rejections.None, new Dictionary<string, int>(StringComparer.Ordinal)), newsroom.Time);
        await using var desk = ReviewDesk.Open(new DeskSetup(newsroom.Folder, newsroom.Time) { Memory = memory }, new Problems())!;
        var other = new EditionName("2026/altro", English.Language);
        Sentence(desk, "Biglietti", other).Matches.ShouldBeEmpty();
        await SaveAsync(desk, "Biglietti", "Tickets from 12 euros.");
        await desk.ReviewAsync(English, Ken, [(Sentence(desk, "Biglietti").Name, Sentence(desk, "Biglietti").Version)]);
        await desk.StoreAsync();
        Sentence(desk, "Biglietti", other).Matches.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            m => m.Target.ShouldBe("Tickets from 12 euros."), m => m.Score.ShouldBeGreaterThanOrEqualTo(100), m => m.Difference.ShouldHaveSingleItem().Kind.ShouldBe(RunKind.Same));
    }

    [Fact]
    public async Task A_preview_shows_what_was_saved_and_the_source_where_nothing_is_yet()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        await SaveAsync(desk, "Biglietti", "Tickets from 12 <b>euros</b>.");
        var preview = desk.Preview(English)!;
        var html = preview.Body.Html(target => target);
        html.ShouldContain("Tickets from 12 &lt;b&gt;euros&lt;/b&gt;.");
        html.ShouldContain("Il teatro apre <strong>domani</strong>");
        preview.FrontMatter.Headline.ShouldBe("La stagione comincia il 3 marzo");
    }

    [Fact]
    public async Task Whoever_is_heard_of_is_present_for_a_minute()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        desk.Presence.Seen("Anna Rossi", English, new SentenceName("headline", 1));
        desk.Presence.In(English).ShouldBe([("Anna Rossi", new SentenceName("headline", 1))]);
        newsroom.Time.Advance(TimeSpan.FromSeconds(60));
        desk.Presence.In(English).ShouldBeEmpty();
    }
}
