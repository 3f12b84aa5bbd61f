using System.Globalization;
using System.Text.Json;
using Bolyst.Service.Tests.Clients;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>A file that was downloaded, in a folder of its own until disposed of.</summary>
internal sealed class Downloaded : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bolyst-test-");

    private Downloaded(string name) => Path = System.IO.Path.Combine(folder.FullName, name);

    public string Path { get; }

    /// <summary>Downloads by an address such as <c>ruter.gpkg?lang=nn</c>.</summary>
    public static async Task<Downloaded> GetAsync(HttpClient http, string address)
    {
        var file = new Downloaded(address.Split('?')[0]);
        using var answer = await http.GetAsync(new Uri("/download/" + address, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await File.WriteAllBytesAsync(file.Path, await answer.Content.ReadAsByteArrayAsync());
        return file;
    }

    /// <summary>Its rows as other programs read them.</summary>
    /// <param name="sheet">Sheet of a workbook.</param>
    public async Task<JsonElement[]> RowsAsync(string sheet = "data")
    {
        var (exitCode, rows, errors) = await ClientProcess.RunAsync("/usr/bin/python3", "downloads/read.py", Path, sheet);
        Assert.True(exitCode == 0, errors);
        return [.. JsonDocument.Parse(rows).RootElement.EnumerateArray()];
    }

    /// <summary>A number of a row; NaN where there is none. CSV holds text alone.</summary>
    public static double Number(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Number => cell.GetDouble(),
        JsonValueKind.String when cell.GetString() is { Length: > 0 } text => double.Parse(text, CultureInfo.InvariantCulture),
        _ => double.NaN,
    };

    public void Dispose() => folder.Delete(recursive: true);
}
