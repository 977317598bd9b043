using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace PressKit.Testing;

/// <summary>libvips and ExifTool, which are independent of PressKit: they make the images of tests and read what is published.</summary>
public static class ImageTools
{
    /// <summary>Why a test has to be skipped; null where both tools are there.</summary>
    public static string? Missing { get; } = Answers("vips", "--version") && Answers("exiftool", "-ver") ? null
        : "libvips' command or ExifTool is not installed: apt-get install libvips-tools libimage-exiftool-perl.";

    /// <summary>What a photographer's program writes beside the picture: rights and descriptions that have to stay, and places, a serial
    /// number and a history that must not.</summary>
    public static IReadOnlyList<string> Photographed { get; } =
    [
        "-GPSLatitude=45.0703", "-GPSLatitudeRef=N", "-GPSLongitude=7.6869", "-GPSLongitudeRef=E", "-XMP-exif:GPSLatitude=45.0703",
        "-XMP-photoshop:City=Geheimstadt", "-XMP-photoshop:Country=Geheimland", "-XMP-iptcCore:Location=Geheimstrasse", "-XMP-iptcExt:LocationShownCity=Geheimstadt",
        "-XMP-iptcExt:LocationCreatedCity=Geheimstadt", "-XMP-xmpMM:HistoryAction=Geheimtat", "-EXIF:SerialNumber=Geheimnummer", "-Comment=Geheimnis",
        "-XMP-dc:Creator=Ada Neri", "-XMP-photoshop:Credit=Teatro Aurora", "-XMP-xmpRights:UsageTerms=CC BY 4.0", "-XMP-dc:Description=La sala",
        "-XMP-iptcExt:DigitalSourceType=http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
        "-EXIF:Artist=Ada Neri", "-EXIF:Copyright=Teatro Aurora", "-EXIF:ImageDescription=La sala",
    ];

    /// <summary>Makes an image of colours that run into each other.</summary>
    /// <param name="path">The file; its ending says which kind.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="options">How vips saves it: <c>[Q=90]</c>.</param>
    public static void Make(string path, int width, int height, string options = "")
    {
        var temporary = path + ".made.v";
        Run("vips", "xyz", temporary, Text(width), Text(height));
        Run("vips", "linear", temporary, temporary + ".2.v", "0.11 0.17", "3 7");
        Run("vips", "bandjoin", $"{temporary}.2.v {temporary}.2.v", temporary + ".4.v");
        Run("vips", "extract_band", temporary + ".4.v", temporary + ".3.v", "0", "--n", "3");
        Run("vips", "cast", temporary + ".3.v", temporary + ".5.v", "uchar");
        Run("vips", "copy", temporary + ".5.v", path + options, "--interpretation", "srgb");
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(temporary) + "*")) File.Delete(file);
    }

    /// <summary>Writes metadata into an image.</summary>
    public static void Write(string path, params IEnumerable<string> tags) => Run("exiftool", ["-q", "-m", "-overwrite_original", .. tags, path]);

    /// <summary>All that ExifTool finds in a file, by group and name: <c>GPS:GPSLatitude</c>.</summary>
    public static IReadOnlyDictionary<string, string> Tags(string path)
    {
        using var json = JsonDocument.Parse(Run("exiftool", "-j", "-G1", "-a", "-n", "-api", "largefilesupport=1", path));
        return json.RootElement[0].EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The pixels of an image, as vips decodes them, hashed.</summary>
    public static string Pixels(string path)
    {
        var raw = path + ".raw";
        Run("vips", "rawsave", path, raw);
        var hash = Hash.Of(File.ReadAllBytes(raw));
        File.Delete(raw);
        return hash;
    }

    /// <summary>Runs a tool to its end, which has to be good.</summary>
    public static string Run(string tool, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{tool} {string.Join(' ', arguments)}: {errors.Result}");
    }

    private static bool Answers(string tool, string argument)
    {
        try
        {
            Run(tool, argument);
            return true;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
