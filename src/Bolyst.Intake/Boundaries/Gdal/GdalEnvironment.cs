using System.Globalization;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>
/// The environment of GDAL's programs: nothing of ours but the search path, and every way out closed: network, plug-ins, configuration files,
/// scripts in files, drivers other than the one the file needs.
/// </summary>
internal static class GdalEnvironment
{
    /// <summary>Largest file a program may write, in bytes. It writes small indexes in its workspace at most; the answer goes through a pipe.</summary>
    public const long WrittenBytes = 64L << 20;

    /// <summary>A port that nothing answers on: a request that GDAL makes in spite of all ends there at once.</summary>
    private const string ClosedProxy = "http://127.0.0.1:9";

    private static readonly string[] KeptVariables = ["PROJ_LIB", "PROJ_DATA", "GDAL_DATA"];

    public static void Apply(IDictionary<string, string?> environment, GdalSettings settings, GdalWorkspace? workspace)
    {
        var path = environment["PATH"];
        // Where the system keeps its coordinate reference systems may be told by these; all else is dropped.
        var kept = KeptVariables.Where(environment.ContainsKey).ToDictionary(name => name, name => environment[name], StringComparer.Ordinal);
        environment.Clear();
        environment["PATH"] = path;
        foreach (var (name, value) in kept)
        {
            environment[name] = value;
        }

        environment["LC_ALL"] = "C.UTF-8";
        environment["PROJ_NETWORK"] = "OFF";
        environment["GDAL_HTTP_PROXY"] = ClosedProxy;
        environment["GDAL_HTTP_MAX_RETRY"] = "0";
        environment["GDAL_HTTP_TIMEOUT"] = "1";
        environment["http_proxy"] = ClosedProxy;
        environment["https_proxy"] = ClosedProxy;
        environment["GDAL_CONFIG_FILE"] = "/dev/null";
        environment["GDAL_DRIVER_PATH"] = "disable";
        environment["GDAL_VRT_ENABLE_PYTHON"] = "NO";
        environment["OGR_SQLITE_LOAD_EXTENSIONS"] = "";
        environment["OGR_GEOJSON_MAX_OBJ_SIZE"] = settings.FeatureMegabytes.ToString(CultureInfo.InvariantCulture);
        // Codes are text: a GML file without a schema would otherwise give 0301 as the number 301.
        environment["GML_FIELDTYPES"] = "ALWAYS_STRING";
        // PGDUMP writes INSERT statements otherwise.
        environment["PG_USE_COPY"] = "YES";
        if (workspace is not null)
        {
            environment["CPL_TMPDIR"] = workspace.Folder;
            environment["GDAL_SKIP"] = workspace.DriversToSkip;
        }
    }
}
