using System.Text;
using PressKit.Languages;
using PressKit.Site;

namespace PressKit.Formats.Kits;

/// <summary>The table of a kit that says of every file who made it and under what terms it may be used, in the reader's language: CSV
/// (RFC 4180), in UTF-8 with the mark by which spreadsheets know it.</summary>
internal static class RightsSheet
{
    // What makes a spreadsheet take a cell for a formula, in letters of full width too.
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    /// <summary>The sheet.</summary>
    /// <param name="files">The files, each with its name in the kit.</param>
    /// <param name="strings">The words of the reader's language.</param>
    public static byte[] Of(IEnumerable<(string Name, PublishedMedia Media)> files, Strings strings)
    {
        var sheet = new StringBuilder();
        Row(sheet, strings.File, strings.Caption, strings.Credit, strings.Licence, strings.AltText);
        foreach (var (name, media) in files) Row(sheet, name, media.Item.Caption, media.Item.Credit, media.Item.Licence, media.Item.Alt);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(sheet.ToString())];
    }

    /// <summary>A cell in quotation marks. What a spreadsheet would run stands behind an apostrophe, by which it is a text.</summary>
    internal static string Cell(string? text)
    {
        var clean = string.Concat(XmlText.Clean(text ?? "").Where(c => c is not ('\u202A' or '\u202B' or '\u202D' or '\u202E')));
        var isFormula = clean.TrimStart(' ', '\u00A0', '\u200E', '\u200F', '\u3000') is { Length: > 0 } start && Formula.Contains(start[0], StringComparison.Ordinal);
        return $"\"{(isFormula ? "'" : "")}{clean.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void Row(StringBuilder sheet, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++) sheet.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        sheet.Append("\r\n");
    }
}
