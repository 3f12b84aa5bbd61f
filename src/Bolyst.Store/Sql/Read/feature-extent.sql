-- Which features have no outline; the rectangle that holds the others, as west, south, east and north: in degrees, and in EPSG:25833; and how
-- many bytes their outlines take, as they are kept, which is told without reading them.
-- $1 dataset version, $2 layer. Zones keep their edges beside the outline, which is never touched. To degrees the features' rectangles are followed
-- along their own edges, which never cuts any off; those that begin near each other as one, so that it costs no more for many. The rectangle of all
-- would not do: that of Norway leans so far that it ends in the Atlantic.
WITH feature AS MATERIALIZED (
    SELECT ordinal, min_x, min_y, max_x, max_y, pg_column_size(geom) AS size FROM bolyst.zone_of($2, $1)
    UNION ALL
    SELECT ordinal, ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom), pg_column_size(geom) FROM bolyst.feature_of($2, $1)
    WHERE NOT EXISTS (SELECT FROM bolyst.zone_set WHERE key = $2)
), whole AS (
    SELECT array_agg(ordinal) FILTER (WHERE min_x IS NULL) AS missing, min(min_x) AS west, min(min_y) AS south, max(max_x) AS east, max(max_y) AS north,
        coalesce(sum(size), 0) AS bytes
    FROM feature
), near AS (
    SELECT ST_MakeEnvelope(min(min_x), min(min_y), max(max_x), max(max_y), 25833) AS box
    FROM feature, whole
    WHERE min_x IS NOT NULL
    GROUP BY width_bucket(min_x, west, east + 1, 32), width_bucket(min_y, south, north + 1, 32)
)
SELECT whole.missing,
    (SELECT ARRAY[ST_XMin(held), ST_YMin(held), ST_XMax(held), ST_YMax(held)]
        FROM (SELECT ST_Extent(ST_Transform(ST_Segmentize(box, 10000), 4258)) AS held FROM near) boxes
        WHERE held IS NOT NULL),
    CASE WHEN whole.west IS NOT NULL THEN ARRAY[whole.west, whole.south, whole.east, whole.north] END,
    whole.bytes
FROM whole
