using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bolyst.Intake.Reports;

/// <summary>A report as JSON: camel case, enums as words, codes as text.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The report as JSON.</summary>
    public static string Write(ImportReport report) => JsonSerializer.Serialize(report, Layout);
}
