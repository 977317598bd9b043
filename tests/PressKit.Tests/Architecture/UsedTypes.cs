using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace PressKit.Tests.Architecture;

/// <summary>The types that a type uses: in its signatures, attributes and locals, and in what its methods do. Only constants
/// and documentation leave no trace.</summary>
internal static class UsedTypes
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        foreach (var contract in type.GetInterfaces()) Add(used, contract);
        AddAttributes(used, type);
        foreach (var field in type.GetFields(Own)) AddMember(used, field);
        foreach (var method in type.GetMembers(Own).OfType<MethodBase>())
        {
            AddMember(used, method);
            foreach (var parameter in method.GetParameters()) AddAttributes(used, parameter);
            AddBody(used, method);
        }

        foreach (var property in type.GetProperties(Own)) AddAttributes(used, property);
        return used;
    }

    private static void AddBody(HashSet<Type> used, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body) return;
        foreach (var local in body.LocalVariables) Add(used, local.LocalType);
        foreach (var clause in body.ExceptionHandlingClauses)
            if (clause.Flags == ExceptionHandlingClauseOptions.Clause) Add(used, clause.CatchType);
        var typeArguments = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Tokens(body.GetILAsByteArray() ?? []))
            AddMember(used, method.Module.ResolveMember(token, typeArguments, methodArguments));
    }

    // ECMA-335, III.1: an instruction is one byte, or two of which the first is FE, and its operand.
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = (int)code[at++];
            if (value == 0xfe) value = 0xfe00 | code[at++];
            switch (OpCodesByValue[value].OperandType)
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    at++;
                    break;
                case OperandType.InlineVar:
                    at += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    at += 8;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * Int(code, at));
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    yield return Int(code, at);
                    at += 4;
                    break;
                default:
                    at += 4;
                    break;
            }
        }
    }

    private static int Int(byte[] code, int at) => BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at));

    private static void AddMember(HashSet<Type> used, MemberInfo? member)
    {
        Add(used, member as Type ?? member?.DeclaringType);
        if (member is FieldInfo field) Add(used, field.FieldType);
        if (member is MethodInfo method) Add(used, method.ReturnType);
        if (member is not MethodBase called) return;
        foreach (var parameter in called.GetParameters()) Add(used, parameter.ParameterType);
        if (!called.IsGenericMethod) return;
        foreach (var argument in called.GetGenericArguments()) Add(used, argument);
    }

    private static void AddAttributes(HashSet<Type> used, ICustomAttributeProvider holder)
    {
        var attributes = holder switch
        {
            MemberInfo member => member.GetCustomAttributesData(),
            ParameterInfo parameter => parameter.GetCustomAttributesData(),
            _ => [],
        };
        foreach (var attribute in attributes)
        {
            Add(used, attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments) Add(used, argument.Value as Type);
        }
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        while (type is { HasElementType: true }) type = type.GetElementType();
        if (type is null) return;
        if (type.IsGenericParameter)
        {
            if (!used.Add(type)) return;
            foreach (var constraint in type.GetGenericParameterConstraints()) Add(used, constraint);
            return;
        }

        if (!used.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type) && !type.IsConstructedGenericType) return;
        foreach (var argument in type.GenericTypeArguments) Add(used, argument);
    }
}
