-- One zone set in one tile, as one MVT layer. $1 dataset version, $2 zone set, $3 zoom, $4 column, $5 row, $6 with code and name.
-- The id of a feature is the zone's place in the order of codes, from 1. The shapes lie on the tile's grid already; ST_AsMVTGeom
-- clips them 64 steps outside the tile, and the search box has the same margin. Ordered, so that the same data gives the same bytes.
SELECT coalesce(ST_AsMVT(feature, $2, 4096, 'geom', 'id'), ''::bytea)
FROM (
    SELECT shape.ordinal + 1 AS id,
        ST_AsMVTGeom(shape.geom, ST_TileEnvelope($3, $4, $5), 4096, 64, true) AS geom,
        CASE WHEN $6 THEN zone.code::text END AS code,
        CASE WHEN $6 THEN zone.name END AS name
    FROM bolyst.zone_shape shape
    JOIN bolyst.zone_generation zone USING (zone_set_id, version, ordinal)
    WHERE shape.zone_set_id = (SELECT s.zone_set_id FROM bolyst.zone_set s WHERE s.key = $2)
        AND shape.version = (SELECT s.version FROM bolyst.zone_set_at($1) s WHERE s.key = $2)
        AND shape.zoom = $3 AND shape.geom && ST_TileEnvelope($3, $4, $5, margin => 64.0 / 4096)
    ORDER BY shape.ordinal
) feature
WHERE feature.geom IS NOT NULL
