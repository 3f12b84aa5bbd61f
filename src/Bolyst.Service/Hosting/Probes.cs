using Bolyst.Store;
using Npgsql;

namespace Bolyst.Service.Hosting;

/// <summary>Whether the process lives (<c>/healthz</c>) and whether it can answer (<c>/readyz</c>).</summary>
internal static class Probes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapProbes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok\n"));
        routes.MapGet("/readyz", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(BolystStore store, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = store.DataSource.CreateCommand("SELECT 1");
            await command.ExecuteNonQueryAsync(patience.Token);
            return Results.Text("ready\n");
        }
        catch (Exception fault) when (fault is NpgsqlException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return Results.Text("The database does not answer.\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
