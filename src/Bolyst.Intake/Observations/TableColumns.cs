using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;
using Bolyst.Intake.Reports;
using Bolyst.Intake.Tables;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Observations;

/// <summary>A table's description bound to its fields: which rows count, and whose and when their numbers are.</summary>
internal sealed class TableColumns
{
    private readonly TableDescription description;
    private readonly ZoneSetHandle zoneSet;
    private readonly TableReader table;
    private readonly FaultList faults;
    private readonly Dictionary<string, TableZone> zones;
    private readonly FieldMemo<TableZone> zoneOf;
    private readonly FieldMemo<Period?> periodOf;
    private readonly FieldMemo<string>[] breakdown;

    public TableColumns(TableDescription description, TableReader table, ZoneSetHandle zoneSet, IReadOnlyDictionary<string, string>? codeChanges, FaultList faults, IntakeLimits limits)
    {
        this.description = description;
        this.zoneSet = zoneSet;
        this.table = table;
        this.faults = faults;
        zones = zoneSet.ZoneIds.ToDictionary(z => z.Key, z => new TableZone(z.Key, z.Value), StringComparer.Ordinal);
        Where = RowFilter.Bind(description.Where, table.Layout);
        LeaveOut = RowFilter.Bind(description.LeaveOut, table.Layout);
        zoneOf = new FieldMemo<TableZone>(new FieldExtractor(Field(description.Zone, table.ZoneField, "zone"), table.Layout, codeChanges), Zone, limits.MaxDistinctTexts);
        periodOf = new FieldMemo<Period?>(new FieldExtractor(Field(description.Period, table.PeriodField, "period"), table.Layout), PeriodFor, limits.MaxDistinctTexts);
        breakdown = [.. description.Breakdown.Select(b => new FieldMemo<string>(
            new FieldExtractor(b.Category, table.Layout),
            category => (category ?? "") == (b.Total ?? "") ? "" : $"{b.Name}={category}",
            limits.MaxDistinctTexts))];
    }

    public RowFilter[] Where { get; }

    public RowFilter[] LeaveOut { get; }

    /// <summary>Every zone of the zone set.</summary>
    public IEnumerable<TableZone> Zones => zones.Values;

    public TableZone ZoneOf() => zoneOf.Of(table);

    /// <summary>The row's period; null where it has none that can be used, which has then been reported.</summary>
    public Period? PeriodOf() => periodOf.Of(table);

    /// <summary>The row's categories: <c>sex=1;age=20-29</c>; empty for the total.</summary>
    public string BreakdownOf()
    {
        var text = "";
        foreach (var dimension in breakdown)
        {
            var category = dimension.Of(table);
            text = text.Length == 0 ? category : category.Length == 0 ? text : $"{text};{category}";
        }

        return text;
    }

    private FieldDescription Field(FieldDescription? told, string? role, string key) => told
        ?? (role is null ? null : new FieldDescription { Field = role, At = description.At })
        ?? throw new DescriptionException(description.At, $"The key '{key}' is missing: {description.File} does not itself say which field it is.");

    private TableZone Zone(string? code) => code is not null && zones.TryGetValue(code, out var zone) ? zone : new TableZone(code ?? "(empty)", -1);

    private Period? PeriodFor(string? text)
    {
        if (!Period.TryParse(text, out var period))
        {
            faults.Add(DeliveryFileException.Place(description.File.Name, table.Line, null), $"'{text}' is no period. It is written 2024, 2024K3, 2024M05, 2022-2024 or 2024-05-31; cut or map it with period: {{field: …, pattern: …, map: …}}.");
            return null;
        }

        var isOutside = period.End <= zoneSet.ValidFrom || period.Start > zoneSet.ValidTo;
        if (isOutside && !description.Recalculated)
        {
            faults.Add(
                DeliveryFileException.Place(description.File.Name, table.Line, null),
                $"The period {text} lies outside zone set '{zoneSet.Key}', valid from {zoneSet.ValidFrom:yyyy-MM-dd} to {zoneSet.ValidTo?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "now"}. Use the zone set of that time, leave the rows out, or, if the supplier has recalculated the numbers to these zones, set recalculated: true.");
            return null;
        }

        return period;
    }
}
