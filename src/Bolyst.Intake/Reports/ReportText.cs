using System.Globalization;
using System.Text;
using Bolyst.Intake.Boundaries;

namespace Bolyst.Intake.Reports;

/// <summary>A report in words, for a terminal.</summary>
public static class ReportText
{
    /// <summary>The report in words, faults last so that they stand nearest the prompt.</summary>
    public static string Write(ImportReport report)
    {
        var text = new StringBuilder();
        foreach (var zoneSet in report.ZoneSets)
        {
            Add(text, $"zone set {zoneSet.ZoneSet}: {Amount.Of(zoneSet.FeaturesInFiles, "feature")} read, {zoneSet.FeaturesKept} kept, {Amount.Of(zoneSet.Zones, "zone")}");
            foreach (var finding in zoneSet.Findings.Where(f => f.Severity != FindingSeverity.Fault))
            {
                Add(text, $"  {finding.Severity.ToString().ToLowerInvariant()}: {finding.Message}");
            }
        }

        foreach (var table in report.Tables)
        {
            Write(text, table);
        }

        foreach (var sum in report.Aggregates)
        {
            Add(text, $"sums of {sum.Indicator} from {sum.From} to {sum.To}: {Amount.Of(sum.Cells, "cell")}; {Amount.Of(sum.PartsWithoutNumber, "part")} had no number");
            AddCodes(text, "zones with such parts", sum.ZonesWithSuchParts);
        }

        foreach (var fault in report.Faults.Faults)
        {
            Add(text, $"fault: {fault}");
        }

        if (report.Faults.Total > report.Faults.Faults.Count)
        {
            Add(text, $"… and {Amount.Of(report.Faults.Total - report.Faults.Faults.Count, "more fault")}");
        }

        Add(text, $"{Outcome(report)}");
        return text.ToString();
    }

    private static void Write(StringBuilder text, TableReport table)
    {
        Add(text, $"table {table.File}{(table.Detected.Length == 0 ? "" : $" ({table.Detected})")}, zone set {table.ZoneSet}: {Amount.Of(table.Read, "row")} read, {table.Kept} kept, {table.Filtered} outside where, {table.LeftOut} left out, {table.WithoutIndicator} without an indicator, {table.RowsWithoutZone} without a zone");
        Add(text, $"  cells: {string.Join(", ", table.Cells.Select(c => $"{c.Value} {c.Key}"))}");
        Add(text, $"  zones joined: {table.Joined}");
        AddCodes(text, "zones without data", table.WithoutData);
        AddCodes(text, "codes without a zone", table.WithoutZone);
        AddCodes(text, "status marks not known", table.UnknownMarks);
    }

    private static string Outcome(ImportReport report) => report.Outcome switch
    {
        ImportOutcome.Imported => string.Create(CultureInfo.InvariantCulture, $"Imported '{report.Delivery}': {Amount.Of(report.Cells, "cell")}, dataset version {report.DatasetVersion}."),
        ImportOutcome.Checked => string.Create(CultureInfo.InvariantCulture, $"'{report.Delivery}' can be imported: {Amount.Of(report.Cells, "cell")}. Nothing was changed (dry run)."),
        ImportOutcome.AlreadyImported => string.Create(CultureInfo.InvariantCulture, $"'{report.Delivery}' was imported before, as dataset version {report.DatasetVersion}. Nothing was changed."),
        _ => string.Create(CultureInfo.InvariantCulture, $"'{report.Delivery}' was refused: {Amount.Of(report.Faults.Total, "fault")}. Nothing was changed."),
    };

    private static void AddCodes(StringBuilder text, string what, CodeList codes)
    {
        if (codes.Total > 0)
        {
            Add(text, $"  {what}: {codes}");
        }
    }

    private static void Add(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
