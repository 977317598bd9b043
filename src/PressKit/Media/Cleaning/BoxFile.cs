using System.Buffers.Binary;
using System.Text;

namespace PressKit.Media.Cleaning;

/// <summary>Files made of boxes: AVIF, HEIC, MP4, QuickTime. Their parts point at each other by their offsets, so that what has to go is
/// written over where it stands, and everything else stays where it is.</summary>
internal sealed class BoxFile
{
    private const int MostDepth = 12;
    private static readonly byte[] XmpId = Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC");
    private static readonly byte[] CredentialsId = Convert.FromHexString("D8FEC3D61B0E483C92975828877EC481");

    // What holds pictures, sound and how they belong together, at the top of a file.
    private static readonly HashSet<string> KeptAtTop = new(StringComparer.Ordinal)
    {
        "ftyp", "styp", "meta", "moov", "moof", "mdat", "mfra", "sidx", "ssix", "prft", "pdin", "free", "skip", "wide", "pnot",
    };

    // Titles, makers, rights, dates of what a film or sound is about: 3GPP's boxes, QuickTime's and iTunes'.
    private static readonly HashSet<string> KeptTexts = new(StringComparer.Ordinal)
    {
        "titl", "auth", "cprt", "dscp", "perf", "gnre", "albm", "yrrc", "hnti", "name", "meta", "kywd", "©nam", "©ART", "©cpy", "©aut", "©dir",
        "©des", "©day", "©alb", "©wrt", "©prd", "©inf", "©src", "©gen", "desc", "ldes", "aART", "covr", "trkn", "disk",
        "hdlr", "keys", "ilst", "free",
    };

    private static readonly HashSet<string> KeptKeys = new(StringComparer.Ordinal)
    {
        "com.apple.quicktime.title", "com.apple.quicktime.author", "com.apple.quicktime.copyright", "com.apple.quicktime.description",
        "com.apple.quicktime.displayname", "com.apple.quicktime.artist", "com.apple.quicktime.director", "com.apple.quicktime.keywords",
        "com.apple.quicktime.publisher", "com.apple.quicktime.credits",
    };

    private static readonly HashSet<string> Tracks = new(StringComparer.Ordinal)
    {
        "vide", "soun", "subt", "text", "sbtl", "clcp", "tmcd", "pict", "auxv", "hint",
    };

    private readonly Stream _file;
    private readonly SortedDictionary<long, byte[]> _patches = [];
    private long _end;

    private BoxFile(Stream file) => _file = file;

    /// <summary>The file without what has to go.</summary>
    /// <param name="file">The file.</param>
    /// <param name="credentials">Whether content credentials (C2PA, in a box of their own) stay.</param>
    public static Pieces Clean(Stream file, bool credentials)
    {
        var cleaning = new BoxFile(file);
        cleaning.Top(credentials);
        return cleaning.Pieces();
    }

    /// <summary>A clean picture whose XMP begins with its element: libvips knows no other in AVIF, and packets have a head of their own.</summary>
    public static byte[] WithXmpFirst(byte[] picture)
    {
        using var file = new MemoryStream(picture, writable: false);
        var patched = picture.ToArray();
        foreach (var item in Box.In(file, 0, file.Length).Where(b => b.Type == "meta").SelectMany(meta => ItemTable.Read(file, meta)).Where(IsXmp))
        {
            var data = item.Read(file);
            var (start, end) = (data.AsSpan().IndexOf("<x:xmpmeta"u8), data.AsSpan().LastIndexOf("</x:xmpmeta>"u8));
            if (start <= 0 || end < start) continue;
            var plain = Fitting(data[start..(end + "</x:xmpmeta>".Length)], data.Length, (byte)' ');
            for (var (i, done) = (0, 0L); i < item.Extents.Length; done += item.Extents[i].Length, i++)
                plain.AsSpan((int)done, (int)item.Extents[i].Length).CopyTo(patched.AsSpan((int)item.Extents[i].Offset));
        }

        return patched;
    }

    private static bool IsXmp(PictureItem item) => item is { Type: "mime", ContentType: "application/rdf+xml" };

    private Pieces Pieces()
    {
        var (pieces, at) = (new Pieces(), 0L);
        foreach (var (offset, bytes) in _patches)
        {
            if (offset < at) throw new DamagedMediaException("has parts that lie in each other");
            if (IsThere(offset, bytes)) continue;
            pieces.Keep(at, offset - at);
            pieces.Put(bytes);
            at = offset + bytes.Length;
        }

        if (at < _end) pieces.Keep(at, _end - at);
        return pieces;
    }

