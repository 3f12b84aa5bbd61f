using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Description;
using Bolyst.Intake.Reports;
using Bolyst.Store;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Intake.Import;

/// <summary>Adds delivered områdesatsingar and their boundaries.</summary>
internal sealed class OmradesatsingImport(ImportSession session, DeliveryDescription description, ImportOptions options, ImportReport report)
{
    private readonly BoundaryReader reader = new(options.Gdal, options.Limits);

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var satsing in description.Omradesatsinger)
        {
            var areas = await OutlineBlock.ReadAsync(satsing.Key, satsing, options, report, findings => reader.ReadAsync(satsing.Boundary, null, findings, ct));
            var outlines = areas.Select(a => a.Outline).OfType<Geometry>().ToList();
            if (outlines.Count == 0)
            {
                report.Faults.Add(satsing.At.ToString(), "The files hold no outline that passes the filter, so there is no boundary.");
            }

            if (report.Faults.Total == 0)
            {
                if (satsing.Programme is { } programme)
                {
                    await session.AddOmradesatsingAsync(Row(satsing, programme), ct);
                }

                var outline = OutlineUnion.Of(outlines);
                await session.AddOmradesatsingBoundaryAsync(
                    new OmradesatsingBoundary(satsing.Key, satsing.Valid.From, satsing.Valid.To, satsing.Standing == BoundaryStanding.Official, SourceOf(satsing), outline),
                    ct);
            }
        }
    }

    private string SourceOf(OmradesatsingDescription satsing) => satsing.Source ?? description.Delivery.Source ?? description.Delivery.Supplier;

    private OmradesatsingRow Row(OmradesatsingDescription satsing, ProgrammeDescription programme) => new(
        satsing.Key,
        programme.Name,
        programme.Aliases,
        programme.KommuneCode,
        programme.KommuneName,
        programme.Area,
        programme.StartYear,
        programme.EndYear,
        programme.Status,
        programme.Delprogram,
        programme.Goals,
        programme.Funders,
        programme.Predecessors,
        programme.Notes,
        SourceOf(satsing));
}
