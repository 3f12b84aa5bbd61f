using Google.Protobuf.Reflection;

namespace Bolyst.Rpc.Reflection;

/// <summary>Where each name of the served contracts is declared.</summary>
internal sealed class SymbolIndex
{
    private readonly Dictionary<string, FileDescriptor> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> extensions = new(StringComparer.Ordinal);

    public SymbolIndex(IEnumerable<ServiceDescriptor> services)
    {
        foreach (var service in services)
        {
            Add(service.File);
        }
    }

    public FileDescriptor? FileNamed(string name) => files.GetValueOrDefault(name);

    public FileDescriptor? FileDeclaring(string symbol) => symbols.GetValueOrDefault(symbol);

    public FileDescriptor? FileExtending(string message, int number) => extensions.GetValueOrDefault(message)?.GetValueOrDefault(number);

    /// <summary>The numbers of the extensions of a message; null when there is no such message.</summary>
    public IEnumerable<int>? ExtensionNumbers(string message) =>
        extensions.TryGetValue(message, out var known) ? known.Keys
        : symbols.TryGetValue(message, out var file) && AllMessages(file.MessageTypes).Any(type => string.Equals(type.FullName, message, StringComparison.Ordinal)) ? []
        : null;

    /// <summary>A file and everything it imports, itself first.</summary>
    public static IEnumerable<FileDescriptor> WithImports(FileDescriptor file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<FileDescriptor>([file]);
        while (waiting.TryDequeue(out var next))
        {
            if (seen.Add(next.Name))
            {
                yield return next;
                foreach (var import in next.Dependencies)
                {
                    waiting.Enqueue(import);
                }
            }
        }
    }

    private void Add(FileDescriptor root)
    {
        foreach (var file in WithImports(root))
        {
            if (files.TryAdd(file.Name, file))
            {
                AddSymbols(file);
            }
        }
    }

    private void AddSymbols(FileDescriptor file)
    {
        var messages = AllMessages(file.MessageTypes).ToList();
        foreach (var service in file.Services)
        {
            Declare(file, service, service.Methods);
        }

        foreach (var message in messages)
        {
            Declare(file, message, message.Fields.InDeclarationOrder());
            Declare(file, message, message.Oneofs);
        }

        foreach (var enumeration in file.EnumTypes.Concat(messages.SelectMany(message => message.EnumTypes)))
        {
            Declare(file, enumeration, enumeration.Values);
        }

        foreach (var extension in file.Extensions.UnorderedExtensions.Concat(messages.SelectMany(message => message.Extensions.UnorderedExtensions)))
        {
            symbols[extension.FullName] = file;
            if (!extensions.TryGetValue(extension.ExtendeeType.FullName, out var numbers))
            {
                extensions[extension.ExtendeeType.FullName] = numbers = [];
            }

            numbers[extension.FieldNumber] = file;
        }
    }

    private void Declare(FileDescriptor file, IDescriptor parent, IEnumerable<IDescriptor> children)
    {
        symbols[parent.FullName] = file;
        foreach (var child in children)
        {
            symbols[child.FullName] = file;
        }
    }

    private static IEnumerable<MessageDescriptor> AllMessages(IEnumerable<MessageDescriptor> messages) =>
        messages.SelectMany(message => AllMessages(message.NestedTypes).Prepend(message));
}