    private bool IsThere(long offset, byte[] bytes)
    {
        var present = new byte[bytes.Length];
        _file.Position = offset;
        _file.ReadExactly(present);
        return present.AsSpan().SequenceEqual(bytes);
    }

    private void Top(bool credentials)
    {
        var boxes = Box.In(_file, 0, _file.Length);
        if (boxes.Count == 0) throw new DamagedMediaException("has no boxes");
        _end = boxes[^1].End;
        if (!boxes.Exists(b => b.Type is "meta" or "moov")) throw new DamagedMediaException("ends before it says what is in it");
        foreach (var box in boxes)
        {
            if (box.Type == "meta") Items(box);
            else if (box.Type == "moov") Film(box, 0);
            else if (box.Type == "uuid") Own(box, credentials);
            else if (box.Type == "moof") Fragment(box);
            else if (!KeptAtTop.Contains(box.Type)) Blank(box);
        }
    }

    /// <summary>A box with an id of 16 bytes: XMP is cleaned where it stands, and all others go.</summary>
    private void Own(Box box, bool credentials)
    {
        var data = box.Read(_file);
        if (credentials && data.AsSpan().StartsWith(CredentialsId)) return;
        if (data.AsSpan().StartsWith(XmpId)) _patches[box.Data + 16] = Fitting(XmpMetadata.Clean(data.AsSpan(16)), data.Length - 16, (byte)' ');
        else Blank(box);
    }

    private void Film(Box parent, int depth)
    {
        if (depth > MostDepth) throw new DamagedMediaException("has boxes that nest without end");
        foreach (var box in Box.In(_file, parent.Data, parent.End))
        {
            switch (box.Type)
            {
                case "trak" when HandlerOf(box) is { } handler && !Tracks.Contains(handler):
                    Samples(box);
                    Blank(box);
                    break;
                case "trak" or "mdia" or "minf" or "edts":
                    Film(box, depth + 1);
                    break;
                case "udta":
                    Texts(box);
                    break;
                case "meta":
                    Keys(box);
                    break;
                case "uuid":
                    Own(box, credentials: false);
                    break;
            }
        }
    }

    /// <summary>A part of a film in parts. Where a track that goes has its samples there is not looked up.</summary>
    private void Fragment(Box box)
    {
        if (_patches.Values.Any(p => p.Length > 8 && p.AsSpan(4).StartsWith("free"u8)) && Box.In(_file, 0, _end).Find(b => b.Type == "moov") is { Type: "moov" } film
            && Box.In(_file, film.Data, film.End).Exists(b => b.Type == "trak" && HandlerOf(b) is { } handler && !Tracks.Contains(handler)))
            throw new DamagedMediaException("has a track that is neither picture nor sound, cut into parts; write it anew without that track");
        foreach (var own in Box.In(_file, box.Data, box.End).Where(b => b.Type is "uuid" or "udta" or "meta")) Blank(own);
    }

    private void Texts(Box texts)
    {
        foreach (var box in Box.In(_file, texts.Data, texts.End))
        {
            if (box.Type == "meta") Keys(box);
            else if (!KeptTexts.Contains(box.Type)) Blank(box);
        }
    }

    /// <summary>QuickTime's metadata: keys, and their values in a list. It is a full box in MP4 and a plain one in QuickTime.</summary>
    private void Keys(Box meta)
    {
        var boxes = Box.In(_file, meta.Data, meta.End);
        if (!boxes.Exists(b => b.Type == "hdlr")) boxes = Box.In(_file, meta.Data + 4, meta.End);
        var names = boxes.Where(b => b.Type == "keys").SelectMany(Names).ToList();
        foreach (var list in boxes.Where(b => b.Type == "ilst")) Values(list, names);
        foreach (var box in boxes.Where(b => b.Type is not ("hdlr" or "keys" or "ilst" or "free"))) Blank(box);
    }

    private List<string> Names(Box keys)
    {
        var bytes = new Bytes(keys.Read(_file));
        var names = new List<string>();
        for (long at = 8; at + 8 <= bytes.Length && bytes.Long(at) >= 8; at += bytes.Long(at))
            names.Add(Encoding.UTF8.GetString(bytes.Part(at + 8, bytes.Long(at) - 8)));
        return names;
    }

