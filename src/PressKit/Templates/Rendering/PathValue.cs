using System.Collections;
using System.Collections.Immutable;
using PressKit.Templates.Syntax;

namespace PressKit.Templates.Rendering;

/// <summary>Follows a path to its value.</summary>
internal sealed class PathValue(TemplatePath path, ModelTypes types)
{
    private readonly Member[] _members = [.. path.Names.Select(name => new Member(name, types))];

    /// <summary>The value in a context; null where any part of the path is.</summary>
    public object? In(Frame frame)
    {
        switch (path.LoopName)
        {
            case "@index": return frame.Index;
            case "@first": return frame.Index == 0;
            case "@last": return frame.IsLast;
            case "@key": return frame.Key;
        }

        for (var up = path.Up; up > 0; up--) frame = frame.Outer!;
        var value = frame.About;
        foreach (var member in _members)
        {
            if (value is null) return null;
            value = member.Of(value);
        }

        return value;
    }

    /// <summary>Whether <c>if</c> takes a value for there: not null, not empty, not false, not 0.</summary>
    public static bool IsThere(object? value) => value switch
    {
        null => false,
        string text => text.Length > 0,
        bool flag => flag,
        int number => number != 0,
        ICollection collection => collection.Count > 0,
        _ => true,
    };

    /// <summary>One name of a path. It remembers the variable of the type that it met last, which is nearly always the same.</summary>
    private sealed class Member(string name, ModelTypes types)
    {
        private ModelVariable? _last;

        public object? Of(object value)
        {
            if (value is ImmutableSortedDictionary<string, string> names) return names.GetValueOrDefault(name);
            var last = _last;
            if (last is null || last.Type != value.GetType()) _last = last = types.Of(value.GetType()).Variables[name];
            return last.Of(value);
        }
    }
}
