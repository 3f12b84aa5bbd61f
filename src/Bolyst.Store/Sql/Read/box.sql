-- The rectangle that holds the outlines of a layer or of some of its features, as west, south, east and north; null when none has one.
-- $1 dataset version, $2 layer, $3 SRID, $4 ordinals or null for all. Zones keep their edges beside the outline, which is never touched.
-- In other systems than EPSG:25833 the rectangle is followed along its own edges, which never cuts any off.
SELECT CASE WHEN whole.edges[1] IS NULL THEN NULL WHEN $3 = 25833 THEN whole.edges ELSE (
        SELECT ARRAY[ST_XMin(edge), ST_YMin(edge), ST_XMax(edge), ST_YMax(edge)]
        FROM ST_Transform(ST_Segmentize(ST_MakeEnvelope(whole.edges[1], whole.edges[2], whole.edges[3], whole.edges[4], 25833), 10000), $3) edge
    ) END
FROM (
    SELECT ARRAY[min(min_x), min(min_y), max(max_x), max(max_y)] AS edges
    FROM (
        SELECT ordinal, min_x, min_y, max_x, max_y FROM bolyst.zone_of($2, $1)
        UNION ALL
        SELECT ordinal, ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom) FROM bolyst.feature_of($2, $1)
        WHERE NOT EXISTS (SELECT FROM bolyst.zone_set WHERE key = $2)
    ) feature
    WHERE $4 IS NULL OR ordinal = ANY($4)
) whole
