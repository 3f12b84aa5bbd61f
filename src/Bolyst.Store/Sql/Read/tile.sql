-- One zone set in one tile, as one MVT layer. $1 dataset version, $2 zone set, $3 zoom, $4 column, $5 row, $6 with code and name.
-- The id of a feature is the zone's place in the order of codes, from 1. The shapes lie on the tile's grid already; ST_AsMVTGeom
-- clips them 64 steps outside the tile, and the search box has the same margin. Ordered, so that the same data gives the same bytes.
SELECT coalesce(ST_AsMVT(feature, $2, 4096, 'geom', 'id'), ''::bytea)
FROM (
    SELECT shape.ordinal + 1 AS id,
        ST_AsMVTGeom(shape.geom, ST_TileEnvelope($3, $4, $5), 4096, 64, true) AS geom,
        CASE WHEN $6 THEN zone.code END AS code,
        CASE WHEN $6 THEN generation.name END AS name
    FROM bolyst.zone_set_at($1) zone_set
    JOIN bolyst.zone_shape shape ON shape.zone_set_id = zone_set.zone_set_id AND shape.version = zone_set.version
    JOIN bolyst.zone_generation generation
        ON generation.zone_set_id = shape.zone_set_id AND generation.version = shape.version AND generation.ordinal = shape.ordinal
    JOIN bolyst.zone ON zone.zone_id = generation.zone_id
    WHERE zone_set.key = $2 AND shape.zoom = $3 AND shape.geom && ST_TileEnvelope($3, $4, $5, margin => 64.0 / 4096)
    ORDER BY shape.ordinal
) feature
WHERE feature.geom IS NOT NULL
