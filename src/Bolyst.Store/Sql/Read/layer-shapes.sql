-- The features of a layer that is no zone set, with where they are, in the order of bolyst.feature_of. $1 dataset version, $2 layer, $3 SRID,
-- $4 true for outlines, false for points inside alone.
SELECT feature.ordinal, ST_X(there.point), ST_Y(there.point),
    ST_AsBinary(there.outline, 'NDR'), ST_XMin(there.outline), ST_YMin(there.outline), ST_XMax(there.outline), ST_YMax(there.outline)
FROM bolyst.feature_of($2, $1) feature
CROSS JOIN LATERAL (
    SELECT CASE WHEN $3 = 25833 THEN stored.point ELSE ST_Transform(stored.point, $3) END AS point,
        CASE WHEN NOT $4 THEN NULL WHEN $3 = 25833 THEN feature.geom ELSE ST_Transform(feature.geom, $3) END AS outline
    FROM (SELECT ST_PointOnSurface(feature.geom) AS point) stored
) there
ORDER BY feature.ordinal
