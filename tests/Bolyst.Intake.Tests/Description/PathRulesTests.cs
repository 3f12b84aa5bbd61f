namespace Bolyst.Intake.Tests.Description;

public sealed class PathRulesTests : IDisposable
{
    private readonly DescriptionFolder folder = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("BOLYST_TEST_BASE", null);
        folder.Dispose();
    }

    [Theory]
    [InlineData("../secret.csv", "leads out of the base folder")]
    [InlineData("a/../../secret.csv", "leads out of the base folder")]
    [InlineData("/etc/passwd", "is an absolute path")]
    [InlineData("/vsizip/bomb.zip/a.csv", "virtual file systems")]
    [InlineData("/VSICURL/x", "virtual file systems")]
    [InlineData("vsimem/x", "virtual file systems")]
    [InlineData("https://example.org/a.csv", "is a URL")]
    [InlineData("PG:dbname=x", "is a URL, a drive or a connection")]
    [InlineData("C:/a.csv", "is a URL, a drive or a connection")]
    [InlineData("a\\\\b.csv", "write folders with '/'")]
    [InlineData("none.csv", "There is no file 'none.csv'")]
    public void A_file_that_may_not_be_named_is_refused_with_its_place(string file, string message)
    {
        var error = Assert.Single(folder.ErrorsOf(Yaml(file)));

        Assert.Equal("tables[0].file", error.At.KeyPath);
        Assert.Equal(3, error.At.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/etc", "is an absolute path")]
    [InlineData("..", "leads out of the base folder")]
    [InlineData("${HOME}", "its name begins with BOLYST_")]
    [InlineData("${BOLYST_NOT_SET}/x", "BOLYST_NOT_SET is not set")]
    [InlineData("nowhere", "There is no folder")]
    public void A_base_outside_is_refused(string baseFolder, string message)
    {
        var error = Assert.Single(folder.ErrorsOf($"base: \"{baseFolder}\"\n" + Yaml("a.csv")));

        Assert.Equal("base", error.At.KeyPath);
        Assert.Equal(1, error.At.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_can_be_named_by_the_environment()
    {
        var file = folder.Write("elsewhere/deep/a.csv", "x");
        Environment.SetEnvironmentVariable("BOLYST_TEST_BASE", Path.Combine(folder.Path, "elsewhere"));

        var description = folder.Parse("base: ${BOLYST_TEST_BASE}/deep\n" + Yaml("a.csv"));

        Assert.Equal(file, description.Tables[0].File.FullPath);
        Assert.Equal("a.csv", description.Tables[0].File.Name);
    }

    private static string Yaml(string file) => $$"""
        delivery: {key: a, title: a, supplier: a, licence: a}
        tables:
          - file: "{{file}}"
            zoneSet: z
            zone: nr
            period: {value: "2020"}
            values: {indicator: i, count: n}
        """;
}
