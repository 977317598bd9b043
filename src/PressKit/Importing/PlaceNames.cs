using System.Text;

namespace PressKit.Importing;

/// <summary>Writes a place that stands in capitals as it is written elsewhere: the page has its own style for datelines.</summary>
internal static class PlaceNames
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "de", "do", "da", "dos", "das", "del", "della", "dell", "nell", "di", "am", "an", "der", "im", "sur", "sous", "en", "y", "i", "e", "d",
    };

    private static readonly HashSet<string> Initials = new(StringComparer.Ordinal) { "USA", "UAE", "NYC", "UK", "DC", "LA", "EUR" };

    /// <summary>The place with capitals where a word begins: <c>Rio de Janeiro</c>, <c>L’Aquila</c>, <c>Washington DC</c>.</summary>
    public static string FromCapitals(string place)
    {
        var name = new StringBuilder();
        for (var i = 0; i < place.Length;)
        {
            var end = i;
            while (end < place.Length && (char.IsLetter(place[end]) || char.GetUnicodeCategory(place[end]) is System.Globalization.UnicodeCategory.NonSpacingMark)) end++;
            if (end == i)
            {
                name.Append(place[i++]);
                continue;
            }

            name.Append(Word(place[i..end], first: i == 0));
            i = end;
        }

        return name.ToString();
    }

    private static string Word(string word, bool first)
    {
        if (word.Length == 1 || (!first && Initials.Contains(word)) || (first && word is "USA" or "NYC")) return word;
        var lower = word.ToLowerInvariant();
        return !first && Small.Contains(lower) ? lower : word[0] + lower[1..];
    }
}
