-- Water in one tile, as one MVT layer. $1 dataset version, $2 name of the layer, $3 zoom, $4 column, $5 row, $6 with name. Water shares no
-- border with anything, so each outline loses by itself the corners that cannot be seen at this zoom, with 512 pixels to a tile. Ordered, so
-- that the same data gives the same bytes.
SELECT coalesce(ST_AsMVT(feature, $2, 4096, 'geom'), ''::bytea)
FROM (
    SELECT ST_AsMVTGeom(ST_Simplify(ST_ClipByBox2D(water.mercator, tile.wide), tile.pixel / 2), tile.box, 4096, 64) AS geom,
        CASE WHEN $6 THEN water.name END AS name
    FROM (
        SELECT box, ST_TileEnvelope($3, $4, $5, margin => 64.0 / 4096) AS wide, (ST_XMax(box) - ST_XMin(box)) / 512 AS pixel
        FROM ST_TileEnvelope($3, $4, $5) box
    ) tile
    JOIN bolyst.water_at($1) water ON water.mercator && tile.wide
    ORDER BY water.key, water.ordinal
) feature
WHERE feature.geom IS NOT NULL
