using System.Text;
using Bolyst.Intake.Description;
using Bolyst.Intake.Tables;

namespace Bolyst.Intake.Tests.Tables;

/// <summary>A file with a table, and its rows as text, for tests of readers.</summary>
internal sealed class TableFile : IDisposable
{
    private readonly string path;

    public TableFile(byte[] content, string extension = ".csv")
    {
        path = Path.Combine(Path.GetTempPath(), "bolyst-table-" + Guid.NewGuid().ToString("N") + extension);
        File.WriteAllBytes(path, content);
    }

    public TableFile(string content, string extension = ".csv")
        : this(Encoding.UTF8.GetBytes(content), extension)
    {
    }

    public TabularFileDescription Description => At(path);

    public static TabularFileDescription At(string path) => new() { File = new DeliveryPath(Path.GetExtension(path) is ".csv" ? "t.csv" : Path.GetFileName(path), path) };

    public List<string[]> Rows(Func<TabularFileDescription, TabularFileDescription>? with = null, IntakeLimits? limits = null) =>
        Read(with is null ? Description : with(Description), limits);

    /// <summary>The names of the fields, then the rows.</summary>
    public static List<string[]> Read(TabularFileDescription description, IntakeLimits? limits = null)
    {
        using var reader = TableReader.Open(description, limits);
        var rows = new List<string[]> { reader.Layout.Names.ToArray() };
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.Layout.Names.Count).Select(i => reader[i].ToString()).ToArray());
        }

        return rows;
    }

    public DeliveryFileException Fault(Func<TabularFileDescription, TabularFileDescription>? with = null, IntakeLimits? limits = null) =>
        Assert.Throws<DeliveryFileException>(() => Rows(with, limits));

    public void Dispose() => File.Delete(path);
}
