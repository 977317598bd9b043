using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PressKit.Translation.Xliff;

/// <summary>Writes a translation over the file that holds it, and keeps in its place whatever PressKit does not use: other tools'
/// notes, modules, extensions, attributes, annotations. What the file says of a text that is no longer there goes with it.</summary>
public static class XliffKeeping
{
    /// <summary>The file's bytes. Read again they are the translation; where the file held nothing else, they are the one form
    /// that a translation has.</summary>
    /// <param name="translation">The translation.</param>
    /// <param name="present">The file as it stands; empty for none.</param>
    /// <param name="isKept">Whether what else the file holds is in them.</param>
    public static byte[] Write(StoredTranslation translation, ReadOnlyMemory<byte> present, out bool isKept)
    {
        isKept = true;
        var canonical = XliffWriter.Write(translation);
        if (present.IsEmpty || present.Span.SequenceEqual(canonical)) return canonical;
        if (Read(present) is not { } was)
        {
            isKept = false;
            return canonical;
        }

        var before = XliffWriter.Write(was);
        if (present.Span.SequenceEqual(before)) return canonical;
        if (canonical.AsSpan().SequenceEqual(before)) return present.ToArray();
        var kept = new Document(Load(present), Load(before), Load(canonical)).Write();
        isKept = Read(kept) is { } again && XliffWriter.Write(again).AsSpan().SequenceEqual(canonical);
        return isKept ? kept : canonical;
    }

    /// <summary>The document of a file that was read before.</summary>
    internal static XDocument Load(ReadOnlyMemory<byte> bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = XliffReader.MaxBytes };
        using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>A document's bytes, in UTF-8.</summary>
    internal static byte[] Save(XDocument document)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };
        using (var writer = XmlWriter.Create(stream, settings)) document.Save(writer);
        var bytes = stream.ToArray();
        return bytes[^1] == '\n' ? bytes : [.. bytes, (byte)'\n'];
    }

    /// <summary>The units of a document by their ids, but for those that are parked.</summary>
    internal static Dictionary<string, XElement> Units(XContainer document) => document.Descendants(XliffNames.InCore + "unit")
        .Where(u => !u.Ancestors().Any(IsGone)).ToDictionary(u => (string)u.Attribute("id")!, StringComparer.Ordinal);

    /// <summary>Whether PressKit reads the same in two files.</summary>
    internal static bool SaysTheSame(ReadOnlyMemory<byte> a, ReadOnlyMemory<byte> b) => Read(a) is { } one && Read(b) is { } other
        && XliffWriter.Write(one).AsSpan().SequenceEqual(XliffWriter.Write(other));

    private static bool IsGone(XElement element) => element.Name == XliffNames.InCore + "group" && (string?)element.Attribute("type") == XliffNames.Gone;

    private static StoredTranslation? Read(ReadOnlyMemory<byte> bytes) => XliffReader.Read(bytes, "", new Problems());

    /// <summary>A file, what PressKit reads in it, and what is to be read in it.</summary>
    private sealed class Document(XDocument kept, XDocument before, XDocument after)
    {
        public byte[] Write()
        {
            var root = kept.Root!;
            foreach (var (prefix, name) in (ReadOnlySpan<(string, string)>)[("mda", XliffNames.Metadata), ("mtc", XliffNames.Matches)])
            {
                if (root.GetPrefixOfNamespace(name) is null) root.Add(new XAttribute(XNamespace.Xmlns + prefix, name));
            }

            var file = root.Element(XliffNames.InCore + "file")!;
            WriteSkeleton(file);
            WriteUnits(file);
            WriteGone(file);
            return Save(kept);
        }

        private void WriteSkeleton(XElement file)
        {
            var (was, now) = (Skeleton(before), Skeleton(after));
            if ((string?)was?.Attribute("href") == (string?)now?.Attribute("href")) return;
            file.Element(XliffNames.InCore + "skeleton")?.Remove();
            if (now is not null) file.AddFirst(new XText("\n    "), new XElement(now));
        }

        private void WriteUnits(XElement file)
        {
            var (own, was, now) = (Units(kept), Units(before), Units(after));
            XElement? last = null;
            var none = file.Elements(XliffNames.InCore + "group").Where(g => !g.HasElements).ToList();
            foreach (var (id, unit) in now)
            {
                if (!own.TryGetValue(id, out var place)) place = Insert(new XElement(unit), file, last);
                else
                {
                    if (!XNode.DeepEquals(Plain(was[id]), Plain(unit))) new KeptUnit(place, was[id], unit).Write();
                    if (last is not null && !last.IsBefore(place)) place = Moved(place, last);
                }

                last = place;
            }

            foreach (var (id, unit) in own.Where(u => !now.ContainsKey(u.Key))) unit.Remove();
            if (now.Count > 0) none.ForEach(g => g.Remove());
        }

        private void WriteGone(XElement file)
        {
            var (was, now) = (Gone(before), Gone(after));
            if (XNode.DeepEquals(was, now)) return;
            Gone(kept)?.Remove();
            if (now is null) return;
            file.Add(new XText("  "), Spaced(new XElement(now)), new XText("\n  "));
        }

        private static XElement Insert(XElement unit, XElement file, XElement? last)
        {
            Spaced(unit);
            if (last is not null) last.AddAfterSelf(new XText("\n    "), unit);
            else if (file.Elements().FirstOrDefault(e => e.Name == XliffNames.InCore + "unit" || e.Name == XliffNames.InCore + "group") is { } first)
                first.AddBeforeSelf(unit, new XText("\n    "));
            else file.Add(unit);
            return unit;
        }

        private static XElement Moved(XElement unit, XElement last)
        {
            unit.Remove();
            last.AddAfterSelf(new XText("\n    "), unit);
            return unit;
        }

        /// <summary>Where every blank is meant, whatever holds for the file.</summary>
        private static XElement Spaced(XElement element)
        {
            element.SetAttributeValue(XNamespace.Xml + "space", "preserve");
            return element;
        }

        private static XElement? Skeleton(XDocument document) => document.Root!.Element(XliffNames.InCore + "file")!.Element(XliffNames.InCore + "skeleton");

        private static XElement? Gone(XDocument document) => document.Descendants().FirstOrDefault(IsGone);

        private static XElement Plain(XElement element) => new(element);
    }
}
