using Bolyst.Service.Reading;
using Bolyst.Statistics;
using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Interpolation;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Service.Analysis;

/// <summary>Moves an indicator to other zones: counts by area, rates by their counts, the rest as a mean.</summary>
internal static class InterpolationRun
{
    private const string ByLand = "Within a source zone people are taken to be spread evenly over its area. They are not; see the lower and upper limits.";

    private const string ByMean = "Within a source zone the number is taken to be the same everywhere; the mean is by area.";

    public static async Task<V1.InterpolateAreasResponse> AnswerAsync(
        Dataset dataset, V1.InterpolateAreasRequest request, CancellationToken cancellation)
    {
        var column = await dataset.ColumnAsync(request.SourceZoneSet, request.Selection, cancellation);
        var targets = await dataset.AxisAsync(request.TargetZoneSet, cancellation);
        var pieces = await dataset.Store.Outlines.ListOverlapsAsync(request.SourceZoneSet, request.TargetZoneSet, dataset.Version, cancellation);
        var overlap = new Overlap(column.Zones.Count, targets.Count, [.. pieces.Select(p => new OverlapPiece(p.Source, p.Target, p.AreaM2))]);
        var areas = request.KeepTotals ? null : await AreasAsync(dataset, request.SourceZoneSet, cancellation);
        var response = new V1.InterpolateAreasResponse
        {
            Codes = { targets.Codes },
            Names = { targets.Names },
            Selection = column.Selection,
            Unit = column.Head.Unit,
            Assumption = column.Head.Form is MeasureForm.Count or MeasureForm.Rate or MeasureForm.Amount ? ByLand : ByMean,
            DatasetVersion = dataset.Version,
        };
        switch (column.Head.Form)
        {
            case MeasureForm.Rate:
                FillRate(response, column, overlap, areas, targets);
                break;
            case MeasureForm.Count or MeasureForm.Amount:
                Fill(response, ArealInterpolation.Extensive(overlap, column.Numbers.ToMeasured(), areas), targets);
                break;
            default:
                Fill(response, ArealInterpolation.Intensive(overlap, column.Numbers.ToMeasured()), targets);
                break;
        }

        return response;
    }

    private static void Fill(V1.InterpolateAreasResponse response, IReadOnlyList<Interpolated> moved, ZoneAxis targets)
    {
        response.Values.AddRange(moved.Select(m => m.Value.OrNull ?? double.NaN));
        response.Lower.AddRange(moved.Select(m => m.Lower.OrNull ?? double.NaN));
        response.Upper.AddRange(moved.Select(m => m.Upper.OrNull ?? double.NaN));
        response.Sources.AddRange(moved.Select(m => m.Sources));
        response.Undefined.AddRange(AnalysisMessages.Undefined(moved.Select(m => m.Value), targets));
    }

    private static void FillRate(
        V1.InterpolateAreasResponse response, ReadColumn column, Overlap overlap, IReadOnlyList<double>? areas, ZoneAxis targets)
    {
        var numbers = column.Numbers;
        IReadOnlyList<Interpolated> Move(Func<Cell, double> count) => ArealInterpolation.Extensive(
            overlap, [.. Enumerable.Range(0, numbers.Count).Select(z => column.CountOf(z, count))], areas);
        var over = Move(cell => cell.Numerator);
        var under = Move(cell => cell.Denominator);
        Measured[] rates = [.. over.Zip(under, (n, d) => !n.Value.HasValue ? n.Value
            : d.Value.Value == 0 ? Measured.None(ReasonCode.ZeroDenominator, numbers.Key, "nobody lives in the target by the sources")
            : n.Value.Value / d.Value.Value * numbers.UnitScale)];
        response.Values.AddRange(rates.Select(rate => rate.OrNull ?? double.NaN));
        response.Numerators.AddRange(over.Select(m => m.Value.OrNull ?? double.NaN));
        response.Denominators.AddRange(under.Select(m => m.Value.OrNull ?? double.NaN));
        response.Sources.AddRange(over.Select(m => m.Sources));
        response.Undefined.AddRange(AnalysisMessages.Undefined(rates, targets));
    }

    /// <summary>The area of every source, from the catalogue; 1 for a zone without an outline, which meets no target anyway.</summary>
    private static async Task<IReadOnlyList<double>> AreasAsync(Dataset dataset, string zoneSet, CancellationToken cancellation)
    {
        var areas = new List<double>();
        await foreach (var zone in dataset.Store.Outlines.StreamAsync(zoneSet, asOf: dataset.Version, cancellation: cancellation))
        {
            areas.Add(zone.Zone.Shape?.AreaM2 ?? 1);
        }

        return areas;
    }
}
