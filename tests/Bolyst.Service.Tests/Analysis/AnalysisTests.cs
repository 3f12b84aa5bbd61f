using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Analysis;

/// <summary>Map statistics over sockets: five squares in a row, by hand from the table of <see cref="Sample"/>.</summary>
public class AnalysisTests(Sample sample)
{
    private static V1.MapValues Unemployed() => new() { ZoneSet = Sample.Kretser, Selection = new() { Indicator = "unemployed" } };

    private static V1.NeighbourRule Rook() => new() { Kind = V1.NeighbourKind.Rook, Binary = true };

    [Fact]
    public async Task Autocorrelation_is_as_by_hand()
    {
        var answer = await sample.Grpc.CallAsync<V1.MeasureAutocorrelationResponse>(
            new V1.MeasureAutocorrelationRequest { Values = Unemployed(), Neighbours = Rook(), Permutations = new() { Count = 99 } });

        // Deviations 1, −1, 2, 0, −2: I = 5/8 · 2(−1 − 2 + 0 + 0)/10; C = 4 · 2(4 + 9 + 4 + 4)/(2 · 8 · 10).
        Assert.Equal(-0.375, answer.Moran.Value.Value, 1e-12);
        Assert.Equal(-0.25, answer.Moran.Expected.Value, 1e-12);
        Assert.Equal(1.05, answer.Geary.Value.Value, 1e-12);

        // G = 2(8 + 10 + 15 + 3) / (15² − 55).
        Assert.Equal(72 / 170.0, answer.GetisOrd.Value.Value, 1e-12);
        Assert.Equal((5, 0, 8, 1), (answer.Zones, answer.Missing, answer.Topology.Links, answer.Topology.Components));
        Assert.InRange(answer.Moran.PPermutation.Value, 0.01, 1);
        Assert.Equal((99, 1UL, V1.PValueSide.TwoSided), (answer.Permutations.Count, answer.Permutations.Seed, answer.Permutations.Side));
    }

    [Theory]
    [InlineData(V1.NeighbourKind.Queen, 0, 0, 8)]
    [InlineData(V1.NeighbourKind.Buffer, 50, 0, 8)]
    [InlineData(V1.NeighbourKind.Buffer, 100, 0, 14)]
    [InlineData(V1.NeighbourKind.Band, 150, 0, 8)]
    [InlineData(V1.NeighbourKind.Nearest, 0, 1, 8)]
    public async Task Neighbours_are_found_by_every_rule(V1.NeighbourKind kind, double distance, int count, int links)
    {
        var answer = await sample.Grpc.CallAsync<V1.MeasureAutocorrelationResponse>(new V1.MeasureAutocorrelationRequest
        {
            Values = Unemployed(),
            Neighbours = new() { Kind = kind, DistanceM = distance, Count = count },
        });

        // Side by side: four pairs. Buffers of 100 m also reach over one square: three pairs more. The nearest of an end is its one
        // neighbour, of the others both, which are equally far.
        Assert.Equal(links, answer.Topology.Links);
    }

    [Fact]
    public async Task Clusters_name_every_zone_and_say_why_one_has_none()
    {
        var answer = await sample.Grpc.CallAsync<V1.ClusterZonesResponse>(new V1.ClusterZonesRequest
        {
            Values = new() { ZoneSet = Sample.Kretser, Selection = new() { Indicator = "receivers" } },
            Neighbours = Rook(),
        });
        Assert.Equal(5, answer.Clusters.Count);
        Assert.Equal(999, answer.Permutations.Count);
        Assert.DoesNotContain(V1.ClusterKind.Unspecified, answer.Clusters);

        // Low income has three numbers, too few for any statistic; the two zones without one keep their own reason.
        var few = await sample.Grpc.CallAsync<V1.ClusterZonesResponse>(
            new V1.ClusterZonesRequest { Values = new() { ZoneSet = Sample.Kretser, Selection = new() { Indicator = "low-income" } } });
        Assert.All(few.Clusters, kind => Assert.Equal(V1.ClusterKind.Undefined, kind));
        Assert.Equal(
            [V1.ReasonCode.TooFew, V1.ReasonCode.TooFew, V1.ReasonCode.TooFew, V1.ReasonCode.InputMissing, V1.ReasonCode.InputMissing],
            few.Undefined.Select(zone => zone.Reason.Code));
    }

    [Fact]
    public async Task An_index_can_be_mapped_as_well_as_an_indicator()
    {
        V1.CompositeDefinition definition = new() { Key = "mine", Indicators = { new V1.CompositeIndicator { Indicator = "unemployed" } } };
        var answer = await sample.Grpc.CallAsync<V1.MeasureAutocorrelationResponse>(new V1.MeasureAutocorrelationRequest
        {
            Values = new() { Index = new() { ZoneSet = Sample.Kretser, Composite = definition } },
            Neighbours = Rook(),
        });

        // Min-max moves and stretches the values, which Moran's I does not see.
        Assert.Equal(-0.375, answer.Moran.Value.Value, 1e-12);
    }

