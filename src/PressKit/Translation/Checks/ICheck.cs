using System.Collections.Immutable;

namespace PressKit.Translation.Checks;

/// <summary>A quality rule, or a small family of them: a unit with its translation in, findings out. It holds no state, and the
/// same unit gives the same findings.</summary>
public interface ICheck
{
    /// <summary>What it can find.</summary>
    ImmutableArray<CheckRule> Rules { get; }

    /// <summary>What it finds in a unit.</summary>
    IEnumerable<Finding> Check(CheckedUnit unit);
}
