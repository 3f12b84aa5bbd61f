using System.Text.Json;
using Bolyst.Service.Tests.Clients;

namespace Bolyst.Service.Tests.Gis;

/// <summary>QGIS without a screen: a script in tests/clients/qgis drives it and tells what it saw.</summary>
internal static class Qgis
{
    /// <summary>Runs a script.</summary>
    /// <param name="script">Name of the script.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed.</returns>
    public static async Task<JsonElement> RunAsync(string script, params string[] arguments)
    {
        // It asks for titles in the language of its machine.
        var (exitCode, output, errors) = await ClientProcess.RunAsync("/usr/bin/env", ["LC_ALL=C.UTF-8", "/usr/bin/python3", $"qgis/{script}", .. arguments]);
        Assert.True(exitCode == 0, errors);
        return JsonDocument.Parse(output).RootElement;
    }
}
