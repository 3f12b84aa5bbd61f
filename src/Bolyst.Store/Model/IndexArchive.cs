namespace Bolyst.Store.Model;

/// <summary>A recipe for an index, one revision of it.</summary>
/// <param name="Key">Key of the index.</param>
/// <param name="Revision">1 for the first recipe; one more each time the recipe changes.</param>
/// <param name="RecipeJson">The recipe, a JSON document.</param>
/// <param name="CreatedAt">When it was kept, UTC.</param>
public sealed record IndexDefinitionInfo(string Key, int Revision, string RecipeJson, DateTimeOffset CreatedAt);

/// <summary>What an index result was computed from. The same again gives the same result.</summary>
/// <param name="Index">Key of the index.</param>
/// <param name="Revision">Revision of its recipe.</param>
/// <param name="DatasetVersion">Dataset version that was read; at least 1.</param>
/// <param name="ParametersJson">Every parameter of the computation (zone set, period, ...), a JSON document.</param>
public sealed record IndexRun(string Index, int Revision, long DatasetVersion, string ParametersJson);
