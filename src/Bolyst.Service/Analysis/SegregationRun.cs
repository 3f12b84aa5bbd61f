using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Statistics;
using Bolyst.Statistics.Segregation;
using Bolyst.Statistics.Spatial;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Service.Analysis;

/// <summary>One measurement of segregation, with the earlier period if one was asked for.</summary>
internal sealed class SegregationRun
{
    private const int MaxGroups = 20;

    private static readonly (string Key, Func<PopulationTable, Measured> Compute)[] OfTwo =
    [
        ("dissimilarity", TwoGroupIndices.Dissimilarity), ("isolation", TwoGroupIndices.Isolation), ("exposure", TwoGroupIndices.Exposure),
        ("correlation-ratio", TwoGroupIndices.CorrelationRatio), ("entropy", TwoGroupIndices.Entropy), ("gini", TwoGroupIndices.Gini),
        ("atkinson", table => TwoGroupIndices.Atkinson(table)),
    ];

    private static readonly (string Key, Func<PopulationTable, Measured> Compute)[] OfSeveral =
    [
        ("dissimilarity", MultigroupIndices.Dissimilarity), ("information-theory", MultigroupIndices.InformationTheory),
        ("gini", MultigroupIndices.Gini), ("divergence", MultigroupIndices.Divergence),
        ("normalised-exposure", MultigroupIndices.NormalisedExposure), ("relative-diversity", MultigroupIndices.RelativeDiversity),
        ("squared-variation", MultigroupIndices.SquaredVariation), ("diversity", MultigroupIndices.Diversity),
        ("interaction", MultigroupIndices.Interaction), ("concentration", MultigroupIndices.Concentration),
    ];

    public required Dataset Dataset { get; init; }

    private ZoneAxis Axis { get; init; } = null!;

    private PopulationTable Table { get; init; } = null!;

    private PopulationTable? Earlier { get; init; }

    private IReadOnlyList<string> Periods { get; init; } = [];

