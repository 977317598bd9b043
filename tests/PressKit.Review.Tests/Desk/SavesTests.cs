using PressKit.Content;
using PressKit.Editions;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;
using PressKit.Translation;
using PressKit.Translation.Xliff;
using static PressKit.Review.Tests.Desk.DeskActs;
using static PressKit.Review.Tests.Desk.DeskNewsroom;

namespace PressKit.Review.Tests.Desk;

/// <summary>What was saved is never lost, and never mixed up with what others did.</summary>
public sealed class SavesTests
{
    [Fact]
    public async Task A_save_is_in_the_history_when_it_is_confirmed_and_in_the_file_shortly_after()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        (await SaveAsync(desk, "domani", "The theatre opens <1>tomorrow</1> at 8 p.m.")).Refusal.ShouldBeNull();
        newsroom.Read(File("en.history.jsonl")).ShouldContain("The theatre opens <1>tomorrow</1> at 8 p.m.");
        newsroom.Has(File("en.xlf")).ShouldBeFalse();
        await desk.StoreAsync();
        newsroom.Read(File("en.xlf")).ShouldContain("tomorrow");
        Sentence(desk, "domani").Translation.ShouldSatisfyAllConditions(
            t => t.State.ShouldBe(SegmentState.Translated),
            t => t.Provenance!.Maker.ShouldBe("Anna Rossi"),
            t => t.Target!.ToString().ShouldBe("The theatre opens <1>tomorrow</1> at 8 p.m."));
    }

    [Fact]
    public async Task The_file_is_written_by_itself_when_its_time_has_come()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        await SaveAsync(desk, "domani", "It opens <1>tomorrow</1>.");
        var written = new TaskCompletionSource();
        using var watcher = new FileSystemWatcher(Path.Combine(newsroom.Folder, File("."))) { EnableRaisingEvents = true };
        watcher.Renamed += (_, e) => { if (e.Name == "en.xlf") written.TrySetResult(); };
        newsroom.Time.Advance(TimeSpan.FromSeconds(3));
        await written.Task.WaitAsync(TimeSpan.FromMinutes(1));
        newsroom.Read(File("en.xlf")).ShouldContain("tomorrow");
    }

    [Fact]
    public async Task The_file_is_the_same_as_whatever_else_stores_the_translation_writes()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        await SaveAsync(desk, "domani", "It opens <1>tomorrow</1>.");
        await desk.StoreAsync();
        var bytes = System.IO.File.ReadAllBytes(Path.Combine(newsroom.Folder, File("en.xlf")));
        XliffWriter.Write(XliffReader.Read(bytes, "en.xlf", new Problems())!).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_save_against_an_older_version_is_refused_with_the_present_text()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        var sentence = Sentence(desk, "Bianchi");
        (await desk.SaveAsync(English, Anna, sentence.Name, sentence.Version, "The first is by Maria Bianchi.")).IsDone.ShouldBeTrue();
        var second = await desk.SaveAsync(English, Ken, sentence.Name, sentence.Version, "Maria Bianchi wrote the first one.");
        second.Refusal!.Code.ShouldBe("review.outdated");
        second.Refusal.Theirs.ShouldSatisfyAllConditions(t => t!.Text.ShouldBe("The first is by Maria Bianchi."), t => t!.By.ShouldBe("Anna Rossi"));
        (await desk.SaveAsync(English, Ken, sentence.Name, second.Refusal.Theirs!.Version, "Maria Bianchi wrote the first one.")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_people_at_two_sentences_of_a_paragraph_never_conflict()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        var (one, other) = (Sentence(desk, "domani"), Sentence(desk, "Bianchi"));
        (await desk.SaveAsync(English, Anna, one.Name, one.Version, "It opens <1>tomorrow</1>.")).IsDone.ShouldBeTrue();
        (await desk.SaveAsync(English, Ken, other.Name, other.Version, "By Maria Bianchi.")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_saved_and_not_stored_is_there_when_the_desk_opens_again()
    {
        using var newsroom = new DeskNewsroom();
        var desk = newsroom.Open();
        await SaveAsync(desk, "Biglietti", "Tickets from 12 euros.");
        // The process ends here, and its lock with it.
        desk.Abandon();
        await using var second = newsroom.Open("b2");
        newsroom.Read(File("en.xlf")).ShouldContain("Tickets from 12 euros.");
        Sentence(second, "Biglietti").Target.ShouldBe("Tickets from 12 euros.");
    }

    [Fact]
    public async Task Whatever_reads_the_newsroom_after_a_crash_completes_its_files_first()
    {
        using var newsroom = new DeskNewsroom();
        var desk = newsroom.Open();
        await SaveAsync(desk, "Biglietti", "Tickets from 12 euros.");
        await SaveAsync(desk, "Biglietti", "12 券", Japanese);
        desk.Abandon();
        var prepared = new Publisher().Prepare(newsroom.Folder, newsroom.Time.GetUtcNow(), new Problems())!;
        prepared.Releases.Single().Translations.Select(t => t.File.Language).ShouldBe([English.Language, Japanese.Language], ignoreOrder: true);
        newsroom.Read(File("en.xlf")).ShouldContain("Tickets from 12 euros.");
        newsroom.Read(File("ja.xlf")).ShouldContain("12 券");
        newsroom.Has("private/review/unwritten").ShouldBeFalse();
    }

    [Fact]
    public async Task A_desk_that_is_closed_leaves_nothing_to_complete()
    {
        using var newsroom = new DeskNewsroom();
        await using (var desk = newsroom.Open())
        {
            await SaveAsync(desk, "Biglietti", "Tickets from 12 euros.");
            newsroom.Has("private/review/unwritten").ShouldBeTrue();
        }

        newsroom.Read(File("en.xlf")).ShouldContain("Tickets from 12 euros.");
        newsroom.Has("private/review/unwritten").ShouldBeFalse();
    }

    [Fact]
    public async Task A_newsroom_has_one_desk_at_a_time()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        var problems = new Problems();
        ReviewDesk.Open(new DeskSetup(newsroom.Folder, newsroom.Time), problems).ShouldBeNull();
        problems.All.ShouldHaveSingleItem().Code.ShouldBe("review.busy");
    }

    [Fact]
    public async Task A_file_that_others_changed_is_taken_up_and_what_was_saved_meanwhile_holds()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        await SaveAsync(desk, "domani", "It opens <1>tomorrow</1>.");
        await SaveAsync(desk, "Biglietti", "Tickets from 12 euros.");
        await desk.StoreAsync();
        // An editor changes one sentence while another is saved and not stored yet.
        await SaveAsync(desk, "Bianchi", "By Maria Bianchi.");
        newsroom.Write(File("en.xlf"), newsroom.Read(File("en.xlf")).Replace("Tickets from 12 euros.", "Tickets: 12 euros.", StringComparison.Ordinal));
        Sentence(desk, "Biglietti").Target.ShouldBe("Tickets: 12 euros.");
        Sentence(desk, "Bianchi").Target.ShouldBe("By Maria Bianchi.");
        await desk.StoreAsync();
        newsroom.Read(File("en.xlf")).ShouldContain("Tickets: 12 euros.");
        newsroom.Read(File("en.xlf")).ShouldContain("By Maria Bianchi.");
        // After a crash nobody takes the editor's for what the desk had before.
        desk.Abandon();
        await using var second = newsroom.Open("b2");
        Sentence(second, "Biglietti").ShouldSatisfyAllConditions(s => s.Target.ShouldBe("Tickets: 12 euros."), s => s.Translation.Conflicts.ShouldBeEmpty());
    }

    [Fact]
    public async Task What_others_and_somebody_here_changed_at_once_is_shown_side_by_side()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        await SaveAsync(desk, "Biglietti", "Tickets from 12 euros.");
        await desk.StoreAsync();
        await SaveAsync(desk, "Biglietti", "Seats from 12 euros.");
        newsroom.Write(File("en.xlf"), newsroom.Read(File("en.xlf")).Replace("Tickets from 12 euros.", "Tickets: 12 euros.", StringComparison.Ordinal));
        var sentence = Sentence(desk, "Biglietti");
        sentence.Target.ShouldBe("Tickets: 12 euros.");
        sentence.Translation.Conflicts.ShouldHaveSingleItem().Target.ToString().ShouldBe("Seats from 12 euros.");
        (await desk.SettleAsync(English, Ken, sentence.Name, sentence.Version, "Seats from 12 euros.")).IsDone.ShouldBeTrue();
        Sentence(desk, "Biglietti").ShouldSatisfyAllConditions(s => s.Target.ShouldBe("Seats from 12 euros."), s => s.Translation.Conflicts.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_source_that_is_edited_shows_what_changed_and_keeps_the_work()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        await SaveAsync(desk, "Bianchi", "The first is by Maria Bianchi.");
        newsroom.Write(File("it.md"), newsroom.Read(File("it.md")).Replace("di Maria Bianchi", "della regista Maria Bianchi", StringComparison.Ordinal));
        var sentence = Sentence(desk, "Bianchi");
        sentence.Target.ShouldBeNull();
        sentence.SourceChange.Select(r => (r.Kind, r.Text.Trim())).ShouldContain((RunKind.Added, "della regista"));
        sentence.Translation.Previous!.Target.ToString().ShouldBe("The first is by Maria Bianchi.");
    }

    [Fact]
    public async Task A_save_that_the_disk_does_not_take_is_refused_and_leaves_nothing()
    {
        using var newsroom = new DeskNewsroom();
        await using var desk = newsroom.Open();
        var sentence = Sentence(desk, "Biglietti");
        // What cannot be opened to be written, as a full or broken disk cannot.
        var path = Directory.CreateDirectory(Path.Combine(newsroom.Folder, File("en.history.jsonl"))).FullName;
        (await desk.SaveAsync(English, Anna, sentence.Name, sentence.Version, "Tickets from 12 euros.")).Refusal!.Code.ShouldBe("review.not-written");
        Sentence(desk, "Biglietti").Target.ShouldBeNull();
        Directory.Delete(path);
        (await desk.SaveAsync(English, Anna, sentence.Name, sentence.Version, "Tickets from 12 euros.")).IsDone.ShouldBeTrue();
        await desk.StoreAsync();
        newsroom.Read(File("en.xlf")).ShouldContain("Tickets from 12 euros.");
    }

    [Fact]
    public async Task A_history_in_whose_place_another_one_was_put_gets_back_what_was_saved()
    {
        using var newsroom = new DeskNewsroom();
        await using (var desk = newsroom.Open())
        {
            await SaveAsync(desk, "Biglietti", "Tickets from 12 euros.");
            // As a merge does: a new file, with what others did and without what was not committed here.
            newsroom.Write(File("other.jsonl"), """{"id":"z9-1","at":"2026-01-19T09:00:00Z","actor":"Eva","event":"commented","base":"","text":"Elsewhere."}""" + "\n");
            System.IO.File.Move(Path.Combine(newsroom.Folder, File("other.jsonl")), Path.Combine(newsroom.Folder, File("en.history.jsonl")), overwrite: true);
            desk.View(English)!.Remarks.ShouldContain(r => r.Text == "Elsewhere.");
            await SaveAsync(desk, "Bianchi", "By Maria Bianchi.");
        }

        HistoryFile.Of(newsroom.Folder, "content/releases/2026/stagione", English.Language).Read().Select(e => e.Id).ShouldBe(["z9-1", "a1-1", "a1-2"]);
    }

    [Fact]
    public async Task What_somebody_keeps_is_kept_though_the_desk_was_killed_before_it_could_be_written_down()
    {
        using var newsroom = new DeskNewsroom();
        var desk = newsroom.Open();
        await SaveAsync(desk, "Biglietti", "Tickets from 15 euros.");
        var finding = Sentence(desk, "Biglietti").Findings.First(f => f.Finding.Rule.Code == "check.numbers").Finding;
        await desk.DismissAsync(English, Anna, Sentence(desk, "Biglietti").Name, finding.Fingerprint, "The price went up.");
        System.IO.File.Delete(Path.Combine(newsroom.Folder, File(DismissalFile.Name)));
        desk.Abandon();
        new Publisher().Prepare(newsroom.Folder, newsroom.Time.GetUtcNow(), new Problems());
        newsroom.Read(File(DismissalFile.Name)).ShouldContain(finding.Fingerprint);
    }
}
