using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using PressKit.Languages;
using PressKit.Templates.Models;

namespace PressKit.Templates;

/// <summary>What a value of a model is for a template.</summary>
internal enum ModelKind
{
    /// <summary>It is written: a text or a whole number.</summary>
    Text,

    /// <summary>It is written as it is.</summary>
    Markup,

    /// <summary>It is asked with <c>if</c>, never written.</summary>
    Flag,

    /// <summary>It has variables of its own.</summary>
    Group,

    /// <summary>It is gone through with <c>each</c>.</summary>
    List,

    /// <summary>Names of the newsroom's own with a text each: a release's <c>extra</c>.</summary>
    Names,
}

/// <summary>A type of the page models as templates see it: variables are its public properties, with a small first letter.</summary>
/// <param name="Type">The type.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Element">The type of a list's elements; null for all others.</param>
internal sealed record ModelType(Type Type, ModelKind Kind, Type? Element = null)
{
    private ImmutableSortedDictionary<string, ModelVariable>? _variables;

    /// <summary>A group's variables by name. Sentences with gaps are none: PressKit fills them before a template sees them. Nor is the
    /// head of a page, which is seen as what it holds.</summary>
    public ImmutableSortedDictionary<string, ModelVariable> Variables => _variables ??= Kind != ModelKind.Group
        ? ImmutableSortedDictionary<string, ModelVariable>.Empty
        : Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType != typeof(Pattern) && p.PropertyType != typeof(PluralForms) && p.PropertyType != typeof(PageHead))
            .ToImmutableSortedDictionary(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..], p => new ModelVariable(Type, p), StringComparer.Ordinal);
}

/// <summary>Describes the types of the page models, each once.</summary>
internal sealed class ModelTypes
{
    private readonly ConcurrentDictionary<Type, ModelType> _known = new();

    /// <summary>Describes a type.</summary>
    /// <exception cref="NotSupportedException">Templates cannot do anything with it.</exception>
    public ModelType Of(Type type) => _known.GetOrAdd(type, Describe);

    private static ModelType Describe(Type type)
    {
        if (type == typeof(string) || type == typeof(int)) return new ModelType(type, ModelKind.Text);
        if (type == typeof(Markup)) return new ModelType(type, ModelKind.Markup);
        if (type == typeof(bool)) return new ModelType(type, ModelKind.Flag);
        if (type == typeof(ImmutableSortedDictionary<string, string>)) return new ModelType(type, ModelKind.Names);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return new ModelType(type, ModelKind.List, type.GetGenericArguments()[0]);
        if (type.IsClass && !typeof(IEnumerable).IsAssignableFrom(type)) return new ModelType(type, ModelKind.Group);
        throw new NotSupportedException($"{type} in a page model: templates know texts, numbers, flags, markup, records and lists.");
    }
}
