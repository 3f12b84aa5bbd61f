using System.Globalization;
using Bolyst.Cli.Tests.Harness;
using Npgsql;

namespace Bolyst.Cli.Tests.Import;

/// <summary>Whatever ends an import, and whenever, the store is as before or the delivery is whole, and the next import works.</summary>
public sealed class InterruptedImportTests : IAsyncLifetime
{
    private const int Years = 100;
    private const long Cells = Years * 1000L;
    private const int Seed = 20260401;

    private DeliveredFolder delivered = null!;

    public async ValueTask InitializeAsync() => delivered = await DeliveredFolder.CreateAsync(Years);

    public ValueTask DisposeAsync() => delivered.DisposeAsync();

    [Fact]
    public async Task Killed_at_any_moment_it_leaves_the_store_as_before()
    {
        // The moments only spread the kills over the import; what is asked holds for every moment, also when it had ended.
        var moments = new Random(Seed);
        for (var round = 0; round < 6; round++)
        {
            using var import = delivered.Bolyst.Start("import", delivered.Description);
            await Task.Delay(moments.Next(200, 4000));
            import.Kill();
            await import.WaitForExitAsync();

            Assert.Contains(await CellsAsync(), new[] { 0, Cells });
        }

        (await delivered.Bolyst.RunAsync("import", delivered.Description)).ShouldSucceed();
        Assert.Equal(Cells, await CellsAsync());
    }

    [Fact]
    public async Task Interrupted_it_says_so_and_changes_nothing()
    {
        using var import = delivered.Bolyst.Start("import", delivered.Description);
        // On standard error each step is a line; the first says that the files are being hashed.
        Assert.NotNull(await import.StandardError.ReadLineAsync());
        (await Outcome.OfAsync("kill", "-INT", import.Id.ToString(CultureInfo.InvariantCulture))).ShouldSucceed();
        var said = await Outcome.OfAsync(import);

        Assert.Equal(130, said.ExitCode);
        said.ShouldSay("cancelled");
        Assert.Equal(0, await CellsAsync());
    }

    private async Task<long> CellsAsync()
    {
        await using var source = NpgsqlDataSource.Create(delivered.ConnectionString);
        await using var exists = source.CreateCommand("SELECT to_regclass('bolyst.observation') IS NOT NULL");
        if (!(bool)(await exists.ExecuteScalarAsync())!)
        {
            return 0;
        }

        await using var count = source.CreateCommand("SELECT count(*) FROM bolyst.observation");
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
