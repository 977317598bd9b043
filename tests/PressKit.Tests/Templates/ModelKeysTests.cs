using System.Collections.Immutable;
using System.Reflection;
using PressKit.Languages;
using PressKit.Templates;
using PressKit.Templates.Models;
using PressKit.Tests.Formats;

namespace PressKit.Tests.Templates;

public sealed class ModelKeysTests
{
    private readonly ModelTypes _types = new();

    [Fact]
    public void Every_variable_of_every_model_is_part_of_the_key()
    {
        foreach (var kind in Theme.Kinds.Values)
        {
            var forgotten = new List<string>();
            var original = (PageModel)Make(kind, 1);
            var key = new ModelKeys(_types).Of(original);
            foreach (var (path, changed) in Changes(original, kind.Name))
            {
                if (new ModelKeys(_types).Of((PageModel)changed) == key) forgotten.Add(path);
            }

            forgotten.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Equal_models_have_equal_keys() =>
        new ModelKeys(_types).Of((PageModel)Make(typeof(ReleaseModel), 1))
            .ShouldBe(new ModelKeys(_types).Of((PageModel)Make(typeof(ReleaseModel), 1)));

    [Fact]
    public void No_markup_is_rendered_for_a_key()
    {
        var model = (ReleaseModel)Make(typeof(ReleaseModel), 1);
        model = model with { Release = model.Release with { Body = new Markup("key", () => throw new InvalidOperationException("rendered")) } };

        new ModelKeys(_types).Of(model).ShouldNotBeEmpty();
    }

    /// <summary>The model with one variable changed, for each variable, however deep.</summary>
    private IEnumerable<(string Path, object Changed)> Changes(object model, string path)
    {
        foreach (var property in Settable(model.GetType()))
        {
            var name = $"{path}.{property.Name}";
            var type = property.PropertyType;
            if (_types.Of(type).Kind != ModelKind.Group || type == typeof(Strings))
            {
                yield return (name, With(model, property, Make(type, 2)));
                if (!type.IsValueType) yield return (name + " = null", With(model, property, null));
                continue;
            }

            foreach (var (inner, changed) in Changes(property.GetValue(model)!, name))
                yield return (inner, With(model, property, changed));
        }
    }

    /// <summary>What a model is made of: its variables, and in their place, where it only forwards them, the head that holds them.</summary>
    private IEnumerable<PropertyInfo> Settable(Type type)
    {
        var own = _types.Of(type).Decisive.Select(v => v.Property).Where(p => p.CanWrite);
        return typeof(PageModel).IsAssignableFrom(type) ? own.Append(type.GetProperty(nameof(PageModel.Head))!) : own;
    }

    private static object With(object record, PropertyInfo property, object? value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private object Make(Type type, int seed)
    {
        if (type == typeof(string)) return "text" + seed;
        if (type == typeof(bool)) return seed == 1;
        if (type == typeof(int)) return seed;
        if (type == typeof(Markup)) return new Markup("key" + seed, () => "");
        if (type == typeof(Strings)) return new Locales().Find(seed == 1 ? SomeSite.English : SomeSite.Italian)!.Strings;
        if (type == typeof(ImageModel))
            return new ImageModel("hash" + seed, new(() => null)) { Url = "u", Display = "d", Kind = "JPG", FileSize = "1 MB", Alt = "a", Caption = "c", Credit = "c", Licence = "l", FileName = "f" };
        if (type == typeof(ImmutableSortedDictionary<string, string>)) return ImmutableSortedDictionary<string, string>.Empty.Add("name", "text" + seed);
        var described = _types.Of(type);
        if (described.Kind == ModelKind.List) return MakeList(described.Element!, seed);
        var instance = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Settable(type)) property.SetValue(instance, Make(property.PropertyType, seed));
        return instance;
    }

    private object MakeList(Type element, int seed) => typeof(ModelKeysTests)
        .GetMethod(nameof(ListOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [Make(element, seed)])!;

    private static ImmutableArray<T> ListOf<T>(T element) => [element];
}
