using System.Globalization;
using PressKit.Editions;
using PressKit.Editions.Reviewing;
using static PressKit.Review.Tests.Desk.DeskNewsroom;

namespace PressKit.Review.Tests.Desk;

/// <summary>Desks that are really killed, in the middle of saves.</summary>
public sealed class KilledDeskTests
{
    [SkippableFact]
    public async Task Whenever_a_desk_is_killed_every_confirmed_save_is_there_and_none_is_mixed_up()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no SIGKILL.");
        using var newsroom = new DeskNewsroom();
        var random = new Random(6);
        var confirmed = new Dictionary<(string Language, string Unit, string Segment), int>();
        for (var round = 0; round < 8; round++)
        {
            using var desk = KilledDesk.Start(newsroom.Folder, FormattableString.Invariant($"r{round}"));
            var left = random.Next(1, 60);
            while (await desk.StandardOutput.ReadLineAsync() is { } line)
            {
                Note(line);
                if (--left == 0) desk.Kill();
            }

            // What was still on its way was confirmed as well.
            await desk.WaitForExitAsync();
            desk.ExitCode.ShouldNotBe(0);
            // Every second time another command comes first, else the next desk does.
            if (round % 2 == 0) Compare();
        }

        Compare();
        confirmed.Count.ShouldBeGreaterThan(4);
        foreach (var language in new[] { English.Language, Japanese.Language })
        {
            var texts = HistoryFile.Of(newsroom.Folder, "content/releases/2026/stagione", language).Read().Where(e => e.Event == Happening.Edited).Select(e => e.Target!).ToHashSet(StringComparer.Ordinal);
            foreach (var ((_, unit, segment), number) in confirmed.Where(c => c.Key.Language == language.Tag))
            {
                for (var n = 1; n <= number; n++)
                {
                    var saved = string.Create(CultureInfo.InvariantCulture, $"{language} {unit} {segment} number {n} ");
                    texts.ShouldContain(t => t.StartsWith(saved, StringComparison.Ordinal));
                }
            }
        }

        void Note(string line)
        {
            if (line.Split('\t') is [var language, var unit, var segment, var number]) confirmed[(language, unit, segment)] = int.Parse(number, CultureInfo.InvariantCulture);
        }

        void Compare()
        {
            var problems = new Problems();
            var release = new Publisher().Prepare(newsroom.Folder, newsroom.Time.GetUtcNow(), problems)!.Releases.Single();
            problems.All.ShouldBeEmpty();
            newsroom.Has("private/review/unwritten").ShouldBeFalse();
            foreach (var translation in release.Translations)
            {
                foreach (var unit in translation.Stored.Units)
                {
                    foreach (var (i, segment) in unit.Segments.Index())
                    {
                        var known = confirmed.GetValueOrDefault((translation.File.Language.Tag, unit.Id, FormattableString.Invariant($"{i + 1}")));
                        segment.Conflicts.ShouldBeEmpty();
                        if (segment.Target is not { } target)
                        {
                            known.ShouldBe(0);
                            continue;
                        }

                        var words = target.PlainText.Split(' ');
                        words[..3].ShouldBe([translation.File.Language.Tag, unit.Id, FormattableString.Invariant($"{i + 1}")]);
                        // One more may have been on its way to be confirmed.
                        int.Parse(words[4], CultureInfo.InvariantCulture).ShouldBeInRange(known, known + 1);
                    }
                }

                translation.Stored.Gone.ShouldBeEmpty();
            }
        }
    }
}
