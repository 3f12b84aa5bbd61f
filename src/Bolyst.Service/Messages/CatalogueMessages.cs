using Bolyst.Service.Reading;
using Bolyst.Store.Model;
using Google.Protobuf.WellKnownTypes;

namespace Bolyst.Service.Messages;

/// <summary>What the catalogue holds, as the contract writes it.</summary>
internal static class CatalogueMessages
{
    public static V1.ZoneSet ToMessage(this ZoneSetInfo set, Dataset dataset) => new()
    {
        Key = set.Key,
        Level = set.Level,
        Name = set.Name.ToMessage(),
        ValidFrom = set.ValidFrom.ToMessage(),
        ValidTo = set.ValidTo.ToMessage(),
        IsPartition = set.IsPartition,
        ZoneCount = set.ZoneCount,
        OutlineCount = set.OutlineCount,
        Licence = set.Licence,
        Source = set.Source ?? "",
        BoundariesOfficial = set.BoundariesOfficial,
        SourceDelivery = set.Version,
        Predecessor = dataset.Predecessors.GetValueOrDefault(set.Key, ""),
    };

    public static V1.Indicator ToMessage(this IndicatorHead head) => new()
    {
        Key = head.Key,
        Name = head.Name.ToMessage(),
        Theme = head.Theme,
        Definition = head.Definition.ToMessage(),
        Numerator = head.Numerator ?? "",
        Denominator = head.Denominator ?? "",
        AgeBand = head.AgeBand ?? "",
        Unit = head.Unit,
        Scale = head.Scale,
        Polarity = head.Polarity.ToMessage(),
        Kind = head.Kind,
        SourceTable = head.SourceTable ?? "",
        ConcernsEthnicity = head.Ethnicity,
        Form = head.Form.ToMessage(),
    };

    public static V1.Omradesatsing ToMessage(this OmradesatsingRow row) => new()
    {
        Key = row.Key,
        Name = row.Name,
        Aliases = { row.Aliases },
        KommuneCode = row.KommuneCode,
        KommuneName = row.KommuneName,
        Area = row.Area ?? "",
        StartYear = row.StartYear ?? 0,
        EndYear = row.EndYear ?? 0,
        Status = row.Status.ToMessage(),
        Delprogram = { row.Delprogram },
        Goals = { row.Goals },
        Funders = { row.Funders },
        Predecessors = { row.Predecessors },
        Notes = { row.Notes },
        Source = row.Source,
    };

    public static V1.Delivery ToMessage(this DeliverySummary delivery) => new()
    {
        Version = delivery.Version,
        Key = delivery.Key,
        Title = delivery.Title.ToMessage(),
        Supplier = delivery.Supplier,
        Licence = delivery.Licence,
        SourceUrl = delivery.SourceUrl ?? "",
        ReceivedOn = delivery.ReceivedOn.ToMessage(),
        ImportedTime = delivery.CommittedAt.ToTimestamp(),
        Sha256 = delivery.Sha256,
    };
}
