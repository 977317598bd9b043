using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PressKit.Editions;
using PressKit.Editions.Reviewing;
using PressKit.Review.Desk;

namespace PressKit.Review.Webhooks;

/// <summary>What a webhook is told of something that happened: <c>edition</c>, <c>release</c>, <c>language</c>, and <c>events</c>, each with
/// <c>id</c>, <c>at</c>, <c>event</c>, <c>actor</c>, <c>role</c>, and where they apply <c>unit</c>, <c>segments</c>, <c>was</c>, <c>to</c>. No text of a release, and
/// nothing that somebody said: whoever is told asks for those with a token of their own.</summary>
/// <param name="Body">The message, as it is sent and signed.</param>
internal sealed record Message(byte[] Body)
{
    /// <summary>The header that proves where a message comes from: <c>t=SECONDS,v1=HMAC</c>, the HMAC-SHA256 of the seconds since 1970, a full
    /// stop, and the body, in hexadecimal digits.</summary>
    public const string SignatureHeader = "PressKit-Signature";

    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        Happening.Edited, Happening.Reverted, Happening.Replaced, Happening.Reviewed, Happening.Rejected, Happening.Settled, Happening.HandedOver,
        Happening.Commented, Happening.Asked, Happening.Answered, Happening.Changed, "approved",
    };

    /// <summary>The message of a change; null where nobody has to be told of it.</summary>
    public static Message? Of(DeskChange change)
    {
        var events = change.Events.Where(e => Told.Contains(e.Event)).ToList();
        return events.Count == 0 ? null : new Message(JsonSerializer.SerializeToUtf8Bytes(new
        {
            edition = change.Edition.ToString(), release = change.Edition.Release, language = change.Edition.Language.Tag, events = events.Select(Shown),
        }));

        static object Shown(HistoryEvent e) => new { id = e.Id, at = e.At, @event = e.Event, actor = e.Actor, role = e.Role, unit = e.Unit, segments = e.Segments, was = e.Was, to = e.To };
    }

    /// <summary>The signature of the message, sent at an instant.</summary>
    public string Signature(string secret, DateTimeOffset at)
    {
        var seconds = FormattableString.Invariant($"{at.ToUnixTimeSeconds()}");
        byte[] signed = [.. Encoding.UTF8.GetBytes(seconds + "."), .. Body];
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