    [Fact]
    public async Task Segregation_is_as_by_hand()
    {
        var answer = await sample.Grpc.CallAsync<V1.MeasureSegregationResponse>(new V1.MeasureSegregationRequest
        {
            ZoneSet = Sample.Kretser,
            Members = new() { Indicator = "receivers" },
            Persons = new() { Indicator = "population" },
            Neighbours = Rook(),
            WholeCodeLength = 1,
            Permutations = new() { Count = 99, Side = V1.PValueSide.Greater },
        });

        // ½ Σ |x/150 − y/5350| over x = 30, 20, 90, 4, 6 and y = 970, 1980, 1410, 396, 594.
        var expected = new (double X, double Y)[] { (30, 970), (20, 1980), (90, 1410), (4, 396), (6, 594) }.Sum(z => Math.Abs((z.X / 150) - (z.Y / 5350))) / 2;
        var dissimilarity = answer.Indices.Single(index => index.Key == "dissimilarity");
        Assert.Equal(expected, dissimilarity.Value.Value, 1e-12);
        Assert.Equal(0.01, dissimilarity.P.Value, 1e-12);
        Assert.Equal((5, 0), (answer.Zones, answer.Missing));
        Assert.Contains(answer.Indices, index => index.Key == "spatial-dissimilarity" && index.Value.Value < expected);

        // All codes begin with 0: one whole, so everything is within it.
        Assert.Equal(0, answer.Parts.Between.Value, 1e-12);
        Assert.Equal(answer.Parts.Total.Value, Assert.Single(answer.Parts.Within).Part, 1e-12);
        Assert.Equal("0", answer.Parts.Within[0].Code);
    }

    [Fact]
    public async Task A_group_given_as_a_rate_is_counted_by_its_numerators()
    {
        var answer = await sample.Grpc.CallAsync<V1.MeasureSegregationResponse>(new V1.MeasureSegregationRequest
        {
            ZoneSet = Sample.Kretser,
            Members = new() { Indicator = "low-income" },
            Persons = new() { Indicator = "population" },
        });

        // ½ Σ |x/600 − y/3900| over the three kretser with counts: x = 200, 100, 300 of 1000, 2000, 1500.
        var expected = new (double X, double Y)[] { (200, 800), (100, 1900), (300, 1200) }.Sum(z => Math.Abs((z.X / 600) - (z.Y / 3900))) / 2;
        Assert.Equal(expected, answer.Indices.Single(index => index.Key == "dissimilarity").Value.Value, 1e-12);
        Assert.Equal((3, 2), (answer.Zones, answer.Missing));
    }

    [Fact]
    public async Task Counts_move_by_area_and_rates_by_their_counts()
    {
        Task<V1.InterpolateAreasResponse> MoveAsync(string from, string to, string indicator) => sample.Grpc.CallAsync<V1.InterpolateAreasResponse>(
            new V1.InterpolateAreasRequest { SourceZoneSet = from, TargetZoneSet = to, Selection = new() { Indicator = indicator } });

        var up = await MoveAsync(Sample.Kretser, Sample.By, "receivers");
        Assert.Equal((150, 150, 150, 5), (up.Values[0], up.Lower[0], up.Upper[0], up.Sources[0]));

        // A fifth of the by in each of five squares, of which anything from none to all may be true.
        var down = await MoveAsync(Sample.By, Sample.Kretser, "receivers");
        Assert.All(down.Values, value => Assert.Equal(30, value, 1e-9));
        Assert.Equal((0, 150), (down.Lower[0], down.Upper[0]));

        var rate = await MoveAsync(Sample.By, Sample.Kretser, "low-income");
        Assert.All(rate.Values, value => Assert.Equal(500 / 45.0, value, 1e-9));
        Assert.Equal((100, 900), (Math.Round(rate.Numerators[0], 9), Math.Round(rate.Denominators[0], 9)));

        var missing = await MoveAsync(Sample.Kretser, Sample.By, "low-income");
        Assert.Equal(V1.ObservationStatus.Suppressed, Assert.Single(missing.Undefined).Reason.Status);
        Assert.Equal(double.NaN, missing.Values[0]);
    }

