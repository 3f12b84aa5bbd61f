using System.Text.Json;
using Bolyst.Intake.Description.Schema;
using Bolyst.Testing;

namespace Bolyst.Intake.Tests.Description;

/// <summary>
/// The schema and the reference in docs/ are those of the records. After a change of the records, write them anew with
/// <c>BOLYST_UPDATE_DOCS=1 dotnet run --project tests/Bolyst.Intake.Tests -- -class "*SchemaTests"</c>.
/// </summary>
public sealed class SchemaTests
{
    [Fact]
    public void The_schema_in_docs_is_the_records_schema() => SameAs("docs/delivery.schema.json", DescriptionSchema.Write());

    [Fact]
    public void The_reference_in_docs_is_the_records_reference() => SameAs("docs/delivery-reference.md", DescriptionReference.Write());

    [Fact]
    public void The_schema_knows_required_keys_shorthands_and_choices()
    {
        using var schema = JsonDocument.Parse(DescriptionSchema.Write());
        var blocks = schema.RootElement.GetProperty("$defs");

        Assert.Equal(["delivery"], blocks.GetProperty("Delivery description").GetProperty("required").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(2, blocks.GetProperty("Field").GetProperty("anyOf").GetArrayLength());
        Assert.Contains(
            blocks.GetProperty("Table").GetProperty("properties").GetProperty("format").GetProperty("enum").EnumerateArray(),
            e => e.GetString() == "jsonstat");
    }

    private static void SameAs(string file, string expected)
    {
        var path = Path.Combine(Repository.Root, file);
        if (Environment.GetEnvironmentVariable("BOLYST_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }
}
