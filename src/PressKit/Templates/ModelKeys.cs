using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using PressKit.Languages;
using PressKit.Templates.Models;

namespace PressKit.Templates;

/// <summary>The keys of page models: a hash over every variable that a template can see, so that none can be forgotten.
/// Markup stands in it with its own key and is not rendered. What pages share is hashed once.</summary>
internal sealed class ModelKeys(ModelTypes types)
{
    private const byte Null = 0;
    private const byte Value = 1;
    private readonly ConditionalWeakTable<object, string> _shared = [];

    /// <summary>The key of a model.</summary>
    public string Of(PageModel model) => HashOf(model);

    private string HashOf(object group)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        WriteGroup(buffer, group);
        return Hash.Of(buffer.WrittenSpan);
    }

    private void Write(ArrayBufferWriter<byte> buffer, object? value)
    {
        buffer.GetSpan(1)[0] = value is null ? Null : Value;
        buffer.Advance(1);
        switch (value)
        {
            case null:
                break;
            case string text:
                WriteText(buffer, text);
                break;
            case int number:
                WriteNumber(buffer, number);
                break;
            case bool flag:
                WriteNumber(buffer, flag ? 1 : 0);
                break;
            case Markup markup:
                WriteText(buffer, markup.Key);
                break;
            case SiteModel or Strings:
                WriteText(buffer, _shared.GetValue(value, HashOf));
                break;
            case ImmutableSortedDictionary<string, string> names:
                WriteNumber(buffer, names.Count);
                foreach (var (name, text) in names)
                {
                    WriteText(buffer, name);
                    WriteText(buffer, text);
                }

                break;
            case ICollection list:
                WriteNumber(buffer, list.Count);
                foreach (var element in list) Write(buffer, element);
                break;
            default:
                WriteGroup(buffer, value);
                break;
        }
    }

    private void WriteGroup(ArrayBufferWriter<byte> buffer, object group)
    {
        var type = types.Of(group.GetType());
        if (type.Kind != ModelKind.Group) throw new NotSupportedException($"{type.Type} has no key.");
        WriteText(buffer, type.Type.Name);
        foreach (var variable in type.Decisive)
        {
            WriteText(buffer, variable.Property.Name);
            Write(buffer, variable.Of(group));
        }
    }

    private static void WriteText(ArrayBufferWriter<byte> buffer, string text)
    {
        WriteNumber(buffer, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, buffer);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> buffer, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), number);
        buffer.Advance(sizeof(int));
    }
}
