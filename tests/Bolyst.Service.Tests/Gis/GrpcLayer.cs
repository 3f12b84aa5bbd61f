using System.Text.Json;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Gis;

/// <summary>What gRPC gives for a zone set in a period: every indicator and index, as the other doors must give it.</summary>
/// <param name="Codes">Codes of the zones, ordered.</param>
/// <param name="Fields">Numbers, NaN where missing, and the reasons.</param>
internal sealed record GrpcLayer(IReadOnlyList<string> Codes, IReadOnlyList<GrpcField> Fields)
{
    /// <summary>Asks for everything.</summary>
    /// <param name="grpc">The service.</param>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="period">Period of every indicator; empty for the newest of each.</param>
    /// <param name="asOf">Dataset version; 0 for the newest.</param>
    public static async Task<GrpcLayer> ReadAsync(GrpcCaller grpc, string zoneSet, string period = "", long asOf = 0)
    {
        var coverage = await grpc.CallAsync<V1.GetCoverageResponse>(new V1.GetCoverageRequest { ZoneSet = zoneSet, AsOf = asOf });
        var indicators = coverage.Periods.Where(there => period.Length == 0 || there.Period == period).Select(there => there.Indicator).Distinct().ToList();
        var asked = new V1.GetIndicatorValuesRequest { ZoneSet = zoneSet, AsOf = asOf };
        asked.Selections.AddRange(indicators.Select(key => new V1.IndicatorSelection { Indicator = key, Period = period }));
        var values = await grpc.CallAsync<V1.GetIndicatorValuesResponse>(asked);
        var fields = values.Columns.Select(column => new GrpcField(Name(column.Selection.Indicator), [.. column.Values], [.. column.Statuses.Select(Words)])).ToList();

        var definitions = (await grpc.CallAsync<V1.ListIndexDefinitionsResponse>(new V1.ListIndexDefinitionsRequest())).Definitions;
        foreach (var definition in definitions.Where(definition => definition.Product.Factors.Select(factor => factor.Indicator).Append(definition.WeightIndicator).All(indicators.Contains)))
        {
            var query = new V1.IndexQuery { ZoneSet = zoneSet, Period = period, Definition = definition.Key, AsOf = asOf };
            var index = await grpc.CallAsync<V1.GetOpphopingsindeksResponse>(new V1.GetOpphopingsindeksRequest { Query = query });
            var (name, status) = (Name(definition.Key), Enumerable.Repeat("value", index.Codes.Count).ToArray());
            foreach (var missing in index.Missing)
                status[missing.Position] = Words(missing.Reason.Code);
            fields.Add(new(name, [.. index.Raw], status));
            fields.Add(new(name + "_rank", [.. index.Ranks], null));
            fields.Add(new(name + "_relative", [.. index.RelativeIndex], null));
        }

        return new([.. values.Codes], fields);
    }

    private static string Name(string key) => key.Replace('-', '_');

    private static string Words<T>(T named)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(named.ToString());
}

/// <summary>One column of it.</summary>
/// <param name="Name">Name as the other doors write it.</param>
/// <param name="Numbers">By zone; NaN where missing.</param>
/// <param name="Statuses">By zone; null for what has no status of its own.</param>
internal sealed record GrpcField(string Name, double[] Numbers, string[]? Statuses);
