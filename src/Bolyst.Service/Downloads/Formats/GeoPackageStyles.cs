using System.Xml.Linq;
using Bolyst.Service.Styles;
using Bolyst.Service.Styles.Documents;
using Microsoft.Data.Sqlite;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>Styles in the table where QGIS looks for them: one for each measure, an index before indicators as the default.</summary>
internal static class GeoPackageStyles
{
    public static void Create(SqliteConnection database) => GeoPackage.Run(
        database,
        """
        CREATE TABLE layer_styles (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
            styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME
        )
        """);

    public static void Write(SqliteConnection database, Download download)
    {
        var layer = download.Layer;
        if (layer.Measures.Count == 0)
            return;
        var query = StyleQuery.Default with { Words = download.Texts.Words };
        var first = layer.Measures.MaxBy(measure => measure.Index is not null);
        foreach (var measure in layer.Measures)
        {
            var field = ClassedField.Of(layer, measure.Name, query, download.Within);
            var texts = new ClassTexts(field, query.Words);
            GeoPackage.Run(
                database,
                "INSERT INTO layer_styles VALUES (NULL, '', '', $1, 'geom', $2, $3, $4, $5, $6, '', NULL, $7)",
                layer.Head.Id, measure.Name, Text(Qml.Write(field, texts)), Text(Sld.Write(field, texts)), ReferenceEquals(measure, first) ? 1 : 0, texts.Heading, GeoPackageTables.TimeOf(download));
        }
    }

    private static string Text(XDocument document) => string.Concat(document.DocumentType?.ToString(), document.Root);
}
