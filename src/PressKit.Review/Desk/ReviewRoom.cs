using PressKit.Content;
using PressKit.Editions.Reviewing;
using PressKit.Languages;
using PressKit.Translation.Memory;
using PressKit.Translation.Xliff;

namespace PressKit.Review.Desk;

/// <summary>What holds for a whole newsroom, and follows its files: settings, glossary, registers.</summary>
internal sealed class ReviewRoom(Newsroom newsroom, DeskSetup setup)
{
    private readonly Locales _locales = new();
    private readonly DeskMemory? _memory = setup.Memory is { } memory ? new DeskMemory(memory, setup.Time) : null;
    private readonly Lock _lock = new();
    private readonly string[] _files = ["newsroom.yml", "glossary.yml", "checks.yml", "segmentation.yml"];
    /// <summary>Changes when the settings do.</summary>
    public string Stamp => Now().Stamp;

    private (ReleaseRoom Room, EditionViews Views, ReviewRules Rules, string Stamp)? _present;

    /// <summary>Reads releases by the present settings.</summary>
    public ReleaseRoom Present => Now().Room;

    /// <summary>Shows editions by the present settings.</summary>
    public EditionViews Views => Now().Views;

    /// <summary>The present rules.</summary>
    public ReviewRules Rules => Now().Rules;

    /// <summary>Has the memory learn what a translation's file says now.</summary>
    public void Teach(TranslationFile file)
    {
        if (_memory is not null && XliffReader.Read(file.Bytes, file.File, new Problems()) is { } stored) _memory.Learn(MemoryDocuments.Of(file.File, file.Hash, stored));
    }

    private (ReleaseRoom Room, EditionViews Views, ReviewRules Rules, string Stamp) Now()
    {
        lock (_lock)
        {
            var stamp = string.Join('|', _files.Select(f => FileStamp.Of(Path.Combine(setup.Folder, "content", f))));
            if (_present is { } known && known.Stamp == stamp) return known;
            // Where the settings cannot be read, those of before hold until they are mended.
            var settings = _present is null ? newsroom : NewsroomReader.ReadSettings(setup.Folder, new Problems()) ?? _present.Value.Room.Newsroom;
            var room = new ReleaseRoom(settings, _locales);
            _present = (room, new EditionViews(room, _memory), new ReviewRules(settings.Review), stamp);
            return _present.Value;
        }
    }
}
