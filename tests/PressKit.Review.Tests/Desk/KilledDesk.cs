using System.Diagnostics;
using System.Globalization;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;

namespace PressKit.Review.Tests.Desk;

/// <summary>A desk in a process of its own, at which several people save as fast as they can until somebody kills it. Each save that is
/// confirmed is told on the standard output: edition, unit, sentence, number.</summary>
internal static class KilledDesk
{
    /// <summary>Saves until the end.</summary>
    public static async Task SaveAsync(string folder, string session)
    {
        var setup = new DeskSetup(folder, TimeProvider.System) { Session = session, Behind = TimeSpan.FromMilliseconds(15) };
        await using var desk = ReviewDesk.Open(setup, new Problems())!;
        var people = new[] { DeskNewsroom.English, DeskNewsroom.Japanese }
            .SelectMany(edition => desk.View(edition)!.Units.SelectMany(u => u.Sentences).Select(s => (edition, s.Name))).Chunk(3)
            .Select((sentences, i) => WorkAsync(desk, sentences, new Reviewer(FormattableString.Invariant($"Person {i}"), ReviewRole.Editor))).ToArray();
        await Task.WhenAll(people);
    }

    /// <summary>Starts one.</summary>
    public static Process Start(string folder, string session) => Process.Start(new ProcessStartInfo("dotnet", [typeof(KilledDesk).Assembly.Location, "save", folder, session])
    {
        UseShellExecute = false, RedirectStandardOutput = true, Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
    })!;

    /// <summary>The text of a save: it says where it belongs.</summary>
    public static string Text(EditionName edition, SentenceName name, int number, IEnumerable<InlineCode> codes) =>
        string.Create(CultureInfo.InvariantCulture, $"{edition.Language} {name.Unit} {name.Segment} number {number} ") + string.Concat(codes.Select(c => c.Spans ? $"<{c.Id}>x</{c.Id}>" : $"<{c.Id}/>"));

    private static async Task WorkAsync(ReviewDesk desk, (EditionName Edition, SentenceName Name)[] sentences, Reviewer by)
    {
        for (var number = 0; ; number++)
        {
            var (edition, name) = sentences[number % sentences.Length];
            var sentence = desk.Sentence(edition, name)!;
            // Somebody approves now and then, which takes nothing back.
            if (number % 7 == 6) await desk.ReviewAsync(edition, by, [(name, sentence.Version)]);
            else
            {
                // Sessions go on counting where the last one was killed.
                var next = sentence.Target is { } before ? int.Parse(before.Split(' ')[4], CultureInfo.InvariantCulture) + 1 : 1;
                var saved = await desk.SaveAsync(edition, by, name, sentence.Version, Text(edition, name, next, sentence.Codes));
                if (!saved.IsDone) throw new InvalidOperationException(saved.Refusal!.Message);
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{edition.Language}\t{name.Unit}\t{name.Segment}\t{next}"));
            }
        }
    }
}
