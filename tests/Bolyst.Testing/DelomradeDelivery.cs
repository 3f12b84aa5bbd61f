namespace Bolyst.Testing;

/// <summary>Norway's delområder of 2024 as published (shared data), as a delivery: a coast of thousands of islands, and zones from a block to a plateau.</summary>
public static class DelomradeDelivery
{
    /// <summary>Key of the zone set.</summary>
    public const string ZoneSet = "delomrade-2024";

    /// <summary>The description; its files are found from the folder <c>data</c>.</summary>
    public const string Description = """
        delivery: {key: delomrader, title: Delområder, supplier: Kartverket, licence: CC BY 4.0}
        zoneSets:
          - key: delomrade-2024
            level: delomrade
            name: Delområder 2024
            valid: {from: 2024-01-01}
            partition: true
            boundaries: {files: [nor-maps/versioned/2024_delomraade.geojson], code: delomraade_no, name: delomraade_name, dissolveByCode: true}
        """;
}