    [Fact]
    public async Task A_distribution_is_as_by_hand()
    {
        var answer = await sample.Grpc.CallAsync<V1.SummarizeDistributionResponse>(new V1.SummarizeDistributionRequest
        {
            ZoneSet = Sample.Kretser,
            Selection = new() { Indicator = "unemployed" },
            Limits = { 3 },
            IncludeCodes = true,
        });
        Assert.Equal((5, 3), (answer.ZonesWithValue, answer.Mean.Value));
        Assert.Equal(Math.Sqrt(10 / 4.0), answer.StandardDeviation.Value, 1e-12);
        Assert.Equal([1, 1.2, 1.4, 2, 3, 4, 4.6, 4.8, 5], answer.PercentPoints.Select(p => Math.Round(p, 12)));
        Assert.Equal(["02", "06", "07"], answer.Limits[0].CodesAtOrBelow);
        Assert.Equal(["01", "05", "06"], answer.Limits[0].CodesAtOrAbove);
        Assert.Equal(V1.ReasonCode.NoReference, answer.Total.Reason.Code);

        var rate = await sample.Grpc.CallAsync<V1.SummarizeDistributionResponse>(
            new V1.SummarizeDistributionRequest { ZoneSet = Sample.Kretser, Selection = new() { Indicator = "low-income" } });
        Assert.Equal(600 / 45.0, rate.Total.Value, 1e-12);
        Assert.Equal(
            [(V1.ObservationStatus.NotDelivered, 1), (V1.ObservationStatus.Suppressed, 1)], rate.Missing.Select(m => (m.Status, m.Zones)));
    }

    [Fact]
    public async Task Wrong_input_is_named()
    {
        Task AutocorrelationAsync(V1.MeasureAutocorrelationRequest request) => sample.Grpc.CallAsync<V1.MeasureAutocorrelationResponse>(request);
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "values", () => AutocorrelationAsync(new()));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "values.source", () => AutocorrelationAsync(new() { Values = new() }));
        await Expect.InvalidAsync(
            V1.ErrorReason.FieldOutOfRange,
            "neighbours.distance_m",
            () => AutocorrelationAsync(new() { Values = Unemployed(), Neighbours = new() { Kind = V1.NeighbourKind.Buffer } }));
        await Expect.InvalidAsync(
            V1.ErrorReason.FieldOutOfRange,
            "neighbours.count",
            () => AutocorrelationAsync(new() { Values = Unemployed(), Neighbours = new() { Kind = V1.NeighbourKind.Nearest, Count = 5 } }));
        await Expect.InvalidAsync(
            V1.ErrorReason.FieldOutOfRange,
            "permutations.count",
            () => AutocorrelationAsync(new() { Values = Unemployed(), Permutations = new() { Count = 1_000_000 } }));
        await Expect.InvalidAsync(
            V1.ErrorReason.FieldRequired,
            "members",
            () => sample.Grpc.CallAsync<V1.MeasureSegregationResponse>(new V1.MeasureSegregationRequest { ZoneSet = Sample.Kretser }));
        await Expect.InvalidAsync(
            V1.ErrorReason.FieldOutOfRange,
            "members",
            () => sample.Grpc.CallAsync<V1.MeasureSegregationResponse>(new V1.MeasureSegregationRequest
            {
                ZoneSet = Sample.Kretser,
                Members = new() { Indicator = "population" },
                Persons = new() { Indicator = "receivers" },
            }));
        var bare = await Expect.InvalidAsync(
            V1.ErrorReason.FieldOutOfRange,
            "members",
            () => sample.Grpc.CallAsync<V1.MeasureSegregationResponse>(new V1.MeasureSegregationRequest
            {
                ZoneSet = Sample.Kretser,
                Members = new() { Indicator = "unemployed" },
                Persons = new() { Indicator = "population" },
            }));
        Assert.Contains("has no counts of persons", bare.Detail, StringComparison.Ordinal);
        var level = await Expect.InvalidAsync(
            V1.ErrorReason.FieldOutOfRange,
            "level",
            () => sample.Grpc.CallAsync<V1.ClusterZonesResponse>(new V1.ClusterZonesRequest { Values = Unemployed(), Level = 3 }));
        Assert.Contains("0 means 0.05", level.Detail, StringComparison.Ordinal);
        await Expect.NotFoundAsync(V1.ErrorReason.ZoneSetNotFound, () => sample.Grpc.CallAsync<V1.InterpolateAreasResponse>(
            new V1.InterpolateAreasRequest { SourceZoneSet = Sample.Kretser, TargetZoneSet = "absent", Selection = new() { Indicator = "receivers" } }));
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "limits[0]", () => sample.Grpc.CallAsync<V1.SummarizeDistributionResponse>(
            new V1.SummarizeDistributionRequest { ZoneSet = Sample.Kretser, Selection = new() { Indicator = "receivers" }, Limits = { double.NaN } }));
    }
}
