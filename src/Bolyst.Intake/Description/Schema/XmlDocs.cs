using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bolyst.Intake.Description.Schema;

/// <summary>The doc comments of the description records, read from the XML file that the compiler writes beside the assembly.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<string, string> summaries;

    public XmlDocs(Assembly assembly) =>
        summaries = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(m => m.Element("summary") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value, m => Text(m.Element("summary")!), StringComparer.Ordinal);

    public string Of(Type type) => Summary($"T:{type.FullName}");

    public string Of(PropertyInfo property) => Summary($"P:{property.DeclaringType!.FullName}.{property.Name}");

    private string Summary(string member) => summaries.TryGetValue(member, out var text)
        ? text
        : throw new InvalidOperationException($"{member} has no doc comment, and the guide is made from it.");

    private static string Text(XElement summary) => Spaces().Replace(summary.Value, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
