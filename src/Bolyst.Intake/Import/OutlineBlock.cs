using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Description;
using Bolyst.Intake.Reports;

namespace Bolyst.Intake.Import;

/// <summary>Reads one block of a description that brings outlines: progress, findings and faults are told alike, whatever is made of them.</summary>
internal static class OutlineBlock
{
    /// <param name="key">Key of what the block describes.</param>
    /// <param name="block">The block; faults are told at its place.</param>
    /// <param name="options">Takes the progress.</param>
    /// <param name="report">Takes the findings, and the faults among them.</param>
    /// <param name="read">Reads the files.</param>
    public static async Task<T> ReadAsync<T>(string key, DescriptionBlock block, ImportOptions options, ImportReport report, Func<BoundaryReport, Task<T>> read)
    {
        options.Progress?.Report(new ImportProgress(ImportStep.Zones, key, 0, 0, 0));
        var findings = new BoundaryReport(key);
        report.ZoneSets.Add(findings);
        var outlines = await read(findings);
        foreach (var fault in findings.Faults)
        {
            report.Faults.Add(block.At.ToString(), fault.Message);
        }

        return outlines;
    }
}
