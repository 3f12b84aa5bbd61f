using System.Diagnostics;
using System.Globalization;
using Bolyst.Store;
using Bolyst.Testing;
using Npgsql;

namespace Bolyst.Benchmarks.Gis;

/// <summary>MapServer 8 by FastCGI behind lighttpd, two processes, drawing vector tiles from the table in full detail.</summary>
internal sealed class MapServer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bolyst-mapserver-").FullName;
    private readonly Process lighttpd;
    private readonly Uri address;

    private MapServer(Ground ground)
    {
        var port = Ports.TwoFree().First;
        address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/"));
        var database = new NpgsqlConnectionStringBuilder(ground.ConnectionString);
        Write("zones.map", $"""
            MAP
              NAME zones
              EXTENT -20037508.34 -20037508.34 20037508.34 20037508.34
              SIZE 256 256
              PROJECTION "init=epsg:3857" END
              WEB METADATA "ows_enable_request" "*" END END
              OUTPUTFORMAT NAME mvt DRIVER MVT FORMATOPTION "EXTENT=4096" FORMATOPTION "EDGE_BUFFER=4" END
              LAYER
                NAME zones
                TYPE POLYGON
                STATUS ON
                PROJECTION "init=epsg:3857" END
                CONNECTIONTYPE POSTGIS
                CONNECTION "host={database.Host} port={database.Port} dbname={database.Database} user={database.Username} password={database.Password}"
                PROCESSING "CLOSE_CONNECTION=DEFER"
                DATA "geom from full_detail using unique id using srid=3857"
                METADATA "gml_include_items" "code,name" END
              END
            END
            """);
        Write("mapserver.conf", $"""
            CONFIG
              ENV
                MS_MAP_PATTERN "."
              END
              MAPS
                ZONES "{Path.Combine(folder, "zones.map")}"
              END
            END
            """);
        Write("lighttpd.conf", FormattableString.Invariant($$"""
            server.document-root = "{{folder}}"
            server.bind = "127.0.0.1"
            server.port = {{port}}
            server.modules = ( "mod_fastcgi" )
            fastcgi.server = ( "/" => (( "bin-path" => "/usr/bin/mapserv", "socket" => "{{folder}}/mapserv.sock", "max-procs" => 2, "kill-signal" => 9, "check-local" => "disable",
              "bin-environment" => ( "MAPSERVER_CONFIG_FILE" => "{{folder}}/mapserver.conf" ) )) )
            """));
        lighttpd = Process.Start(new ProcessStartInfo("lighttpd", ["-D", "-f", Path.Combine(folder, "lighttpd.conf")]) { UseShellExecute = false })
            ?? throw new InvalidOperationException("lighttpd did not start; run tests/Bolyst.Benchmarks/setup.");
        Ending.Began(this);
    }

    /// <summary>Starts it and waits until it draws.</summary>
    public static async Task<MapServer> StartAsync(Ground ground)
    {
        var server = new MapServer(ground);
        using var client = new HttpClient();
        for (var patience = 100; ; patience--)
        {
            try
            {
                using var answer = await client.GetAsync(server.Tile(new(4, 8, 4)));
                return answer.Content.Headers.ContentType?.MediaType is "application/x-protobuf" or "application/vnd.mapbox-vector-tile"
                    ? server
                    : throw new InvalidOperationException("MapServer says: " + await answer.Content.ReadAsStringAsync());
            }
            catch (HttpRequestException) when (patience > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    /// <summary>The address of a tile.</summary>
    public Uri Tile(TileKey tile) => new(
        address, string.Create(CultureInfo.InvariantCulture, $"?map=ZONES&mode=tile&tilemode=gmap&layers=zones&map.imagetype=mvt&tile={tile.Column}+{tile.Row}+{tile.Zoom}"));

    public void Dispose()
    {
        if (!Ending.Ended(this))
            return;
        // lighttpd ends the FastCGI processes that it started when it is asked to end, not when it is killed; they wait, deaf to SIGTERM, for a request.
        using (var ask = Process.Start("kill", ["-TERM", lighttpd.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            ask.WaitForExit();
        }

        lighttpd.WaitForExit();
        lighttpd.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
}