    public static void Check(V1.MeasureSegregationRequest request, ServiceLimits limits, FieldChecks checks)
    {
        checks.Required(request.ZoneSet, "zone_set");
        checks.NotNegative(request.AsOf, "as_of");
        checks.NotNegative(request.WholeCodeLength, "whole_code_length");
        checks.Period(request.EarlierPeriod, "earlier_period");
        AnalysisMessages.Check(request.Permutations, limits, checks);
        Neighbourhoods.Check(request.Neighbours, "neighbours", checks);
        if (request.Groups.Count == 0)
        {
            checks.Selection(request.Members, "members");
            checks.Selection(request.Persons, "persons");
            return;
        }

        checks.Selections(request.Groups, 2, MaxGroups, "groups");
        if (request.Members is not null || request.Persons is not null)
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, "groups", "does not go with members and persons; give one or the other.");
        }

        if (request.Permutations is not null || request.Neighbours is not null)
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, "groups", "does not go with permutations or neighbours, which need one group and all persons.");
        }
    }

    public static async Task<SegregationRun> ReadAsync(Datasets datasets, V1.MeasureSegregationRequest request, CancellationToken cancellation)
    {
        var dataset = await datasets.OpenAsync(request.AsOf, cancellation);
        V1.IndicatorSelection[] selections = request.Groups.Count == 0 ? [request.Members, request.Persons] : [.. request.Groups];
        var columns = await ReadAsync(dataset, request.ZoneSet, selections, cancellation);
        var periods = columns.Select(column => column.Selection.Period).Distinct(StringComparer.Ordinal).ToList();
        PopulationTable? earlier = null;
        if (request.EarlierPeriod.Length > 0)
        {
            V1.IndicatorSelection[] before = [.. selections.Select(s => new V1.IndicatorSelection(s) { Period = request.EarlierPeriod })];
            earlier = Tabulate(await ReadAsync(dataset, request.ZoneSet, before, cancellation), request);
            periods.Add(request.EarlierPeriod);
        }

        return new() { Dataset = dataset, Axis = columns[0].Zones, Table = Tabulate(columns, request), Earlier = earlier, Periods = periods };
    }

    public V1.MeasureSegregationResponse Write(V1.MeasureSegregationRequest request, SpatialWeights? weights)
    {
        var rule = AnalysisMessages.Read(request.Permutations);
        var indices = (request.Groups.Count == 0 ? OfTwo : OfSeveral).ToList();
        if (weights is not null)
        {
            indices.Add(("spatial-dissimilarity", table => SpatialDissimilarity.Morrill(table, weights)));
        }

        return new()
        {
            Indices = { indices.Select(index => Write(index.Key, index.Compute, rule)) },
            Parts = request.WholeCodeLength > 0 ? Parts(request.WholeCodeLength) : null,
            Zones = Table.Zones,
            Missing = Table.Missing,
            Periods = { Periods },
            Permutations = rule.ToMessage(),
            DatasetVersion = Dataset.Version,
        };
    }

    private V1.SegregationIndex Write(string key, Func<PopulationTable, Measured> compute, PermutationRule? rule)
    {
        var message = new V1.SegregationIndex { Key = key, Value = compute(Table).ToMessage() };

        // Draws are over all residents of the zones that count, which the spatial form cannot take apart from its neighbours.
        if (rule is not null && !string.Equals(key, "spatial-dissimilarity", StringComparison.Ordinal))
        {
            var test = EvennessTest.Run(Table, compute, rule);
            (message.ByChance, message.P) = (test.ExpectedByChance.ToMessage(), test.P.ToMessage());
        }

        if (Earlier is not null)
        {
            var change = Earlier.Groups == Table.Groups && Earlier.Ordinals.SequenceEqual(Table.Ordinals) ? Change.Decompose(Earlier, Table, compute) : null;
            var other = Measured.None(ReasonCode.BrokenSeries, "zones", "the two periods do not have the same inhabited zones with counts");
            message.Earlier = compute(Earlier).ToMessage();
            message.Composition = (change?.Composition ?? other).ToMessage();
            message.Structure = (change?.Structure ?? other).ToMessage();
        }

        return message;
    }

    private V1.SegregationParts Parts(int length)
    {
        string[] wholeOf = [.. Axis.Codes.Select(code => code.Length <= length ? code : code[..length])];
        string[] wholes = [.. wholeOf.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var parts = Decomposition.BetweenAndWithin(Table, [.. wholeOf.Select(whole => Array.IndexOf(wholes, whole))]);
        return new()
        {
            Total = parts.Total.ToMessage(),
            Between = parts.Between.ToMessage(),
            Within = { parts.Within.Select(part => new V1.SegregationWithin { Code = wholes[part.Whole], Own = part.Own.ToMessage(), Part = part.Part }) },
        };
    }

    private static PopulationTable Tabulate(IReadOnlyList<ReadColumn> columns, V1.MeasureSegregationRequest request)
    {
        Measured[][] counts = [.. columns.Select(column => Persons(column, request.Groups.Count == 0 ? "members" : "groups"))];
        try
        {
            return request.Groups.Count == 0 ? PopulationTable.OfTwo(counts[0], counts[1]) : PopulationTable.Of(counts);
        }
        catch (DefinitionRefusedException fault)
        {
            throw Faults.Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, request.Groups.Count == 0 ? "members" : "groups", fault.Message);
        }
    }

    /// <summary>Counts of persons: of a rate its numerators, for a percentage is no number of people.</summary>
    private static Measured[] Persons(ReadColumn column, string field) => column.Head.Form switch
    {
        MeasureForm.Count => column.Numbers.ToMeasured(),
        MeasureForm.Rate => [.. Enumerable.Range(0, column.Zones.Count).Select(zone => column.CountOf(zone, cell => cell.Numerator))],
        _ => throw Faults.Fault.InvalidArgument(
            V1.ErrorReason.FieldOutOfRange, field, $"'{column.Head.Key}' has no counts of persons; give a count, or a rate that came with its counts."),
    };

    private static async Task<IReadOnlyList<ReadColumn>> ReadAsync(
        Dataset dataset, string zoneSet, IEnumerable<V1.IndicatorSelection> selections, CancellationToken cancellation)
    {
        var columns = new List<ReadColumn>();
        foreach (var selection in selections)
        {
            columns.Add(await dataset.ColumnAsync(zoneSet, selection, cancellation));
        }

        return columns;
    }
}
