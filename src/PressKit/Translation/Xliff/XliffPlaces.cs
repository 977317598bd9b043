namespace PressKit.Translation.Xliff;

/// <summary>Where the translations of a file stand, for problems with their content.</summary>
public static class XliffPlaces
{
    /// <summary>The place of each segment's target, or of the segment where it has none, by the unit's id and the segment's
    /// number in it, from 0; none for a file that cannot be read.</summary>
    public static IReadOnlyDictionary<(string Unit, int Segment), Place> Of(ReadOnlyMemory<byte> bytes, string file)
    {
        var places = new Dictionary<(string, int), Place>();
        if (XliffDocument.Load(bytes, new XliffReport(file, new Problems())) is { } root) Read(root);
        return places;

        void Read(XliffElement parent)
        {
            foreach (var element in parent.Nodes.OfType<XliffElement>())
            {
                if (!element.Is("unit"))
                {
                    Read(element);
                    continue;
                }

                foreach (var (index, segment) in element.Elements("segment").Index())
                    places.TryAdd((element["id"] ?? "", index), (segment.Element("target") ?? segment).Place);
            }
        }
    }
}
