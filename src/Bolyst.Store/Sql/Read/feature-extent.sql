-- Which features have no outline, and the rectangle that holds the others, as west, south, east and north: in degrees, and in EPSG:25833.
-- $1 dataset version, $2 layer. Zones keep their edges beside the outline, which is never touched; to degrees the rectangle is followed
-- along its own edges, which never cuts any off.
SELECT whole.missing,
    CASE WHEN whole.edges[1] IS NOT NULL THEN (
        SELECT ARRAY[ST_XMin(edge), ST_YMin(edge), ST_XMax(edge), ST_YMax(edge)]
        FROM ST_Transform(ST_Segmentize(ST_MakeEnvelope(whole.edges[1], whole.edges[2], whole.edges[3], whole.edges[4], 25833), 10000), 4258) edge
    ) END,
    CASE WHEN whole.edges[1] IS NOT NULL THEN whole.edges END
FROM (
    SELECT array_agg(ordinal) FILTER (WHERE min_x IS NULL) AS missing, ARRAY[min(min_x), min(min_y), max(max_x), max(max_y)] AS edges
    FROM (
        SELECT ordinal, min_x, min_y, max_x, max_y FROM bolyst.zone_of($2, $1)
        UNION ALL
        SELECT ordinal, ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom) FROM bolyst.feature_of($2, $1)
        WHERE NOT EXISTS (SELECT FROM bolyst.zone_set WHERE key = $2)
    ) feature
) whole
