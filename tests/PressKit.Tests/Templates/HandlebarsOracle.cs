using System.Globalization;
using System.Text;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;
using HandlebarsDotNet.Iterators;
using HandlebarsDotNet.MemberAccessors;
using HandlebarsDotNet.ObjectDescriptors;
using HandlebarsDotNet.PathStructure;
using PressKit.Templates;

namespace PressKit.Tests.Templates;

/// <summary>Renders templates with Handlebars.Net, whose language PressKit's templates are written in: what PressKit writes is compared
/// with what it writes.</summary>
internal sealed class HandlebarsOracle
{
    private readonly IHandlebars _handlebars;

    /// <summary>An engine that knows a theme's partials.</summary>
    /// <param name="types">Describes the models.</param>
    /// <param name="partials">The partials' texts by name.</param>
    public HandlebarsOracle(ModelTypes types, IEnumerable<KeyValuePair<string, string>> partials)
    {
        var configuration = new HandlebarsConfiguration
        {
            FormatProvider = CultureInfo.InvariantCulture,
            TextEncoder = new Escaping(),
            PartialTemplateResolver = null!,
        };
        configuration.FormatterProviders.Add(new MarkupFormatter());
        configuration.ObjectDescriptorProviders.Add(new ModelDescriptors(types));
        _handlebars = Handlebars.Create(configuration);
        foreach (var (name, text) in partials) _handlebars.RegisterTemplate(name, text);
    }

    /// <summary>Compiles a template; the result may be used from any thread.</summary>
    public Action<TextWriter, object> Compile(string template)
    {
        using var reader = new StringReader(template);
        var compiled = _handlebars.Compile(reader);
        return (writer, model) => compiled(writer, model, null);
    }

    /// <summary>Escapes what has a meaning in HTML's texts and quoted attributes, and nothing else: the pages are UTF-8.</summary>
    private sealed class Escaping : ITextEncoder
    {
        public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

        public void Encode(string? text, TextWriter target)
        {
            if (!string.IsNullOrEmpty(text)) Encode(text.GetEnumerator(), target);
        }

        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
            while (text?.MoveNext() == true)
            {
                switch (text.Current)
                {
                    case '&': target.Write("&amp;"); break;
                    case '<': target.Write("&lt;"); break;
                    case '>': target.Write("&gt;"); break;
                    case '"': target.Write("&quot;"); break;
                    case '\'': target.Write("&#39;"); break;
                    default: target.Write(text.Current); break;
                }
            }
        }
    }

    private sealed class MarkupFormatter : IFormatterProvider, IFormatter
    {
        public bool TryCreateFormatter(Type type, out IFormatter formatter)
        {
            formatter = this;
            return type == typeof(Markup);
        }

        public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(((Markup)(object)value!).Html, encode: false);
    }

    /// <summary>Shows models as <see cref="ModelType"/> describes them, and nothing of them besides.</summary>
    private sealed class ModelDescriptors(ModelTypes types) : IObjectDescriptorProvider, IMemberAccessor
    {
        public bool TryGetDescriptor(Type type, out ObjectDescriptor value)
        {
            value = ObjectDescriptor.Empty;
            if (type.Assembly != typeof(ModelTypes).Assembly || type == typeof(Markup)) return false;
            value = new ObjectDescriptor(type, this, (_, _) => Array.Empty<string>(), self => new ObjectIterator(self));
            return true;
        }

        public bool TryGetValue(object instance, ChainSegment memberName, out object value)
        {
            var found = types.Of(instance.GetType()).Variables.TryGetValue(memberName.TrimmedValue, out var property);
            value = found ? property!.Of(instance)! : null!;
            return found;
        }
    }
}
