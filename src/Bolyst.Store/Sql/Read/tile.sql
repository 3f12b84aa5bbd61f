-- One zone set in one tile, as one MVT layer. $1 dataset version, $2 zone set, $4 column, $5 row, $6 with code and name; $3, the zoom of
-- water-tile.sql, which takes the same parameters, is not read. {zoom} stands for the zoom: a statement that names its partition, and a place that the planner does not see, leave it one plan for all
-- tiles of a zoom. Planning each anew would take longer than most tiles.
-- The id of a feature is the zone's place in the order of codes, from 1. The shapes lie on the tile's grid already, with a vertex
-- wherever a border crosses a line at which tiles are cut off, 64 steps outside their sides: so they are cut as they are, which moves
-- nothing and adds only corners of the tile. (ST_AsMVTGeom would drop vertices on straight borders where only one side has a corner.)
-- Ordered, so that the same data gives the same bytes; OFFSET 0 keeps the planner from asking whether a shape is empty by cutting it a second time.
SELECT coalesce(ST_AsMVT(feature, $2, 4096, 'geom', 'id'), ''::bytea)
FROM (
    SELECT shape.ordinal + 1 AS id,
        ST_ForcePolygonCCW(ST_ClipByBox2D(ST_Translate(shape.geom, -4096 * $4, -4096 * $5), bolyst.tile_box(0, 0))) AS geom,
        CASE WHEN $6 THEN shape.code::text END AS code,
        CASE WHEN $6 THEN shape.name END AS name
    FROM bolyst.zone_shape_z{zoom} shape
    WHERE shape.zone_set_id = (SELECT s.zone_set_id FROM bolyst.zone_set s WHERE s.key = $2)
        AND shape.version = (SELECT s.version FROM bolyst.zone_set_at($1) s WHERE s.key = $2)
        AND shape.geom && (SELECT bolyst.tile_box($4, $5))
    ORDER BY shape.ordinal OFFSET 0
) feature
WHERE NOT ST_IsEmpty(feature.geom)
