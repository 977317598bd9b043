using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace PressKit.Tests.Publishing;

/// <summary>A warm build equals a clean build, byte for byte, whatever happened in between; and it writes what differs, nothing else.</summary>
public sealed class WarmPublishTests
{
    /// <summary>How many steps are taken; <c>PRESSKIT_STEPS</c> asks for another number.</summary>
    private static readonly int Steps = int.TryParse(Environment.GetEnvironmentVariable("PRESSKIT_STEPS"), CultureInfo.InvariantCulture, out var steps) ? steps : 1_000;

    private const int SequenceLength = 200;

    [Fact]
    public void After_every_step_of_any_sequence_of_edits_a_warm_site_equals_a_clean_one_and_only_what_differs_was_written() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest((Steps + SequenceLength - 1) / SequenceLength)
                .WithParallelRunConfig(new ParallelRunConfig(Environment.ProcessorCount)),
            Prop.ForAll(Step.Sequences(SequenceLength), steps =>
            {
                var fault = Fault(steps);
                return (fault is null).Label(fault ?? "");
            }));

    /// <summary>What is wrong after the first step after which something is.</summary>
    private static string? Fault(Step[] steps)
    {
        using var newsroom = new EditedNewsroom();
        if (newsroom.Publish(goesOn: false) is { } first) return $"Before any step: {first}";
        for (var i = 0; i < steps.Length; i++)
            if (steps[i].Take(newsroom) is { } fault) return FormattableString.Invariant($"After step {i + 1}, {steps[i]}: {fault}");
        return null;
    }
}
