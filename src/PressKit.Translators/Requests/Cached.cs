using System.Collections.Immutable;
using PressKit.Translation;

namespace PressKit.Translators.Requests;

/// <summary>Asks for nothing that was answered before, and for equal texts once.</summary>
internal sealed class Cached(IServiceClient inner, ServiceProfile profile, Journal journal) : IServiceClient
{
    /// <summary>The hash of all that the answer to a text depends on.</summary>
    public static string Key(ServiceProfile profile, ServiceRequest request, ServiceText text) => Hash.Of(
        profile.Name, profile.Version, request.Format.ToString(), request.Source.Tag, request.Target.Tag, text.Text, text.Draft,
        profile.TakesContext ? Hash.Of(request.Headline, text.Context.Before, text.Context.After) : null,
        profile.TakesTerms ? Hash.Of([.. text.Terms.SelectMany(t => (string?[])[t.Text, t.Wanted(request.Target)])]) : null);

    /// <inheritdoc/>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        var open = Unknown(request);
        var charge = open.Length == 0 ? Charge.Nothing : (await inner.SendAsync(request.Of(open), cancellation)).Charge;
        return new ServiceAnswer(Known(request), charge);
    }

    /// <summary>What is known already, without asking.</summary>
    public ImmutableArray<TextAnswer> Known(ServiceRequest request) =>
        [.. request.Texts.Select(t => journal.Find(Key(profile, request, t)) ?? default)];

    /// <summary>The texts that have to be asked for, equal ones once.</summary>
    public int[] Unknown(ServiceRequest request) =>
        [.. Enumerable.Range(0, request.Texts.Length).DistinctBy(i => Key(profile, request, request.Texts[i]), StringComparer.Ordinal)
            .Where(i => journal.Find(Key(profile, request, request.Texts[i])) is null)];
}
