using System.Reflection;

namespace PressKit.Templates;

/// <summary>A variable of a group.</summary>
/// <param name="type">The group.</param>
/// <param name="property">The property that it shows.</param>
internal sealed class ModelVariable(Type type, PropertyInfo property)
{
    private Getter? _getter;

    /// <summary>The group that it is a variable of.</summary>
    public Type Type { get; } = type;

    /// <summary>The property that it shows.</summary>
    public PropertyInfo Property { get; } = property;

    /// <summary>Its value in a group.</summary>
    public object? Of(object group) => (_getter ??= Getter.Of(Property)).Of(group);

    /// <summary>Calls a property without reflection, which would compile code for each when the tool has hardly started.</summary>
    private abstract class Getter
    {
        public static Getter Of(PropertyInfo property)
        {
            Type[] types = [property.DeclaringType!, property.PropertyType];
            var get = property.GetMethod!.CreateDelegate(typeof(Func<,>).MakeGenericType(types));
            return (Getter)Activator.CreateInstance(typeof(Getter<,>).MakeGenericType(types), get)!;
        }

        public abstract object? Of(object group);
    }

    private sealed class Getter<TGroup, TValue>(Func<TGroup, TValue> get) : Getter
        where TGroup : class
    {
        public override object? Of(object group) => get((TGroup)group);
    }
}
