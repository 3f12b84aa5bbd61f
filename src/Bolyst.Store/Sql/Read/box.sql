-- The rectangle that holds the outlines of a layer or of some of its features, as west, south, east and north; null when none has one.
-- $1 dataset version, $2 layer, $3 SRID, $4 ordinals or null for all. In other systems than EPSG:25833 it is made as in feature-extent.sql.
WITH feature AS MATERIALIZED (
    SELECT ordinal, min_x, min_y, max_x, max_y FROM bolyst.zone_of($2, $1)
    WHERE min_x IS NOT NULL AND ($4 IS NULL OR ordinal = ANY($4))
    UNION ALL
    SELECT ordinal, ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom) FROM bolyst.feature_of($2, $1)
    WHERE NOT EXISTS (SELECT FROM bolyst.zone_set WHERE key = $2) AND ($4 IS NULL OR ordinal = ANY($4))
), whole AS (
    SELECT min(min_x) AS west, min(min_y) AS south, max(max_x) AS east, max(max_y) AS north FROM feature
), near AS (
    SELECT ST_MakeEnvelope(min(min_x), min(min_y), max(max_x), max(max_y), 25833) AS box
    FROM feature, whole
    GROUP BY width_bucket(min_x, west, east + 1, 32), width_bucket(min_y, south, north + 1, 32)
)
SELECT CASE WHEN whole.west IS NULL THEN NULL WHEN $3 = 25833 THEN ARRAY[whole.west, whole.south, whole.east, whole.north] ELSE (
        SELECT ARRAY[ST_XMin(held), ST_YMin(held), ST_XMax(held), ST_YMax(held)]
        FROM (SELECT ST_Extent(ST_Transform(ST_Segmentize(box, 10000), $3)) AS held FROM near) boxes
    ) END
FROM whole
