using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;
using Bolyst.Intake.Observations;
using Bolyst.Intake.Tables;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Boundaries;

/// <summary>Reads what the zones of an earlier set became.</summary>
internal static class PredecessorTable
{
    /// <summary>A link for each row whose two codes are known; a code that is in neither set is a fault of the delivery.</summary>
    public static List<ZoneLink> Read(
        PredecessorDescription description,
        string zoneSet,
        IReadOnlyList<ZoneRow> zones,
        IReadOnlyList<ZoneRow> earlier,
        IReadOnlyDictionary<string, string> codeChanges,
        IntakeLimits limits,
        CancellationToken ct)
    {
        var codes = zones.Select(zone => zone.Code).ToHashSet(StringComparer.Ordinal);
        var earlierCodes = earlier.Select(zone => zone.Code).ToHashSet(StringComparer.Ordinal);
        using var table = TableReader.Open(description, limits);
        var code = new FieldExtractor(description.Code, table.Layout, codeChanges);
        var predecessor = new FieldExtractor(description.Predecessor, table.Layout);
        var share = description.Share is null ? null : new FieldExtractor(description.Share, table.Layout);
        var numbers = new NumberReader(description.DecimalMark, ThousandsMark.None, new Markers(new Dictionary<string, Statistics.ObservationStatus>(StringComparer.Ordinal)));
        var links = new List<ZoneLink>();
        while (table.Read())
        {
            ct.ThrowIfCancellationRequested();
            links.Add(new ZoneLink(
                ZoneLinkKind.Became,
                description.ZoneSet,
                Known(predecessor, "predecessor", earlierCodes, description.ZoneSet),
                zoneSet,
                Known(code, "code", codes, zoneSet),
                share is null ? null : ReadShare(),
                description.On));
        }

        return links;

        string Known(FieldExtractor extractor, string key, HashSet<string> known, string set)
        {
            var text = extractor.Extract(table);
            return text is not null && known.Contains(text)
                ? text
                : throw new DeliveryFileException(description.File.Name, table.Line, key, text is null ? "The row has no code here. Fill it in." : $"'{text}' is no zone of '{set}'.");
        }

        double ReadShare() => numbers.TryRead(share.Extract(table), out var part, out _) && part.Number is >= 0 and <= 1
            ? part.Number
            : throw new DeliveryFileException(description.File.Name, table.Line, "share", $"'{share.Extract(table)}' is no share between 0 and 1.");
    }
}
