using System.Data.Common;
using PressKit.Translation.Memory;

namespace PressKit.Cli;

/// <summary>Opens the newsroom's translation memory, wherever it is kept.</summary>
public sealed class MemoryAccess(TimeProvider time, Func<string, string?> environment)
{
    /// <summary>The variable that holds the connection string of a shared memory.</summary>
    public const string Variable = "PRESSKIT_MEMORY";

    /// <summary>The memory, current with the newsroom's files. A shared one that cannot be reached is reported, and the newsroom's
    /// own files stand in for it; null where even they cannot be had.</summary>
    public TranslationMemory? Open(Newsroom newsroom, Session session) => Open(newsroom, session, TranslationMemory.Open);

    /// <summary>The memory, made again from the newsroom's files.</summary>
    public TranslationMemory? Rebuild(Newsroom newsroom, Session session) => Open(newsroom, session, TranslationMemory.Rebuild);

    private TranslationMemory? Open(Newsroom newsroom, Session session, Func<MemoryPlace, Ranking, TimeProvider, IProgress<MemoryProgress>, TranslationMemory> open)
    {
        var (problems, watch) = (session.Problems, new MemoryWatch(session.Terminal, time));
        var ranking = new Ranking(newsroom.Glossary, Rejections.Read(newsroom.Folder, problems), newsroom.Memory.Penalties);
        var own = new MemoryPlace(newsroom.Folder) { Languages = newsroom.Languages };
        if (newsroom.Memory.IsShared)
        {
            if (environment(Variable) is not { Length: > 0 } connection)
            {
                problems.Warn("memory.no-connection", newsroom.Places["memory.store"], $"The memory is shared, and the variable {Variable} does not say where it is; this newsroom's own files stand in for it.",
                    $"Set {Variable} to a connection string such as Host=db.example.org;Database=memory;Username=press;Password=…");
            }
            else if (Try(() => open(own with { Connection = connection }, ranking, time, watch), newsroom.Places["memory.store"], problems) is { } shared) return shared;
        }

        return Try(() => open(own, ranking, time, watch), new Place(".presskit/memory"), problems);
    }

    private static TranslationMemory? Try(Func<TranslationMemory> open, Place place, Problems problems)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // An argument's message may repeat the connection string, with its password.
            var reason = e is ArgumentException ? "The connection string cannot be read." : e.Message;
            problems.Warn("memory.unreachable", place, $"The translation memory cannot be opened: {reason}", "See to it that it can be reached and written; drafts go on without it.");
            return null;
        }
    }
}
