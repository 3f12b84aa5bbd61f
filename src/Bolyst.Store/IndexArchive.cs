using Bolyst.Store.Model;
using Npgsql;

namespace Bolyst.Store;

/// <summary>Recipes of indexes, each revision kept for ever, and results kept with what they were computed from.</summary>
public sealed class IndexArchive
{
    private readonly NpgsqlDataSource dataSource;

    internal IndexArchive(NpgsqlDataSource dataSource) => this.dataSource = dataSource;

    /// <summary>Keeps a recipe. A recipe equal to the newest revision is that revision; another one is the next.</summary>
    /// <param name="key">Key of the index.</param>
    /// <param name="recipeJson">The recipe, a JSON document.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The revision.</returns>
    public Task<int> SaveDefinitionAsync(string key, string recipeJson, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"keeping the recipe of index '{key}'", async () =>
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            // Two services that start together keep one revision between them.
            await Sql.RunAsync(connection, "LOCK TABLE bolyst.index_definition IN SHARE ROW EXCLUSIVE MODE", cancellation);
            await using var command = Sql.Command(
                connection,
                """
                WITH newest AS (SELECT revision, recipe FROM bolyst.index_definition WHERE key = $1 ORDER BY revision DESC LIMIT 1),
                added AS (
                    INSERT INTO bolyst.index_definition (key, revision, recipe)
                    SELECT $1, coalesce((SELECT revision FROM newest), 0) + 1, $2
                    WHERE NOT EXISTS (SELECT FROM newest WHERE recipe = $2)
                    RETURNING revision)
                SELECT coalesce((SELECT revision FROM added), (SELECT revision FROM newest))
                """,
                Sql.Text(key),
                Sql.Json(recipeJson));
            var revision = (int)(await command.ExecuteScalarAsync(cancellation))!;
            await transaction.CommitAsync(cancellation);
            return revision;
        });

    /// <summary>A recipe; null when there is none.</summary>
    /// <param name="key">Key of the index.</param>
    /// <param name="revision">Which revision; null for the newest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IndexDefinitionInfo?> FindDefinitionAsync(string key, int? revision = null, CancellationToken cancellation = default) =>
        (await ReadDefinitionsAsync(
            "SELECT key, revision, recipe, created_at FROM bolyst.index_definition WHERE key = $1 AND ($2 IS NULL OR revision = $2) ORDER BY revision DESC LIMIT 1",
            cancellation,
            Sql.Text(key),
            Sql.Integer(revision))).SingleOrDefault();

    /// <summary>The newest revision of every recipe, by key.</summary>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<IndexDefinitionInfo>> ListDefinitionsAsync(CancellationToken cancellation = default) => ReadDefinitionsAsync(
        "SELECT DISTINCT ON (key) key, revision, recipe, created_at FROM bolyst.index_definition ORDER BY key, revision DESC", cancellation);

    /// <summary>Keeps a result. One that is kept already stays as it is.</summary>
    /// <param name="run">What it was computed from.</param>
    /// <param name="resultJson">The result, a JSON document.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">No such recipe, or no such dataset version.</exception>
    public Task SaveResultAsync(IndexRun run, string resultJson, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"keeping a result of index '{run.Index}'", async () =>
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellation);
            try
            {
                await Sql.RunAsync(
                    connection,
                    """
                    INSERT INTO bolyst.index_result (key, revision, dataset_version, parameters, result)
                    VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
                    """,
                    cancellation,
                    [.. Identity(run), Sql.Json(resultJson)]);
            }
            catch (PostgresException fault) when (fault is { SqlState: PostgresErrorCodes.ForeignKeyViolation })
            {
                throw new StoreException(
                    StoreFault.Unknown,
                    FormattableString.Invariant($"A result names index '{run.Index}' revision {run.Revision} at dataset version {run.DatasetVersion}; the store holds no such recipe or version."),
                    fault);
            }
        });

    /// <summary>A kept result, a JSON document; null when none is kept.</summary>
    /// <param name="run">What it was computed from.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<string?> FindResultAsync(IndexRun run, CancellationToken cancellation = default) =>
        DatabaseFaults.GuardAsync($"looking for a result of index '{run.Index}'", async () =>
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellation);
            await using var command = Sql.Command(
                connection,
                """
                SELECT result FROM bolyst.index_result
                WHERE key = $1 AND revision = $2 AND dataset_version = $3 AND md5(parameters::text) = md5($4::text) AND parameters = $4
                """,
                Identity(run));
            return (string?)await command.ExecuteScalarAsync(cancellation);
        });

    private static NpgsqlParameter[] Identity(IndexRun run) =>
        [Sql.Text(run.Index), Sql.Integer(run.Revision), Sql.Bigint(run.DatasetVersion), Sql.Json(run.ParametersJson)];

    private Task<IReadOnlyList<IndexDefinitionInfo>> ReadDefinitionsAsync(string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters) =>
        DatabaseFaults.GuardAsync<IReadOnlyList<IndexDefinitionInfo>>("reading recipes", async () =>
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellation);
            await using var command = Sql.Command(connection, sql, parameters);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            var definitions = new List<IndexDefinitionInfo>();
            while (await row.ReadAsync(cancellation))
                definitions.Add(new(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3)));
            return definitions;
        });
}