    /// <summary>The values: their types are numbers of keys, or letters as iTunes has them.</summary>
    private void Values(Box list, List<string> names)
    {
        var head = new byte[8];
        for (var at = list.Data; at + 8 <= list.End;)
        {
            _file.Position = at;
            _file.ReadExactly(head);
            var length = (long)BinaryPrimitives.ReadUInt32BigEndian(head);
            if (length < 8 || length > list.End - at) break;
            var number = BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(4));
            var isKept = number > 0 && number <= names.Count ? KeptKeys.Contains(names[(int)number - 1]) : KeptTexts.Contains(Encoding.Latin1.GetString(head, 4, 4));
            if (!isKept) Zero(at + 8, length - 8);
            at += length;
        }
    }

    private string? HandlerOf(Box track)
    {
        var media = Box.In(_file, track.Data, track.End).Find(b => b.Type == "mdia");
        var handler = Box.In(_file, media.Data, media.End).Find(b => b.Type == "hdlr");
        return handler.Type is null ? null : Encoding.Latin1.GetString(new Bytes(handler.Read(_file)).Part(8, 4));
    }

    /// <summary>Writes over what a track holds: chunks of samples, each of a length.</summary>
    private void Samples(Box track)
    {
        var media = Box.In(_file, track.Data, track.End).Find(b => b.Type == "mdia");
        var information = Box.In(_file, media.Data, media.End).Find(b => b.Type == "minf");
        var table = Box.In(_file, information.Data, information.End).Find(b => b.Type == "stbl");
        var boxes = Box.In(_file, table.Data, table.End);
        if (boxes.Find(b => b.Type == "stsz") is not { Type: "stsz" } sizes || boxes.Find(b => b.Type == "stsc") is not { Type: "stsc" } chunks
            || boxes.Find(b => b.Type is "stco" or "co64") is not { Type: not null } offsets) return;
        foreach (var (offset, length) in SampleTable.Chunks(sizes.Read(_file), chunks.Read(_file), offsets.Read(_file), offsets.Type == "co64"))
        {
            if (offset < 0 || length < 0 || offset + length > _file.Length) throw new DamagedMediaException("has a track that points out of it");
            Zero(offset, length);
        }
    }

    /// <summary>The items of a picture: Exif and XMP are cleaned where they stand.</summary>
    private void Items(Box meta)
    {
        foreach (var item in ItemTable.Read(_file, meta))
        {
            var data = item.Read(_file);
            byte[]? cleaned = item.Type switch
            {
                "Exif" => Exif(data),
                "mime" when IsXmp(item) => Fitting(XmpMetadata.Clean(data), data.Length, (byte)' '),
                "uri " or "mime" => new byte[data.Length],
                _ => null,
            };
            for (var (i, done) = (0, 0L); cleaned is not null && i < item.Extents.Length; done += item.Extents[i].Length, i++)
                _patches[item.Extents[i].Offset] = cleaned.AsSpan((int)done, (int)item.Extents[i].Length).ToArray();
        }

        foreach (var box in Box.In(_file, meta.Data + 4, meta.End).Where(b => b.Type is "uuid" or "udta")) Blank(box);
    }

    /// <summary>Exif as an item: the offset of its head, and then the structure.</summary>
    private static byte[] Exif(byte[] data)
    {
        var head = data.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(data);
        var cleaned = head + 4 <= data.Length ? ExifMetadata.Clean(data.AsSpan((int)head + 4)) : null;
        return Fitting([0, 0, 0, 0, .. cleaned ?? [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]], data.Length, 0);
    }

    /// <summary>Bytes in just so much room; where they do not fit, nothing is left of them.</summary>
    private static byte[] Fitting(byte[]? bytes, int length, byte filling)
    {
        var fitting = new byte[length];
        fitting.AsSpan().Fill(filling);
        if (bytes is not null && bytes.Length <= length) bytes.CopyTo(fitting, 0);
        return fitting;
    }

    /// <summary>Turns a box into room that is free.</summary>
    private void Blank(Box box)
    {
        var bytes = new byte[box.End - box.Start];
        _file.Position = box.Start;
        _file.ReadExactly(bytes, 0, (int)(box.Data - box.Start));
        "free"u8.CopyTo(bytes.AsSpan(4));
        _patches[box.Start] = bytes;
    }

    private void Zero(long offset, long length) => _patches[offset] = new byte[length];
}
