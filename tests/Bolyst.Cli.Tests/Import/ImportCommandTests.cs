using System.Text.Json;

namespace Bolyst.Cli.Tests.Import;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private const int Refused = 2;

    private DeliveredFolder delivered = null!;

    public async ValueTask InitializeAsync() => delivered = await DeliveredFolder.CreateAsync(years: 2);

    public ValueTask DisposeAsync() => delivered.DisposeAsync();

    [Fact]
    public async Task A_delivery_is_checked_imported_and_told_when_it_comes_again()
    {
        var report = Path.Combine(delivered.Folder, "report.json");

        (await delivered.Bolyst.RunAsync("import", delivered.Description, "--dry-run")).ShouldSucceed()
            .ShouldSay("'a' can be imported: 2000 cells. Nothing was changed (dry run).");
        (await delivered.Bolyst.RunAsync("import", delivered.Description, "--report", report)).ShouldSucceed()
            .ShouldSay("table t.csv (delimiter ';', encoding utf8), zone set sone: 2000 rows read, 2000 kept", "Imported 'a': 2000 cells, dataset version 1.");
        (await delivered.Bolyst.RunAsync("import", delivered.Description)).ShouldSucceed()
            .ShouldSay("'a' was imported before, as dataset version 1. Nothing was changed.");

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        Assert.Equal("imported", json.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(100, json.RootElement.GetProperty("tables")[0].GetProperty("joined").GetInt32());
    }

    [Fact]
    public async Task A_refused_delivery_ends_with_two_and_leaves_its_report()
    {
        delivered.Write("t.csv", "nr;aar;gruppe;tal\n1000;2000;1;x\n");
        var report = Path.Combine(delivered.Folder, "report.json");

        var said = await delivered.Bolyst.RunAsync("import", delivered.Description, "--report", report);

        Assert.Equal(Refused, said.ExitCode);
        said.ShouldSay("t.csv:2: field 'tal': 'x' is neither a number", "'a' was refused: 1 fault. Nothing was changed.");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        Assert.Equal(1, json.RootElement.GetProperty("faults").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_wrong_description_ends_with_two_and_names_its_lines()
    {
        delivered.Write("delivery.yaml", "delivery: {key: a, title: a, suplier: a, licence: a}\n");

        var said = await delivered.Bolyst.RunAsync("import", delivered.Description);

        Assert.Equal(Refused, said.ExitCode);
        said.ShouldSay("delivery.yaml:1:30: delivery.suplier: Unknown key 'suplier'. Did you mean 'supplier'?", "delivery.yaml was not used: 2 faults. Nothing was changed.");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_ends_with_one()
    {
        var command = delivered.Bolyst with { Environment = new() { ["BOLYST_DATABASE"] = "Host=127.0.0.1;Port=1;Username=x;Password=hemmelig;Database=x" } };

        var said = (await command.RunAsync("import", delivered.Description)).ShouldFail("Nothing was changed.");
        Assert.DoesNotContain("hemmelig", said.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_of_a_file_is_printed_and_loads()
    {
        (await delivered.Bolyst.RunAsync("import", delivered.Description)).ShouldSucceed();
        var draft = Path.Combine(delivered.Folder, "draft.yaml");

        (await delivered.Bolyst.RunAsync("describe", Path.Combine(delivered.Folder, "t.csv"), "--output", draft)).ShouldSucceed();

        var text = await File.ReadAllTextAsync(draft);
        Assert.Contains("zoneSet: sone  # guessed: it has 100 of the 100 codes in nr", text, StringComparison.Ordinal);
        // As it stands the draft loads; its rows for groups are second rows for a cell, and the import says so.
        var said = await delivered.Bolyst.RunAsync("import", draft, "--dry-run");
        Assert.Equal(Refused, said.ExitCode);
        said.ShouldSay("A second row for zone 1000");
    }
}
