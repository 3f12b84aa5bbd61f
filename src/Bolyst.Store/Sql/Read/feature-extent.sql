-- Whether each feature has an outline, and the rectangle that holds them all, in degrees: west, south, east, north.
-- $1 dataset version, $2 layer. The rectangle of EPSG:25833 is followed along its edges,
-- which costs nothing beside transforming every outline, and never cuts any off.
SELECT array_agg(ordinal) FILTER (WHERE geom IS NULL),
    CASE WHEN count(geom) > 0 THEN (
        SELECT ARRAY[ST_XMin(edge), ST_YMin(edge), ST_XMax(edge), ST_YMax(edge)]
        FROM ST_Transform(ST_Segmentize(ST_SetSRID(ST_Extent(geom)::geometry, 25833), 10000), 4258) edge
    ) END
FROM bolyst.feature_of($2, $1)
